"""JSON Lines: one object a line with `text`, and `url`, `outlet`, `headline`, `byline`, `agency`, `published_on`,
`language` where known. Lines without words are passed over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.articles.incoming import LONGEST, ImportRefused, Incoming, day_of

TEXTS = ("url", "outlet", "headline", "byline", "agency", "language")
FIELDS = ("text", *TEXTS, "published_on")


def rows(path: Path) -> Iterator[Incoming]:
    """One `Incoming` for each line, numbered from 1. Memory does not grow with the file."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LONGEST + 1):
            number += 1
            try:
                if row := _row(line, number):
                    yield row
            except ImportRefused as refusal:
                raise refusal.within("", number) from None


def _row(line: bytes, number: int) -> Incoming | None:
    if len(line) > LONGEST:
        raise ImportRefused(f"The line is longer than {LONGEST / 1e6:.0f} MB.", "Split it, or leave it out.")
    if not line.strip():
        return None
    values = _object(line)
    if unknown := next((name for name in values if name not in FIELDS), None):
        raise ImportRefused("There is no such field.", f"The fields are {', '.join(FIELDS)}.", field=unknown)
    texts = {name: _text(values, name).strip() for name in TEXTS}
    day = _text(values, "published_on")
    return Incoming(received=_text(values, "text"), published_on=day_of(day) if day else None, row=number, **texts)  # type: ignore[arg-type]


def _object(line: bytes) -> dict[str, Any]:
    try:
        values = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except UnicodeDecodeError:
        raise ImportRefused("The line is not UTF-8.", "Save the file as UTF-8.") from None
    except (ValueError, RecursionError) as error:
        where = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise ImportRefused(f"The line is not JSON{where}.", "Write one object on each line.") from None
    if not isinstance(values, dict):
        raise ImportRefused("The line is no JSON object.", "Write one object on each line.")
    return values


def _text(values: dict[str, Any], name: str) -> str:
    value = values.get(name)
    if value is not None and not isinstance(value, str):
        raise ImportRefused("The value is not text.", "Write it in quotation marks.", field=name)
    return value or ""
