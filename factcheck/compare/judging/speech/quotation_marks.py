"""Whether quotation marks that came or went put words into somebody's mouth: a speech, no title, nickname or saying."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from factcheck.compare.findings import Span
from factcheck.compare.judging.row.sides import MARK, RowSide
from factcheck.compare.language.inflection import forms_of
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import carries_content

type Spans = tuple[Span, Span]

TITLE_WORD = 3  # letters: shorter words of a title keep their small letters
PASSAGE = 3  # words of content
QUOTES, STOPS = "'’”\" ", (".", "!", "?", "…", ":")
NAMED = 2  # words between "called" and the name: "known as the"
# Verbs of naming, Levin's dub verbs (1993, 29.3), and nouns for works and for what everybody says.
DUBS = ("call", "dub", "nickname", "name", "christen", "baptize", "entitle", "title", "headline", "label")
OF_NOBODY = frozenset(form for verb in DUBS for form in forms_of(verb)) | frozenset(
    ["known", "alias", "saying", "proverb", "adage", "maxim", "motto", "slogan", "nickname", "word", "phrase", "term"]
)


def words_put_in_marks(left: RowSide, right: RowSide, spans: Spans) -> Iterator[tuple[RowSide, Span]]:
    """Quotations whose marks came or went and whose words stayed: they are somebody's own words on one side alone.

    Titles of works and nicknames are set in marks by one paper and not by another; so is a whole sentence of a speech.
    """
    for side, other, span in ((left, right, spans[0]), (right, left, spans[1])):
        if not MARK.search(side.text, span.start, span.end):
            continue
        if other.quotations or MARK.search(other.span.of(other.text)):
            continue
        for quotation in side.quotations:
            touches = span.start <= quotation.start < span.end or span.start < quotation.end <= span.end
            is_part = _is_within_row(side, quotation) or claims_in_headline(side, quotation)
            if touches and is_part and _has_small_letters(side, quotation):
                yield side, quotation


def is_passage(side: RowSide, quotation: Span) -> bool:
    """Whether quoted words are more than the term or the short phrase that a writer may set apart."""
    return sum(carries_content(word.plain) for word in side.within(quotation)) >= PASSAGE


def claims_in_headline(side: RowSide, quotation: Span) -> bool:
    """Whether marks are all that tells of a line without a stop that somebody else says so: Mayor 'took bribes'."""
    line = side.span.of(side.text).rstrip(QUOTES)
    is_part = side.span.start < quotation.start or quotation.end < side.span.end
    return is_part and not side.cues and not line.endswith(STOPS) and _is_line(side)


def quotes_kept_words(side: RowSide, span: Span, other: RowSide, other_span: Span) -> bool:
    """Whether a change opens a quotation on one side of the kept words behind it, and the other side quotes none of it.

    A mark that closes one comes and goes with a credit in the middle of a speech.
    """
    if not MARK.search(side.text, span.start, span.end) or MARK.search(other.text, other_span.start, other_span.end):
        return False
    kept = list(zip(_behind(side, span), _behind(other, other_span), strict=False))
    return any(
        word.plain == same.plain and _opens_at(side, span, word) and not is_spoken(other, same) for word, same in kept
    )


def _opens_at(side: RowSide, span: Span, word: Word) -> bool:
    """Whether a quotation opens in a change and goes on to a word behind it."""
    return any(
        span.start <= q.start < span.end and word.start < q.end and reads_as_speech(side, q) for q in side.quotations
    )


def is_spoken(side: RowSide, word: Word) -> bool:
    """Whether a word stands in a quotation that is somebody's words."""
    return any(q.start < word.start < q.end and reads_as_speech(side, q) for q in side.quotations)


def reads_as_speech(side: RowSide, quotation: Span) -> bool:
    """Whether quoted words are neither in capitals like a title nor behind a word of naming: the saying “…”."""
    at = bisect_left(side.words, quotation.start, key=attrgetter("start"))
    is_named = any(word.plain in OF_NOBODY for word in side.words[max(0, at - NAMED) : at])
    return not is_named and _has_small_letters(side, quotation)


def _behind(side: RowSide, span: Span) -> list[Word]:
    """The word behind a span, if any."""
    return side.words[side.places(span).stop :][:1]


def _is_line(side: RowSide) -> bool:
    """Whether nothing else stands in the lines of a row."""
    before, behind = side.text[: side.span.start], side.text[side.span.end :]
    return before.rstrip(" ")[-1:] in ("", "\n") and behind.lstrip(" ")[:1] in ("", "\n")


def _is_within_row(side: RowSide, quotation: Span) -> bool:
    begins = quotation.start > side.span.start and side.text[side.span.start : quotation.start].strip() != ""
    return begins and quotation.end <= side.span.end and MARK.match(side.text, quotation.end - 1) is not None


def _has_small_letters(side: RowSide, quotation: Span) -> bool:
    words = side.within(quotation)
    return bool(words) and not all(
        side.text[word.start].isupper() for word in words if len(word.plain) > TITLE_WORD or len(words) == 1
    )
