"""Carrying out a fixture: each row made, changed, left as it is, or refused; all of them, or none.

A preview does the whole work and takes it back, so that what it shows is what would happen.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.management.color import no_style
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from factcheck.articles.fixture_values import Missing, field_of, key_of, stored_as, value_of
from factcheck.articles.fixtures import IMPORTABLE, Row, RowRefused, rows_of
from factcheck.articles.incoming import ImportRefused
from factcheck.articles.indexing import index
from factcheck.articles.models import Article, ImportBatch, ImportRow
from factcheck.articles.undoing import plain
from factcheck.ledger.recording import record

REFUSALS_TOLD = 10
JSON_PRECISION = timedelta(milliseconds=1)  # of times, as Django writes them


class Fate(StrEnum):
    """What a row of a fixture does."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What one row does: `told` says what changes, or why it is refused, and `field` where."""

    number: int
    kind: str
    name: str
    fate: Fate
    field: str = ""
    told: str = ""


class CannotCarryOut(Exception):
    """A batch that was decided already, or of which a row is refused; the message says which, and what to do."""


class NothingToDo(CannotCarryOut):
    """A file of which everything is there already."""


def preview(batch: ImportBatch) -> list[RowOutcome]:
    """What the batch's file would do, row by row; the database stays as it is. Raises ImportRefused."""
    rows = rows_of(_content(batch))
    with transaction.atomic():
        outcomes = _Loader(batch).load(rows)
        transaction.set_rollback(True)
    return outcomes


def load_file(path: Path, *, is_rehearsal: bool) -> list[str]:
    """Do what a fixture file says, whole, and tell it in lines. Raises ImportRefused."""
    try:
        data = path.read_bytes()
        with transaction.atomic():
            digest = hashlib.sha256(data).hexdigest()
            batch = ImportBatch.objects.create(name=path.name[:255], sha256=digest, shape="fixture")
            outcomes = _Loader(batch).load(rows_of(data)) if is_rehearsal else _carry_out(batch, data, actor=None)
            transaction.set_rollback(is_rehearsal)
    except ImportRefused as refusal:
        raise refusal.within(path.name) from None
    except NothingToDo:
        return [f"{path.name}: Everything in it is there already."]
    except CannotCarryOut as refusal:
        raise ImportRefused(str(refusal), "", file=path.name) from None
    told = ", ".join(f"{count:,} {fate}" for fate, count in counted(outcomes).items())
    refused = [outcome for outcome in outcomes if outcome.fate == Fate.REFUSED]
    return [f"{path.name}: {told}", *(f"  refused: {refusal_told(outcome)}" for outcome in refused)]


@transaction.atomic
def carry_out(batch: ImportBatch, *, actor: User) -> ImportBatch:
    """Do what the batch's file says, whole. Raises CannotCarryOut, and ImportRefused if the file is no fixture."""
    batch = _undecided(batch)
    _carry_out(batch, _content(batch), actor=actor)
    return batch


def _carry_out(batch: ImportBatch, data: bytes, *, actor: User | None) -> list[RowOutcome]:
    loader = _Loader(batch)
    outcomes = loader.load(rows_of(data))
    counts = counted(outcomes)
    if counts.get(Fate.REFUSED):
        refused = [outcome for outcome in outcomes if outcome.fate == Fate.REFUSED]
        told = " ".join(refusal_told(outcome) for outcome in refused[:REFUSALS_TOLD])
        raise CannotCarryOut(
            f"{len(refused)} of {len(outcomes)} rows are refused, so nothing was imported. Mend the file. {told}"
        )
    if set(counts) == {Fate.UNCHANGED}:
        raise NothingToDo("Everything in the file is there already, so there is nothing to do.")
    loader.finish()
    batch.status, batch.counts, batch.done_at = ImportBatch.Status.DONE, counts, timezone.now()
    batch.save(update_fields=["status", "counts", "done_at"])
    record("fixture.imported", actor=actor, on=batch, sha256=batch.sha256, counts=counts)
    return outcomes


def refusal_told(outcome: RowOutcome) -> str:
    """A refused row in one sentence."""
    place = ", ".join(filter(None, [f"row {outcome.number}", outcome.field]))
    return f"{place}: {outcome.told}"


@transaction.atomic
def discard(batch: ImportBatch) -> ImportBatch:
    """Decide that the file is not imported; the file itself is not kept. Raises CannotCarryOut."""
    batch = _undecided(batch)
    batch.file.delete(save=False)
    batch.status = ImportBatch.Status.DISCARDED
    batch.save(update_fields=["file", "status"])
    return batch


def counted(outcomes: Sequence[RowOutcome]) -> dict[str, int]:
    return dict(Counter(outcome.fate.value for outcome in outcomes))


def _undecided(batch: ImportBatch) -> ImportBatch:
    locked = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if locked.status != ImportBatch.Status.PREVIEWED:
        raise CannotCarryOut(f"This file was decided already: it is {locked.get_status_display().lower()}.")
    return locked


def _content(batch: ImportBatch) -> bytes:
    with batch.file.open("rb") as file:
        content: bytes = file.read()
    return content


