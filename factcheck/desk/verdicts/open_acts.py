"""What one person may do with a verdict beside writing and reviewing it, and what others began to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User

from factcheck.desk.verdicts.forms import ScheduleForm, SettlementForm
from factcheck.desk.verdicts.typed import SETTLEMENT, TypedForm
from factcheck.ledger.models import Entry
from factcheck.verdicts import second_opinion
from factcheck.verdicts.models import RetractionProposal, Schedule, SecondOpinion, Submission, Verdict
from factcheck.verdicts.recall_submission import may_recall
from factcheck.verdicts.retract_verdict import refusal_on


@dataclass(frozen=True, kw_only=True)
class OpenRetraction:
    """How far the retraction of a public verdict has come; `may_decide` is for a second person who is a reviewer."""

    proposal: RetractionProposal | None
    refusal: Entry | None
    is_own: bool
    may_decide: bool
    may_retract_alone: bool


@dataclass(frozen=True, kw_only=True)
class OpenOpinions:
    """The second opinions on a verdict, and whether this person may ask for one now, or answer one that differs."""

    given: Sequence[SecondOpinion]
    may_ask: bool
    may_settle: bool
    form: SettlementForm


@dataclass(frozen=True, kw_only=True)
class OpenActs:
    """The acts that stand open to one person on one verdict's page; `retraction` is None where nothing stands.

    `not_published` says why a verdict in review was not published at its time; empty if it was not scheduled.
    """

    may_recall: bool
    may_unschedule: bool
    not_published: str
    schedule_form: ScheduleForm
    retraction: OpenRetraction | None
    opinions: OpenOpinions


def acts_of(
    verdict: Verdict,
    submission: Submission | None,
    *,
    reader: User,
    typed: TypedForm,
    schedule_form: ScheduleForm | None = None,
) -> OpenActs:
    """The acts for `reader`; `submission` is what waits for review, `schedule_form` a time that was refused, if any."""
    return OpenActs(
        may_recall=verdict.is_sealed and may_recall(verdict, submission, person=reader),
        may_unschedule=verdict.is_scheduled and reader.has_perm("verdicts.review_verdict"),
        not_published=_why_not_published(verdict, submission),
        schedule_form=schedule_form or ScheduleForm(initial={"publish_at": typed.fields.get("publish_at", "")}),
        retraction=_retraction(verdict, reader) if verdict.is_public and not verdict.is_withdrawn else None,
        opinions=_opinions(verdict, reader, typed),
    )


def _why_not_published(verdict: Verdict, submission: Submission | None) -> str:
    schedule: Schedule | None = getattr(verdict, "schedule", None)
    is_same = schedule and submission and schedule.sha256 == submission.sha256
    return schedule.refusal if schedule and is_same and verdict.is_in_review else ""


def _opinions(verdict: Verdict, reader: User, typed: TypedForm) -> OpenOpinions:
    given = list(verdict.opinions.with_people()) if getattr(verdict, "was_asked", True) else []
    for opinion in given:
        opinion.verdict = verdict
    return OpenOpinions(
        given=given,
        may_ask=second_opinion.may_ask(verdict, reader) and all(opinion.is_answered for opinion in given),
        may_settle=verdict.author_id == reader.pk or reader.has_perm(second_opinion.MAY_REVIEW),
        form=SettlementForm(initial={name: typed.fields.get(name, "") for name in SETTLEMENT}),
    )


def _retraction(verdict: Verdict, reader: User) -> OpenRetraction:
    proposal = getattr(verdict, "retraction_proposal", None)
    is_own = proposal is not None and proposal.proposed_by_id == reader.pk
    may_review = reader.has_perm("verdicts.review_verdict")
    return OpenRetraction(
        proposal=proposal,
        refusal=None if proposal else refusal_on(verdict),
        is_own=is_own,
        may_decide=may_review and proposal is not None and not is_own,
        may_retract_alone=may_review,
    )
