"""Backups beside the machine: in a bucket that speaks S3, or wherever the storage called `backups` keeps files.

A backup's manifest is stored last, and tells what belongs to it: without one a backup is not whole.
"""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import Storage, storages

from factcheck.operation.backup import MANIFEST, BackupFailed, Manifest

NAME = "backups"


def is_set() -> bool:
    return NAME in settings.STORAGES


def keep(folder: Path) -> None:
    """Store a backup under its folder's name. Raises BackupFailed."""
    bucket = _bucket()
    try:
        for name in [*Manifest.read(folder).files, MANIFEST]:
            with (folder / name).open("rb") as file:
                bucket.save(f"{folder.name}/{name}", File(file))
    except _refusals() as refusal:
        raise BackupFailed(f"{folder} is whole, but BACKUP_BUCKET does not hold it: {refusal}") from None


def kept() -> list[str]:
    """The names of the backups that are there, the newest first. Raises BackupFailed."""
    bucket = _bucket()
    try:
        folders, _ = bucket.listdir("")
        return sorted((name for name in folders if bucket.exists(f"{name}/{MANIFEST}")), reverse=True)
    except _refusals() as refusal:
        raise BackupFailed(f"BACKUP_BUCKET cannot be read: {refusal}") from None


def fetch(name: str, into: Path) -> Path:
    """Copy a backup, unproved, into a new folder in `into`, and return that. Raises BackupFailed."""
    bucket, folder = _bucket(), into / name
    if name not in (there := kept()):
        told = "It holds " + ", ".join(there[:5]) if there else "It holds none"
        raise BackupFailed(f"{name} is no folder here, and no backup in BACKUP_BUCKET. {told}.")
    try:
        _copy(bucket, name, MANIFEST, folder)
        for file in Manifest.read(folder).files:
            _copy(bucket, name, file, folder)
    except _refusals() as refusal:
        raise BackupFailed(f"{name} could not be fetched from BACKUP_BUCKET: {refusal}") from None
    return folder


def _copy(bucket: Storage, backup: str, file: str, folder: Path) -> None:
    copy = folder / file
    if not copy.resolve().is_relative_to(folder.resolve()):
        raise BackupFailed(f"{backup} is no backup: its {MANIFEST} names {file}, outside of it.")
    copy.parent.mkdir(parents=True, exist_ok=True)
    with bucket.open(f"{backup}/{file}") as stored, copy.open("wb") as written:
        shutil.copyfileobj(stored, written)


def _bucket() -> Storage:
    return storages[NAME]


def _refusals() -> tuple[type[Exception], ...]:
    """What goes wrong with a storage: with files of the system, and with what speaks to S3 where that is installed."""
    if find_spec("boto3") is None:
        return (OSError,)
    from boto3.exceptions import Boto3Error  # noqa: PLC0415 - the extra “s3”
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

    return (OSError, Boto3Error, BotoCoreError, ClientError)
