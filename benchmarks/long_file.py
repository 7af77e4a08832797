"""What a JSON Lines file of any length takes of memory: its rows are imported, and the processes' peaks printed.

    python -m benchmarks.long_file [MB] [--database sqlite] [--keep-going]

Of 100 MB unless told otherwise; 2000 takes a quarter of an hour. The rows are those of the invented archive, each text
ten times as long, written as they are read and never held.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from pathlib import Path

from benchmarks.archive import answered, database
from benchmarks.invented_archive import archive

LONGER = 10
MB = 1_000_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", nargs="?", type=int, default=100, metavar="MB")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--keep-going", action="store_true", help="part by part, not in one transaction")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, database(arguments.database) as url:
        file = Path(folder, "long.jsonl")
        rows = write(file, arguments.size * MB)
        environment = dict(os.environ, DATABASE_URL=url, DEBUG="0", SECRET_KEY="for measuring only, " * 3)
        words = ["--import", str(file), *(["--keep-going"] if arguments.keep_going else [])]
        told = answered(environment, *words)
    print(
        f"{arguments.database}: {rows:,} rows of {arguments.size:,} MB in {told['seconds']:,.0f} s,"
        f" {1000 * told['worked'] / rows:.1f} ms of a core each; peak {told['peak'] / 1024:,.0f} MB"
    )


def write(file: Path, size: int) -> int:
    """Write so many bytes of rows; how many rows that are."""
    invented = archive(size, seed=1)
    rows = 0
    with file.open("w", encoding="utf-8") as out:
        while out.tell() < size:
            some = [next(invented) for _ in range(LONGER)]
            text = "\n\n".join(paragraph for article in some for paragraph in article.paragraphs)
            out.write(f"{json.dumps({**some[0].as_row(), 'text': text})}\n")
            rows += 1
    return rows


if __name__ == "__main__":
    main()
