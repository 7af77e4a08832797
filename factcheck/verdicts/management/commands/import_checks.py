"""`manage.py import_checks FILE…`: take in what other desks published as ClaimReview."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factcheck.articles.formats.claim_review import checks_in
from factcheck.articles.formats.incoming import ImportRefused
from factcheck.verdicts.add_outside_checks import add_checks


class Command(BaseCommand):
    help = "Takes in other desks' checks (ClaimReview: an object, lines, a DataFeed, a page); a check known is changed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        for file in files:
            try:
                added = add_checks(checks_in(file.read_bytes()), editor=None)
            except OSError as error:
                raise CommandError(f"{file}: {error.strerror or error}") from None
            except ImportRefused as refusal:
                raise CommandError(f"{file}: {refusal}") from None
            for refused in added.refused:
                self.stderr.write(refused)
            self.stdout.write(f"{file}: {added.in_words}.")
