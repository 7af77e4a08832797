"""What a page tells of a batch, whatever became of it: how far it is, what its rows would do or did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext_lazy

from factcheck.articles import formats
from factcheck.articles.intake.preview import WORTH_A_LOOK, Preview, PreviewRow
from factcheck.articles.models import ImportBatch, ImportRow, Outcome

ROWS_SHOWN = 100
ROWS = {
    Outcome.CREATED: npgettext_lazy("rows of an import", "%(count)s created", "%(count)s created", "number"),
    Outcome.NEW_VERSION: npgettext_lazy(
        "rows of an import", "%(count)s new version", "%(count)s new version", "number"
    ),
    Outcome.JOINED: npgettext_lazy(
        "rows of an import", "%(count)s joined a story", "%(count)s joined a story", "number"
    ),
    Outcome.CHANGED: npgettext_lazy("rows of an import", "%(count)s changed", "%(count)s changed", "number"),
    Outcome.UNCHANGED: npgettext_lazy("rows of an import", "%(count)s unchanged", "%(count)s unchanged", "number"),
    Outcome.REFUSED: npgettext_lazy("rows of an import", "%(count)s refused", "%(count)s refused", "number"),
    Outcome.SOUND: npgettext_lazy("rows of an import", "%(count)s sound", "%(count)s sound", "number"),
}


@dataclass(frozen=True, slots=True)
class PreviewGroup:
    """What the first rows of one outcome would do, and how many there are."""

    outcome: Outcome
    count: int
    rows: Sequence[PreviewRow]

    @property
    def told(self) -> str:
        return outcome_told(self.outcome, self.count)


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
        rate = number_format(self.rate, force_grouping=True)
        if self.left is None:
            return _("%(rate)s rows a second") % {"rate": rate}
        return _("%(rate)s rows a second, about %(left)s s left") % {"rate": rate, "left": self.left}


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
            return _("Import all rows")
        told = ngettext("Import the %(count)s good row", "Import the %(count)s good rows", self.good)
        return told % {"count": number_format(self.good, force_grouping=True)}


def outcomes_told(counts: Mapping[str, int]) -> str:
    """How many rows there are of each outcome, those first that are worth a look."""
    return ", ".join(outcome_told(outcome, counts[outcome]) for outcome in WORTH_A_LOOK if counts.get(outcome))


def outcome_told(outcome: Outcome, count: int) -> str:
    """“1,204 created”."""
    return ROWS[outcome] % {"number": count, "count": number_format(count, force_grouping=True)}
