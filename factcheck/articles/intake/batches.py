"""Importing: one pasted text, or a file of many as a batch. Importing the same again changes nothing.

A file is imported whole or not at all, in one transaction, but for rows that are no articles; or, where refused rows
shall not hold up the others, in parts. Each part is stored together with how far the batch has come, so that an import
which was broken off, however, goes on where it was when the same file is given again.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.models import User
from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone

from factcheck.articles import formats
from factcheck.articles.formats.columns import values_of
from factcheck.articles.formats.incoming import Given, ImportRefused, Incoming
from factcheck.articles.formats.source import IncomingFile
from factcheck.articles.intake.parts import Numbered, Refused, together
from factcheck.articles.intake.refused_rows import RowsRefused
from factcheck.articles.intake.rows import Intake, TakenRow
from factcheck.articles.journal import digest_of
from factcheck.articles.models import ImportBatch, Outcome
from factcheck.languages.sentences import noted
from factcheck.ledger.chain import record

NOTHING = Given()
NO_CHANGE: frozenset[str] = frozenset([Outcome.UNCHANGED])


class InUse(ImportRefused):
    """A batch that somebody else carries on, or decided about, in the meantime."""


type Tell = Callable[[TakenRow | ImportRefused], None]
type Watch = Callable[[int, int], None]  # hears of rows done and bytes read


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportManner:
    """How a file is imported. An empty format or encoding is told by the content."""

    shape: str = ""
    encoding: str = ""
    given: Given = NOTHING
    keeps_going: bool = False  # past refused rows; otherwise one of them refuses the file
    is_rehearsal: bool = False  # everything is done and taken back


@transaction.atomic
def import_article(incoming: Incoming, *, actor: User | None) -> TakenRow:
    """Take one text in. Raises ImportRefused."""
    incoming.must_be_sound()
    row = Intake().take([Numbered(1, incoming)])[0]
    if row.outcome != Outcome.UNCHANGED:
        record(f"article.{row.outcome.replace(' ', '_')}", actor=actor, on=row.article, changes=row.changes)
    return row


def import_file(
    path: Path,
    *,
    actor: User | None,
    manner: ImportManner = ImportManner(),
    tell: Tell = lambda row: None,
    watch: Watch = lambda rows, at: None,
) -> ImportBatch | None:
    """Take in the texts of a file; `tell` hears of each row in turn. Raises ImportRefused.

    Returns the batch, or None if the file changed nothing.
    """
    with _named(path.name), IncomingFile(path, encoding=manner.encoding) as source:
        if manner.keeps_going and not manner.is_rehearsal:
            return carry_on(begin(source, manner, actor), source, manner, actor=actor, tell=tell, watch=watch)
        return _import_whole(source, manner, actor, tell, watch)


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Has every refusal name the file, and what the system says of it be a refusal too."""
    try:
        yield
    except OSError as error:
        reason = noted("It cannot be read: %(strerror)s.", strerror=error.strerror or error)
        raise ImportRefused(reason, noted("Check its name and rights."), file=name) from None
    except ImportRefused as refusal:
        raise refusal.within(name) from None
    except IntegrityError:
        reason = noted("Somebody imported some of the same at the same moment.")
        raise ImportRefused(reason, noted("Import it again."), file=name) from None
    except OperationalError as error:
        told = str(error).partition("\n")[0]
        reason = noted("The database did not store it: %(told)s.", told=told)
        raise ImportRefused(reason, noted("Make room if it is full, and import the file again."), file=name) from None


@transaction.atomic
def _import_whole(
    source: IncomingFile, manner: ImportManner, actor: User | None, tell: Tell, watch: Watch
) -> ImportBatch | None:
    batch = _batch_of(source, manner, actor)
    batch.save()
    intake, refused = Intake(batch), RowsRefused()
    for rows in together(numbered(source, manner), intake.blocks_of):
        refused.hear(row.refusal for row in rows if isinstance(row, Refused))
        if manner.is_rehearsal or not refused.to_be_mended:
            _take_in(batch, intake, rows, source, tell)
        watch(rows[-1].number, source.at)
    if not manner.is_rehearsal and (refused.to_be_mended or batch.counts.keys() == {Outcome.REFUSED}):
        raise refused.as_one()
    done = _finish(batch, actor, changes_nothing=NO_CHANGE | {Outcome.REFUSED})
    transaction.set_rollback(manner.is_rehearsal)
    return done


def begin(source: IncomingFile, manner: ImportManner, actor: User | None) -> ImportBatch:
    """The batch of this file that was broken off, or a new one."""
    batch = _batch_of(source, manner, actor)
    same = ImportBatch.objects.filter(sha256=batch.sha256, shape=batch.shape, given=batch.given)
    stopped = same.filter(status=ImportBatch.Status.IMPORTING).first()
    if stopped is None:
        batch.save()
    return stopped or batch


