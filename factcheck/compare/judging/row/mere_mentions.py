"""Words of saying that only mention it: what somebody tried, refused, is to or may say, and what is no saying at all.

An infinitive holds only behind verbs that imply it ("had to admit": Karttunen, Implicative Verbs, 1971); behind a modal
or "do not" nobody has spoken.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare.judging.row.tenses import MODALS
from factcheck.compare.judging.row.turned_round import BE
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Word

NOT_YET = (MODALS | {"cannot"}) - {"can"}  # who "can reveal" something does
HYPHEN = "-"
POSSESSIVE = ("'s", "’s")
TO, DO = "to", frozenset(["do", "does", "did"])
BETWEEN = frozenset(["not", "never", "also", "even", "only", "yet", "still", "again"])
IMPLYING = frozenset(
    ["had", "has", "have", "having", "forced", "compelled", "obliged", "managed", "dared", "went", "on", "continued"]
)
PLURALS = frozenset(["estimates", "claims", "comments"])  # nouns too
NOUN_BEHIND = frozenset(["if", "as", "of", "on", "by", "with", "for", "when", "while"])
SPOKEN = frozenset(["said", "told", "wrote"])
VERBS_AND_PREPOSITIONS = BE | frozenset(
    ["have", "had", "will", "would", "could", "may", "as", "for", "of", "about", "against", "by"]
)
ADDING = frozenset(["add", "adds", "added", "adding"])
AROUND = frozenset(["about", "nearly", "almost", "around", "another", "some", "up", "more", "over"])


def only_mentions(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a word of saying gives nobody's words: it was not spoken, is a noun or part of one, or adds an amount."""
    cue = words[at].plain
    if text[words[at].start : words[at].end].endswith(POSSESSIVE) or _is_joined(text, words, at):
        return True
    if cue in PLURALS:
        return _is_noun(words, at)
    if cue in ADDING and _adds_amount(words, at):
        return True
    return cue not in SPOKEN and not cue.endswith(("s", "ed", "ing")) and _is_unspoken(words, at)


def _is_joined(text: str, words: Sequence[Word], at: int) -> bool:
    return at > 0 and text[words[at - 1].end : words[at].start] == HYPHEN


def _is_unspoken(words: Sequence[Word], at: int) -> bool:
    """Whether a base form stands behind "to", a modal, or "did not"."""
    first = at - 1
    while first >= 0 and words[first].plain in BETWEEN:
        first -= 1
    if first < 0:
        return False
    before = words[first].plain
    if before == TO:
        return first == 0 or words[first - 1].plain not in IMPLYING
    return before in NOT_YET or (before in DO and first < at - 1)


def _is_noun(words: Sequence[Word], at: int) -> bool:
    behind = words[at + 1].plain if at + 1 < len(words) else ""
    return at == 0 or words[at - 1].plain in NOUN_BEHIND or behind in VERBS_AND_PREPOSITIONS


def _adds_amount(words: Sequence[Word], at: int) -> bool:
    behind = [word.plain for word in words[at + 1 : at + 3]]
    return bool(behind) and (is_number(behind[0]) or (behind[0] in AROUND and is_number(behind[-1])))
