"""JSON and JSON Lines: each object is a row of the documented columns, or an item of an agency's ninjs delivery.

What another desk published as its check is refused by its name: it is no article.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from factcheck.articles.formats import claim_review, columns, ninjs
from factcheck.articles.formats.incoming import LONGEST, ImportRefused, Incoming
from factcheck.articles.formats.json_stream import LONGEST_ROW, elements
from factcheck.articles.formats.source import IncomingFile
from factcheck.languages.sentences import noted

SHOWN = 2000  # characters of a line that cannot be read


def rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    """The rows of an array, or of an object's `articles`, numbered from 1."""
    file, encoding = source.open_text()
    for row, value in enumerate(elements(file), 1):
        yield _row(value, row, encoding)


def line_rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    """The rows of JSON Lines by the number of their line. Lines without words are passed over."""
    file, encoding = source.open_text()
    for row, line in enumerate(iter(lambda: file.readline(LONGEST_ROW), b""), 1):
        if len(line) == LONGEST_ROW and not line.endswith(b"\n"):
            while (rest := file.readline(LONGEST_ROW)) and not rest.endswith(b"\n"):
                pass
            reason = noted("The line is longer than a row with %(longest)s MB of text.", longest=f"{LONGEST / 1e6:.0f}")
            yield _unread(ImportRefused(reason, noted("Split it, or leave it out.")), row, line)
        elif line.strip():
            try:
                value = _parsed(line)
            except ImportRefused as refusal:
                yield _unread(refusal, row, line)
            else:
                yield _row(value, row, encoding)


def _row(value: Any, row: int, encoding: str) -> Incoming | ImportRefused:
    try:
        if not isinstance(value, dict):
            raise ImportRefused(noted("It is no JSON object."), noted("Write each row as an object."), row=row)
        claim_review.must_not_be_check(value)
        read = ninjs.row_of if ninjs.is_item(value) else columns.row_of
        incoming = read(value, row=row)
    except ImportRefused as refusal:
        return refusal
    return replace(incoming, encoding=encoding) if encoding else incoming


def _parsed(line: bytes) -> Any:
    try:
        return json.loads(line.decode())
    except UnicodeDecodeError:
        raise ImportRefused(noted("The line is not UTF-8."), noted("Save the file as UTF-8.")) from None
    except (ValueError, RecursionError) as error:
        where = noted(" at column %(colno)s", colno=error.colno) if isinstance(error, json.JSONDecodeError) else ""
        raise ImportRefused(
            noted("The line is not JSON%(where)s.", where=where), noted("Write one object on each line.")
        ) from None


def _unread(refusal: ImportRefused, row: int, line: bytes) -> ImportRefused:
    """A refusal with the beginning of a line that has no values yet."""
    return refusal.within("", row, {"text": "", "line": line.decode("utf-8", "replace")[:SHOWN].rstrip("\r\n")})
