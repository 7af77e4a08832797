"""Whether two rows tell the same words of the same speaker and differ in the neutral words of their one credit alone.

"X said" stands for "according to X", "X stated", "X told reporters", before the statement or behind it (Quirk et al.,
A Comprehensive Grammar of English, 1985, 14.28). A credit that judges, or another hearer or place, is another telling.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

import regex

from factcheck.compare.judging.row.changes import Change
from factcheck.compare.judging.row.sides import RowSide
from factcheck.compare.judging.row.tenses import is_past
from factcheck.compare.judging.row.turned_round import ARTICLES
from factcheck.compare.judging.row.voices import COURTS, IN_TIME
from factcheck.compare.judging.speech.credited import (
    FINITE,
    RELATIVES,
    TELLS,
    speaker_before,
    speaker_behind,
    stands_first,
)
from factcheck.compare.language.inflection import forms_of
from factcheck.compare.language.phrases import Word
from factcheck.compare.lexicon import words_of

NEUTRAL = frozenset(form for verb in words_of("en/judging/neutral_verbs") for form in forms_of(verb))
ACCORDING = "according"
THAT, ON = "that", "on"
NO_SPEAKER = ARTICLES | {"has", "have", "had"}  # "Dask has said"
# The press that hears whatever is said in public; a paper, a court or one hearer more is part of the credit.
PRESS = (["reporters"], ["journalists"], ["newsmen"], ["the", "media"], ["the", "press"])
TO, AT = frozenset(["to", "before"]), "at"
ASSEMBLIES = COURTS | {"conference", "briefing", "meeting", "rally", "congress", "parliament", "assembly"}
COMMA = regex.compile(r",\s+")
SET_OFF = ',;”"’'
CONNECTING = frozenset(["and", "but", "or", "so", "because", "as", "after", "when", "while", "with", "in", "on", "at"])
OPEN_ADVERBIALS = CONNECTING - {"and", "but", "or", "so"} | {"during", "before", "despite", "since", "until", "if"}
OF_CREDITS = NEUTRAL | NO_SPEAKER | TO | {ACCORDING, THAT, ON, AT}.union(*PRESS)
NEAR = 4  # words: "at a crowded news conference"


class Credit(NamedTuple):
    """Where the words of a row's credit stand, where those for its speaker, and the verb, "" if it is neutral."""

    words: range
    speaker: range
    verb: str

    @property
    def stop(self) -> int:
        return max(self.words.stop, self.speaker.stop)


class CreditedWords(NamedTuple):
    """Who says it, how and when, and the words that are said, each with whether it stands in quotation marks.

    `is_open` if the row opens with what is said.
    """

    speaker: tuple[str, ...]
    verb: str
    when: tuple[str, ...]
    statement: tuple[tuple[str, bool], ...]
    is_open: bool


def differ_in_neutral_credit(left: RowSide, right: RowSide, changes: Sequence[Change]) -> bool:
    """Whether two rows tell the same but for neutral words of saying and where the credit or an adverbial stands."""
    if any(word.plain not in OF_CREDITS for change in changes for half in change.halves for word in half.alone):
        return False
    one, other = _credit_of(left), _credit_of(right)
    if not (one and other and _is_said_alike(left, one, other) and _is_said_alike(right, other, one)):
        return False
    here, there = _told(left, one), _told(right, other)
    return here[:3] == there[:3] and (_tell_alike(here, there) or _tell_alike(there, here))


def _credit_of(side: RowSide) -> Credit | None:
    """The one credit of a row."""
    if len(side.cues) != 1:
        return None
    where = side.cues[0][0]
    cue = side.words[where[0]].plain
    verb = "" if cue == ACCORDING or (len(where) == 1 and cue in NEUTRAL) else cue
    if cue == ACCORDING or (cue not in TELLS and stands_first(side, where.start)):
        speaker = list(takewhile(lambda word: word.plain not in IN_TIME, speaker_behind(side, where.stop)))
        stop = where.stop + len(speaker)
        return Credit(where, range(where.stop, stop + _apposition(side, stop)), verb)
    speaker = speaker_before(side, where.start)
    words = range(where.start, where.stop + _hearers(side, where.stop, is_told=cue in TELLS))
    return Credit(words, range(where.start - len(speaker), where.start), verb)


def _apposition(side: RowSide, at: int) -> int:
    """How many words behind a speaker say who that is, set apart by a comma: "said Dask, the mayor"."""
    if not 0 < at < len(side.words) or COMMA.fullmatch(side.text, side.words[at - 1].end, side.words[at].start) is None:
        return 0
    found = speaker_behind(side, at + 1)
    words = side.words[at : at + 1 + len(found)]
    is_clause = words[0].plain in RELATIVES or any(word.plain in FINITE or is_past(word.plain) for word in words)
    return 0 if is_clause or words[0].plain in CONNECTING or words[0].plain.endswith("ing") else len(words)


def _is_said_alike(side: RowSide, own: Credit, other: Credit) -> bool:
    """Whether nothing behind a credit at the end may tell of the saying, and of the deed where the credit is first."""
    behind = [word for word in side.words[own.stop :] if word.plain not in IN_TIME]
    is_last = own.speaker.start > 0 and other.speaker.start == 0
    return not (is_last and behind) or side.text[behind[0].start - 2] in SET_OFF


def _tell_alike(here: CreditedWords, there: CreditedWords) -> bool:
    """Whether words are the same in one order, or open with an adverbial that stands at the end there."""
    one, other = here.statement, there.statement
    if one == other:
        return True
    if not here.is_open or len(one) != len(other) or one[0][0] not in OPEN_ADVERBIALS:
        return False
    return any(one[at:] + one[:at] == other for at in range(1, len(one)))


def _hearers(side: RowSide, at: int, *, is_told: bool) -> int:
    """How many words behind words of saying say that the press heard, or only lead to others: "said at the inquiry"."""
    plain = [word.plain for word in side.words[at : at + NEAR + 1]]
    leads = plain[:1] != [] and (plain[0] in TO or (plain[0] == AT and not ASSEMBLIES.isdisjoint(plain)))
    before = int(leads and not is_told)
    if not (is_told or before):
        return 0
    return before + next((len(some) for some in PRESS if plain[before : before + len(some)] == some), 0)


def _told(side: RowSide, credit: Credit) -> CreditedWords:
    plain = (side.words[at].plain for at in credit.speaker)
    speaker = tuple(sorted(word for word in plain if word not in NO_SPEAKER))  # "Dask, the mayor", "the mayor, Dask"
    when = list(takewhile(lambda word: word.plain in IN_TIME, side.words[credit.stop :]))
    behind = credit.stop + len(when)
    taken = {*credit.words, *credit.speaker, *range(credit.stop, behind)}
    if [word.plain for word in side.words[behind : behind + 1]] == [THAT]:
        taken.add(behind)
    kept = [at for at in range(len(side.words)) if at not in taken]
    statement = tuple((side.words[at].plain, _is_quoted(side, side.words[at])) for at in kept)
    return CreditedWords(
        speaker, credit.verb, tuple(w.plain for w in when if w.plain != ON), statement, kept[:1] == [0]
    )


def _is_quoted(side: RowSide, word: Word) -> bool:
    return any(quotation.start <= word.start < quotation.end for quotation in side.quotations)
