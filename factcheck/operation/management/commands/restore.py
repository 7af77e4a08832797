"""`manage.py restore BACKUP`: bring a backup back into an empty database, and prove its ledger."""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factcheck.ledger.chain import ChainBroken, verify
from factcheck.operation import backup_bucket
from factcheck.operation.backup import BackupFailed, restore_backup
from factcheck.operation.release import waiting_migrations


class Command(BaseCommand):
    help = "Brings back what backup copied. The database must be empty; the ledger is proved after."

    def add_arguments(self, parser: ArgumentParser) -> None:
        told = "the folder that backup printed, or its name alone where only BACKUP_BUCKET has it"
        parser.add_argument("backup", type=Path, metavar="BACKUP", help=told)

    def handle(self, *args: Any, backup: Path, **options: Any) -> None:
        try:
            if backup.is_dir() or not backup_bucket.is_set():
                anchor = restore_backup(backup)
            else:
                with tempfile.TemporaryDirectory() as here:
                    anchor = restore_backup(backup_bucket.fetch(str(backup), Path(here)))
        except BackupFailed as failure:
            raise CommandError(str(failure)) from None
        if waiting_migrations():
            self.stdout.write("Restored, from an earlier release. Run: manage.py migrate, then manage.py verify_ledger")
            return
        try:
            count = verify(anchor)
        except ChainBroken as broken:
            raise CommandError("Restored, but its record does not add up:\n" + "\n".join(broken.faults)) from None
        self.stdout.write(f"Restored; all {count} ledger entries and what they vouch for stand as they were written.")
