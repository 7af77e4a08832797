"""Whom a "he" or "the official" beside a verb of saying may stand for: a suggestion for a person to confirm.

Looks only among the sources of the same text; what it cannot tell safely it leaves open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import regex

from factcheck.compare.attributions.mentions import APPOSED
from factcheck.compare.findings import Attribution, Span

PRONOUN = regex.compile(r"(?:he|she)(?:['’]s)?", regex.IGNORECASE)
DESCRIPTION = regex.compile(r"the (\p{L}+)", regex.IGNORECASE)
HEAD = regex.compile(r"(?:(?!,|\(| (?:who|with|familiar|close|of|in|from|at|for)\b).)+", regex.DOTALL)
NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}.'’\-]+")
PARAGRAPH_BREAK = regex.compile(r"\n\s*")
PARAGRAPHS_FOR_PRONOUN = 1
PARAGRAPHS_FOR_DESCRIPTION = 6
SECOND_NAME = regex.compile(r"\p{Lu}\p{L}+ (\p{Lu}[\p{L}\p{M}.'’\-]+)")
MOST_CANDIDATES = 40
FURTHEST = 5000  # characters between a pronoun or description and what it may stand for


def suggest_names(text: str, attributions: Sequence[Attribution]) -> tuple[Span | None, ...]:
    """For each attribution the earlier source that its own stands for; None where it names itself or none is safe.

    "He" and "she" get the nearest person named in the same paragraph or the one before, "the person" the nearest
    "a person …", a bare "Ruiz" the nearest longer name that ends so, and so does "he" behind it.
    """
    sources = sorted({one.source for one in attributions if one.source})
    surnames = frozenset(found.group(1) for found in SECOND_NAME.finditer(text, overlapped=True))
    suggested: dict[Span, Span | None] = {}
    for at, source in enumerate(sources):
        earlier = sources[max(0, at - MOST_CANDIDATES) : at]
        found = _antecedent(text, source, earlier[::-1], surnames)
        suggested[source] = (suggested[found] or found) if found else None
    return tuple(suggested[one.source] if one.source else None for one in attributions)


def _antecedent(text: str, source: Span, nearest_first: Sequence[Span], surnames: frozenset[str]) -> Span | None:
    own = source.of(text)
    described = DESCRIPTION.fullmatch(own)
    if PRONOUN.fullmatch(own):
        near = _within(text, source, nearest_first, PARAGRAPHS_FOR_PRONOUN)
        return _first(near, lambda one: _names_person(_head(text, one), surnames))
    if described:
        near = _within(text, source, nearest_first, PARAGRAPHS_FOR_DESCRIPTION)
        return _first(near, lambda one: _describes(_head(text, one), described.group(1)))
    if NAME.fullmatch(own):
        return _first(nearest_first, lambda one: len(_head(text, one)) > 1 and _head(text, one)[-1] == own)
    return None


def _first(candidates: Sequence[Span], fits: Callable[[Span], bool]) -> Span | None:
    return next((one for one in candidates if fits(one)), None)


def _within(text: str, source: Span, candidates: Sequence[Span], paragraphs: int) -> list[Span]:
    """The candidates that stand at most so many paragraphs before the source."""
    near = [one for one in candidates if source.start - one.end <= FURTHEST]
    return [one for one in near if len(PARAGRAPH_BREAK.findall(text, one.end, source.start)) <= paragraphs]


def _head(text: str, source: Span) -> list[str]:
    """The words of a mention up to its first comma, "who" or preposition; the name of "the mayor, Ana Ruiz"."""
    if apposed := APPOSED.fullmatch(text, source.start, source.end):
        return str(apposed["name"]).split()
    head = HEAD.match(text, source.start, source.end)
    return head.group().split() if head else []


def _names_person(head: Sequence[str], surnames: frozenset[str]) -> bool:
    """Whether a mention ends in the name of a person: of two words, or a surname that the text has behind another."""
    if not head or not NAME.fullmatch(head[-1]) or head[0].lower() in ("the", "a", "an"):
        return False
    return bool(NAME.fullmatch(head[-2])) if len(head) > 1 else head[0] in surnames


def _describes(head: Sequence[str], noun: str) -> bool:
    return len(head) > 1 and head[-1].lower() == noun.lower() and head[0].lower() != "the"
