"""What the scripts that write learned files share: the heading of a file, and the error for data that is not here."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

SHARED = Path("../shared")
LEARNED = Path(__file__).parents[2] / "factcheck/compare/lexicon/learned"


class DataMissing(Exception):
    """The data a file is made of is not on this machine; the sentence says what to install or where to look."""


class Origin(NamedTuple):
    """Where the entries of a file come from: the data, its licence and date, and the module that reads it."""

    data: str
    licence: str
    date: str
    module: str

    def text(self, entry: str, entries: Sequence[str], *, scores: str = "none: extracted") -> str:
        """A whole file; `entry` is the sentence that says what one entry is, `scores` what they are worth."""
        heading = (
            entry,
            f"data: {self.data}",
            f"licence: {self.licence}",
            f"date: {self.date}",
            f"command: python -m scripts.learned.{self.module}",
            f"entries: {len(entries)}",
            f"scores: {scores}",
        )
        return "".join(f"# {line}\n" for line in heading) + "".join(f"{line}\n" for line in entries)


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a labelled corpus. Raises DataMissing where it is not."""
    if not path.is_file():
        raise DataMissing(f"there is no {path}: look where --shared says the folder with corpora/ is.")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write(files: Callable[[Path], Mapping[Path, str]], shared: Path = SHARED) -> None:
    """Write the files of one module and say how big they are; end with a sentence where the data is missing."""
    try:
        save(files(shared))
    except DataMissing as missing:
        sys.exit(str(missing))


def save(files: Mapping[Path, str]) -> None:
    for target, text in files.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        print(f"{len(text.encode()):>8} bytes  {target.name}")
