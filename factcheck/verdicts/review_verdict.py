"""Bringing a draft before a second person as it is, and taking it back: by a person, or when its ground changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from factcheck.languages.sentences import noted
from factcheck.ledger.chain import record
from factcheck.ledger.models import Entry
from factcheck.prepared_queries import prepared
from factcheck.verdicts.checklist import must_be_whole
from factcheck.verdicts.models import RETURNS, NotAllowed, Submission, Verdict
from factcheck.verdicts.snapshot import Snapshot, differences


@transaction.atomic
def submit(verdict: Verdict, *, editor: User, kind: str = "", note: str = "") -> Verdict:
    """Ask for review of what readers would see now, which is sealed; `kind` and `note` propose what a change is.

    Raises NotAllowed if it is no draft, ValidationError if rating or conclusion is missing, NotReady if anything else
    stops it.
    """
    verdict = Verdict.objects.held(verdict.pk)
    if not verdict.is_draft:
        raise NotAllowed(
            _("Only a draft goes to review; this verdict is %(status)s.") % {"status": verdict.get_status_display()}
        )
    verdict.status = Verdict.Status.IN_REVIEW
    verdict.full_clean()
    must_be_whole(verdict)
    verdict.save()
    submission = seal(verdict, editor=editor, kind=kind, note=note)
    record("verdict.submitted", actor=editor, on=verdict, edition=verdict.edition, sha256=submission.sha256)
    return verdict


def seal(verdict: Verdict, *, editor: User, kind: str = "", note: str = "") -> Submission:
    """Keep what readers would see of a verdict, so that nothing else is published."""
    snapshot = Snapshot.of(verdict)
    return Submission.objects.create(
        verdict=verdict,
        snapshot=snapshot.as_json(),
        sha256=snapshot.sha256(),
        kind=kind,
        note=note.strip(),
        submitted_by=editor,
    )


@transaction.atomic
def send_back(verdict: Verdict, *, reviewer: User, note: str) -> Verdict:
    """Return a verdict to its author with a note of what is to be done. Raises NotAllowed if it is not in review."""
    verdict = Verdict.objects.held(verdict.pk)
    must_be_in_review(verdict)
    verdict.status = Verdict.Status.DRAFT
    verdict.save()
    record("verdict.sent_back", actor=reviewer, on=verdict, note=note)
    return verdict


def returned(verdicts: Iterable[Verdict]) -> dict[int, Entry]:
    """By verdict, the ledger's entry that sent it back or took it back to draft, unless it was submitted since."""
    latest = {entry.subject_id: entry for entry in _sent_or_submitted(verdicts=[verdict.pk for verdict in verdicts])}
    return {pk: entry for pk, entry in latest.items() if pk and entry.act != "verdict.submitted"}


@prepared
def _sent_or_submitted(verdicts: Any) -> QuerySet[Entry]:
    entries = Entry.objects.filter(subject_type="verdicts.verdict", act__in=(*RETURNS, "verdict.submitted"))
    return entries.filter(subject_id__in=verdicts).select_related("actor").order_by("pk")


def must_be_in_review(verdict: Verdict) -> None:
    if not verdict.is_in_review:
        raise NotAllowed(
            _(
                "This verdict is %(status)s, not in review; somebody may have been quicker. Reload the "
                "page to see its state."
            )
            % {"status": verdict.get_status_display()}
        )


def as_it_is_now(verdict: Verdict, submission: Submission) -> Snapshot:
    """What readers would see now; strips only where the submission has some, since nobody read others."""
    return Snapshot.of(verdict, strips=None if submission.snapshot.get("strips") else [])


def changed_since(submission: Submission, now: Snapshot) -> list[str]:
    """A sentence for each thing that readers would now see otherwise than it was submitted."""
    if now.sha256() == submission.sha256:
        return []
    return differences(Snapshot.read(submission.snapshot), now) or [
        noted("Something that readers would see was changed.")
    ]


@transaction.atomic
def reopen_if_changed(submission: Submission, *, cause: Entry | None = None) -> list[str]:
    """Take a verdict in review or scheduled back to draft where it would now come out otherwise; returns what changed.

    `cause` is the act that changed it: the entry of this one, which nobody asked for, names it.
    """
    verdict = Verdict.objects.held(submission.verdict_id)
    changes = changed_since(submission, as_it_is_now(verdict, submission)) if verdict.is_sealed else []
    if changes:
        verdict.status = Verdict.Status.DRAFT
        verdict.save()
        details = {"changes": changes, **({"cause": cause.pk} if cause else {})}
        record("verdict.reopened", actor=None, on=verdict, **details)
    return changes
