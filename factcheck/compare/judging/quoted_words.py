"""The rule on quotations: were the words inside quotation marks changed, or a paraphrase made a quotation?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.credited import may_be_one_name
from factcheck.compare.judging.row_changes import Change, Half
from factcheck.compare.judging.sources import attributes
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.word_relations import are_synonyms
from factcheck.compare.lexicon import words_of

Finding = tuple[EditKind, Severity]
MINOR, SUBSTANTIVE = Severity.MINOR, Severity.SUBSTANTIVE
PARAPHRASE = 2  # words of content
AMPLIFIERS = words_of("en/judging/amplifiers")
BRACKETED = regex.compile(r"[(\[][^()\[\]]*[)\]]|\.(?:\s?\.)++|…")


def what_was_quoted(change: Change) -> Iterator[Finding]:
    """Were the words inside quotation marks changed, or a paraphrase made a quotation?"""
    left, right = change.halves
    if left.quotes != right.quotes and min(len(left.content), len(right.content)) >= PARAPHRASE:
        yield EditKind.QUOTE, SUBSTANTIVE
    elif left.is_quoted and right.is_quoted and not (left.groups("cue") or right.groups("cue")):
        is_kept = (
            _only_amplifies(change)
            or _explains(change)
            or _is_inflected(change)
            or _names_the_same(change)
            or _says_the_same(change)
        )
        yield EditKind.QUOTE, MINOR if is_kept else SUBSTANTIVE
    elif any(_paraphrases(*halves) for halves in (change.halves, change.halves[::-1])):
        yield EditKind.QUOTE, SUBSTANTIVE
    elif left.quoted_words or right.quoted_words:
        yield EditKind.QUOTE, SUBSTANTIVE if _are_other_words(left.quoted_words, right.quoted_words) else MINOR


def _paraphrases(quoting: Half, plain: Half) -> bool:
    """Whether words in marks stand on one side and, with a speaker, other words without any on the other."""
    if plain.side.quotations or not quoting.quoted_words or not plain.alone:
        return False
    if len(quoting.content) == len(plain.content) and all(
        _have_one_base(word.plain, other.plain) for word, other in zip(quoting.content, plain.content, strict=True)
    ):
        return False
    is_attributed = attributes(quoting.side) or quoting.side.is_mostly_speech
    return is_attributed and attributes(plain.side)


def _are_other_words(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether quoted words stand for quoted words that are no forms of them."""
    return bool(left and right) and not any(_have_one_base(a.plain, b.plain) for a in left for b in right)


def _explains(change: Change) -> bool:
    """Whether an editor's brackets or an ellipsis show that the words are not the speaker's."""
    return any(BRACKETED.search(half.span.of(half.side.text)) for half in change.halves)


def _only_amplifies(change: Change) -> bool:
    """Whether no word of content came or went but those that strengthen another: "very", "really"."""
    return all(word.plain in AMPLIFIERS for half in change.halves for word in half.content)


def _says_the_same(change: Change) -> bool:
    """Whether the words are written apart on one side, or each has a synonym on the other."""
    left, right = ([word.plain for word in half.content] for half in change.halves)
    return "".join(left) == "".join(right) or (len(left) == len(right) and all(map(are_synonyms, left, right)))


def _names_the_same(change: Change) -> bool:
    """Whether the words are no more than a name in another spelling."""
    left, right = change.halves
    is_named = all(half.content and len(half.names) == len(half.content) for half in change.halves)
    return is_named and len(left.names) == len(right.names) and all(map(may_be_one_name, left.names, right.names))


def _is_inflected(change: Change) -> bool:
    """Whether the words of content are the same in another form: "we feel", "we felt"."""
    left, right = ([word.plain for word in half.content] for half in change.halves)
    return len(left) == len(right) and all(map(_have_one_base, left, right))


def _have_one_base(one: str, other: str) -> bool:
    return not is_number(one) and not set(bases_of(one)).isdisjoint(bases_of(other))
