"""Showing why a text was found: its words in pieces, those that the query asks for told apart, and the best excerpt."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from factcheck.search.words import LETTER, Query, SearchTerm, fold_letter

EXCERPT = 240  # characters
BEFORE = 60  # of them before the first word that was found
LOOKED_AT = 300  # places in one text
LONGEST = 200_000  # characters of a text that is excerpted


@dataclass(frozen=True)
class Piece:
    """A run of text; `is_match` if the query asked for it."""

    text: str
    is_match: bool


def highlight(text: str, query: Query) -> list[Piece]:
    """The whole text in pieces."""
    text = unicodedata.normalize("NFC", text)
    return _pieces(text, _places(text, query))


def excerpt(text: str, query: Query, *, length: int = EXCERPT) -> list[Piece]:
    """About `length` characters around the place where most different terms stand together; else the beginning."""
    text = unicodedata.normalize("NFC", text[:LONGEST])
    places = _places(text, query)
    start = max(0, _densest(places, length) - BEFORE)
    start = text.find(" ", start) + 1 if start else 0
    end = text.rfind(" ", start, start + length) if len(text) > start + length else len(text)
    end = end if end > start else start + length
    shifted = [(at - start, until - start) for at, until, _ in places if start <= at and until <= end]
    pieces = _pieces(regex.sub(r"\s", " ", text[start:end]), [(at, until, 0) for at, until in shifted])
    before = [Piece("… ", is_match=False)] if start else []
    after = [Piece(" …", is_match=False)] if end < len(text) else []
    return [*before, *pieces, *after]


type Place = tuple[int, int, int]  # start, end, number of the term


def _places(text: str, query: Query) -> list[Place]:
    """Where terms stand, in order and without overlaps."""
    if not query:
        return []
    folded = "".join(map(fold_letter, text))
    found = (match for match, _ in zip(_pattern_of(query).finditer(folded), range(LOOKED_AT), strict=False))
    return [(*match.span(), match.lastindex or 0) for match in found]


@lru_cache(maxsize=64)
def _pattern_of(query: Query) -> regex.Pattern[str]:
    return regex.compile("|".join(f"({_pattern(term)})" for term in query.terms), regex.DOTALL)


def _pattern(term: SearchTerm) -> str:
    return rf"(?<!{LETTER})(?:{'|'.join(map(_side_by_side, term.forms))})(?!{LETTER})"


def _side_by_side(form: SearchTerm) -> str:
    words = rf"(?:(?!{LETTER}).)+".join(regex.escape("".join(map(fold_letter, word))) for word in form.words)
    return f"{words}{LETTER}*" if form.is_prefix else words


def _densest(places: list[Place], length: int) -> int:
    """Where the stretch begins that holds most different terms; the first of equals."""

    def terms_from(at: int) -> int:
        return len({term for start, _, term in places if at <= start < at + length - BEFORE})

    return max((start for start, _, _ in places), key=lambda at: (terms_from(at), -at), default=0)


def _pieces(text: str, places: list[Place]) -> list[Piece]:
    matches = {start for start, _, _ in places}
    cuts = sorted({0, len(text), *(edge for start, end, _ in places for edge in (start, end))})
    return [Piece(text[start:end], is_match=start in matches) for start, end in pairwise(cuts)]
