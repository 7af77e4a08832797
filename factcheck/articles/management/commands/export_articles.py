"""`manage.py export_articles [FILE]`: write every article as JSON Lines that `import_articles` takes in again."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factcheck.articles.formats.export import lines


class Command(BaseCommand):
    help = (
        "Writes every article as JSON Lines, with what was inferred of it and the story it is in. Importing the file "
        "into an empty database makes the same articles; into the same database, nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="otherwise to standard output")

    def handle(self, *args: Any, file: Path | None, **options: Any) -> None:
        if file is None:
            for line in lines():
                self.stdout.write(line)
            return
        unfinished = file.with_name(f"{file.name}.part")
        try:
            with unfinished.open("w", encoding="utf-8", newline="\n") as target:
                count = sum(1 for line in lines() if target.write(f"{line}\n"))
            unfinished.replace(file)
        except OSError as error:
            raise CommandError(f"{file}: It cannot be written: {error.strerror or error}.") from None
        self.stdout.write(f"{count:,} {'article' if count == 1 else 'articles'} in {file}.")
