"""`manage.py undo_import BATCH`: take back what an import did."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factcheck.articles.journal import CannotUndoImport, undo
from factcheck.articles.models import ImportBatch


class Command(BaseCommand):
    help = "Removes what an import batch created and restores what it changed, unless later work stands on it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("batch", type=int, metavar="BATCH", help="its number, as import_articles tells it")

    def handle(self, *args: Any, batch: int, **options: Any) -> None:
        try:
            undone = undo(ImportBatch.objects.get(pk=batch), actor=None)
        except ImportBatch.DoesNotExist:
            raise CommandError(f"There is no import batch {batch}.") from None
        except CannotUndoImport as refusal:
            raise CommandError(f"Batch {batch}: {refusal}") from None
        self.stdout.write(f"Undone: {undone}.")
