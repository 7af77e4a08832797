"""How much of an article a public page prints: so many words of each statement, and a tenth of the text in all.

Of an outlet that lets its whole text be shown nothing is cut. The marked words come before the sentence around them,
and where they are too many the long ones give way, so that no side of a claim silences the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Self

from django.conf import settings
from django.db.models.functions import Length

from factcheck.articles.models import Article
from factcheck.claims.models import Statement
from factcheck.verdicts.snapshot.quotations import Quotation

SHARE = 10  # one part in so many of a text is printed at most
SHORTEST = 160  # letters of any text that may be printed, about a sentence: a denial cut in half says something else
LETTERS_OF_WORD = 10  # at most: some scripts put no spaces between words
MORE = "…"
BOUND_FACTS = ("pk", "article", Length("article__text"), "article__outlet__is_text_public")  # of a statement
WORD = re.compile(r"\S+")

type Piece = tuple[int, str, str, str]  # one statement as it is quoted: its key, the words before, its own, those after
type Cut = tuple[str, str, str]


@dataclass(frozen=True)
class Bound:
    """How many letters of one article a page may print; None: all of them."""

    article: int
    letters: int | None

    @classmethod
    def of(cls, statement: Statement) -> Self:
        """Give the statement with its article, text and outlet."""
        return cls.of_article(statement.article)

    @classmethod
    def of_article(cls, article: Article) -> Self:
        return cls.read(article.pk, len(article.text), is_text_public=article.outlet.is_text_public)

    @classmethod
    def read(cls, article: int, length: int, *, is_text_public: bool) -> Self:
        return cls(article, None if is_text_public else max(length // SHARE, SHORTEST))


def bounds_of(quotations: Iterable[Quotation]) -> dict[int, Bound]:
    """What may be printed of the articles of stored quotations, by statement, in one query."""
    keys = {quotation.statement for quotation in quotations}
    if not keys:
        return {}
    return bounds_from(Statement.objects.filter(pk__in=keys).order_by().values_list(*BOUND_FACTS))


def bounds_from(facts: Iterable[Sequence[Any]]) -> dict[int, Bound]:
    """The same from rows of `BOUND_FACTS`, where they were read with more."""
    return {pk: Bound.read(article, length, is_text_public=public) for pk, article, length, public in facts}


class Excerpts:
    """The quotations of one page, cut to what it may print; a statement that stands in it twice counts once."""

    def __init__(self, quotations: Iterable[Quotation], bounds: Mapping[int, Bound]) -> None:
        by_article: dict[Bound, list[Piece]] = {}
        for piece in dict.fromkeys(map(_piece, quotations)):
            bound = bounds.get(piece[0], Bound(-piece[0], SHORTEST))
            by_article.setdefault(bound, []).append(piece)
        self._printed: dict[Piece, Cut] = {}
        for bound, pieces in by_article.items():
            self._printed |= zip(pieces, _cut(pieces, bound.letters), strict=True)

    def keeps(self, quotation: Quotation) -> bool:
        """Whether its own words are printed whole."""
        return self._printed[_piece(quotation)][1] == quotation.exact

    def of(self, quotation: Quotation) -> Quotation:
        before, exact, after = self._printed[_piece(quotation)]
        return replace(quotation, before=before, exact=exact, after=after)


def clipped(text: str, letters: int, *, from_end: bool = False) -> str:
    """As many whole words of a text as fit, with the sign for more where some are missing."""
    if len(text) <= letters:
        return text
    room = max(letters - len(MORE), 0)
    window = text[len(text) - room :] if from_end else text[:room]
    if any(unicodedata.east_asian_width(letter) in "WF" for letter in window):
        words = window  # written without spaces
    else:
        words = window.partition(" ")[2] if from_end else window.rpartition(" ")[0]
    return f"{MORE}{words.lstrip()}" if from_end else f"{words.rstrip(' ,;:')}{MORE}"


def shortened(text: str, letters: int) -> str:
    """The same of a title: of one word that is too long, its beginning."""
    words = clipped(text, letters)
    return words if words != MORE else f"{text[: letters - 1]}{MORE}"


def _piece(quotation: Quotation) -> Piece:
    return quotation.statement, quotation.before, quotation.exact, quotation.after


def _cut(pieces: Sequence[Piece], letters: int | None) -> Sequence[Cut]:
    if letters is None:
        return [piece[1:] for piece in pieces]
    own = _levelled([_first_words(exact, settings.QUOTE_WORDS) for _, _, exact, _ in pieces], letters)
    left = letters - sum(map(len, own))
    rooms = [0 if words != exact else _words_left(words) for (_, _, exact, _), words in zip(pieces, own, strict=True)]
    afters = [_first_words(after, room) for (_, _, _, after), room in zip(pieces, rooms, strict=True)]
    afters = _levelled(afters, left)
    left -= sum(map(len, afters))
    rooms = [max(room - len(after.split()), 0) for room, after in zip(rooms, afters, strict=True)]
    befores = [_last_words(before, room) for (_, before, _, _), room in zip(pieces, rooms, strict=True)]
    return list(zip(_levelled(befores, left, from_end=True), own, afters, strict=True))


def _words_left(words: str) -> int:
    most: int = settings.QUOTE_WORDS
    return max(most - len(words.split()), 0)


def _levelled(texts: Sequence[str], letters: int, *, from_end: bool = False) -> list[str]:
    """The texts, the long ones cut to one length, so that all together fit; where hardly anything fits, nothing."""
    level = _level([len(text) for text in texts], letters)
    return [clipped(text, level, from_end=from_end) if level or not text else "" for text in texts]


def _level(lengths: Sequence[int], most: int) -> int:
    """The greatest length to which all may be cut so that their sum is at most `most`."""
    left, longest_first = most, sorted(lengths, reverse=True)
    while longest_first and longest_first[-1] * len(longest_first) <= left:
        left -= longest_first.pop()
    if longest_first:
        return left // len(longest_first)
    return max([0, *lengths])


def _first_words(text: str, most: int) -> str:
    """The first words of a text, with the sign for more where some are missing; empty if it may have none."""
    ends = [word.end() for word in islice(WORD.finditer(text), most + 1)]
    whole = text if len(ends) <= most else f"{text[: ends[most - 1]]}{MORE}" if most else ""
    return clipped(whole, most * LETTERS_OF_WORD)


def _last_words(text: str, most: int) -> str:
    starts = [word.start() for word in WORD.finditer(text)]
    whole = text if len(starts) <= most else f"{MORE}{text[starts[-most] :]}" if most else ""
    return clipped(whole, most * LETTERS_OF_WORD, from_end=True)
