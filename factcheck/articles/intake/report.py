"""An import told in a terminal: how far it is; what a text became, what was inferred and left out, its story."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tqdm import tqdm

from factcheck.articles.intake.batches import Watch
from factcheck.articles.intake.new_article import GIVEN
from factcheck.articles.intake.preview import WORTH_A_LOOK, Preview
from factcheck.articles.intake.rows import TakenRow
from factcheck.articles.models import Article, Outcome
from factcheck.articles.reading.findings import What
from factcheck.languages.sentences import noted

TO_SEE = (What.QUESTION, What.CORRECTION, What.STRUCK, What.PAYWALL, What.OTHER_HEADLINE, What.UPDATED)


@contextmanager
def progress_bar(path: Path) -> Iterator[Watch]:
    """A bar over the bytes of a file, to be told of rows done and bytes read. A pipe sees nothing of it."""
    size = path.stat().st_size if path.exists() else 0
    shape = "{desc}: {percentage:3.0f}% |{bar}| {elapsed}, {remaining} left{postfix}"
    with tqdm(total=size, desc=path.name, disable=None, file=sys.stderr, bar_format=shape, leave=False) as bar:

        def watch(rows: int, at: int) -> None:
            elapsed = float(bar.format_dict["elapsed"] or 0)
            bar.set_postfix_str(f"{rows:,} rows, {rows / max(elapsed, 0.001):,.0f}/s", refresh=False)
            bar.update(at - bar.n)

        yield watch


def row_told(row: TakenRow) -> Iterator[str]:
    """A row in a few lines, the first of them a summary."""
    article = row.article
    day = article.published_on.isoformat() if article.published_on else "no date"
    yield f"{row.outcome}: “{article.headline}” ({article.outlet}, {day})"
    for name, (before, after) in row.changes.items():
        yield f"  {name.replace('_', ' ')}: {after}, before: {before or 'none'}"
    if row.because:
        yield from _inferred(article)
        yield from _left_out(article)
        yield f"  story: {row.because}"


def in_a_sentence(row: TakenRow) -> str:
    """What became of one text, for a person who gave one."""
    match row.outcome:
        case Outcome.CREATED:
            return noted("It is a new article. Its story: %(because)s.", because=row.because)
        case Outcome.NEW_VERSION:
            return noted(
                "The text at this address has changed: it is a new version. Its story: %(because)s.",
                because=row.because,
            )
        case Outcome.CHANGED:
            names = ", ".join(name.replace("_", " ") for name in row.changes)
            return noted("The desk had this text already; what changed in its record: %(names)s.", names=names)
        case _:
            return noted("The desk had this text already, and nothing changed.")


def counts_told(counts: Mapping[str, int], order: Iterable[Outcome] = Outcome) -> str:
    rows = sum(counts.values())
    told = ", ".join(f"{counts[outcome]:,} {outcome}" for outcome in order if counts.get(outcome))
    return f"{rows:,} {'row' if rows == 1 else 'rows'}: {told}"


def preview_told(preview: Preview, name: str) -> Iterator[str]:
    """What an import would do, in lines: the counts, then the first rows of each kind."""
    yield f"{name}, nothing imported yet: {counts_told(preview.counts, WORTH_A_LOOK)}"
    for outcome in WORTH_A_LOOK:
        first = preview.first.get(outcome, [])
        if first:
            yield f"  {outcome}:"
        for row in first:
            place = ", ".join(filter(None, [row.place, row.field]))
            yield "    " + ": ".join(filter(None, [place, f"“{row.name}”" if row.name else "", row.told]))
        if (hidden := preview.counts[outcome] - len(first)) and first:
            yield f"    … and {hidden:,} more"


def _inferred(article: Article) -> Iterator[str]:
    kept = {
        "headline": article.headline,
        "byline": article.byline,
        "agency": article.agency,
        "outlet": article.outlet.name,
        "site name": article.outlet.name,
        "date": str(article.published_on),
        "encoding": next((f["value"] for f in article.findings if f["what"] == "encoding"), ""),
    }
    for finding in article.findings:
        what, because = finding["what"], finding["because"]
        if because != GIVEN and finding["value"] and finding["value"] == kept.get(what):
            yield f"  {what}: {kept.pop(what)} ({because})"
        elif what == "date" and not finding["value"]:
            said = article.received[finding["start"] : finding["end"]]
            yield f"  date: none from “{said}”; {because}"
        elif what in TO_SEE:
            yield f"  {what}: {finding['value']} ({because})" if finding["value"] else f"  {what}: {because}"
    if article.outlet.is_unknown:
        yield "  outlet: unknown; give it with --outlet, or set it in the administrators' pages"
    if not article.published_on:
        yield "  date: none; give it with --date, or set it in the administrators' pages"


def _left_out(article: Article) -> Iterator[str]:
    parts: Counter[tuple[str, str]] = Counter()
    length: Counter[tuple[str, str]] = Counter()
    for finding in article.findings:
        if finding["leaves_out"]:
            key = (finding["what"], finding["because"])
            parts[key] += 1
            length[key] += finding["end"] - finding["start"]
    if parts:
        told = "; ".join(f"{_times(what, parts[what, why])}, {length[what, why]:,} ({why})" for what, why in parts)
        yield f"  left out {sum(length.values()):,} of {len(article.received):,} characters: {told}"
    else:
        yield "  left out nothing"


def _times(what: str, times: int) -> str:
    return what if times == 1 else f"{times} × {what}"