def carry_on(
    batch: ImportBatch,
    source: IncomingFile,
    manner: ImportManner,
    *,
    actor: User | None,
    tell: Tell = lambda row: None,
    watch: Watch = lambda rows, at: None,
) -> ImportBatch | None:
    """Take in the rows of a batch that are not taken yet, part by part. Raises ImportRefused.

    Where the file cannot be read any further, the batch ends with what was taken before.
    """
    intake = Intake(batch)
    broken: list[ImportRefused] = []
    for rows in together(_until_broken(numbered(source, manner, after=batch.taken), broken), intake.blocks_of):
        _take_part(batch, intake, rows, source, tell)
        watch(batch.taken, source.at)
    batch.refusal = "".join(str(refusal) for refusal in broken)
    with transaction.atomic():
        done = _finish(batch, actor)
    if broken:
        raise broken[0]
    return done


def _until_broken(rows: Iterator[Numbered | Refused], broken: list[ImportRefused]) -> Iterator[Numbered | Refused]:
    """The rows up to where the file cannot be read any further; why not is put into `broken`."""
    try:
        yield from rows
    except ImportRefused as refusal:
        broken.append(refusal)


def numbered(source: IncomingFile, manner: ImportManner, *, after: int = 0) -> Iterator[Numbered | Refused]:
    """The rows of a file by their number, from 1, each sound or refused; those up to `after` are passed over."""
    for number, row in enumerate(formats.rows(source, manner.shape), 1):
        if number <= after:
            continue
        if isinstance(row, ImportRefused):
            yield Refused(number, row)
            continue
        try:
            filled = row.filled_from(manner.given)
            filled.must_be_sound()
        except ImportRefused as refusal:
            yield Refused(number, refusal.within(row.file, row.row, values_of(row)))
        else:
            yield Numbered(number, filled)


def _batch_of(source: IncomingFile, manner: ImportManner, actor: User | None) -> ImportBatch:
    with source.path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return ImportBatch(
        name=source.name[:255],
        sha256=digest,
        size=source.size,
        shape=manner.shape,
        given={**manner.given.as_json(), "encoding": manner.encoding},
        status=ImportBatch.Status.IMPORTING,
        created_by=actor,
        began_at=timezone.now(),
    )


@transaction.atomic
def _take_part(
    batch: ImportBatch, intake: Intake, rows: list[Numbered | Refused], source: IncomingFile, tell: Tell
) -> None:
    stored = ImportBatch.objects.select_for_update(no_key=True).values_list("status", "taken").get(pk=batch.pk)
    if stored != (ImportBatch.Status.IMPORTING, batch.taken):
        raise InUse(noted("Somebody else imports or undoes it at this moment."), noted("Look under Import batches."))
    _take_in(batch, intake, rows, source, tell)


def _take_in(
    batch: ImportBatch, intake: Intake, rows: list[Numbered | Refused], source: IncomingFile, tell: Tell
) -> None:
    """Take rows in, and note with the batch what became of them and how far it has come."""
    sound = [row for row in rows if isinstance(row, Numbered)]
    taken = iter(intake.take(sound, [row for row in rows if isinstance(row, Refused)]))
    counts = Counter(batch.counts)
    for row in rows:
        told = row.refusal if isinstance(row, Refused) else next(taken)
        outcome = Outcome.REFUSED if isinstance(told, ImportRefused) else told.outcome
        counts[outcome.value] += 1
        tell(told)
    batch.counts, batch.taken, batch.at = dict(counts), rows[-1].number, source.at
    batch.outlets_made = [*batch.outlets_made, *(outlet.pk for outlet in intake.outlets.made)]
    intake.outlets.made.clear()
    batch.alive_at = timezone.now()
    batch.save(update_fields=["counts", "taken", "at", "alive_at", "outlets_made"])


def _finish(
    batch: ImportBatch, actor: User | None, *, changes_nothing: frozenset[str] = NO_CHANGE
) -> ImportBatch | None:
    """Close a batch with its one ledger entry; one that changed nothing leaves nothing."""
    if not batch.counts:
        batch.delete()
        if batch.refusal:
            return None
        raise ImportRefused(noted("It holds no article."), noted("Give a file that does."))
    if changes_nothing.issuperset(batch.counts) and not batch.file:
        batch.delete()
        return None
    batch.status, batch.at, batch.done_at = ImportBatch.Status.DONE, batch.size, timezone.now()
    batch.save(update_fields=["status", "at", "done_at", "refusal"])
    told = {"sha256": batch.sha256, "counts": batch.counts, "rows_sha256": digest_of(batch)}
    record("articles.imported", actor=actor, on=batch, **told)
    return batch
