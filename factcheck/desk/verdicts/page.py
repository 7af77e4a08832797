"""What a verdict's page shows beside the working text: what it rests on, and what may be done with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.auth.models import User

from factcheck.claims.balance import Balance, weigh
from factcheck.claims.models import Position
from factcheck.desk.verdicts.forms import DocumentForm, NoteForm, PublishForm
from factcheck.verdicts.draft_verdict import Draft
from factcheck.verdicts.models import Evidence, Revision, Submission, Verdict
from factcheck.verdicts.prose import render_markdown
from factcheck.verdicts.snapshot import Snapshot


@dataclass(frozen=True, kw_only=True)
class VerdictPage:
    """One verdict as one person sees it; `theirs` is what somebody else saved meanwhile, where that clashes."""

    preview: str
    evidence: list[Evidence]
    balance: Balance
    offered: list[Position]
    revisions: Iterable[Revision]
    may_review: bool
    may_approve: bool
    submission: Submission | None
    sealed: Snapshot | None
    theirs: Draft | None
    document_form: DocumentForm = field(default_factory=DocumentForm)
    note_form: NoteForm = field(default_factory=NoteForm)
    publish_form: PublishForm = field(default_factory=PublishForm)


def verdict_page(verdict: Verdict, *, reader: User, theirs: Draft | None = None) -> VerdictPage:
    """The page for `reader`; statements on the claim are offered unless the verdict rests on them already."""
    may_review = reader.has_perm("verdicts.review_verdict")
    evidence = list(verdict.evidence.select_related("statement__source", "statement__article__outlet"))
    held = {piece.statement_id for piece in evidence}
    balance = weigh(verdict.claim)
    positions = [position for side in balance.sides for position in side.positions]
    submission = Submission.objects.latest_of(verdict) if verdict.is_in_review else None
    return VerdictPage(
        submission=submission,
        sealed=Snapshot.read(submission.snapshot) if submission else None,
        preview=render_markdown(verdict.reasoning),
        evidence=evidence,
        balance=balance,
        offered=[position for position in positions if position.statement_id not in held],
        revisions=verdict.revisions.all() if verdict.is_public else [],
        may_review=may_review,
        may_approve=may_review and verdict.is_in_review and verdict.last_editor_id != reader.pk,
        theirs=theirs,
    )
