"""`manage.py import_articles FILE…`: take articles in from files, and tell what became of each."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from factcheck.articles.importing import Outcome, import_file
from factcheck.articles.incoming import Given, ImportRefused, day_of
from factcheck.articles.telling import counts_told, outcome_told

ROWS_TOLD = 20


class Command(BaseCommand):
    help = "Takes articles in from plain-text files (one article each) and JSON Lines; all files, or none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--outlet", default="", help="the publisher's name, where a file does not give it")
        parser.add_argument("--address", default="", help="where the article stands; for one file with one article")
        parser.add_argument("--date", default="", help="the day of publication as YYYY-MM-DD, where a file gives none")
        parser.add_argument("--headline", default="", help="for one file with one article")
        parser.add_argument("--language", default="", help="a language tag such as en or es")

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        if len(files) > 1 and (options["address"] or options["headline"]):
            raise CommandError("--address and --headline are for one article: give one file with them.")
        given = self._given(options)
        told: list[str] = []
        refusals: list[str] = []
        with transaction.atomic():
            for path in files:
                try:
                    told += _import(path, given)
                except ImportRefused as refusal:
                    refusals.append(str(refusal))
            transaction.set_rollback(bool(refusals))
        if refusals:
            raise CommandError("\n".join([*refusals, "Nothing was imported: mend or leave out what was refused."]))
        self.stdout.write("\n".join(told))

    def _given(self, options: dict[str, Any]) -> Given:
        try:
            return Given(
                url=options["address"].strip(),
                outlet=options["outlet"].strip(),
                headline=options["headline"].strip(),
                language=options["language"].strip(),
                published_on=day_of(options["date"]) if options["date"] else None,
            )
        except ImportRefused as refusal:
            raise CommandError(f"--date: {refusal.reason} {refusal.remedy}") from None


def _import(path: Path, given: Given) -> list[str]:
    """What became of a file, in lines: an article in full, many rows as counts and the first that joined a story."""
    counts: Counter[str] = Counter()
    first: list[Outcome] = []
    import_file(path, actor=None, given=given, tell=_teller(counts, first))
    if len(first) == 1 and first[0].row is None:
        summary, *details = outcome_told(first[0])
        return [f"{path.name}: {summary}", *details]
    rows = [line for outcome in first for line in [f"  row {outcome.row}: {next(outcome_told(outcome))}"]]
    hidden = sum(counts.values()) - len(first)
    return [f"{path.name}: {counts_told(counts)}", *rows, *([f"  … and {hidden:,} more"] if hidden else [])]


def _teller(counts: Counter[str], first: list[Outcome]) -> Callable[[Outcome], None]:
    def tell(outcome: Outcome) -> None:
        counts[outcome.done] += 1
        if len(first) < ROWS_TOLD:
            first.append(outcome)

    return tell
