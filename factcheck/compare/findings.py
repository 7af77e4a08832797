"""What the comparison engine answers with: frozen values, no behaviour beyond reading them.

Offsets are code points into the strings that were passed in; `end` is the first code point not included.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A run of code points of one text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


class Severity(StrEnum):
    """How much an edit can change what a reader believes, mildest first."""

    STYLE = "style"
    MINOR = "minor"
    SUBSTANTIVE = "substantive"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


class EditKind(StrEnum):
    """What an edit touched."""

    HOUSE_STYLE = "house_style"
    REWORD = "reword"
    NAME = "name"
    NUMBER = "number"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    HEDGE = "hedge"
    NEGATION = "negation"
    FACT = "fact"
    CUT = "cut"
    ADDED = "added"


class RowKind(StrEnum):
    """What became of the sentences of one row."""

    SAME = "same"
    EDITED = "edited"
    SPLIT = "split"
    MERGED = "merged"
    CUT = "cut"
    ADDED = "added"


class Carried(StrEnum):
    """What became of a quotation in another text."""

    INTACT = "intact"
    SPLIT = "split"
    ALTERED = "altered"
    TRUNCATED = "truncated"
    PARAPHRASED = "paraphrased"
    CUT = "cut"


class RelationLabel(StrEnum):
    """What one article is to another."""

    COPY = "copy"
    UPDATE = "update"
    DERIVED = "derived"
    RELATED = "related"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement of a phrase; either span may be empty, never both."""

    original: Span
    version: Span
    kinds: frozenset[EditKind]
    severity: Severity


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence, or the few it was split into or merged from, beside its other form."""

    kind: RowKind
    original: Span | None
    version: Span | None
    moved: bool = False
    edits: tuple[Edit, ...] = ()
    kinds: frozenset[EditKind] = frozenset()
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts, row by row, in reading order.

    `is_judged` is False where their language has no word lists: kinds and severities then tell digits and marks alone.
    """

    rows: tuple[Row, ...]
    is_judged: bool = True


@dataclass(frozen=True, slots=True)
class Location:
    """Where a quotation stands in a text: `spans` is empty only if `status` is cut; `similarity` runs from 0 to 1."""

    status: Carried
    spans: tuple[Span, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class Relation:
    """What a version is to an original, and the share (0 to 1) of each text that stands in the other.

    `in_passages` is the larger share of one text that stands in the other in passages too long for chance.
    """

    label: RelationLabel
    in_original: float
    in_version: float
    in_passages: float = 0.0


@dataclass(frozen=True, slots=True)
class Attribution:
    """One utterance in a text: who said it, the word that says so, and what was said."""

    source: Span | None
    cue: Span | None
    content: Span
    direct: bool
