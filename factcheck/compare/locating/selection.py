"""Where words stand in a text just as given, house style apart, and which of several places is meant."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from factcheck.compare.findings import Span
from factcheck.compare.lexicon import words_of
from factcheck.compare.locating.marks import without_marks
from factcheck.compare.words.folded_words import Folded, fold, folded_words

COMMON_WORDS = words_of("en/words/common_words") | words_of("en/words/function_words") | words_of("en/words/pronouns")
SHORT = 4  # words: fewer may stand anywhere by chance
NEIGHBOURHOOD = 12  # words on either side
MOST_PLACES = 10_000


def selected(quote: str, text: str, prefix: str, suffix: str) -> Span | None:
    """The place of a quotation that stands to the letter, between the very characters it is known to stand between."""
    if not quote.strip() or (not prefix and not suffix and quote != text):
        return None
    at = text.find(prefix + quote + suffix)
    return None if at < 0 else Span(at + len(prefix), at + len(prefix) + len(quote))


def standing(quote: str, text: str, prefix: str, suffix: str) -> Span | None:
    """The place of a quotation whose words all stand together, chosen by what stood around it."""
    wanted, given = fold(without_marks(quote)), fold(without_marks(text))
    size = len(wanted.words)
    places = list(islice(_places(wanted.words, given.words), MOST_PLACES))
    before, after = folded_words(prefix), folded_words(suffix)
    about = frozenset(before + after) - COMMON_WORDS
    if about and size < SHORT:
        places = [at for at in places if not about.isdisjoint(_around(given, at, size))]
    if not places:
        return None
    best = max(places, key=lambda at: _agreement(given, at, size, before, after))
    return _with_marks(quote, wanted, text, Span(given.spans[best].start, given.spans[best + size - 1].end))


def _places(wanted: tuple[str, ...], given: tuple[str, ...]) -> Iterator[int]:
    """The positions at which all the wanted words stand in a row."""
    if not wanted:
        return
    line, run = f" {' '.join(given)} ", f" {' '.join(wanted)} "
    at, counted, position = line.find(run), 0, 0
    while at >= 0:
        position += line.count(" ", counted, at)
        counted = at
        yield position
        at = line.find(run, at + 1)


def _around(given: Folded, at: int, size: int) -> frozenset[str]:
    after = at + size
    return frozenset(given.words[max(0, at - NEIGHBOURHOOD) : at] + given.words[after : after + NEIGHBOURHOOD])


def _agreement(given: Folded, at: int, size: int, before: list[str], after: list[str]) -> int:
    """How much of what stood around the quotation stands around a place; words right beside it count three times."""
    left = given.words[max(0, at - len(before)) : at]
    right = given.words[at + size : at + size + len(after)]
    beside = _common(reversed(left), reversed(before)) + _common(iter(right), iter(after))
    return 2 * beside + len(_around(given, at, size).intersection(before + after))


def _common(words: Iterator[str], others: Iterator[str]) -> int:
    count = 0
    for word, other in zip(words, others, strict=False):
        if word != other:
            break
        count += 1
    return count


def _with_marks(quote: str, wanted: Folded, text: str, place: Span) -> Span:
    """The place with the marks around the quotation's words, where the text has the same ones."""
    lead, trail = quote[: wanted.spans[0].start], quote[wanted.spans[-1].end :]
    start = place.start - len(lead) if lead and text.endswith(lead, 0, place.start) else place.start
    end = place.end + len(trail) if trail and text.startswith(trail, place.end) else place.end
    return Span(start, end)
