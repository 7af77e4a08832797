"""Statements that an article seems to hold: suggestions for an editor to accept, change or pass over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.claims.models import Position, Source, Statement
from factcheck.compare import Attribution, Span, find_attributions, suggest_names
from factcheck.compare.attributions.mentions import SourceMention, Speaker, read_mention
from factcheck.compare.attributions.statements import are_statements, denies_or_negates
from factcheck.compare.language.languages import Language, language_of
from factcheck.compare.words.folded_words import fold

KINDS = {
    Speaker.PERSON: Source.Kind.PERSON,
    Speaker.ORGANISATION: Source.Kind.ORGANISATION,
    Speaker.ANONYMOUS: Source.Kind.ANONYMOUS,
    Speaker.DOCUMENT: Source.Kind.DOCUMENT,
}
QUOTE_MARKS = "\"'“”‘’«»„"
MARKS = " ,;:-–—" + QUOTE_MARKS
LEAST_WORDS = 3
RUN = 3  # words
KEPT_SHARE = 0.3  # of its runs: a version that has fewer left the statement out
UNKNOWN = SourceMention("", "", Speaker.PERSON)


@dataclass(frozen=True)
class Spotted:
    """Words that somebody seems to have said, and what the form for marking them is filled with.

    `is_left_out` says that another version does not have them.
    """

    span: Span
    exact: str
    source: SourceMention
    manner: Statement.Manner
    is_denial: bool
    is_left_out: bool

    @property
    def kind(self) -> str:
        return KINDS[self.source.speaker].value

    @property
    def stance(self) -> Position.Stance:
        """What it most likely says of a claim that it is tied to."""
        return Position.Stance.DENIES if self.is_denial else Position.Stance.SUPPORTS

    @property
    def is_on_record(self) -> bool:
        return self.source.speaker != Speaker.ANONYMOUS


def spot_statements(
    text: str, *, language: str = "en", taken: Iterable[Span] = (), versions: Iterable[str] = ()
) -> list[Spotted]:
    """What `find_attributions` finds in an article's text, without what overlaps a `taken` span or itself.

    What is no statement by itself is left out. Denials stand first, then what any of the other `versions` of the
    article left out, then the rest, each in the order of the text.
    """
    taken = [*taken]
    tongue = language_of(language)
    others = [_runs(other) for other in versions]
    spotted: list[Spotted] = []
    for attribution, stands_for in _statements_in(text, language):
        span = _words_of(text, attribution)
        is_taken = any(span.start < other.end and other.start < span.end for other in taken)
        if not is_taken and _is_worth_marking(span.of(text), attribution.direct):
            taken.append(span)
            manner = Statement.Manner.DIRECT if attribution.direct else Statement.Manner.INDIRECT
            is_denial, is_left_out = _denies(text, span, tongue), _is_left_out(span.of(text), others)
            source = _source(text, attribution, stands_for)
            spotted.append(Spotted(span, span.of(text), source, manner, is_denial, is_left_out))
    return sorted(spotted, key=lambda one: (not one.is_denial, not one.is_left_out, one.span))


def _statements_in(text: str, language: str) -> list[tuple[Attribution, Span | None]]:
    """The statements of a text, each with the name that its source stands for."""
    found = find_attributions(text, language=language)
    named = zip(found, suggest_names(text, found), strict=True)
    if not language_of(language).is_english:
        return list(named)
    return [one for one, is_one in zip(named, are_statements(text, found), strict=True) if is_one]


def _is_left_out(words: str, others: Sequence[frozenset[tuple[str, ...]]]) -> bool:
    own = _runs(words)
    return bool(own) and any(len(own & other) < KEPT_SHARE * len(own) for other in others)


def _denies(text: str, span: Span, language: Language) -> bool:
    if language.is_english:
        return denies_or_negates(text, span)
    words = fold(span.of(text)).words
    return any(True for phrases in (language.negations, language.denials) for _ in phrases.find(words))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of a few words of a text: what two texts share of them, they share to the letter."""
    words = fold(text).words
    return frozenset(words[at : at + RUN] for at in range(max(1, len(words) - RUN + 1)))


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
