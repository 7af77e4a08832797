"""What stands against one statement, for its page: the other side of each conflict, and who of the two denies what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from factcheck.claims.conflict_order import judged_first
from factcheck.claims.models import Conflict, Position, Statement
from factcheck.compare.clashing import OPPOSITE

OF_A_CLAIM = re.compile("One supports and one denies “(?P<words>.+)”", re.DOTALL)
OF_A_WORD = re.compile("(?:; |^)the (?P<side>first|second) (?P<verb>denies|doubts|leaves open) “(?P<words>.+)”$")
TOLD = {  # what is done, and whether by the statement whose page it is
    ("denies", True): _("This statement denies “%(words)s”"),
    ("denies", False): _("%(speaker)s denies “%(words)s”"),
    ("doubts", True): _("This statement doubts “%(words)s”"),
    ("doubts", False): _("%(speaker)s doubts “%(words)s”"),
    ("leaves open", True): _("This statement leaves “%(words)s” open"),
    ("leaves open", False): _("%(speaker)s leaves “%(words)s” open"),
}


@dataclass(frozen=True)
class OtherSide:
    """The statement on the other side of a conflict.

    `denial` says which of the two denies what, empty if the reason does not tell; `reason` is the rest of the reason.
    """

    conflict: Conflict
    statement: Statement
    denial: str
    reason: str


def other_sides(statement: Statement, positions: Iterable[Position]) -> list[OtherSide]:
    """What stands against a statement and was not dismissed; `positions` are the statement's own."""
    conflicts = Conflict.objects.standing().involving([statement]).with_statements().without_texts()
    stances = {position.claim.text: position.stance for position in positions}
    return [_other_side(statement, conflict, stances) for conflict in judged_first(conflicts)]


def _other_side(statement: Statement, conflict: Conflict, stances: dict[str, str]) -> OtherSide:
    is_first = conflict.first_id == statement.pk
    other = conflict.second if is_first else conflict.first
    speaker = other.speaker if other.speaker != statement.speaker else str(_("The other statement"))
    if found := OF_A_WORD.search(conflict.because):
        is_own = is_first == (found["side"] == "first")
        rest = conflict.because[: found.start()]
        return OtherSide(conflict, other, _told(found["verb"], found["words"], is_own, speaker), rest)
    found = OF_A_CLAIM.fullmatch(conflict.because)
    stance = stances.get(found["words"]) if found else None
    if found and stance in OPPOSITE:
        is_own = stance == Position.Stance.DENIES
        return OtherSide(conflict, other, _told("denies", found["words"], is_own, speaker), "")
    return OtherSide(conflict, other, "", conflict.because)


def _told(verb: str, words: str, is_own: bool, speaker: str) -> str:
    return str(TOLD[verb, is_own]) % {"speaker": speaker, "words": words}
