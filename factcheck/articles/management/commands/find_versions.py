"""`manage.py find_versions`: list which articles are versions of one another, stored ones or those of files."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factcheck.articles.models import Article
from factcheck.articles.versions import spark_pairs
from factcheck.articles.versions.likeness import ListedPair
from factcheck.articles.versions.pairs import pairs

SPARK_MISSING = "Spark is not installed: pip install 'factcheck[spark]', and Java 17 or later."


class Command(BaseCommand):
    help = "Lists the articles that share their text, pair by pair: what one is to the other, and how much they share."
    requires_system_checks = ()  # as for import_articles

    def add_arguments(self, parser: ArgumentParser) -> None:
        told = "JSON Lines or Parquet with url, text and, where known, outlet and published_on, for --engine spark"
        parser.add_argument("files", nargs="*", metavar="FILE", help=told)
        parser.add_argument("--format", choices=["text", "jsonl"], default="text", dest="shape")
        parser.add_argument("--engine", choices=["database", "spark"], default="database")
        parser.add_argument("--master", default="local[*]", help="where Spark runs: local[2], spark://HOST:7077")

    def handle(self, *args: Any, files: Sequence[str], shape: str, engine: str, master: str, **options: Any) -> None:
        if (engine == "spark") != bool(files):
            raise CommandError("Files are read by --engine spark, and by it alone; the database holds the others.")
        tell = _as_json if shape == "jsonl" else _as_text
        for pair in _in_files(files, master) if files else _stored():
            self.stdout.write(tell(pair))


def _stored() -> Iterator[ListedPair]:
    for pair in pairs():
        shares = pair.relation.in_original, pair.relation.in_version
        yield ListedPair(_address(pair.original), _address(pair.version), pair.label, *shares, pair.shared)


def _in_files(files: Sequence[str], master: str) -> Iterator[ListedPair]:
    if find_spec("pyspark") is None:
        raise CommandError(SPARK_MISSING)
    yield from spark_pairs.pairs_in(files, master=master)


def _as_json(pair: ListedPair) -> str:
    rounded = {"in_original": round(pair.in_original, 4), "in_version": round(pair.in_version, 4)}
    return json.dumps({**pair._asdict(), **rounded}, ensure_ascii=False)


def _as_text(pair: ListedPair) -> str:
    shares = f"{pair.in_version:.0%} of it stands there, and {pair.in_original:.0%} of that in it"
    return f"{pair.b} – {Article.Relation(pair.relation).label} – {pair.a}: {shares}"


def _address(article: Article) -> str:
    """The article's address, or its page on the desk if it has none."""
    return article.url or article.get_absolute_url()
