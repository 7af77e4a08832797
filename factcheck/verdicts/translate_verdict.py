"""Saying which verdicts tell the same in several languages: one in each, found from one another by readers."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from factcheck.compare.language.detection import detected_language
from factcheck.ledger.chain import record, take_turn
from factcheck.ledger.models import Entry
from factcheck.ledger.undo import CannotUndo
from factcheck.site.identity import the_site
from factcheck.verdicts.models import NotAllowed, Translation, Verdict


@transaction.atomic
def name_translation(verdict: Verdict, *, of: Verdict, language: str, editor: User) -> Translation:
    """Say that `verdict`, which is in `language`, says what `of` and its translations say.

    Raises NotAllowed if they cannot be that, ValidationError if one in that language is there already.
    """
    take_turn()
    verdict, of = _as_it_stands(verdict), _as_it_stands(of)
    _must_be_two(verdict, of)
    before = _standing(of)
    original = of.translation.original if before else of
    rows = [Translation(verdict=verdict, original=original, language=language)]
    if not before:
        rows.insert(0, Translation(verdict=of, original=of, language=language_of(of)))
    for row in rows:
        row.full_clean()
        row.save()
    record("translation.named", actor=editor, on=verdict, before=before, after=_standing(verdict))
    return rows[-1]


@transaction.atomic
def leave_translations(verdict: Verdict, *, editor: User) -> None:
    """Take a verdict out of those that say the same; where one is left over, it is out as well. Raises NotAllowed."""
    take_turn()
    before = _standing(verdict)
    if not before:
        raise NotAllowed(_("This verdict stands alone already."))
    left = [row for row in before if row["verdict"] != verdict.pk]
    heir = left[0]["verdict"] if before[0]["original"] == verdict.pk else before[0]["original"]
    after = [{**row, "original": heir} for row in left] if len(left) > 1 else []
    _put(after, instead_of=before)
    record("translation.left", actor=editor, on=verdict, before=before, after=after)


@transaction.atomic
def restore_translations(entry: Entry, *, editor: User) -> None:
    """Have the verdicts of an act stand together as they did before it. Raises CannotUndo if that changed since."""
    before, after = entry.details["before"], entry.details["after"]
    touched = {row["verdict"] for row in (*before, *after)}
    now = _told(Translation.objects.filter(Q(verdict__in=touched) | Q(original__in=touched)))
    if now == before:
        raise CannotUndo(_("This is undone already."))
    if now != after:
        raise CannotUndo(_("Somebody has changed since which verdicts say the same."))
    _put(before, instead_of=after)
    verdict = Verdict.objects.get(pk=entry.subject_id)
    record("translation.restored", actor=editor, on=verdict, undoes=entry.pk, before=after, after=before)


def language_of(verdict: Verdict) -> str:
    """The tag of the language that a verdict is in: as it was named, else as its words tell, else the site's."""
    if hasattr(verdict, "translation"):
        return verdict.translation.language
    words = f"{verdict.claim.text}\n{verdict.conclusion}\n{verdict.reasoning}"
    return detected_language(words).lower() or the_site().language


def _as_it_stands(verdict: Verdict) -> Verdict:
    return Verdict.objects.select_related("claim", "translation__original").get(pk=verdict.pk)


def _must_be_two(verdict: Verdict, of: Verdict) -> None:
    if verdict.claim_id == of.claim_id:
        raise NotAllowed(_("These are verdicts on one claim. Name one on the claim as another language words it."))
    if verdict.is_withdrawn or of.is_withdrawn:
        raise NotAllowed(_("One of them is retracted, and readers are led to no retracted verdict."))
    if hasattr(verdict, "translation"):
        raise NotAllowed(
            _("The verdict on “%(claim)s” stands beside others already. Take it out there first.")
            % {"claim": verdict.claim}
        )


def _standing(verdict: Verdict) -> list[dict[str, Any]]:
    return _told(Translation.objects.beside(verdict))


def _told(rows: Any) -> list[dict[str, Any]]:
    """What the ledger keeps of them, enough to put them back."""
    return [*rows.order_by("verdict").values("verdict", "original", "language")]


def _put(rows: list[dict[str, Any]], *, instead_of: list[dict[str, Any]]) -> None:
    Translation.objects.filter(verdict__in=[row["verdict"] for row in instead_of]).delete()
    Translation.objects.bulk_create(
        Translation(verdict_id=row["verdict"], original_id=row["original"], language=row["language"]) for row in rows
    )
