"""`manage.py make_archive N`: write an invented archive, to try the product at a size, with the truth beside it."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError

from factcheck.articles.inventing import archive


class Command(BaseCommand):
    help = "Writes an invented archive as JSON Lines, some of its articles reprints of others, for import_articles."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("size", type=int, metavar="N", help="how many articles")
        parser.add_argument("--seed", type=int, default=1, help="another number makes another archive")
        parser.add_argument("--output", type=Path, metavar="FILE", help="where to; the standard output if not given")
        parser.add_argument(
            "--truth", type=Path, metavar="FILE", help="also write which articles are versions of which"
        )

    def handle(self, *args: Any, size: int, seed: int, output: Path | None, truth: Path | None, **options: Any) -> None:
        if size < 0:
            raise CommandError("The number of articles cannot be below zero.")
        with ExitStack() as opened:
            try:
                rows: IO[str] = opened.enter_context(output.open("w", encoding="utf-8")) if output else sys.stdout
                families = opened.enter_context(truth.open("w", encoding="utf-8")) if truth else None
            except OSError as error:
                raise CommandError(
                    f"{error.filename} cannot be written: {error.strerror}. Give another name."
                ) from None
            for article in archive(size, seed=seed):
                rows.write(f"{json.dumps(article.as_row(), ensure_ascii=False)}\n")
                if families:
                    told = {"url": article.url, "family": article.family, "change": article.change}
                    families.write(f"{json.dumps(told)}\n")
