"""Writing a verdict: its draft, its evidence, and two people changing it at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from factcheck.claims.balance import weigh
from factcheck.claims.models import Claim
from factcheck.ledger.chain import record, take_turn
from factcheck.ledger.people import name_of
from factcheck.slugs import unique_slug
from factcheck.verdicts.merge_texts import merge
from factcheck.verdicts.models import Evidence, NotAllowed, Rating, Verdict

MOST_AT_FIRST = 12  # statements that a new verdict rests on from the start


@dataclass(frozen=True)
class Draft:
    """The working text of a verdict: what an editor started from, or what they made of it."""

    rating: Rating | None
    conclusion: str
    reasoning: str


CLASHED = {
    "rating": gettext_lazy("the rating"),
    "conclusion": gettext_lazy("the conclusion"),
    "reasoning": gettext_lazy("the reasoning"),
}


class EditClash(Exception):
    """Somebody else changed the same words meanwhile. `fields` names where; nothing was saved."""

    def __init__(self, verdict: Verdict, fields: list[str]) -> None:
        self.verdict, self.fields = verdict, fields
        super().__init__(
            _("%(editor)s changed %(parts)s while you were writing.")
            % {
                "editor": name_of(verdict.last_editor),
                "parts": get_text_list([str(CLASHED[field]) for field in fields], _("and")),
            }
        )


@transaction.atomic
def draft(claim: Claim, *, author: User) -> Verdict:
    """Begin the verdict on a claim, or return the one it has, even if somebody else begins it at the same moment.

    One that was retracted keeps its page and its text; the claim's next verdict is another.
    """
    take_turn()
    if verdict := Verdict.objects.filter(claim=claim).not_withdrawn().first():
        return verdict
    verdict = Verdict.objects.create(
        claim=claim,
        slug=unique_slug(Verdict, claim.text),
        author=author,
        last_editor=author,
        changed_at=timezone.now(),
    )
    record("verdict.drafted", actor=author, on=verdict)
    return verdict


@transaction.atomic
def begin(claim: Claim, *, author: User) -> Verdict:
    """Begin the verdict on a claim with what is said of it as evidence, each sentence once; or return the one it has.

    Where more is said than `MOST_AT_FIRST`, nothing is chosen beforehand.
    """
    take_turn()
    is_new = not Verdict.objects.filter(claim=claim).not_withdrawn().exists()
    verdict = draft(claim, author=author)
    balance = weigh(claim)
    sides = (balance.supports, balance.qualifies, balance.denies)
    said = [utterance.statement for side in sides for utterance in side.utterances]
    for statement in said if is_new and len(said) <= MOST_AT_FIRST else ():
        add_evidence(verdict, Evidence(statement=statement), editor=author)
    return verdict


@transaction.atomic
def revise(verdict: Verdict, *, editor: User, base: Draft, draft: Draft) -> Verdict:
    """Save what `editor` made of the working text that was `base` when they began.

    What somebody else changed meanwhile is kept where the two do not clash. The text goes back to draft, so that
    whoever approves it has seen it; a published state stays public. Raises EditClash, and saves nothing, where they do.
    """
    verdict = Verdict.objects.select_related("last_editor").held(verdict.pk)
    before = Draft(verdict.rating, verdict.conclusion, verdict.reasoning)
    merged = {
        "rating": draft.rating if before.rating in (base.rating, draft.rating) else before.rating,
        "conclusion": merge(base.conclusion, before.conclusion, draft.conclusion),
        "reasoning": merge(base.reasoning, before.reasoning, draft.reasoning),
    }
    clashes = [name for name in ("conclusion", "reasoning") if merged[name] is None]
    if draft.rating not in (base.rating, merged["rating"]):
        clashes.insert(0, "rating")
    if clashes:
        raise EditClash(verdict, clashes)
    after = Draft(**merged)  # type: ignore[arg-type]  # None was a clash
    if after != before:
        verdict.rating, verdict.conclusion, verdict.reasoning = after.rating, after.conclusion, after.reasoning
        parts = [name for name, part in vars(after).items() if part != getattr(before, name)]
        _save_change(verdict, editor=editor, parts=parts)
    return verdict


@transaction.atomic
def add_evidence(verdict: Verdict, evidence: Evidence, *, editor: User) -> Evidence:
    """Rest the verdict on one more thing. Raises ValidationError if it lacks what it needs, or is there already."""
    verdict = Verdict.objects.held(verdict.pk)
    evidence.verdict = verdict
    evidence.position = 1 + (verdict.evidence.aggregate(last=Max("position"))["last"] or 0)
    evidence.full_clean()
    evidence.save()
    _save_change(verdict, "evidence.added", editor=editor, evidence=_told(evidence), before=_standing(verdict))
    return evidence


@transaction.atomic
def remove_evidence(evidence: Evidence, *, editor: User) -> None:
    """Take one piece of evidence out of the working text; published revisions keep it."""
    verdict = Verdict.objects.held(evidence.verdict_id)
    removed = _told(evidence)
    evidence.delete()
    _save_change(verdict, "evidence.removed", editor=editor, evidence=removed, before=_standing(verdict))


@transaction.atomic
def annotate_evidence(evidence: Evidence, *, editor: User, **said: Any) -> Evidence:
    """Say otherwise what a piece of evidence is and shows; `said` are values of its fields, the others stay.

    Nothing is recorded if nothing changes. Raises ValidationError if an address is none, or a picture is left without
    words.
    """
    verdict = Verdict.objects.held(evidence.verdict_id)
    evidence = Evidence.objects.get(pk=evidence.pk)
    before = _told(evidence)
    for name, value in said.items():
        setattr(evidence, name, " ".join(value.split()) if isinstance(value, str) else value)
    if _told(evidence) != before:
        evidence.full_clean()
        evidence.save()
        _save_change(verdict, "evidence.annotated", editor=editor, evidence=_told(evidence), was=before)
    return evidence


@transaction.atomic
def arrange_evidence(verdict: Verdict, order: Sequence[int], *, editor: User) -> None:
    """Put the evidence into the order of its keys; what they leave out comes last.

    Nothing is recorded if nothing changes.
    """
    verdict = Verdict.objects.held(verdict.pk)
    pieces = list(verdict.evidence.all())
    arranged = sorted(pieces, key=lambda piece: order.index(piece.pk) if piece.pk in order else len(order))
    if arranged != pieces:
        for position, piece in enumerate(arranged, start=1):
            piece.position = position
        Evidence.objects.bulk_update(arranged, ["position"])
        _save_change(verdict, "evidence.arranged", editor=editor, order=[piece.pk for piece in arranged])


@transaction.atomic
def begin_correction(verdict: Verdict, *, editor: User) -> Verdict:
    """Make a published verdict a draft as it stands, so that its next revision shows what the desk has by then.

    Raises NotAllowed if it is not published, or being revised already.
    """
    verdict = Verdict.objects.held(verdict.pk)
    if verdict.status != Verdict.Status.PUBLISHED:
        raise NotAllowed(
            _("Only what is published is corrected; this verdict is %(status)s.")
            % {"status": verdict.get_status_display()}
        )
    _save_change(verdict, "correction.begun", editor=editor, before=_standing(verdict))
    return verdict


def _told(evidence: Evidence) -> dict[str, Any]:
    """What the ledger keeps of a piece of evidence, enough to put it back."""
    names = (
        "id", "statement_id", "medium", "title", "maker", "made_on", "url", "archive_url", "picture_id", "alt", "note",
        "position",
    )  # fmt: skip
    return {name: getattr(evidence, name) for name in names}


def _standing(verdict: Verdict) -> dict[str, Any]:
    """How far the verdict has come, and by whom."""
    return {"status": verdict.status, "last_editor": verdict.last_editor_id, "reviewer": verdict.reviewer_id}


def _save_change(verdict: Verdict, act: str = "verdict.changed", *, editor: User, **details: Any) -> None:
    if verdict.is_withdrawn:
        raise NotAllowed(_("This verdict is retracted, and its text stays as it was. Begin a new one."))
    if verdict.is_in_review:
        details["in_review"] = True
    verdict.status = Verdict.Status.DRAFT
    verdict.last_editor, verdict.reviewer = editor, None
    verdict.edition += 1
    verdict.changed_at = timezone.now()
    verdict.full_clean()
    verdict.save()
    record(act, actor=editor, on=verdict, edition=verdict.edition, **details)
