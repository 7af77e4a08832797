"""Statements that an article seems to hold: suggestions for an editor to accept, change or pass over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.claims.models import Source, Statement
from factcheck.compare import Attribution, Span, find_attributions, suggest_names
from factcheck.compare.attributions.mentions import SourceMention, Speaker, read_mention

KINDS = {
    Speaker.PERSON: Source.Kind.PERSON,
    Speaker.ORGANISATION: Source.Kind.ORGANISATION,
    Speaker.ANONYMOUS: Source.Kind.ANONYMOUS,
    Speaker.DOCUMENT: Source.Kind.DOCUMENT,
}
QUOTE_MARKS = "\"'“”‘’«»„"
MARKS = " ,;:-–—" + QUOTE_MARKS
LEAST_WORDS = 3
UNKNOWN = SourceMention("", "", Speaker.PERSON)


@dataclass(frozen=True)
class Spotted:
    """Words that somebody seems to have said, and what the form for marking them is filled with."""

    span: Span
    exact: str
    source: SourceMention
    manner: Statement.Manner

    @property
    def kind(self) -> str:
        return KINDS[self.source.speaker].value

    @property
    def is_on_record(self) -> bool:
        return self.source.speaker != Speaker.ANONYMOUS


def spot_statements(text: str, *, language: str = "en", marked: Iterable[Statement] = ()) -> list[Spotted]:
    """What `find_attributions` finds in an article's text, without what overlaps a marked statement or itself."""
    attributions = find_attributions(text, language=language)
    named = suggest_names(text, attributions)
    taken = [Span(statement.start, statement.end) for statement in marked]
    spotted: list[Spotted] = []
    for attribution, stands_for in zip(attributions, named, strict=True):
        span = _words_of(text, attribution)
        is_taken = any(span.start < other.end and other.start < span.end for other in taken)
        if not is_taken and _is_worth_marking(span.of(text), attribution.direct):
            taken.append(span)
            manner = Statement.Manner.DIRECT if attribution.direct else Statement.Manner.INDIRECT
            spotted.append(Spotted(span, span.of(text), _source(text, attribution, stands_for), manner))
    return sorted(spotted, key=lambda one: one.span)


def _is_worth_marking(words: str, is_direct: bool) -> bool:
    """Whether words say something by themselves, as "questions" in "did not answer questions" does not."""
    return len(words.split()) >= LEAST_WORDS or (is_direct and bool(words))


def _words_of(text: str, attribution: Attribution) -> Span:
    """What was said, without the quotation marks and commas around it."""
    start, end = attribution.content
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return Span(start, end)


def _source(text: str, attribution: Attribution, stands_for: Span | None) -> SourceMention:
    mention = stands_for or attribution.source
    return read_mention(mention.of(text)) if mention else UNKNOWN
