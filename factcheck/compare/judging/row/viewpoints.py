"""Credits without a verb of saying: "per the filing", "by her own account", "as Dask put it", "what he called".

The first three are viewpoint and source adjuncts at the edge of a clause, the last a nominal relative clause whose verb
names (Quirk et al., A Comprehensive Grammar of English, 1985, 8.89, 15.53, 15.8; Levin's dub and characterize verbs,
1993, 29.2, 29.3). A price "per head" and "what is called the Feast of Lamps" credit nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import regex

from factcheck.compare.judging.row.turned_round import BE
from factcheck.compare.judging.row.voices import POSSESSIVE, TRACES
from factcheck.compare.language.inflection import forms_of
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.language.phrases import Word
from factcheck.compare.lexicon import words_of

PER, WHAT, AS, IT, BY = "per", "what", "as", "it", "by"
GOING = frozenset(["going", "judging"])  # by or from what is known
OPENERS = GOING | {PER, AS, "by", "on", "in", "from", "to"}
ACCOUNTS = frozenset(
    ["account", "telling", "version", "reckoning", "recollection", "estimate", "estimates", "estimation", "admission"]
) | {"count", "tally", "figures", "calculation", "calculations", "word", "evidence", "testimony"}
OWNERS = frozenset(["his", "her", "its", "their", "my", "our", "official"])
OPENS_SPEAKER = OWNERS | {"the", "a", "an", "this", "these"}
WRITINGS = words_of("en/attributions/documents") | {"filing", "filings"} | TRACES
SPEAKING = frozenset(["person", "occupation", "organisation", "document"])
PUTS_IT = frozenset(["put", "puts", "tell", "tells", "told", "saw", "sees", "describes", "described"])
NAMING = frozenset(
    form
    for verb in ("call", "term", "label", "brand", "dub", "describe", "characterize", "characterise", "deem")
    for form in forms_of(verb)
)
LONGEST = 5  # words of a speaker or an account
EDGE = regex.compile(r"\W*[,;:(—–]\W*")

type IsName = Callable[[Word], bool]


def viewpoints_in(text: str, words: Sequence[Word], is_name: IsName) -> Iterator[int]:
    """Which words of a sentence make such a credit."""
    for at, word in enumerate(words):
        if word.plain == WHAT:
            yield from _naming(words, at)
        elif word.plain in NAMING:
            if _named_by(words, at):
                yield at
        elif word.plain in OPENERS and (not at or EDGE.fullmatch(text, words[at - 1].end, word.start)):
            yield from _opened(text, words, at, is_name)


def _opened(text: str, words: Sequence[Word], at: int, is_name: IsName) -> Iterator[int]:
    """Where a credit stands that a word opens at the edge of a clause."""
    if words[at].plain == AS:
        yield from _putting_it(words, at)
    elif _opens_source(words, at, is_name) or _is_account(text, words, at + 1):
        yield at


def _opens_source(words: Sequence[Word], at: int, is_name: IsName) -> bool:
    """Whether "per" or "going by" opens a phrase for what may speak: "the filing", "police", "Dask"."""
    if words[at].plain in GOING and [word.plain for word in words[at + 1 : at + 2]] in (["by"], ["from"]):
        at += 1
    elif words[at].plain != PER:
        return False
    near = words[at + 1 : at + 1 + LONGEST]
    if near and (near[0].plain in OPENS_SPEAKER or is_name(near[0])):
        return any(is_name(word) or word.plain in WRITINGS or class_of(word.plain) in SPEAKING for word in near)
    return any(word.plain in WRITINGS for word in near[:2])


def _is_account(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether somebody's account stands at a place: "her lawyer's account", "his own telling"."""
    for place, word in enumerate(words[at : at + LONGEST]):
        if word.plain in ACCOUNTS:
            before = words[at : at + place]
            return any(
                some.plain in OWNERS or text[some.start : some.end + 1].strip().endswith(POSSESSIVE) for some in before
            )
    return False


def _named_by(words: Sequence[Word], at: int) -> bool:
    """Whether a participle of naming has somebody behind it who so names: "described by neighbours as"."""
    behind = [word.plain for word in words[at + 1 : at + 3 + LONGEST]]
    return at > 0 and behind[:1] == [BY] and AS in behind[2:]


def _putting_it(words: Sequence[Word], at: int) -> Iterator[int]:
    """Where "put" stands in "as Dask put it"."""
    for place in range(at + 2, min(at + 2 + LONGEST, len(words) - 1)):
        if words[place].plain in PUTS_IT and words[place + 1].plain == IT:
            yield place


def _naming(words: Sequence[Word], at: int) -> Iterator[int]:
    """Where a verb of naming stands in "what the mayor called"; who only "is called" something is called it by all."""
    for place in range(at + 1, min(at + 2 + LONGEST, len(words) - 1)):
        if words[place].plain in BE:
            return
        if words[place].plain in NAMING and place > at + 1:
            yield place
            return
