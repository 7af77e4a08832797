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

from factcheck.articles.formats.incoming import ImportRefused
from factcheck.articles.formats.source import IncomingFile
from factcheck.articles.intake.batches import ImportManner, begin, numbered
from factcheck.articles.intake.parts import Numbered, Refused, together
from factcheck.articles.intake.rows import Intake, TakenRow
from factcheck.articles.models import Article, Outcome
from factcheck.articles.reading.findings import CONTROL
from factcheck.languages.sentences import noted

FIRST = 100
SHORTEST = 200  # characters of an article; whoever stores less is asked
WORKED_THROUGH = 2_000  # rows; the desk cannot save anything in the meantime
WORTH_A_LOOK = (  # first what a person has to look at
    Outcome.REFUSED,
    Outcome.CHANGED,
    Outcome.NEW_VERSION,
    Outcome.JOINED,
    Outcome.CREATED,
    Outcome.UNCHANGED,
    Outcome.SOUND,
)


class PreviewRow(NamedTuple):
    """One row in words: where it stands, what it is, the field that is wrong with it, and what happens or why not.

    `lacks` is what nobody has said and the text does not, such as its day; `short` tells that it is hardly an article.
    """

    place: str
    name: str
    field: str
    told: str
    lacks: str = ""
    short: str = ""


@dataclass(slots=True)
class Preview:
    """What rows would do: how many of each kind, and the first of each."""

    counts: Counter[str] = field(default_factory=Counter)
    first: dict[str, list[PreviewRow]] = field(default_factory=dict)

    def hear(self, row: TakenRow | ImportRefused) -> None:
        if isinstance(row, ImportRefused):
            name = str((row.values or {}).get("headline") or "")
            reason = f"{row.reason} {row.remedy}"
            self.add(Outcome.REFUSED, PreviewRow(_place(row.file, row.row), name[:120], row.field, reason))
        else:
            place = _place(row.file, row.row)
            article = row.article
            told = PreviewRow(place, str(article)[:200], "", _told(row), _lacks(article), _short(article))
            self.add(outcome_in_preview(row), told)

    def add(self, outcome: Outcome, told: PreviewRow) -> None:
        self.counts[outcome.value] += 1
        first = self.first.setdefault(outcome.value, [])
        if len(first) < FIRST:
            first.append(PreviewRow(*(CONTROL.sub("\ufffd", part) for part in told)))

    def as_json(self) -> dict[str, Any]:
        return {"counts": dict(self.counts), "first": self.first}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Preview:
        first = {name: [PreviewRow(*told) for told in rows] for name, rows in values.get("first", {}).items()}
        return cls(Counter(values.get("counts", {})), first)


def outcome_in_preview(row: TakenRow) -> Outcome:
    """What a preview calls it: there a new article that joins a story which was there is apart from the others."""
    return Outcome.JOINED if row.outcome == Outcome.CREATED and row.is_joined else row.outcome


def preview(
    source: IncomingFile, manner: ImportManner, *, actor: User | None, watch: Callable[[int, int], None]
) -> Preview:
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
            found.counts[Outcome.SOUND.value] += 1
        watch(row.number, source.at)
    if not found.counts:
        raise ImportRefused(noted("It holds no article."), noted("Give a file that does."))
    return found


def _rehearse(intake: Intake, rows: list[Numbered | Refused], found: Preview) -> None:
    taken = iter(intake.take([row for row in rows if isinstance(row, Numbered)]))
    for row in rows:
        found.hear(row.refusal if isinstance(row, Refused) else next(taken))


def _place(file: str, row: int | None) -> str:
    return ", ".join(filter(None, [file, noted("row %(row)s", row=row) if row else ""]))


def _lacks(article: Article) -> str:
    if article.outlet.is_unknown and not article.published_on:
        return noted("no paper, no date")
    if article.outlet.is_unknown:
        return noted("no paper")
    return "" if article.published_on else noted("no date")


def _short(article: Article) -> str:
    length = len(article.text)
    return noted("%(length)s characters", length=length) if length < SHORTEST else ""


def _told(row: TakenRow) -> str:
    if row.changes:
        changes = row.changes.items()
        return "; ".join(f"{name.replace('_', ' ')}: {before or 'none'} → {after}" for name, (before, after) in changes)
    return row.because
