"""How long the desk takes to suggest conflicts for one more statement, against 10,000 stored ones.

    python -m benchmarks.suggestions [--shared ../shared] [--statements 10000] [--runs 100]

The statements are what the engine finds that somebody said in the reprints of the corpora. They are stored in a test
database of their own, made and removed by the benchmark: SQLite in memory, or on the server that DATABASE_URL names.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import django
from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from factcheck.compare import Span, find_attributions
from factcheck.compare.clashing.clauses import matters_around
from factcheck.compare.clashing.gists import gist

TOGETHER = 500


def said_in(shared: Path) -> Iterator[tuple[str, list[Span]]]:
    """Articles, and where in each somebody's words stand."""
    for line in (shared / "corpora/reprints/articles.jsonl").read_text().splitlines():
        text = json.loads(line)["text"]
        spans = {one.content for one in find_attributions(text)}
        yield text, sorted(span for span in spans if span.of(text).strip())


def store(shared: Path, count: int) -> None:
    """Fill the database with so many statements, in the index of terms."""
    from factcheck.articles.models import Article, Outlet, Story
    from factcheck.claims.models import Statement
    from factcheck.claims.term_index import index

    outlet = Outlet.objects.create(name="The Paper")
    statements: list[Statement] = []
    for number, (text, spans) in enumerate(said_in(shared)):
        story = Story.objects.create(title=f"Story {number}", slug=f"story-{number}")
        headline = text.partition(".")[0][:80]
        article = Article.objects.create(
            outlet=outlet,
            story=story,
            url=f"https://paper.example/{number}",
            headline=headline,
            text=text,
            received=text,
        )
        statements += (
            Statement(article=article, manner="own_words", exact=span.of(text), start=span.start, end=span.end)
            for span in spans
        )
        if len(statements) >= count:
            break
    stored = Statement.objects.bulk_create(statements[:count], batch_size=TOGETHER)
    for at in range(0, len(stored), TOGETHER):
        index(islice(stored, at, at + TOGETHER))
    if connection.vendor == "postgresql":
        connection.cursor().execute("VACUUM ANALYZE")  # what a server does by itself within a minute
    print(f"{len(stored):,} statements of {number + 1:,} articles stored")


def milliseconds(runs: int) -> list[float]:
    """The times of suggesting for statements from all over the database, in order."""
    from factcheck.claims.models import Statement
    from factcheck.claims.suggest_conflicts import suggest_for

    step = max(1, Statement.objects.count() // runs)
    taken = []
    for statement in Statement.objects.with_articles().order_by("pk")[::step][:runs]:
        for reader in (gist, matters_around):
            reader.cache_clear()  # as in a process that has read none of the statements yet
        began = time.perf_counter()
        suggest_for(statement)
        taken.append((time.perf_counter() - began) * 1000)
    return sorted(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with corpora/")
    parser.add_argument("--statements", type=int, default=10_000, help="how many to store")
    parser.add_argument("--runs", type=int, default=100, help="how many to suggest for")
    arguments = parser.parse_args()
    if not (arguments.shared / "corpora/reprints").is_dir():
        sys.exit(f"No reprints in {arguments.shared}/corpora: say with --shared where corpora/ is.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    databases = setup_databases(verbosity=0, interactive=False, serialized_aliases=[])
    try:
        store(arguments.shared, arguments.statements)
        taken = milliseconds(arguments.runs)
        print(f"median {statistics.median(taken):.1f} ms   95th percentile {taken[int(len(taken) * 0.95)]:.1f} ms")
    finally:
        teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
