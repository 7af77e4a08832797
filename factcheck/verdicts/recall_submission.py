"""Taking a verdict out of review again, or back from its schedule: by who wrote it or brought it there."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from factcheck.ledger.chain import record
from factcheck.verdicts.models import NotAllowed, Submission, Verdict
from factcheck.verdicts.review_verdict import must_be_in_review


@transaction.atomic
def recall(verdict: Verdict, *, editor: User) -> Verdict:
    """Make a draft again of a verdict in review or scheduled, without a note: nothing has to be said to anybody.

    Raises NotAllowed if it is neither, or for anybody but its author and whoever submitted it.
    """
    verdict = Verdict.objects.held(verdict.pk)
    if not verdict.is_scheduled:
        must_be_in_review(verdict)
    if not may_recall(verdict, Submission.objects.latest_of(verdict), person=editor):
        raise NotAllowed(
            _("Only its author, or whoever submitted it, withdraws it from review. Send it back with a note.")
        )
    verdict.status = Verdict.Status.DRAFT
    verdict.save()
    record("verdict.recalled", actor=editor, on=verdict, edition=verdict.edition)
    return verdict


def may_recall(verdict: Verdict, submission: Submission | None, *, person: User) -> bool:
    """Whether this person wrote the verdict, or brought it to review as its latest `submission`."""
    return person.pk in (verdict.author_id, submission.submitted_by_id if submission else None)
