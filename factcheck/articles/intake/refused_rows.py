"""What an import refuses: several rows as one refusal, and the rows themselves as a file that can be mended."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from factcheck.articles.formats.incoming import ImportRefused, NotAnArticle
from factcheck.articles.models import ImportBatch, Outcome
from factcheck.languages.sentences import noted

MOST_TOLD = 20
SURROGATE = re.compile(r"[\ud800-\udfff]")


class RowsRefused:
    """The refused rows of a file that is imported whole or not at all: the first few, and how many.

    Rows that are no articles stand apart: nobody has to mend them, and they hold nothing up.
    """

    def __init__(self) -> None:
        self.to_be_mended: list[ImportRefused] = []
        self.no_articles: list[ImportRefused] = []
        self.counts: Counter[bool] = Counter()

    def hear(self, refusals: Iterable[ImportRefused]) -> None:
        for refusal in refusals:
            is_article = not isinstance(refusal, NotAnArticle)
            self.counts[is_article] += 1
            first = self.to_be_mended if is_article else self.no_articles
            if len(first) < MOST_TOLD:
                first.append(refusal)

    def as_one(self) -> ImportRefused:
        """One refusal for all that are to be mended, or for all if none is; of a single row its own."""
        first = self.to_be_mended or self.no_articles
        count = self.counts[bool(self.to_be_mended)]
        if count == 1:
            return first[0]
        told = [f"  {refusal}" for refusal in first]
        more = count - len(told)
        told += [noted("  … and %(more)s more", more=f"{more:,}")] if more else []
        remedy = (
            noted("Mend them, or import the others with --keep-going.")
            if self.to_be_mended
            else noted("None is an article.")
        )
        return ImportRefused(
            noted("%(count)s rows are refused:\n", count=f"{count:,}") + "\n".join(told), f"\n{remedy}"
        )


def line_of(refusal: ImportRefused) -> str:
    """A refused row as a line of JSON, with the reason beside its values; it can be mended and imported."""
    values = {name: value for name, value in (refusal.values or {"text": ""}).items() if name != Outcome.REFUSED}
    line = json.dumps({Outcome.REFUSED.value: str(refusal), **values}, ensure_ascii=False)
    return SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", line)


def refused_name(batch: ImportBatch) -> str:
    return f"{batch.name}.refused.jsonl"


def write_refused(batch: ImportBatch, folder: Path) -> Path:
    """Write the refused rows of a batch into a file of the folder, all of them or none. Raises OSError."""
    path = folder / refused_name(batch)
    unfinished = path.with_suffix(".part")
    with unfinished.open("w", encoding="utf-8", newline="\n") as file:
        for line in batch.rows.refused().values_list("line", flat=True).iterator():
            file.write(f"{line}\n")
    return unfinished.replace(path)
