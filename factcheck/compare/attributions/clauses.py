"""A text as sentences of tokens, for reading who does what in them: words, marks, and each quotation as one token.

Knows English only by the closed classes of `lexicon/en/attributions/word_classes.txt`: no tagger, no model.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from factcheck.compare.findings import Span
from factcheck.compare.lexicon import lines_of
from factcheck.compare.words.quotations import quotations_in
from factcheck.compare.words.segments import paragraphs, sentences, words

LONGEST_SENTENCE = 400  # tokens; what runs longer is a list or broken text, and is read in pieces
LONGEST_DATELINE = 12
MARKS = "\"“”'‘’„«»「」『』 "


def _classes() -> dict[str, frozenset[str]]:
    """The classes that each word of `lexicon/en/attributions/word_classes.txt` belongs to."""
    found: dict[str, set[str]] = {}
    for line in lines_of("en/attributions/word_classes"):
        name, _, members = line.partition(":")
        for word in members.split():
            found.setdefault(word, set()).add(name)
    return {word: frozenset(classes) for word, classes in found.items()}


CLASSES_OF = _classes()
NO_CLASSES: frozenset[str] = frozenset()


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of one class of `lexicon/en/attributions/word_classes.txt`."""
    return frozenset(word for word, classes in CLASSES_OF.items() if name in classes)


class Token(NamedTuple):
    """A word, a mark, or a whole quotation; `low` is the word in lower case with a straight apostrophe."""

    start: int
    end: int
    word: str
    low: str
    quoted: bool = False

    @property
    def is_name(self) -> bool:
        return self.word[0].isupper()

    @property
    def is_word(self) -> bool:
        return self.low[0].isalnum() or self.low[-1].isalnum()

    def isa(self, *classes: str) -> bool:
        return not CLASSES_OF.get(self.low, NO_CLASSES).isdisjoint(classes)


def last_mark(quotation: Token) -> str:
    """The last character of the quoted words."""
    return quotation.word.rstrip(MARKS)[-1:]


class Mention(NamedTuple):
    """A run of tokens of one sentence, as positions in it."""

    start: int
    end: int


class Sentence(tuple[Token, ...]):
    """The tokens of one sentence. Positions past either end read as no word."""

    __slots__ = ()

    def low(self, at: int) -> str:
        return self[at].low if 0 <= at < len(self) else ""

    def isa(self, at: int, *classes: str) -> bool:
        return 0 <= at < len(self) and self[at].isa(*classes)

    def is_quoted(self, at: int) -> bool:
        return 0 <= at < len(self) and self[at].quoted

    def is_name(self, at: int) -> bool:
        return 0 <= at < len(self) and self[at].is_name

    def ends_at(self, at: int) -> bool:
        """Whether the token at `at` is the full stop, or what stands for it, that closes the sentence."""
        return at >= len(self) - 1 and self.isa(at, "final")

    def within(self, start: int, end: int) -> tuple[Token, ...]:
        return self[max(0, start) : max(0, end)]

    def span(self, mention: Mention) -> Span:
        return Span(self[mention.start].start, self[mention.end - 1].end)

    def after_lead(self, start: int, end: int) -> int:
        """Past the marks and the "but" or "and" at the head of a run of tokens."""
        while start < end and not self[start].quoted and (not self[start].is_word or self.isa(start, "lead")):
            start += 1
        return start

    def before_marks(self, end: int) -> int:
        """Before the comma or dash at the tail of a run of tokens."""
        while end and self.isa(end - 1, "mark") and self.low(end - 1) != ")":
            end -= 1
        return end

    def after_dateline(self) -> int:
        """Where the sentence itself begins behind "MOSCOW (AP) —"; 0 where there is no dateline."""
        head = list(takewhile(_may_be_dateline, self[:LONGEST_DATELINE]))
        return len(head) + 1 if self.isa(len(head), "dash") else 0


def _may_be_dateline(token: Token) -> bool:
    return token.is_name or token.low in (",", ".", "(", ")", "/") or token.low.isnumeric()


def read_sentences(text: str) -> list[list[Sentence]]:
    """The sentences of each paragraph; none ends inside a quotation."""
    ends = [sentence.end for sentence in sentences(text)]
    found, at = [], 0
    for paragraph in paragraphs(text):
        upto = at
        while upto < len(ends) and ends[upto] <= paragraph.end:
            upto += 1
        found.append(_split(_tokens(text, paragraph), ends[at:upto]))
        at = upto
    return found


def _tokens(text: str, paragraph: Span) -> list[Token]:
    found, at = [], paragraph.start
    for quotation in [*quotations_in(text, paragraph), Span(paragraph.end, paragraph.end)]:
        for word in words(text, Span(at, quotation.start)):
            plain = word.of(text)
            found.append(Token(*word, plain, plain.lower().replace("’", "'")))
        if quotation.end > quotation.start:
            found.append(Token(*quotation, quotation.of(text), '"', quoted=True))
        at = quotation.end
    return found


def _split(tokens: Iterable[Token], ends: list[int]) -> list[Sentence]:
    found: list[Sentence] = []
    current: list[Token] = []
    at = 0
    for token in tokens:
        current.append(token)
        while at < len(ends) and ends[at] < token.end:
            at += 1
        if (at < len(ends) and ends[at] == token.end) or len(current) >= LONGEST_SENTENCE:
            found.append(Sentence(current))
            current = []
    return [*found, Sentence(current)] if current else found
