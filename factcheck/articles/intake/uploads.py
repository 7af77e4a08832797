"""A file that an administrator uploaded: looked at in the background, then imported, discarded, and perhaps undone.

Every step leaves its batch saying how far it has come, so that any page can tell; and a step that was broken off can
be taken again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.tasks import task
from django.utils import timezone

from factcheck.articles import formats
from factcheck.articles.fixtures import load
from factcheck.articles.fixtures.load import CannotCarryOut
from factcheck.articles.fixtures.rows import MOST_BYTES, rows_of
from factcheck.articles.formats.incoming import Given, ImportRefused
from factcheck.articles.formats.source import IncomingFile
from factcheck.articles.intake.batches import ImportManner, InUse, carry_on
from factcheck.articles.intake.preview import Preview, PreviewRow, preview
from factcheck.articles.models import ImportBatch
from factcheck.articles.reading.findings import CONTROL
from factcheck.languages.sentences import noted

BROKEN = noted(
    "Something broke here while the file was read. Try again; if it happens again, tell whoever runs this server."
)
EVERY = 1.0  # seconds between two notes of how far a preview has come
Status = ImportBatch.Status


def receive(file: UploadedFile[bytes], *, shape: str, encoding: str, given: Given, actor: User) -> ImportBatch:
    """Keep an uploaded file as a batch, and have it looked at. Raises ImportRefused for what is plainly none."""
    if (file.size or 0) > settings.IMPORT_MAX_BYTES:
        reason = noted(
            "It holds %(size)s MB; %(import_max_bytes)s MB is the most here.",
            size=f"{(file.size or 0) / 1e6:,.1f}",
            import_max_bytes=f"{settings.IMPORT_MAX_BYTES / 1e6:,.1f}",
        )
        raise ImportRefused(
            reason, noted("Split it, or import it with manage.py import_articles."), file=file.name or ""
        )
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    batch = ImportBatch.objects.create(
        name=Path(file.name or "file").name[:255],
        sha256=digest,
        size=file.size or 0,
        file=file,
        shape=shape,
        given={**given.as_json(), "encoding": encoding},
        status=Status.READING,
        created_by=actor,
    )
    try:
        batch.shape = shape or _shape(batch)
        _must_be_allowed(batch, actor)
    except ImportRefused as refusal:
        batch.file.delete(save=False)
        batch.delete()
        raise refusal.within(file.name or "") from None
    batch.save(update_fields=["shape"])
    look_at(batch)
    return batch


def _must_be_allowed(batch: ImportBatch, actor: User) -> None:
    """Raises ImportRefused for rows of any kind of which an editor may make articles only."""
    if batch.shape == formats.FIXTURE and not actor.is_staff:
        raise ImportRefused(
            noted("It is a fixture, which can hold anything."), noted("Ask an administrator to import it.")
        )


def look_at(batch: ImportBatch) -> None:
    """Have a batch's preview made, now or as soon as a worker is free."""
    now = timezone.now()
    ImportBatch.objects.filter(pk=batch.pk).update(status=Status.READING, began_at=now, alive_at=now)
    read_batch.enqueue(batch.pk)


def start(batch: ImportBatch, *, actor: User) -> None:
    """Have a batch imported, or carried on where it was broken off. Raises CannotCarryOut."""
    if batch.shape == formats.FIXTURE:
        load.carry_out(batch, actor=actor)
        return
    with transaction.atomic():
        stored = ImportBatch.objects.select_for_update(no_key=True).get(pk=batch.pk)
        if stored.status != Status.PREVIEWED and not (stored.status == Status.IMPORTING and stored.is_stalled):
            raise CannotCarryOut(
                noted("The file was decided already. Upload it again if it should be imported after all.")
            )
        stored.status, stored.began_at, stored.alive_at = Status.IMPORTING, timezone.now(), timezone.now()
        stored.save(update_fields=["status", "began_at", "alive_at"])
    import_batch.enqueue(batch.pk, actor.pk)


@task(queue_name=settings.IMPORTS_QUEUE)
def read_batch(key: int) -> None:
    """Make the preview of a batch that waits for it."""
    batch = ImportBatch.objects.get(pk=key)
    if batch.status != Status.READING:
        return
    try:
        found = _fixture_preview(batch) if batch.shape == formats.FIXTURE else _preview(batch)
        batch.preview, batch.status = found.as_json(), Status.PREVIEWED
    except (ImportRefused, OSError) as error:
        batch.refusal, batch.status = _sentence(error), Status.REFUSED
    except Exception:
        ImportBatch.objects.filter(pk=key).update(status=Status.REFUSED, refusal=BROKEN)
        raise
    batch.save(update_fields=["preview", "status", "refusal"])


@task(queue_name=settings.IMPORTS_QUEUE)
def import_batch(key: int, actor: int) -> None:
    """Import a batch that was decided for, or what is left of it."""
    batch = ImportBatch.objects.get(pk=key)
    if batch.status != Status.IMPORTING:
        return
    try:
        with _source(batch) as source:
            carry_on(batch, source, _manner(batch), actor=User.objects.get(pk=actor))
    except InUse:
        return  # somebody else carries it on
    except (ImportRefused, OSError) as error:
        ImportBatch.objects.filter(pk=key).update(refusal=_sentence(error))


def _preview(batch: ImportBatch) -> Preview:
    with _source(batch) as source:
        return preview(source, _manner(batch), actor=batch.created_by, watch=_noting(batch))


def _fixture_preview(batch: ImportBatch) -> Preview:
    found = Preview()
    for row in load.preview(batch):
        name = f"{row.kind}: {row.name}" if row.name else row.kind
        found.add(row.outcome, PreviewRow(noted("row %(number)s", number=row.number), name[:200], row.field, row.told))
    return found


def _noting(batch: ImportBatch) -> Callable[[int, int], None]:
    """Notes with the batch how far its preview has come, now and then."""
    last = monotonic()

    def note(rows: int, at: int) -> None:
        nonlocal last
        if monotonic() - last >= EVERY:
            last = monotonic()
            stored = ImportBatch.objects.filter(pk=batch.pk)
            stored.update(counts={"read": rows}, at=at, alive_at=timezone.now())

    return note


def _shape(batch: ImportBatch) -> str:
    with _source(batch) as source:
        shape = formats.shape_of(source)
        if shape == formats.FIXTURE:
            rows_of(source.start(MOST_BYTES + 1))
    return shape


def _source(batch: ImportBatch) -> IncomingFile:
    return IncomingFile(Path(batch.file.path), name=batch.name, encoding=batch.given.get("encoding", ""))


def _manner(batch: ImportBatch) -> ImportManner:
    given = Given.from_json(batch.given)
    return ImportManner(shape=batch.shape, encoding=batch.given.get("encoding", ""), given=given, keeps_going=True)


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError):
        return noted("The file cannot be read any more: %(strerror)s.", strerror=error.strerror or error)
    return CONTROL.sub("\ufffd", str(error))
