"""What a page tells of a batch, whatever became of it: how far it is, what its rows would do or did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.articles import formats
from factcheck.articles.intake.preview import WORTH_A_LOOK, Preview, PreviewRow
from factcheck.articles.models import ImportBatch, ImportRow, Outcome

ROWS_SHOWN = 100


@dataclass(frozen=True, slots=True)
class PreviewGroup:
    """What the first rows of one outcome would do, and how many there are."""

    outcome: Outcome
    count: int
    rows: Sequence[PreviewRow]


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a batch goes on: rows done, the share of the file that is read, rows a second, and seconds left."""

    rows: int
    percent: int
    rate: int
    left: int | None

    @classmethod
    def of(cls, batch: ImportBatch) -> Pace | None:
        if not (batch.is_at_work and batch.began_at and batch.alive_at):
            return None
        seconds = max((batch.alive_at - batch.began_at).total_seconds(), 0.001)
        rows = batch.taken or batch.counts.get("read", 0)
        share = batch.at / batch.size if batch.size else 0
        left = round(seconds / share - seconds) if share else None
        return cls(rows, round(100 * share), round(rows / seconds), left)

    @property
    def speed(self) -> str:
        left = "" if self.left is None else f", about {self.left} s left"
        return f"{self.rate:,} rows a second{left}"


@dataclass(frozen=True, slots=True)
class BatchPage:
    """A batch whatever became of it, what its rows did or would do, and whether it can be imported."""

    batch: ImportBatch
    preview: Preview
    pace: Pace | None
    refused: Sequence[ImportRow]

    @classmethod
    def of(cls, batch: ImportBatch) -> BatchPage:
        return cls(batch, Preview.from_json(batch.preview), Pace.of(batch), list(batch.rows.refused()[:ROWS_SHOWN]))

    @property
    def shape(self) -> str:
        return formats.TOLD.get(self.batch.shape, self.batch.shape)

    @property
    def counts_told(self) -> str:
        return outcomes_told(self.batch.counts if self.batch.done_at else self.preview.counts)

    @property
    def groups(self) -> list[PreviewGroup]:
        counts, first = self.preview.counts, self.preview.first
        return [PreviewGroup(outcome, counts[outcome], first[outcome]) for outcome in WORTH_A_LOOK if outcome in first]

    @property
    def refused_count(self) -> int:
        count: int = self.batch.counts.get(Outcome.REFUSED, 0)
        return count

    @property
    def bad(self) -> int:
        return self.preview.counts[Outcome.REFUSED]

    @property
    def good(self) -> int:
        return self.preview.counts.total() - self.bad - self.preview.counts[Outcome.UNCHANGED]

    @property
    def is_whole_only(self) -> bool:
        return self.batch.shape == formats.FIXTURE

    @property
    def can_be_imported(self) -> bool:
        return bool(self.good) and not (self.bad and self.is_whole_only)

    @property
    def is_sampled(self) -> bool:
        return bool(self.preview.counts[Outcome.SOUND])

    @property
    def import_label(self) -> str:
        if not self.bad:
            return "Import all rows"
        return f"Import the {self.good:,} good {'row' if self.good == 1 else 'rows'}"


def outcomes_told(counts: Mapping[str, int]) -> str:
    """How many rows there are of each outcome, those first that are worth a look."""
    return ", ".join(f"{counts[outcome]:,} {outcome}" for outcome in WORTH_A_LOOK if counts.get(outcome))
