"""Readers of file formats, one small module each: `rows(path)` yields what a file holds, one `Incoming` a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from factcheck.articles.formats import json_lines, plain
from factcheck.articles.incoming import ImportRefused, Incoming

NOT_YET = {
    ".pdf": "a PDF document",
    ".docx": "an office document",
    ".zip": "a ZIP archive",
    ".warc": "a web archive",
    ".csv": "a table",
    ".xml": "XML",
}
PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|rss|feed)", re.IGNORECASE)
FIXTURE = re.compile(rb"\s*\[?\s*\{\s*\"(?:model|pk)\"\s*:")


def rows(path: Path) -> Iterator[Incoming]:
    """The texts of a file, its format told by its name and its first bytes. Raises ImportRefused."""
    with path.open("rb") as file:
        start = file.read(4096)
    if not start.strip() and len(start) < 4096:
        raise ImportRefused("The file is empty.", "Give a file that holds an article.")
    if path.suffix.lower() in NOT_YET:
        raise ImportRefused(f"It is {NOT_YET[path.suffix.lower()]}.", "Save the article as plain text and import that.")
    if PAGE.match(start):
        raise ImportRefused("It is the source of a web page.", "Copy the article's text from the page and import that.")
    if FIXTURE.match(start):
        raise ImportRefused("It is a fixture.", "Import it in the administrators' pages, under Import batches.")
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        return json_lines.rows(path)
    if path.suffix.lower() == ".json" or re.match(rb"\s*\{\s*\"", start):
        raise ImportRefused("It holds JSON.", "Write one object a line, name the file .jsonl, and import that.")
    return plain.rows(path)
