"""Fills in what fixtures/demo.json derives, after somebody changed an article or a statement there.

    python -m scripts.anchor_demo

Of an article it writes the reading text and the findings, from the text as received; of a statement the place
and the words around it, from its `exact`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from factcheck.articles.reading.article import read

FIXTURE = Path(__file__).resolve().parent.parent / "fixtures" / "demo.json"
CONTEXT = 32  # as many characters as factcheck.claims.mark_statement keeps


def main() -> None:
    rows = json.loads(FIXTURE.read_text("utf-8"))
    texts = {row["pk"]: read_again(row["fields"]) for row in rows if row["model"] == "articles.article"}
    for row in rows:
        if row["model"] == "claims.statement":
            anchor(row, texts[row["fields"]["article"]])
    FIXTURE.write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", "utf-8")


def read_again(article: dict[str, Any]) -> str:
    reading = read(article["received"])
    article["text"] = reading.text
    article["findings"] = [finding.as_json() for finding in reading.findings]
    return reading.text


def anchor(statement: dict[str, Any], text: str) -> None:
    """Find the statement's words; ends the program with one sentence unless they stand exactly once."""
    fields = statement["fields"]
    if (times := text.count(fields["exact"])) != 1:
        sys.exit(
            f"Statement {statement['pk']}: “{fields['exact']}” stands {times} times in the reading text"
            f" of article {fields['article']}; write words there that stand in it once."
        )
    start = text.index(fields["exact"])
    end = start + len(fields["exact"])
    fields.update(prefix=text[max(0, start - CONTEXT) : start], suffix=text[end : end + CONTEXT], start=start, end=end)


if __name__ == "__main__":
    main()
