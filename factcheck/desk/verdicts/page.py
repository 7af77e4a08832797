"""What a verdict's page shows beside the working text: what it rests on, and what may be done with it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, Self

from django.contrib.auth.models import User
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from factcheck.claims.balance import Balance
from factcheck.claims.models import Position
from factcheck.compare.display import Run
from factcheck.desk.kept_blocks import kept_blocks, place
from factcheck.desk.verdicts.forms import EvidenceForm, NoteForm, PublishForm, ScheduleForm
from factcheck.desk.verdicts.open_acts import OpenActs, acts_of
from factcheck.desk.verdicts.typed import CHANGE, RETRACT, SEND_BACK, OrderStep, TypedForm, TypedPiece
from factcheck.ledger.models import Entry
from factcheck.verdicts.changes import Changes, changes_between
from factcheck.verdicts.checklist import Checklist, checklist
from factcheck.verdicts.contributions import Contribution, contributions
from factcheck.verdicts.draft_verdict import Draft
from factcheck.verdicts.merge_texts import words_that_differ
from factcheck.verdicts.models import Comment, Evidence, Rating, Revision, Submission, UnsavedText, Verdict
from factcheck.verdicts.prose import render_markdown
from factcheck.verdicts.review_verdict import returned
from factcheck.verdicts.snapshot import Bound, Ground, Quotation, Snapshot


@dataclass(frozen=True)
class UnsavedOffer:
    """What the person typed on an earlier page and did not save, beside what is saved."""

    kept_at: datetime
    rating: Rating | None
    conclusion: Sequence[Run]
    reasoning: Sequence[Run]


@dataclass(frozen=True)
class StepForms:
    """The fields of the steps of a verdict, filled with what was typed there."""

    publish: PublishForm
    send_back: NoteForm
    retract: NoteForm

    @classmethod
    def of(cls, typed: TypedForm, submission: Submission | None) -> Self:
        """What was typed; of a change, else what its author proposed."""
        proposed = {"kind": submission.kind, "note": submission.note} if submission else {}
        return cls(
            PublishForm(prefix=CHANGE, initial={**proposed, **typed.of_step(CHANGE)}),
            NoteForm(prefix=SEND_BACK, initial=typed.of_step(SEND_BACK)),
            NoteForm(prefix=RETRACT, initial=typed.of_step(RETRACT)),
        )


@dataclass(frozen=True)
class ReviewPanel:
    """What a reviewer sees of a verdict in review: what becomes public, how that differs from now, who wrote what."""

    submission: Submission
    sealed: Snapshot
    changes: Changes | None
    contributions: Sequence[Contribution]
    markup: str

    @classmethod
    def of(
        cls,
        verdict: Verdict,
        submission: Submission,
        markup: Mapping[str, Any] | None,
        revisions: Iterable[Revision],
        bounds: Mapping[int, Bound],
    ) -> Self:
        """Of `revisions`, all there are, the current one is compared: the verdict brings it along without its texts."""
        sealed = Snapshot.read(submission.snapshot).as_printed(bounds)
        read = json.dumps(markup, indent=2, ensure_ascii=False)
        current = next((revision for revision in revisions if revision.pk == verdict.current_id), None)
        changes = changes_between(current, submission.revision, bounds) if current else None
        return cls(submission, sealed, changes, contributions(verdict), read)


@dataclass(frozen=True, kw_only=True)
class VerdictPage:
    """One verdict as one person sees it; `theirs` is what somebody else saved meanwhile, where that clashes.

    `sitting` names this opened page to what keeps unsaved words; `returned` is the entry that sent the verdict back.
    """

    sitting: str
    preview: str
    pieces: Sequence[TypedPiece]
    balance: Balance
    offered: Sequence[Position]
    revisions: Iterable[Revision]
    translations: Iterable[Verdict]
    may_review: bool
    may_approve: bool
    review: ReviewPanel | None
    checklist: Checklist | None
    ticked: Collection[str]
    theirs: Draft | None
    unsaved: UnsavedOffer | None
    returned: Entry | None
    evidence_form: EvidenceForm
    evidence_address: str
    steps: StepForms
    acts: OpenActs

    @property
    def has_public_pictures(self) -> bool:
        """Whether any of its published states shows an uploaded picture."""
        return any("picture" in piece for revision in self.revisions for piece in revision.evidence)

    @property
    def adding(self) -> SafeString:
        """The fields of more evidence; nothing stands in them on most pages, which are all alike then."""
        template, form, address = "desk/verdicts/add_evidence.html", self.evidence_form, self.evidence_address
        if form.is_bound or form.is_begun:
            return render_to_string(template, {"form": form, "address": address})
        about, live = form.initial.get("medium", ""), {"address": address}
        (empty,) = kept_blocks([template], about, lambda: {"form": form, "address": place("address")}, live)
        return empty


def verdict_page(
    verdict: Verdict,
    *,
    reader: User,
    typed: TypedForm,
    comments: Iterable[Comment] | None = None,
    ratings: Iterable[Rating] | None = None,
    unsaved: UnsavedText | None = None,
    theirs: Draft | None = None,
    evidence_form: EvidenceForm | None = None,
    schedule_form: ScheduleForm | None = None,
    **refused: Any,
) -> VerdictPage:
    """The page for `reader`; statements on the claim are offered unless the verdict rests on them already.

    `comments` are those around it and `ratings` those of the desk, where they were read already; `unsaved` is what the
    person typed on an earlier page; `refused` are forms of steps that were not filled in rightly, by the step.
    """
    may_review = reader.has_perm("verdicts.review_verdict")
    ground = Ground.of(verdict)
    evidence, held = ground.evidence, {piece.statement_id for piece in ground.evidence}
    positions = [position for side in ground.balance.sides for position in side.positions]
    quotations = [Quotation.of(statement) for statement in ground.statements]
    submission = Submission.objects.latest_of(verdict) if verdict.is_sealed else None
    revisions = verdict.revisions.all() if verdict.is_public else []
    ratings = Rating.objects.all() if ratings is None else ratings
    found = checklist(verdict, ground, comments, ratings) if verdict.is_draft or verdict.is_sealed else None
    return VerdictPage(
        sitting=typed.sitting,
        review=ReviewPanel.of(verdict, submission, found.markup, revisions, ground.bounds)
        if submission and found
        else None,
        checklist=found,
        ticked=typed.ticked,
        preview=render_markdown(verdict.reasoning, quotations, top=2),
        pieces=[replace(typed.piece(piece), steps=_steps(evidence, at)) for at, piece in enumerate(evidence)],
        balance=ground.balance,
        offered=[position for position in positions if position.statement_id not in held],
        revisions=revisions,
        translations=Verdict.objects.visible_to(reader).beside(verdict),
        may_review=may_review,
        may_approve=may_review and verdict.is_in_review and verdict.last_editor_id != reader.pk,
        theirs=theirs,
        unsaved=_offer(verdict, unsaved, typed, ratings),
        returned=returned([verdict]).get(verdict.pk) if verdict.is_draft else None,
        evidence_form=evidence_form or EvidenceForm(initial=typed.added),
        evidence_address=reverse("desk:evidence", args=[verdict.slug]),
        steps=replace(StepForms.of(typed, submission), **refused),
        acts=acts_of(verdict, submission, reader=reader, typed=typed, schedule_form=schedule_form),
    )


def _offer(
    verdict: Verdict, unsaved: UnsavedText | None, typed: TypedForm, ratings: Iterable[Rating]
) -> UnsavedOffer | None:
    """The words of another sitting than this page's, if they say something else than what is saved."""
    if unsaved is None or unsaved.sitting == typed.sitting or not TypedForm.kept(unsaved).differs_from(verdict):
        return None
    fields = {name: str(text).replace("\r\n", "\n") for name, text in unsaved.fields.items()}
    return UnsavedOffer(
        unsaved.kept_at,
        next((rating for rating in ratings if str(rating.pk) == fields.get("rating", "")), None),
        words_that_differ(verdict.conclusion, fields.get("conclusion", "")),
        words_that_differ(verdict.reasoning, fields.get("reasoning", "")),
    )


def _steps(evidence: Sequence[Evidence], at: int) -> list[OrderStep]:
    """Up and down from the place `at`, where there is a place."""
    steps = []
    ways: tuple[tuple[Literal["up", "down"], int], ...] = (("up", at - 1), ("down", at + 1))
    for direction, to in ways:
        if 0 <= to < len(evidence):
            keys = [str(piece.pk) for piece in evidence]
            keys.insert(to, keys.pop(at))
            steps.append(OrderStep(direction, ",".join(keys)))
    return steps
