"""Labelled corpora in two parts by document: one to look at while building, one that is only scored.

    python -m benchmarks.split_corpora ../shared/corpora .build/corpora    writes .build/corpora/look and …/score
    python ../shared/evals/run.py --data .build/corpora/score

Rows whose documents are one another's reprints, or stand in one labelled row, go to one side together: what was learned
of a text is never asked of its reprint. Which side is decided by the SHA-256 of the first document's name, so the parts
are the same on every machine. Articles themselves stand on both sides, since rows of either side name them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

type Row = dict[str, Any]

DOCUMENTS: dict[str, Callable[[Row], Sequence[str]]] = {
    "attributions/articles.jsonl": lambda row: [row["file"]],
    "conflicts/pairs.jsonl": lambda row: [row["one"]["article"], row["two"]["article"]],
    "edits/edits.jsonl": lambda row: [row["doc_a"], row["doc_b"]],
    "edits/more.jsonl": lambda row: [row["doc"]],
    "pages/pages.jsonl": lambda row: [row["file"]],
    "quotes/quotes.jsonl": lambda row: [row["doc_a"], row["doc_b"]],
    "reprints/pairs.jsonl": lambda row: [row["a"], row["b"]],
    "reprints/paragraph_links.jsonl": lambda row: [row["a"], row["b"]],
    "reprints/same_event_not_versions.jsonl": lambda row: [row["a"], row["b"]],
    "stances/claims.jsonl": lambda row: [row["claim_id"]],
    "versions/pairs.jsonl": lambda row: [row["a"], row["b"]],
    "versions/paragraph_links.jsonl": lambda row: [row["a"], row["b"]],
}
# Files whose rows join documents.
JOINING = ("reprints/pairs.jsonl", "edits/edits.jsonl", "quotes/quotes.jsonl", "conflicts/pairs.jsonl")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("target", type=Path)
    asked = parser.parse_args()
    first = first_names(asked.corpora)
    for part in ("look", "score"):
        folder = asked.target / part
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(asked.corpora, folder, copy_function=shutil.copyfile)
        for name, documents in DOCUMENTS.items():
            rows = rows_of(asked.corpora / name)
            kept = [row for row in rows if part_of(row, documents, first) == part]
            (folder / name).write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in kept))
            print(f"{part:5} {name:40} {len(kept):5} of {len(rows)}")


def rows_of(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text().splitlines() if line]


def first_names(corpora: Path) -> dict[str, str]:
    """For each document that has versions, the first name of its family in alphabetical order."""
    family: dict[str, set[str]] = {}
    for name in JOINING:
        for row in rows_of(corpora / name):
            joined = set().union(*(family.get(one, {one}) for one in DOCUMENTS[name](row)))
            family.update(dict.fromkeys(joined, joined))
    return {one: min(members) for one, members in family.items()}


def part_of(row: Row, documents: Callable[[Row], Iterable[str]], first: dict[str, str]) -> str:
    name = min(first.get(one, one) for one in documents(row))
    return "score" if hashlib.sha256(name.encode()).digest()[0] % 2 else "look"


if __name__ == "__main__":
    main()
