"""`manage.py backup DIR`: copy database and uploaded files, while the desk works."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factcheck.operation import backup_bucket
from factcheck.operation.backup import BackupFailed, make_backup


class Command(BaseCommand):
    help = (
        "Copies database and uploaded files into a new folder in DIR, as they stand now, and that into BACKUP_BUCKET if"
        " it is set. Prints the folder."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            made = make_backup(folder)
            self.stdout.write(str(made))
            if backup_bucket.is_set():
                backup_bucket.keep(made)
        except BackupFailed as failure:
            raise CommandError(str(failure)) from None
