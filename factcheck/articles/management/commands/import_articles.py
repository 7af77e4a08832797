"""`manage.py import_articles FILE…`: take articles in from files, and tell what became of each."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from factcheck.articles import formats
from factcheck.articles.fixtures.load import load_file
from factcheck.articles.formats.columns import DESCRIBED
from factcheck.articles.formats.incoming import Given, ImportRefused, NotAnArticle, day_of
from factcheck.articles.formats.source import IncomingFile
from factcheck.articles.intake.batches import ImportManner, import_file
from factcheck.articles.intake.preview import Preview
from factcheck.articles.intake.refused_rows import write_refused
from factcheck.articles.intake.report import counts_told, preview_told, progress_bar, row_told
from factcheck.articles.intake.rows import TakenRow
from factcheck.articles.models import ImportBatch, Outcome

ROWS_TOLD = 20
COLUMNS = "\n".join(f"  {name:13} {told}" for name, told in DESCRIBED.items())
SHAPES = "\n".join(f"  {name:13} {told}" for name, told in formats.TOLD.items())
EPILOG = f"""formats:
{SHAPES}

columns of CSV, JSON (an array, or an object with “articles”) and JSON Lines:
{COLUMNS}

A file is imported whole or not at all, but for rows that are no articles (pictures, drafts, summaries). With
--keep-going its refused rows are written to NAME.refused.jsonl beside it, to be mended and imported alone, and the
others are imported; an import that was broken off goes on where it was when the same command is given again."""


class Command(BaseCommand):
    help = "Takes articles in from files; all files, or none, unless --keep-going is given."
    requires_system_checks = ()  # they load every page and form, a third of a second that no import needs

    def create_parser(self, *args: Any, **options: Any) -> Any:
        return super().create_parser(*args, formatter_class=RawDescriptionHelpFormatter, epilog=EPILOG, **options)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        told = "one of those below, where the content does not tell it"
        parser.add_argument("--format", choices=formats.TOLD, default="", dest="shape", metavar="FORMAT", help=told)
        parser.add_argument("--encoding", default="", help="such as windows-1251, where it is not UTF-8")
        parser.add_argument("--dry-run", action="store_true", help="tell what each row would do, and do nothing")
        parser.add_argument("--keep-going", action="store_true", help="import what can be, and set the rest aside")
        parser.add_argument("--outlet", default="", help="the publisher's name, where a file does not give it")
        parser.add_argument("--address", default="", help="where the article stands; for one file with one article")
        parser.add_argument("--date", default="", help="the day of publication as YYYY-MM-DD, where a file gives none")
        parser.add_argument("--headline", default="", help="for one file with one article")
        parser.add_argument("--language", default="", help="a language tag such as en or es")

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        if len(files) > 1 and (options["address"] or options["headline"]):
            raise CommandError("--address and --headline are for one article: give one file with them.")
        manner = ImportManner(
            shape=options["shape"],
            encoding=options["encoding"],
            given=self._given(options),
            keeps_going=options["keep_going"],
            is_rehearsal=options["dry_run"],
        )
        refusals: list[str] = []
        told: list[str] = []
        with ExitStack() as stack:
            if not manner.keeps_going or manner.is_rehearsal:
                stack.enter_context(transaction.atomic())
            for path in files:
                try:
                    told += _import(path, manner)
                except ImportRefused as refusal:
                    refusals.append(str(refusal))
            if not manner.keeps_going or manner.is_rehearsal:
                transaction.set_rollback(bool(refusals) or manner.is_rehearsal)
        self._tell(told, refusals, manner)

    def _tell(self, told: list[str], refusals: list[str], manner: ImportManner) -> None:
        """What was done, or the refusals; of files that do not depend on each other, both."""
        if not refusals or manner.keeps_going or manner.is_rehearsal:
            self.stdout.write("\n".join(told))
        if refusals:
            remedy = [] if manner.keeps_going else ["Nothing was imported: mend or leave out what was refused."]
            raise CommandError("\n".join([*refusals, *remedy]))

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


@dataclass
class Heard:
    """What is remembered of a file's rows to tell it afterwards."""

    counts: Counter[str] = field(default_factory=Counter)
    first: list[TakenRow] = field(default_factory=list)
    refused: list[ImportRefused] = field(default_factory=list)
    to_be_mended: int = 0  # of the refused rows; the others are no articles

    def hear(self, row: TakenRow | ImportRefused) -> None:
        if isinstance(row, ImportRefused):
            self.counts[Outcome.REFUSED] += 1
            self.to_be_mended += not isinstance(row, NotAnArticle)
            self.refused += [row] if len(self.refused) < ROWS_TOLD else []
        else:
            self.counts[row.outcome] += 1
            self.first += [row] if len(self.first) < ROWS_TOLD else []


def _import(path: Path, manner: ImportManner) -> list[str]:
    """What became of a file, in lines: an article in full, many rows as counts and the first that joined a story."""
    if _is_fixture(path, manner):
        return load_file(path, is_rehearsal=manner.is_rehearsal)
    preview, heard = Preview(), Heard()
    hear = preview.hear if manner.is_rehearsal else heard.hear
    with progress_bar(path) as watch:
        batch = import_file(path, actor=None, manner=manner, tell=hear, watch=watch)
    if manner.is_rehearsal:
        return list(preview_told(preview, path.name))
    if len(heard.first) == 1 and heard.first[0].row is None:
        summary, *details = row_told(heard.first[0])
        return [f"{path.name}: {summary}", *details]
    return [*_rows_told(path, heard, batch), *_refused_told(path, heard, batch)]


def _is_fixture(path: Path, manner: ImportManner) -> bool:
    if manner.shape:
        return manner.shape == formats.FIXTURE
    try:
        with IncomingFile(path) as source:
            return formats.shape_of(source) == formats.FIXTURE
    except (OSError, ImportRefused):
        return False  # the import itself tells what is wrong with the file


def _rows_told(path: Path, heard: Heard, batch: ImportBatch | None) -> Iterator[str]:
    name = f"{path.name}, batch {batch.pk}" if batch else path.name
    earlier = batch.taken - heard.counts.total() if batch else 0
    went_on = f", {earlier:,} of them before it was broken off" if earlier else ""
    yield f"{name}: {counts_told(batch.counts if batch else heard.counts)}{went_on}"
    for row in heard.first:
        place = ", ".join(filter(None, [row.file, f"row {row.row}" if row.row else ""]))
        yield f"  {place}: {next(row_told(row))}"
    hidden = sum(heard.counts.values()) - heard.counts[Outcome.REFUSED] - len(heard.first)
    if hidden:
        yield f"  … and {hidden:,} more"


def _refused_told(path: Path, heard: Heard, batch: ImportBatch | None) -> Iterator[str]:
    if not batch or not batch.counts.get(Outcome.REFUSED):
        return
    for refusal in heard.refused:
        yield f"  refused: {refusal}"
    hidden = heard.counts[Outcome.REFUSED] - len(heard.refused)
    if hidden > 0:
        yield f"  … and {hidden:,} more refused"
    if not heard.to_be_mended:
        return
    try:
        written = write_refused(batch, path.parent)
    except OSError as error:
        yield f"  The refused rows cannot be written beside the file ({error.strerror}); the batch keeps them."
    else:
        yield f"  Mend the refused rows in {written} and import that file."
