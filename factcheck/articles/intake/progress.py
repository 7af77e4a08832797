"""How far an import has come, in a terminal: rows, rows a second and the time left. A pipe sees nothing of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tqdm import tqdm

from factcheck.articles.intake.batches import Watch


@contextmanager
def progress_bar(path: Path) -> Iterator[Watch]:
    """A bar over the bytes of a file, to be told of rows done and bytes read."""
    size = path.stat().st_size if path.exists() else 0
    shape = "{desc}: {percentage:3.0f}% |{bar}| {elapsed}, {remaining} left{postfix}"
    with tqdm(total=size, desc=path.name, disable=None, file=sys.stderr, bar_format=shape, leave=False) as bar:

        def watch(rows: int, at: int) -> None:
            elapsed = float(bar.format_dict["elapsed"] or 0)
            bar.set_postfix_str(f"{rows:,} rows, {rows / max(elapsed, 0.001):,.0f}/s", refresh=False)
            bar.update(at - bar.n)

        yield watch
