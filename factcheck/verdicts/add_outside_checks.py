"""Taking in what other desks found, and saying which claim of this desk it is about. No article comes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from factcheck.articles.formats.claim_review import Check
from factcheck.claims.models import Claim
from factcheck.ledger.chain import record
from factcheck.verdicts.models import OutsideCheck, OutsideRating, Rating

FIELDS = ("desk", "claim_text", "claimant", "label", "value", "worst", "best", "reviewed_on")


@dataclass
class Added:
    """What became of the checks of a file; `refused` says of each that was not stored why."""

    new: list[OutsideCheck]
    changed: list[OutsideCheck]
    known: list[OutsideCheck]
    refused: list[str]

    @property
    def in_words(self) -> str:
        new, changed, known = len(self.new), len(self.changed), len(self.known)
        told = [
            (new, ngettext("%(count)d new", "%(count)d new", new)),
            (changed, ngettext("%(count)d changed", "%(count)d changed", changed)),
            (known, ngettext("%(count)d known already", "%(count)d known already", known)),
        ]
        return ", ".join(what % {"count": count} for count, what in told if count) or _("none")


@transaction.atomic
def add_checks(checks: Iterable[Check], *, editor: User | None) -> Added:
    """Store each check once by its address; one whose publisher changed it since is changed here too.

    A claim of exactly the same words is taken for the one it is about; every other waits for a person.
    """
    added = Added([], [], [], [])
    for check in checks:
        stored = OutsideCheck.objects.filter(url=check.url).first()
        row = stored or OutsideCheck(url=check.url, added_by=editor, claim=_same_words(check.claim))
        before = {name: getattr(row, name) for name in FIELDS}
        _take_over(row, check)
        if stored and before == {name: getattr(row, name) for name in FIELDS}:
            added.known.append(row)
            continue
        try:
            row.full_clean()
        except ValidationError as error:
            added.refused.append(f"{check.url or check.claim}: {' '.join(error.messages)}")
            continue
        row.save()
        record("check.changed" if stored else "check.added", actor=editor, on=row, url=row.url, label=row.label)
        (added.changed if stored else added.new).append(row)
    return added


@transaction.atomic
def place_check(check: OutsideCheck, *, claim: Claim | None, editor: User) -> None:
    """Say which claim a check is about, or that it is about none of this desk's."""
    check = OutsideCheck.objects.select_for_update(no_key=True, of=("self",)).get(pk=check.pk)
    if check.claim_id == (claim.pk if claim else None):
        return
    was = check.claim_id
    check.claim = claim
    check.save(update_fields=["claim"])
    record("check.placed", actor=editor, on=check, was=was, claim=check.claim_id)


def rated_here(checks: Iterable[OutsideCheck]) -> list[tuple[OutsideCheck, Rating | None]]:
    """Each check with what its rating means on this desk's scale, as far as an administrator has said.

    One query, none for no checks. What is said of one desk comes before what is said of all.
    """
    told = list(checks)
    known = OutsideRating.objects.select_related("rating") if told else ()
    meanings = {(one.domain.casefold(), one.label.casefold()): one.rating for one in known}
    return [
        (check, meanings.get((check.domain, check.label.casefold()), meanings.get(("", check.label.casefold()))))
        for check in told
    ]


def _take_over(row: OutsideCheck, check: Check) -> None:
    row.desk, row.claim_text, row.claimant, row.label = check.desk, check.claim, check.claimant, check.label
    row.value, row.worst, row.best, row.reviewed_on = check.value, check.worst, check.best, check.day


def _same_words(text: str) -> Claim | None:
    return Claim.objects.filter(text__iexact=text).first()
