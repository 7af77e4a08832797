"""What an import would do, told before it is done: counts, and the first hundred rows of each kind.

The work is done and taken back, so that what is told is what would happen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.articles.formats.incoming import CONTROL, ImportRefused
from factcheck.articles.formats.source import Source
from factcheck.articles.intake.batches import Manner, begin, numbered
from factcheck.articles.intake.refused_rows import REFUSED
from factcheck.articles.intake.rows import Done, Intake, Numbered, Outcome, Refused, together

FIRST = 100
WORKED_THROUGH = 2_000  # rows; the desk cannot save anything in the meantime
JOINED = "joined a story"
SOUND = "sound"
KINDS = (REFUSED, Done.CHANGED.value, Done.NEW_VERSION.value, JOINED, Done.CREATED.value, Done.UNCHANGED.value, SOUND)


class Told(NamedTuple):
    """One row in words: where it stands, what it is, the field that is wrong with it, and what happens or why not."""

    place: str
    name: str
    field: str
    told: str


@dataclass(slots=True)
class Preview:
    """What rows would do: how many of each kind, and the first of each."""

    counts: Counter[str] = field(default_factory=Counter)
    first: dict[str, list[Told]] = field(default_factory=dict)

    def hear(self, outcome: Outcome | ImportRefused) -> None:
        if isinstance(outcome, ImportRefused):
            name = str((outcome.values or {}).get("headline") or "")
            told = Told(
                _place(outcome.file, outcome.row), name[:120], outcome.field, f"{outcome.reason} {outcome.remedy}"
            )
            self.add(REFUSED, told)
        else:
            place = _place(outcome.file, outcome.row)
            self.add(kind_of(outcome), Told(place, str(outcome.article)[:200], "", _told(outcome)))

    def add(self, kind: str, told: Told) -> None:
        self.counts[kind] += 1
        first = self.first.setdefault(kind, [])
        if len(first) < FIRST:
            first.append(Told(*(CONTROL.sub("\ufffd", part) for part in told)))

    def as_json(self) -> dict[str, Any]:
        return {"counts": dict(self.counts), "first": self.first}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Preview:
        first = {kind: [Told(*told) for told in rows] for kind, rows in values.get("first", {}).items()}
        return cls(Counter(values.get("counts", {})), first)


def kind_of(outcome: Outcome) -> str:
    """The kind of an outcome; a new article that joins a story which was there is one of its own."""
    return JOINED if outcome.done == Done.CREATED and outcome.is_joined else outcome.done.value


def preview(source: Source, manner: Manner, *, actor: User | None, watch: Callable[[int, int], None]) -> Preview:
    """What importing a file would do; the database stays as it is. Raises ImportRefused.

    The first rows are worked through. Those after them are only looked at for what would refuse them, so that a long
    file does not keep the desk from saving.
    """
    found = Preview()
    rows = numbered(source, manner)
    with transaction.atomic():
        intake = Intake(begin(source, manner, actor))
        for some in together(islice(rows, WORKED_THROUGH), intake.blocks_of):
            _rehearse(intake, some, found)
        transaction.set_rollback(True)
    for row in rows:
        if isinstance(row, Refused):
            found.hear(row.refusal)
        else:
            found.counts[SOUND] += 1
        watch(row.number, source.at)
    if not found.counts:
        raise ImportRefused("It holds no article.", "Give a file that does.")
    return found


def _rehearse(intake: Intake, rows: list[Numbered | Refused], found: Preview) -> None:
    outcomes = iter(intake.take([row for row in rows if isinstance(row, Numbered)]))
    for row in rows:
        found.hear(row.refusal if isinstance(row, Refused) else next(outcomes))


def _place(file: str, row: int | None) -> str:
    return ", ".join(filter(None, [file, f"row {row}" if row else ""]))


def _told(outcome: Outcome) -> str:
    if outcome.changes:
        changes = outcome.changes.items()
        return "; ".join(f"{name.replace('_', ' ')}: {before or 'none'} → {after}" for name, (before, after) in changes)
    return outcome.because
