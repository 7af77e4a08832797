"""CSV and its kin: the first line names the columns; comma, semicolon, tab or bar stands between values."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import IO, Any

from factcheck.articles.formats import columns
from factcheck.articles.formats.incoming import LONGEST, ImportRefused, Incoming
from factcheck.articles.formats.source import IncomingFile
from factcheck.languages.sentences import noted

DELIMITERS = ",;\t|"
LONGEST_LINE = 4 * LONGEST
csv.field_size_limit(LONGEST_LINE)


def rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    """The rows as a spreadsheet numbers them: the first after the names is row 2."""
    file, encoding = source.open_text()
    lines = _lines(file)
    first = next(lines, "")
    delimiter = max(DELIMITERS, key=first.count)
    names = _names(first, delimiter)
    _must_be_header(names)
    reader = csv.reader(lines, delimiter=delimiter)
    row = 1
    while True:
        row += 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield ImportRefused(
                noted("The row cannot be read: %(error)s.", error=error), noted("Mend its quotation marks."), row=row
            )
            continue
        if any(value.strip() for value in values):
            yield _row(names, values, row, encoding)


def looks_like_table(start: str) -> bool:
    """Whether a text's first line names columns, `text` among them."""
    first = start.split("\n", 1)[0]
    names = [name.strip(' "\r').lower() for name in first.split(max(DELIMITERS, key=first.count))]
    return len(names) > 1 and "text" in names


def _names(first: str, delimiter: str) -> list[str]:
    try:
        return [name.strip().lower() for name in next(csv.reader([first], delimiter=delimiter), [])]
    except csv.Error as error:
        raise ImportRefused(
            noted("The row cannot be read: %(error)s.", error=error), noted("Mend its line ends."), row=1
        ) from None


def _must_be_header(names: Sequence[str]) -> None:
    if "text" not in names:
        reason = noted("Its first line names no column “text”.")
        raise ImportRefused(
            reason, noted("Name the columns there: %(described)s.", described=", ".join(columns.DESCRIBED)), row=1
        )
    if twice := next((name for name in names if name and names.count(name) > 1), ""):
        raise ImportRefused(noted("Two columns have this name."), noted("Leave one of them out."), row=1, field=twice)
    try:
        columns.must_be_columns([name for name in names if name])
    except ImportRefused as refusal:
        raise refusal.within("", 1) from None


def _row(names: Sequence[str], cells: Sequence[str], row: int, encoding: str) -> Incoming | ImportRefused:
    values: dict[str, Any] = {name: cell for name, cell in zip(names, cells, strict=False) if name}
    if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
        reason = noted(
            "It has %(count)s values, and there are %(count_2)s columns.", count=len(cells), count_2=len(names)
        )
        return ImportRefused(
            reason, noted("Put values that hold the separator in quotation marks."), row=row, values=values
        )
    try:
        if values.get("findings"):
            values["findings"] = _parsed(values["findings"])
        incoming = columns.row_of(values, row=row)
    except ImportRefused as refusal:
        return refusal.within("", row, values)
    return replace(incoming, encoding=encoding) if encoding else incoming


def _parsed(words: str) -> Any:
    try:
        return json.loads(words)
    except (ValueError, RecursionError):
        raise ImportRefused(noted("The value is not JSON."), noted("Leave it empty."), field="findings") from None


def _lines(file: IO[bytes]) -> Iterator[str]:
    number = 0
    try:
        for number, line in enumerate(iter(lambda: file.readline(LONGEST_LINE), b""), 1):
            if len(line) == LONGEST_LINE:
                reason = noted(
                    "The line is longer than a row with %(longest)s MB of text.", longest=f"{LONGEST / 1e6:.0f}"
                )
                raise ImportRefused(reason, noted("Split it, or leave it out."), row=number)
            yield line.decode()
    except UnicodeDecodeError:
        reason = noted("Line %(number)s is not UTF-8.", number=number)
        raise ImportRefused(reason, noted("Save the file as UTF-8, or name its encoding.")) from None
