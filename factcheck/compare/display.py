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
from factcheck.compare.messages import counted_message, message, worded
from factcheck.compare.words.segments import sentences

FOLD_FROM = 4  # a run of this many cut, added or passed-over rows is folded behind its first
AS_IT_WAS = worded("as it was")
ONE_SIDED = (RowKind.CUT, RowKind.ADDED)
NOT_JUDGED = worded(
    "The kinds of changes in words were not judged: no list tells what the words of this language mean."
)
QUOTED = 60  # characters of a change that the summary quotes from each side
QUOTED_WHOLE = 120  # of a sentence that stands in one text only, for who says it often stands at its end
COUNTED = (
    (RowKind.SAME, worded("kept")),
    (RowKind.EDITED, worded("edited")),
    (RowKind.SPLIT, worded("split")),
    (RowKind.MERGED, worded("merged")),
    (RowKind.CUT, worded("not in the version")),
    (RowKind.ADDED, worded("only in the version")),
)
KIND_WORDS = {  # in the order in which they are told
    EditKind.ATTRIBUTION: worded("who said it"),
    EditKind.NEGATION: worded("denial or negation"),
    EditKind.HEDGE: worded("how sure"),
    EditKind.QUOTE: worded("quotation"),
    EditKind.NUMBER: worded("number"),
    EditKind.NAME: worded("name"),
    EditKind.FACT: worded("fact"),
    EditKind.CUT: worded("words dropped"),
    EditKind.ADDED: worded("words added"),
    EditKind.REWORD: worded("reworded"),
    EditKind.HOUSE_STYLE: worded("house style"),
}
SHAPE_WORDS = {
    RowKind.SPLIT: worded("one sentence became several"),
    RowKind.MERGED: worded("several sentences became one"),
}
SEVERITY_WORDS = {
    Severity.STYLE: worded("house style"),
    Severity.MINOR: worded("small change"),
    Severity.SUBSTANTIVE: worded("matters"),
}


class Show(StrEnum):
    """Which changes a reader wants to see."""

    ALL = "all"
    CONTENT = "content"
    SUBSTANTIVE = "substantive"
    CUT = "cut"

    @property
    def label(self) -> str:
        return message(SHOW_LABELS[self])

    def wants(self, severity: Severity | None) -> bool:
        if self == Show.SUBSTANTIVE:
            return severity == Severity.SUBSTANTIVE
        return severity is not None and (self == Show.ALL or severity != Severity.STYLE)

    def wants_row(self, row: Row) -> bool:
        if self == Show.CUT:
            return row.kind == RowKind.CUT
        return self.wants(row.severity) or (row.moved and self != Show.SUBSTANTIVE)


