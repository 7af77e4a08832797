"""What a verdict's page shows beside the working text: what it rests on, and what may be done with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.contrib.auth.models import User

from factcheck.claims.balance import Balance, weigh
from factcheck.claims.models import Position
from factcheck.desk.verdicts.forms import DocumentForm, NoteForm, PublishForm
from factcheck.desk.verdicts.open_acts import OpenActs, acts_of
from factcheck.desk.verdicts.typed import DOCUMENT, OrderStep, TypedForm, TypedPiece
from factcheck.ledger.models import Entry
from factcheck.verdicts.draft_verdict import Draft
from factcheck.verdicts.keep_unsaved import unsaved_of
from factcheck.verdicts.merge_texts import DraftWords, words_that_differ
from factcheck.verdicts.models import Evidence, Rating, Revision, Submission, Verdict
from factcheck.verdicts.prose import render_markdown
from factcheck.verdicts.review_verdict import returned
from factcheck.verdicts.snapshot import Quotation, Snapshot


@dataclass(frozen=True)
class UnsavedOffer:
    """What the person typed on an earlier page and did not save, beside what is saved."""

    kept_at: datetime
    rating: Rating | None
    conclusion: Sequence[DraftWords]
    reasoning: Sequence[DraftWords]


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
    may_review: bool
    may_approve: bool
    submission: Submission | None
    sealed: Snapshot | None
    theirs: Draft | None
    unsaved: UnsavedOffer | None
    returned: Entry | None
    document_form: DocumentForm
    acts: OpenActs
    note_form: NoteForm = field(default_factory=NoteForm)
    publish_form: PublishForm = field(default_factory=PublishForm)


def verdict_page(
    verdict: Verdict,
    *,
    reader: User,
    typed: TypedForm,
    theirs: Draft | None = None,
    document_form: DocumentForm | None = None,
) -> VerdictPage:
    """The page for `reader`; statements on the claim are offered unless the verdict rests on them already."""
    may_review = reader.has_perm("verdicts.review_verdict")
    evidence = list(
        verdict.evidence.select_related("statement__source", "statement__article__outlet", "statement__article__story")
    )
    held = {piece.statement_id for piece in evidence}
    balance = weigh(verdict.claim)
    positions = [position for side in balance.sides for position in side.positions]
    statements = [*balance.statements, *(piece.statement for piece in evidence if piece.statement)]
    submission = Submission.objects.latest_of(verdict) if verdict.is_sealed else None
    if submission:
        submission.verdict = verdict
    return VerdictPage(
        sitting=typed.sitting,
        submission=submission,
        sealed=Snapshot.read(submission.snapshot) if submission else None,
        preview=render_markdown(verdict.reasoning, [Quotation.of(statement) for statement in statements]),
        pieces=[replace(typed.piece(piece), steps=_steps(evidence, at)) for at, piece in enumerate(evidence)],
        balance=balance,
        offered=[position for position in positions if position.statement_id not in held],
        revisions=verdict.revisions.all() if verdict.is_public else [],
        may_review=may_review,
        may_approve=may_review and verdict.is_in_review and verdict.last_editor_id != reader.pk,
        theirs=theirs,
        unsaved=_offer(verdict, reader, typed),
        returned=returned([verdict]).get(verdict.pk) if verdict.is_draft else None,
        document_form=document_form or DocumentForm(initial={name: typed.fields.get(name, "") for name in DOCUMENT}),
        acts=acts_of(verdict, submission, reader=reader, typed=typed),
    )


def _offer(verdict: Verdict, reader: User, typed: TypedForm) -> UnsavedOffer | None:
    """The words of another sitting than this page's, if they say something else than what is saved."""
    unsaved = unsaved_of(reader, verdict)
    if unsaved is None or unsaved.sitting == typed.sitting or not TypedForm.kept(unsaved).differs_from(verdict):
        return None
    fields = {name: str(text).replace("\r\n", "\n") for name, text in unsaved.fields.items()}
    rating = fields.get("rating", "")
    return UnsavedOffer(
        unsaved.kept_at,
        Rating.objects.filter(pk=rating).first() if rating.isdecimal() else None,
        words_that_differ(verdict.conclusion, fields.get("conclusion", "")),
        words_that_differ(verdict.reasoning, fields.get("reasoning", "")),
    )


def _steps(evidence: Sequence[Evidence], at: int) -> list[OrderStep]:
    """Up and down from the place `at`, where there is a place."""
    steps = []
    for label, to in (("Up", at - 1), ("Down", at + 1)):
        if 0 <= to < len(evidence):
            keys = [str(piece.pk) for piece in evidence]
            keys.insert(to, keys.pop(at))
            steps.append(OrderStep(label, ",".join(keys)))
    return steps
