"""A copy of everything the site keeps, made while the desk works, and bringing it back into an empty place.

One folder: the database as it stood at one moment, the uploaded files, and a manifest with the hash of each and how the
ledger stood. The database is copied first: a file is stored before a row names it, and goes after no row does.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient

from factcheck.ledger.chain import Anchor, head_of_chain

DATABASE, FILES, MANIFEST = "database", "files", "manifest.json"


class BackupFailed(Exception):
    """It was not made, or not brought back; the message says why and what to do."""


@dataclass(frozen=True)
class Manifest:
    """What a backup holds: the hash of each of its files by name, and how the ledger stood before it was made."""

    made_at: str
    vendor: str
    anchor: str
    files: dict[str, str]

    @classmethod
    def read(cls, folder: Path) -> Self:
        try:
            told = json.loads((folder / MANIFEST).read_text())
            return cls(**{name: told[name] for name in ("made_at", "vendor", "anchor", "files")})
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise BackupFailed(f"{folder} is no backup: its {MANIFEST} cannot be read ({error}).") from None

    def write(self, folder: Path) -> None:
        (folder / MANIFEST).write_text(json.dumps(vars(self), indent=1, sort_keys=True))


def make_backup(into: Path) -> Path:
    """Copy database and files into a new folder in `into`, named after the time. Raises BackupFailed, leaving nothing.

    Returns the folder. It has its name only once it is whole.
    """
    now = datetime.now(UTC)
    whole = into / f"factcheck-{now:%Y%m%dT%H%M%SZ}"
    begun = into / f".{whole.name}.{os.getpid()}"
    try:
        begun.mkdir(parents=True)
        anchor = str(head_of_chain())
        _copy_database(begun / DATABASE)
        _copy_files(begun / FILES)
        files = {str(path.relative_to(begun)): _hash(path) for path in sorted(begun.rglob("*")) if path.is_file()}
        Manifest(now.isoformat(timespec="seconds"), connection.vendor, anchor, files).write(begun)
        begun.rename(whole)
    except (OSError, sqlite3.OperationalError) as error:
        raise BackupFailed(f"The backup could not be written: {error}.") from None
    finally:
        shutil.rmtree(begun, ignore_errors=True)
    return whole


def restore_backup(folder: Path) -> Anchor:
    """Bring a backup back into an empty database. Raises BackupFailed before anything is written if it is not sound.

    Returns how the ledger stood when it was made, to prove the restored one by.
    """
    manifest = Manifest.read(folder)
    for name, digest in manifest.files.items():
        if not (folder / name).is_file() or _hash(folder / name) != digest:
            raise BackupFailed(f"{folder / name} is missing or was changed since the backup was made.")
    if manifest.vendor != connection.vendor:
        raise BackupFailed(f"It is a backup of {manifest.vendor}, and DATABASE_URL names {connection.vendor}.")
    if connection.introspection.table_names():
        raise BackupFailed("The database that DATABASE_URL names is not empty. Restore into a new one.")
    _load_database(folder / DATABASE)
    _load_files(folder / FILES)
    return Anchor.read(manifest.anchor)


def _copy_database(to: Path) -> None:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with sqlite3.connect(to) as copy:
            connection.connection.backup(copy)
        copy.close()
    else:
        _run_postgres("pg_dump", "--format=custom", "--no-owner", f"--file={to}")


def _load_database(copy: Path) -> None:
    if connection.vendor == "sqlite":
        name = Path(connection.settings_dict["NAME"])
        connection.close()
        for left in (name, name.with_name(f"{name.name}-wal"), name.with_name(f"{name.name}-shm")):
            left.unlink(missing_ok=True)  # without a table: what asking whether it is empty has made
        shutil.copyfile(copy, name)
    else:
        _run_postgres("pg_restore", "--exit-on-error", "--single-transaction", "--no-owner", str(copy))


def _run_postgres(program: str, *words: str) -> None:
    """Run one of PostgreSQL's own programs on the site's database."""
    settings: dict[str, Any] = connection.settings_dict
    [_psql, *where, name], environment = DatabaseClient.settings_to_cmd_args_env(settings, [])
    command = [program, *where, f"--dbname={name}", *words]
    try:
        done = subprocess.run(  # noqa: S603 - the program is PostgreSQL's, its words are ours
            command, env={**os.environ, **(environment or {})}, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise BackupFailed(f"{program} is not installed here. It comes with PostgreSQL's client programs.") from None
    if done.returncode:
        raise BackupFailed(f"{program} failed: {done.stderr.strip()}")


def _copy_files(to: Path) -> None:
    for name in _stored("."):
        copy = to / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        with default_storage.open(name) as stored, copy.open("wb") as file:
            shutil.copyfileobj(stored, file)


def _load_files(copies: Path) -> None:
    for copy in copies.rglob("*"):
        name = str(copy.relative_to(copies))
        if copy.is_file() and not default_storage.exists(name):
            with copy.open("rb") as file:
                default_storage.save(name, File(file))


def _stored(folder: str) -> Iterator[str]:
    """The name of every uploaded file, whatever storage keeps them."""
    if not default_storage.exists(folder):
        return
    folders, names = default_storage.listdir(folder)
    yield from (os.path.normpath(f"{folder}/{name}") for name in names)
    for below in folders:
        yield from _stored(f"{folder}/{below}")


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
