"""Judging edits of languages other than English: by word lists, digits and quotation marks, without rules of grammar.

An edit is style where both sides fold to the same words. It is substantive where a negation, a hedge, a denial or a
number comes, goes or changes, where quoted words or a name change, or where words are put into or out of quotation
marks; all else is minor. A language without lists keeps what digits and marks tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from unicodedata import decimal

import regex

from factcheck.compare.findings import Edit, EditKind, Severity, Span
from factcheck.compare.language.languages import Language
from factcheck.compare.language.phrases import Phrases
from factcheck.compare.words.folded_words import fold
from factcheck.compare.words.quotations import quotations_in

NUMBER = regex.compile(r"\p{Nd}(?:(?:[.,'’٫٬\u00a0\u202f]|\x20(?=\p{Nd}{3}(?!\p{Nd})))?\p{Nd})*+")
MARKS = regex.compile(r"[.,'’٫٬\u00a0\u202f\x20]")
VOWEL_MARKS = regex.compile(r"[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]+")
NAME = regex.compile(r"(?<![.!?…]\s|^|\A[\p{Ps}\p{Pi}\"'])\b\p{Lu}\p{L}+")  # not the first word of a sentence
QUOTATION = regex.compile(r"[\"“”„‟«»‹›「」『』]")
THOUSAND = 3  # digits in a group
ARABIC_DECIMAL_MARK = "٫"


def judge_by_lists(
    original: str, version: str, pair: tuple[Span, Span], changes: Sequence[tuple[Span, Span]], language: Language
) -> tuple[Edit, ...]:
    """The edits that `changes` amount to, in order; `pair` is the row's span in each text."""
    told = [_told_in(text, span, language) for text, span in zip((original, version), pair, strict=True)]
    quoted = [quotations_in(text, span) for text, span in zip((original, version), pair, strict=True)]
    is_same = told[0] == told[1]
    return tuple(_edit((original, version), spans, quoted, language, is_same=is_same) for spans in changes)


def judge_whole_by_lists(
    text: str, span: Span, kind: EditKind, language: Language
) -> tuple[frozenset[EditKind], Severity]:
    """The kinds and severity of a row that stands in one text only: one that denies matters."""
    words = _words(span.of(text))
    if _count(language.denials, words) or (_count(language.negations, words) and _count(language.reporting, words)):
        return frozenset({kind, EditKind.NEGATION}), Severity.SUBSTANTIVE
    return frozenset({kind}), Severity.MINOR


def _edit(
    texts: tuple[str, str],
    spans: tuple[Span, Span],
    quoted: Sequence[Sequence[Span]],
    language: Language,
    *,
    is_same: bool,
) -> Edit:
    before, after = (span.of(text) for text, span in zip(texts, spans, strict=True))
    kinds = set(_substantive(texts, spans, quoted, language))
    if is_same:
        kinds -= {EditKind.NEGATION, EditKind.HEDGE, EditKind.NUMBER}  # what went here came back beside it
    if kinds:
        return Edit(*spans, frozenset(kinds), Severity.SUBSTANTIVE)
    if _style_of(before, language) == _style_of(after, language):
        return Edit(*spans, frozenset({EditKind.HOUSE_STYLE}), Severity.STYLE)
    return Edit(*spans, frozenset({_kind(before, after)}), Severity.MINOR)


def _kind(before: str, after: str) -> EditKind:
    if not after.strip():
        return EditKind.CUT
    return EditKind.REWORD if before.strip() else EditKind.ADDED


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _substantive(
    texts: tuple[str, str], spans: tuple[Span, Span], quoted: Sequence[Sequence[Span]], language: Language
) -> Iterator[EditKind]:
    before, after = (span.of(text) for text, span in zip(texts, spans, strict=True))
    words = _words(before), _words(after)
    for kind, phrases in ((EditKind.NEGATION, language.negations), (EditKind.HEDGE, language.hedges)):
        if _count(phrases, words[0]) != _count(phrases, words[1]):
            yield kind
    if _count(language.denials, words[0]) != _count(language.denials, words[1]):
        yield EditKind.NEGATION
    if _numbers(before, language) != _numbers(after, language):
        yield EditKind.NUMBER
    is_reworded = _style_of(before, language) != _style_of(after, language)
    if is_reworded and all(_touches(span, ends) for span, ends in zip(spans, quoted, strict=True)):
        yield EditKind.QUOTE
    if bool(QUOTATION.search(before)) != bool(QUOTATION.search(after)):
        yield EditKind.QUOTE
    names = [_names(text, span) for text, span in zip(texts, spans, strict=True)]
    if language.capitals_are_names and all(names) and names[0].isdisjoint(names[1]):
        yield EditKind.NAME


def _told_in(text: str, span: Span, language: Language) -> tuple[int, int, Counter[Decimal]]:
    words = _words(span.of(text))
    return _count(language.negations, words), _count(language.hedges, words), _numbers(span.of(text), language)


def _words(text: str) -> tuple[str, ...]:
    return fold(VOWEL_MARKS.sub("", text)).words


def _count(phrases: Phrases[str], words: Sequence[str]) -> int:
    return sum(1 for _ in phrases.find(words))


def _style_of(text: str, language: Language) -> list[str]:
    """The folded words of a phrase, numbers at their value."""
    plain = NUMBER.sub(lambda found: f" {_value(found.group(), language)} ", text)
    return [language.numbers.get(word, word) for word in _words(plain)]


def _names(text: str, span: Span) -> frozenset[str]:
    return frozenset(found.group().casefold() for found in NAME.finditer(text, span.start, span.end))


def _numbers(text: str, language: Language) -> Counter[Decimal]:
    found = Counter(_value(match.group(), language) for match in NUMBER.finditer(text))
    found.update(Decimal(language.numbers[word]) for word in _words(text) if word in language.numbers)
    return found


def _value(digits: str, language: Language) -> Decimal:
    """What digits are worth: a mark that comes twice groups, one before other than three digits is a decimal mark."""
    plain = "".join(str(decimal(sign)) if sign.isdecimal() else sign for sign in digits)
    marks = MARKS.findall(plain)
    *groups, last = MARKS.split(plain)
    if not marks or marks.count(marks[-1]) > 1:
        return Decimal("".join((*groups, last)))
    if len(last) == THOUSAND and marks[-1] not in (language.decimal_mark, ARABIC_DECIMAL_MARK):
        return Decimal("".join((*groups, last)))
    return Decimal(f"{''.join(groups)}.{last}").normalize()