SHOW_LABELS = {
    Show.ALL: worded("every change"),
    Show.CONTENT: worded("without house style"),
    Show.SUBSTANTIVE: worded("only what matters"),
    Show.CUT: worded("only what is not in the version"),
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
    shown, and is None where there is nothing to see; `kinds` are those that are shown.
    """

    row: Row
    original: tuple[Run, ...]
    version: tuple[Run, ...]
    inline: tuple[Run, ...]
    from_sentence: int | None
    to_sentence: int | None
    number: int | None
    kinds: frozenset[EditKind]

    @property
    def is_shown(self) -> bool:
        return self.number is not None

    @property
    def severity_label(self) -> str:
        return message(SEVERITY_WORDS[self.row.severity]) if self.row.severity else ""

    @property
    def labels(self) -> list[str]:
        """What became of the row in readers' words: its shape, then the kinds of its edits, weightiest first."""
        shape = [message(SHAPE_WORDS[self.row.kind])] if self.row.kind in SHAPE_WORDS else []
        kinds = _kind_words(self.kinds - ({EditKind.CUT, EditKind.ADDED} if self.row.kind in ONE_SIDED else set()))
        return shape + [words for words in kinds if words != self.severity_label]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows that are shown one after another; `folded` ones stand behind a line that says how many they are."""

    rows: tuple[ShownRow, ...]
    folded: tuple[ShownRow, ...]
    what: str


@dataclass(frozen=True, slots=True)
class QuotedChange:
    """One change of words, quoted short: “may” → “might” (how sure). `row` counts the rows from 1."""

    row: int
    removed: str
    added: str
    kinds: tuple[str, ...]

    def __str__(self) -> str:
        told = ", ".join(self.kinds)
        return f"{self.words} ({told})" if told else self.words

    @property
    def words(self) -> str:
        if self.removed and self.added:
            return f"“{self.removed}” → “{self.added}”"
        if self.removed:
            return message("“{words}” not in the version").format(words=self.removed)
        return message("“{words}” added").format(words=self.added)


@dataclass(frozen=True, slots=True)
class Shown:
    """Two texts beside each other, filtered to what the reader wants to see."""

    rows: tuple[ShownRow, ...]
    groups: tuple[RowGroup, ...]
    counts: tuple[tuple[str, int], ...]
    substantive: tuple[QuotedChange, ...]
    is_judged: bool

    @property
    def changes(self) -> int:
        """How many rows have a change that is shown."""
        return sum(row.is_shown for row in self.rows)

    @property
    def style_changes(self) -> int:
        """How many changes of words are house style alone."""
        return sum(edit.severity == Severity.STYLE for row in self.rows for edit in row.row.edits)

    @property
    def summary(self) -> str:
        """“12 sentences kept, 9 edited, 43 not in the version; 5 changes that matter: …”, to be read aloud."""
        if not self.counts:
            return message("Neither text has a sentence.")
        (first, number), *rest = self.counts
        sentences = counted_message("{number} sentence", "{number} sentences", number)
        told = [f"{sentences} {first}", *(f"{n} {what}" for what, n in rest)]
        found = [", ".join(told), *self._told_changes]
        return f"{'; '.join(found)}.{'' if self.is_judged else f' {message(NOT_JUDGED)}'}"

    @property
    def _told_changes(self) -> Iterable[str]:
        changes = len(self.substantive)
        if changes:
            listed = "; ".join(map(str, self.substantive))
            told = counted_message("{number} change that matters", "{number} changes that matter", changes)
            yield f"{told}: {listed}"
        elif self.is_judged:
            yield message("no change that matters")


def show(
    original: str, version: str, *, language: str = "en", only: Show = Show.ALL, headlines: tuple[str, str] = ("", "")
) -> Shown:
    """Compare two texts and make the result ready to show, with a row for their headlines if both are given."""
    if all(headlines):
        original, version = (f"{line}\n\n{text}" for line, text in zip(headlines, (original, version), strict=True))
    comparison = compare(original, version, language=language, has_headlines=all(headlines))
    rows = tuple(_shown_rows(comparison, original, version, only))
    kinds = Counter(row.kind for row in comparison.rows)
    moved = sum(row.moved for row in comparison.rows)
    counts = [(message(word), kinds[kind]) for kind, word in COUNTED if kinds[kind]]
    counts += [(message("moved"), moved)] if moved else []
    substantive = tuple(_substantive(comparison, original, version))
    is_judged = comparison.is_judged or set(kinds) <= {RowKind.SAME}
    return Shown(rows, tuple(_grouped(rows)), tuple(counts), substantive, is_judged)


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
            row.kinds if only == Show.ALL else row.kinds - {EditKind.HOUSE_STYLE},
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
        elif what == AS_IT_WAS:
            yield RowGroup((), members, message(what))
        else:
            yield RowGroup(members[:1], members[1:], message(what))


def _fold_key(shown: ShownRow) -> str:
    """Why a row may stand folded with its neighbours; empty for one that a reader must not miss."""
    row = shown.row
    if not shown.is_shown:
        return AS_IT_WAS
    may_fold = row.kind in ONE_SIDED and row.severity != Severity.SUBSTANTIVE
    return dict(COUNTED)[row.kind] if may_fold else ""


def _substantive(comparison: Comparison, original: str, version: str) -> Iterable[QuotedChange]:
    for number, row in enumerate(comparison.rows, start=1):
        if row.kind in ONE_SIDED and row.severity == Severity.SUBSTANTIVE:
            kinds = row.kinds - {EditKind.CUT, EditKind.ADDED}
            yield _change(number, (row.original, row.version), kinds, (original, version))
        for edit in row.edits:
            if edit.severity == Severity.SUBSTANTIVE:
                yield _change(number, (edit.original, edit.version), edit.kinds, (original, version))


def _change(
    row: int, spans: tuple[Span | None, Span | None], kinds: Collection[EditKind], texts: tuple[str, str]
) -> QuotedChange:
    most = QUOTED if all(spans) else QUOTED_WHOLE
    removed, added = (_short(span.of(text), most) if span else "" for span, text in zip(spans, texts, strict=True))
    return QuotedChange(row, removed, added, tuple(_kind_words(kinds)))


def _kind_words(kinds: Collection[EditKind]) -> list[str]:
    return [message(words) for kind, words in KIND_WORDS.items() if kind in kinds]


def _short(words: str, most: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else f"{words[:most].rpartition(' ')[0] or words[:most]} …"
