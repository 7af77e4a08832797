"""Publication at a time that its reviewer chose: approved now, public then, exactly as it was approved.

Nothing tells readers of it before. Whatever changes the page meanwhile takes the verdict back to draft, as in review.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.tasks import task
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.languages.sentences import noted
from factcheck.ledger.chain import record
from factcheck.ledger.people import name_of
from factcheck.verdicts.models import NotAllowed, Revision, Schedule, Submission, Verdict
from factcheck.verdicts.publish_verdict import approved_revision, release
from factcheck.verdicts.review_verdict import must_be_in_review, reopen_if_changed

MAY_REVIEW = "verdicts.review_verdict"


@transaction.atomic
def schedule(
    verdict: Verdict,
    *,
    reviewer: User,
    at: datetime,
    kind: str = "",
    note: str = "",
    seen: str = "",
    ticked: Collection[str] = (),
) -> Schedule:
    """Approve what was submitted, to become public at a later time; all but `at` is as in `publish_verdict.publish`.

    Raises what publishing raises, and NotAllowed for a time that is past.
    """
    verdict = Verdict.objects.held(verdict.pk)
    must_be_in_review(verdict)
    if at <= timezone.now():
        raise NotAllowed(_("This time is past. Choose a later one, or publish the verdict now."))
    revision = approved_revision(verdict, reviewer=reviewer, kind=kind, note=note, seen=seen, ticked=ticked)
    revision.number, revision.published_at = verdict.revisions.count() + 1, at
    revision.full_clean()
    verdict.status = Verdict.Status.SCHEDULED
    verdict.full_clean()
    verdict.save()
    submission = Submission.objects.latest_of(verdict)
    assert submission  # noqa: S101 - it was approved
    approved = {
        "publish_at": at,
        "sha256": submission.sha256,
        "kind": revision.kind,
        "note": revision.note,
        "ticked": sorted(ticked),
        "refusal": "",
    }
    planned, _is_new = Schedule.objects.update_or_create(verdict=verdict, defaults=approved)
    record("verdict.scheduled", actor=reviewer, on=verdict, publish_at=at.isoformat(), sha256=planned.sha256)
    _wake_worker(at)
    return planned


@transaction.atomic
def unschedule(verdict: Verdict, *, reviewer: User) -> Verdict:
    """Bring a verdict back to review, with all that was submitted. Raises NotAllowed if it is not scheduled."""
    verdict = Verdict.objects.held(verdict.pk)
    if not verdict.is_scheduled:
        raise NotAllowed(
            _("This verdict is %(status)s, not scheduled; it may be public already. Reload the page to see its state.")
            % {"status": verdict.get_status_display()}
        )
    return _back_to_review(verdict, actor=reviewer)


def publish_due(now: datetime | None = None) -> list[Revision]:
    """Publish every scheduled verdict whose time has come, each by itself; returns the revisions.

    One that cannot be published goes back to draft or to review and says why in the ledger and on its page.
    """
    due = Schedule.objects.due(now or timezone.now()).values_list("verdict", flat=True)
    published = (publish_scheduled(Verdict(pk=key), now=now) for key in list(due))
    return [revision for revision in published if revision]


def publish_scheduled(verdict: Verdict, *, now: datetime | None = None) -> Revision | None:
    """Publish one verdict by the name of who approved it; None if it is not due, or its ground changed."""
    try:
        return _publish_if_due(verdict, now or timezone.now())
    except (NotAllowed, ValidationError) as refusal:
        reason = " ".join(refusal.messages) if isinstance(refusal, ValidationError) else str(refusal)
        _refuse(verdict, reason)
        return None


@task
def publish_what_is_due() -> None:
    """What a worker does when the time of a scheduled verdict has come."""
    publish_due()


@transaction.atomic
def _publish_if_due(verdict: Verdict, now: datetime) -> Revision | None:
    verdict = Verdict.objects.select_related("reviewer", "schedule").held(verdict.pk)
    if not verdict.is_scheduled or verdict.schedule.publish_at > now:
        return None
    submission = Submission.objects.latest_of(verdict)
    if submission and reopen_if_changed(submission):
        return None
    planned, reviewer = verdict.schedule, verdict.reviewer
    assert reviewer  # noqa: S101 - somebody has scheduled it
    if not reviewer.is_active or not reviewer.has_perm(MAY_REVIEW):
        raise NotAllowed(noted("%(reviewer)s, who approved it, may not publish any more.", reviewer=name_of(reviewer)))
    revision = approved_revision(
        verdict,
        reviewer=reviewer,
        kind=planned.kind,
        note=planned.note,
        seen=planned.sha256,
        ticked=planned.ticked,
    )
    verdict.status = Verdict.Status.PUBLISHED
    return release(verdict, revision, act="verdict.published", actor=reviewer, scheduled=planned.publish_at.isoformat())


@transaction.atomic
def _refuse(verdict: Verdict, reason: str) -> None:
    verdict = Verdict.objects.held(verdict.pk)
    if verdict.is_scheduled:
        Schedule.objects.filter(verdict=verdict).update(refusal=reason)
        _back_to_review(verdict, actor=None, because=reason)


def _back_to_review(verdict: Verdict, *, actor: User | None, **details: str) -> Verdict:
    verdict.status, verdict.reviewer = Verdict.Status.IN_REVIEW, None
    verdict.save()
    record("verdict.unscheduled", actor=actor, on=verdict, **details)
    return verdict


def _wake_worker(at: datetime) -> None:
    """Have a worker publish it in time, where there is one; without, `manage.py publish_due` does."""
    if publish_what_is_due.get_backend().supports_defer:
        publish_what_is_due.using(run_after=at).enqueue()
