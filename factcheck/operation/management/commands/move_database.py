"""`manage.py move_database FILE`: take a site from SQLite to the PostgreSQL database that DATABASE_URL names."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factcheck.operation.move_database import MoveRefused, move_database


class Command(BaseCommand):
    help = (
        "Moves all that the SQLite database FILE holds into the new PostgreSQL database of DATABASE_URL, and proves it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="the database of a site that is stopped")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            moved = move_database(file)
        except MoveRefused as failure:
            raise CommandError(str(failure)) from None
        self.stdout.write(
            f"Moved {moved.rows:,} rows of {moved.tables} tables; all {moved.entries} ledger entries and what they"
            " vouch for stand as they were written."
        )
