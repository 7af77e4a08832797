"""Finding the versions in an archive by Apache Spark, beside the engine that asks the database.

    python -m benchmarks.spark [1000] [--cores 1 2]

The archive is invented. It is imported into a database of its own first, which the built-in engine needs and Spark does
not; that time stands beside the others. Each engine's pairs are compared with the other's, whichever article stands
first; Spark's texts still have their outlets' furniture, so that some of its pairs are others.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.invented_archive import archive

SEED = 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", nargs="?", type=int, default=1_000)
    parser.add_argument("--cores", nargs="+", type=int, default=[1, 2])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "archive.jsonl")
        with file.open("w", encoding="utf-8") as out:
            out.writelines(f"{json.dumps(article.as_row())}\n" for article in archive(asked.size, seed=SEED))
        database = f"sqlite:///{folder}/archive.sqlite3"
        environment = dict(os.environ, DATABASE_URL=database, DEBUG="0", SECRET_KEY="for measuring only, " * 3)
        run(environment, "migrate", "--verbosity", "0")
        _, imported = run(environment, "import_articles", str(file))
        stored, found = run(environment, "find_versions", "--format", "jsonl")
        print(f"{asked.size:,} articles, imported in {imported:.0f} s, {len(stored):,} pairs", flush=True)
        print(f"| the database | {found:.0f} s |", flush=True)
        for cores in asked.cores:
            spark = ["--engine", "spark", "--master", f"local[{cores}]", str(file)]
            pairs, took = run(environment, "find_versions", "--format", "jsonl", *spark)
            told = (
                f"{len(pairs & stored):,} pairs the same, {len(pairs - stored):,} more, {len(stored - pairs):,} fewer"
            )
            print(f"| Spark, {cores} cores | {took:.0f} s | {told} |", flush=True)


def run(environment: Mapping[str, str], *words: str) -> tuple[set[frozenset[str]], float]:
    """The pairs that a command of the desk lists, and the seconds it took."""
    began = time.perf_counter()
    command = [sys.executable, "manage.py", *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(words)} failed:\n{done.stderr[-2000:]}")
    took = time.perf_counter() - began
    pairs = (json.loads(line) for line in done.stdout.splitlines() if line.startswith("{"))
    return {frozenset((pair["a"], pair["b"])) for pair in pairs}, took


if __name__ == "__main__":
    main()
