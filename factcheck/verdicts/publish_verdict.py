"""Making a reviewed text public, as its first state or a later one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from factcheck.languages.sentences import noted
from factcheck.ledger.chain import record
from factcheck.ledger.people import name_of
from factcheck.verdicts.checklist import Checklist, checklist, must_be_ticked
from factcheck.verdicts.models import NotAllowed, Revision, Submission, Verdict
from factcheck.verdicts.review_verdict import as_it_is_now, changed_since, must_be_in_review
from factcheck.verdicts.second_opinion import must_be_settled
from factcheck.verdicts.snapshot import Snapshot
from factcheck.verdicts.store_picture import show_pictures


class ChangedInReview(NotAllowed):
    """Readers would see something else than was submitted; `changes` says what, in sentences."""

    def __init__(self, changes: list[str]) -> None:
        self.changes = changes
        super().__init__(
            noted(
                "Nothing was published: it would come out otherwise than it was submitted. %(changes)s "
                "Send it back, or have it submitted again as it is now.",
                changes=" ".join(changes),
            )
        )


@transaction.atomic
def publish(
    verdict: Verdict,
    *,
    reviewer: User,
    kind: str = "",
    note: str = "",
    seen: str = "",
    ticked: Collection[str] = (),
) -> Revision:
    """Make what was submitted public as the verdict's next revision, and nothing else.

    `seen` is the hash of the submission that the reviewer has read; left empty, the latest. `kind` says what the
    revision is to readers: left empty, the first is published and a later one updated. Every kind but the first needs
    a note. `ticked` are the keys of what the reviewer looked at in the checklist, which the revision keeps.

    Raises NotAllowed if the verdict is not in review, or the reviewer changed it last or read another submission;
    NotReady if something stops it or is not ticked; ChangedInReview if readers would see anything else than was
    submitted; ValidationError if the note is missing.
    """
    verdict = Verdict.objects.held(verdict.pk)
    must_be_in_review(verdict)
    revision = approved_revision(verdict, reviewer=reviewer, kind=kind, note=note, seen=seen, ticked=ticked)
    verdict.status = Verdict.Status.PUBLISHED
    return release(verdict, revision, act="verdict.published", actor=reviewer)


def approved_revision(
    verdict: Verdict, *, reviewer: User, kind: str, note: str, seen: str, ticked: Collection[str]
) -> Revision:
    """The revision that a reviewer approves, not saved yet; who may approve what is held here, see `publish`."""
    if verdict.last_editor_id == reviewer.pk:
        raise NotAllowed(noted("You were the last to change this verdict, so another reviewer has to approve it."))
    is_first = verdict.current_id is None
    if is_first != (kind in ("", Revision.Kind.PUBLISHED)) and kind:
        raise NotAllowed(noted("The first revision is “published”; choose another kind only for a later one."))
    must_be_settled(verdict)
    verdict.reviewer = reviewer
    snapshot = _as_submitted(verdict, seen=seen)
    found = checklist(verdict)
    must_be_ticked(found, ticked)
    revision = Revision(verdict=verdict, rating=verdict.rating, **snapshot.as_json())
    revision.checklist = _ticks(found, reviewer)
    revision.kind = kind or (Revision.Kind.PUBLISHED if is_first else Revision.Kind.UPDATED)
    revision.note = note.strip()
    revision.is_rated_twice = any(opinion.agrees for opinion in verdict.opinions.all()) or None
    return revision


def _as_submitted(verdict: Verdict, *, seen: str) -> Snapshot:
    """What readers would see now, which has to be what was submitted and read."""
    submission = Submission.objects.latest_of(verdict)
    if submission is None:
        raise NotAllowed(noted("It is not known what was submitted. Take it back to draft and submit it again."))
    if seen and seen != submission.sha256:
        raise NotAllowed(
            noted("It was changed and submitted again since you opened it. Read it again before you publish.")
        )
    snapshot = as_it_is_now(verdict, submission)
    if changes := changed_since(submission, snapshot):
        raise ChangedInReview(changes)
    return snapshot


def _ticks(found: Checklist, reviewer: User) -> list[dict[str, str]]:
    """What there was to tick, by whom and when, as the revision keeps it."""
    by = {"by": name_of(reviewer), "at": timezone.now().isoformat()}
    return [{"key": finding.key, "sentence": finding.sentence, **by} for finding in found.to_tick]


def release(verdict: Verdict, revision: Revision, *, act: str, actor: User, **decided: Any) -> Revision:
    """Make a revision what readers see of a verdict that the caller has locked; `decided` goes into the ledger."""
    revision.number = verdict.revisions.count() + 1
    revision.published_at = _not_before(verdict.current)
    revision.full_clean()
    revision.save(force_insert=True)
    show_pictures(revision)
    verdict.current = revision
    verdict.full_clean()
    verdict.save()
    columns = Revision.columns()
    told = {"verdict": verdict.pk, "kind": revision.kind, "number": revision.number, **decided}
    record(act, actor=actor, on=revision, **told, columns=columns, sha256=revision.sha256(columns))
    return revision


def _not_before(former: Revision | None) -> datetime:
    """The time, and after a clock went back that of the state before: no correction is older than what it corrects."""
    now = timezone.now()
    return max(now, former.published_at) if former else now
