"""A comparison made ready to show: words kept, removed and put in, rows numbered, filtered and folded, all in words.

Knows nothing of pages or terminals; both show what stands here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from factcheck.compare.comparison import compare
from factcheck.compare.findings import Comparison, Edit, EditKind, Row, RowKind, Severity, Span
from factcheck.compare.words.segments import sentences

FOLD_FROM = 4  # a run of this many cut, added or passed-over rows is folded behind its first
ONE_SIDED = (RowKind.CUT, RowKind.ADDED)
QUOTED = 60  # characters of a change that the summary quotes from each side
COUNTED = (
    (RowKind.SAME, "kept"),
    (RowKind.EDITED, "edited"),
    (RowKind.SPLIT, "split"),
    (RowKind.MERGED, "merged"),
    (RowKind.CUT, "cut"),
    (RowKind.ADDED, "added"),
)


class Show(StrEnum):
    """Which changes a reader wants to see."""

    ALL = "all"
    CONTENT = "content"
    SUBSTANTIVE = "substantive"
    CUT = "cut"

    @property
    def label(self) -> str:
        return SHOW_LABELS[self]

    def wants(self, severity: Severity | None) -> bool:
        if self == Show.SUBSTANTIVE:
            return severity == Severity.SUBSTANTIVE
        return severity is not None and (self == Show.ALL or severity != Severity.STYLE)

    def wants_row(self, row: Row) -> bool:
        if self == Show.CUT:
            return row.kind == RowKind.CUT
        return self.wants(row.severity) or (row.moved and self != Show.SUBSTANTIVE)


SHOW_LABELS = {
    Show.ALL: "every change",
    Show.CONTENT: "without house style",
    Show.SUBSTANTIVE: "only substantive",
    Show.CUT: "only what was cut",
}


class RunState(StrEnum):
    """What became of some words between the original and the version."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one state; `severity` is that of the edit they belong to, None for kept words and for whole rows."""

    text: str
    state: RunState = RunState.KEPT
    severity: Severity | None = None

    @property
    def is_added(self) -> bool:
        return self.state == RunState.ADDED


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row with its words in runs: `original`, `version`, and `inline`, where both stand together.

    `from_sentence` and `to_sentence` count the sentences of each text from 1; `number` counts the changes that are
    shown, and is None where there is nothing to see.
    """

    row: Row
    original: tuple[Run, ...]
    version: tuple[Run, ...]
    inline: tuple[Run, ...]
    from_sentence: int | None
    to_sentence: int | None
    number: int | None

    @property
    def is_shown(self) -> bool:
        return self.number is not None

    @property
    def labels(self) -> list[str]:
        """What became of the row, in words: its kind, then the kinds of its edits."""
        first = (
            [self.row.kind.value]
            if self.row.kind in (RowKind.SPLIT, RowKind.MERGED, RowKind.CUT, RowKind.ADDED)
            else []
        )
        return first + [k.value.replace("_", " ") for k in EditKind if k in self.row.kinds and k.value not in first]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows that are shown one after another; `folded` ones stand behind a line that says how many they are."""

    rows: tuple[ShownRow, ...]
    folded: tuple[ShownRow, ...]
    what: str


@dataclass(frozen=True, slots=True)
class QuotedChange:
    """One change of words, quoted short: “may” → “might” (hedge)."""

    removed: str
    added: str
    kinds: tuple[str, ...]

    def __str__(self) -> str:
        words = " → ".join(f"“{side}”" for side in (self.removed, self.added) if side)
        did = "" if self.removed and self.added else " cut" if self.removed else " added"
        return f"{words}{did} ({', '.join(self.kinds)})"


@dataclass(frozen=True, slots=True)
class Shown:
    """Two texts beside each other, filtered to what the reader wants to see."""

    rows: tuple[ShownRow, ...]
    groups: tuple[RowGroup, ...]
    counts: tuple[tuple[str, int], ...]
    substantive: tuple[QuotedChange, ...]

    @property
    def changes(self) -> int:
        """How many rows have a change that is shown."""
        return sum(row.is_shown for row in self.rows)

    @property
    def summary(self) -> str:
        """“12 sentences kept, 9 edited, 43 cut; 5 substantive changes: …”, to be read aloud or copied."""
        if not self.counts:
            return "Neither text has a sentence."
        (first, number), *rest = self.counts
        told = [f"{number} {'sentence' if number == 1 else 'sentences'} {first}", *(f"{n} {what}" for what, n in rest)]
        changes = len(self.substantive)
        if not changes:
            return f"{', '.join(told)}; no substantive change."
        listed = "; ".join(map(str, self.substantive))
        return f"{', '.join(told)}; {changes} substantive {'change' if changes == 1 else 'changes'}: {listed}."