class _Loader:
    """Takes rows in: kind by kind, in the file's order, and again those that refer to one further down."""

    def __init__(self, batch: ImportBatch) -> None:
        self.batch = batch
        self.outcomes: dict[int, RowOutcome] = {}
        self.keys: dict[tuple[str, str], Row] = {}
        self.articles: list[Article] = []
        self.did: list[ImportRow] = []
        self.models: set[type[models.Model]] = set()

    def load(self, rows: Sequence[Row]) -> list[RowOutcome]:
        waiting = sorted(rows, key=lambda row: IMPORTABLE.index(row.label) if row.label in IMPORTABLE else -1)
        while waiting:
            again: list[tuple[Row, Missing]] = []
            for row in waiting:
                try:
                    self.outcomes[row.number] = self._load(row)
                except Missing as error:
                    again.append((row, error))
                except RowRefused as error:
                    self._refuse(row, error)
            if len(again) == len(waiting):
                for row, refused in again:
                    self._refuse(row, refused)
                break
            waiting = [row for row, _ in again]
        return [self.outcomes[number] for number in sorted(self.outcomes)]

    def finish(self) -> None:
        """What follows from the rows: fingerprints, the batch of new articles, PostgreSQL's next numbers."""
        index(self.articles)
        ImportRow.objects.bulk_create(self.did)
        Article.objects.filter(pk__in=[article.pk for article in self.articles], batch=None).update(batch=self.batch)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), list(self.models)):
                cursor.execute(statement)

    def _refuse(self, row: Row, refused: RowRefused) -> None:
        name = f"{row.pk}" if row.pk is not None else ""
        self.outcomes[row.number] = RowOutcome(
            row.number, _kind(row), name, Fate.REFUSED, refused.field, refused.reason
        )

    def _load(self, row: Row) -> RowOutcome:
        model = row.model
        fields = {field_of(model, name): value for name, value in row.fields.items()}
        values = {field.name: value_of(field, value) for field, value in fields.items() if not field.generated}
        stored = stored_as(model, row, values)
        self._must_be_first(row)
        instance = stored or model(pk=key_of(model, row))
        changes = [_changed(stored, name, value) for name, value in values.items()] if stored else []
        if stored and not any(changes):
            return RowOutcome(row.number, _kind(row), str(stored), Fate.UNCHANGED)
        changed = [name for name, change in zip(values, changes, strict=False) if change]
        before = _as_json(instance, changed)
        for name, value in values.items():
            setattr(instance, name, value)
        self._save(instance, is_new=not stored)
        self._note(row, instance, before, _as_json(instance, changed))
        told = "; ".join(filter(None, changes)) if stored else ""
        return RowOutcome(row.number, _kind(row), str(instance), Fate.CHANGED if stored else Fate.CREATED, told=told)

    def _note(self, row: Row, instance: models.Model, before: dict[str, Any], after: dict[str, Any]) -> None:
        self.did.append(
            ImportRow(
                batch=self.batch,
                number=row.number,
                fate=ImportRow.Fate.CHANGED if before else ImportRow.Fate.CREATED,
                subject_type=instance._meta.label_lower,
                subject_id=instance.pk,
                before=before,
                after=after,
            )
        )

    def _must_be_first(self, row: Row) -> None:
        if row.pk is not None and (first := self.keys.setdefault((row.label, str(row.pk)), row)) != row:
            raise RowRefused(f"Row {first.number} has the same key.", field="pk")

    def _save(self, instance: models.Model, *, is_new: bool) -> None:
        """Raises RowRefused if the instance is not valid. Times that the row gives are kept."""
        try:
            instance.full_clean()
            for field in instance._meta.concrete_fields:
                if getattr(field, "auto_now_add", False) and getattr(instance, field.attname) is None:
                    setattr(instance, field.attname, timezone.now())
            with transaction.atomic():
                instance.save_base(raw=True, force_insert=is_new)
        except ValidationError as error:
            raise _refusal(error) from None
        except IntegrityError as error:
            raise RowRefused(f"The database refuses it: {str(error).splitlines()[0]}.") from None
        self.models.add(type(instance))
        if is_new and isinstance(instance, Article):
            self.articles.append(instance)


def _as_json(instance: models.Model, names: Iterable[str]) -> dict[str, Any]:
    fields = [field_of(type(instance), name) for name in names]
    return {field.name: plain(getattr(instance, field.attname)) for field in fields}


def _kind(row: Row) -> str:
    try:
        return str(row.model._meta.verbose_name)
    except RowRefused:
        return row.label


def _changed(instance: models.Model, name: str, value: Any) -> str:
    before = getattr(instance, name)
    if isinstance(before, datetime) and isinstance(value, datetime) and abs(before - value) < JSON_PRECISION:
        return ""
    return "" if before == value else f"{name}: {_short(before)} → {_short(value)}"


def _short(value: Any) -> str:
    words = " ".join(str(value).split()) if value not in (None, "") else "nothing"
    return words if len(words) <= 60 else f"{words[:59]}…"


def _refusal(error: ValidationError) -> RowRefused:
    name, messages = next(iter(error.message_dict.items()))
    return RowRefused(" ".join(messages), field="" if name == NON_FIELD_ERRORS else name)