def show(original: str, version: str, *, language: str = "en", only: Show = Show.ALL) -> Shown:
    """Compare two texts and make the result ready to show."""
    comparison = compare(original, version, language=language)
    rows = tuple(_shown_rows(comparison, original, version, only))
    kinds = Counter(row.kind for row in comparison.rows)
    moved = sum(row.moved for row in comparison.rows)
    counts = [(word, kinds[kind]) for kind, word in COUNTED if kinds[kind]] + ([("moved", moved)] if moved else [])
    return Shown(rows, tuple(_grouped(rows)), tuple(counts), tuple(_substantive(comparison, original, version)))


def inline_runs(row: Row, original: str, version: str, *, only: Show = Show.ALL) -> tuple[Run, ...]:
    """A row's words as one text: the version's, with what an edit took out standing before what it put in."""
    if row.original is None or row.version is None:
        return _original_runs(row, original, only) + _version_runs(row, version, only)
    runs, at = [], row.version.start
    for edit in _wanted(row, only):
        runs += [
            Run(version[at : edit.version.start]),
            Run(edit.original.of(original), RunState.REMOVED, edit.severity),
            Run(edit.version.of(version), RunState.ADDED, edit.severity),
        ]
        at = edit.version.end
    runs.append(Run(version[at : row.version.end]))
    return tuple(run for run in runs if run.text)


def _shown_rows(comparison: Comparison, original: str, version: str, only: Show) -> Iterable[ShownRow]:
    count_original, count_version = _counter(original), _counter(version)
    number = 0
    for row in comparison.rows:
        is_shown = only.wants_row(row)
        number += is_shown
        yield ShownRow(
            row,
            _original_runs(row, original, only),
            _version_runs(row, version, only),
            inline_runs(row, original, version, only=only),
            row.original and count_original(row.original),
            row.version and count_version(row.version),
            number if is_shown else None,
        )


def _counter(text: str) -> Callable[[Span], int]:
    numbers = {sentence.start: number for number, sentence in enumerate(sentences(text), start=1)}
    return lambda span: numbers[span.start]


def _original_runs(row: Row, original: str, only: Show) -> tuple[Run, ...]:
    if row.original is None:
        return ()
    if row.version is None:
        return (Run(row.original.of(original), RunState.REMOVED if only.wants_row(row) else RunState.KEPT),)
    marked = ((edit.original, edit.severity) for edit in _wanted(row, only))
    return _runs(original, row.original, marked, RunState.REMOVED)


def _version_runs(row: Row, version: str, only: Show) -> tuple[Run, ...]:
    if row.version is None:
        return ()
    if row.original is None:
        return (Run(row.version.of(version), RunState.ADDED if only.wants_row(row) else RunState.KEPT),)
    marked = ((edit.version, edit.severity) for edit in _wanted(row, only))
    return _runs(version, row.version, marked, RunState.ADDED)


def _wanted(row: Row, only: Show) -> list[Edit]:
    return [edit for edit in row.edits if only.wants(edit.severity)]


def _runs(text: str, within: Span, marked: Iterable[tuple[Span, Severity]], state: RunState) -> tuple[Run, ...]:
    runs, at = [], within.start
    for span, severity in marked:
        runs += [Run(text[at : span.start]), Run(span.of(text), state, severity)]
        at = span.end
    runs.append(Run(text[at : within.end]))
    return tuple(run for run in runs if run.text)


def _grouped(rows: Iterable[ShownRow]) -> Iterable[RowGroup]:
    for what, together in groupby(rows, key=_fold_key):
        members = tuple(together)
        if not what or len(members) < FOLD_FROM:
            yield RowGroup(members, (), "")
        elif what == "as it was":
            yield RowGroup((), members, what)
        else:
            yield RowGroup(members[:1], members[1:], what)


def _fold_key(shown: ShownRow) -> str:
    """Why a row may stand folded with its neighbours; empty for one that a reader must not miss."""
    row = shown.row
    if not shown.is_shown:
        return "as it was"
    may_fold = row.kind in ONE_SIDED and row.severity != Severity.SUBSTANTIVE
    return row.kind.value if may_fold else ""


def _substantive(comparison: Comparison, original: str, version: str) -> Iterable[QuotedChange]:
    for row in comparison.rows:
        if row.kind in ONE_SIDED and row.severity == Severity.SUBSTANTIVE:
            yield _change(row.original, row.version, row.kinds - {EditKind.CUT, EditKind.ADDED}, original, version)
        for edit in row.edits:
            if edit.severity == Severity.SUBSTANTIVE:
                yield _change(edit.original, edit.version, edit.kinds, original, version)


def _change(
    removed: Span | None, added: Span | None, kinds: Collection[EditKind], original: str, version: str
) -> QuotedChange:
    told = tuple(kind.value.replace("_", " ") for kind in EditKind if kind in kinds)
    return QuotedChange(
        _short(removed.of(original)) if removed else "", _short(added.of(version)) if added else "", told
    )


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= QUOTED else f"{words[:QUOTED].rpartition(' ')[0] or words[:QUOTED]} …"
