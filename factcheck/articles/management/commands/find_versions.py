"""`manage.py find_versions`: list which stored articles are versions of one another."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from factcheck.articles.models import Article
from factcheck.articles.versions.pairs import VersionPair, pairs


class Command(BaseCommand):
    help = "Lists the articles that share their text, pair by pair: what one is to the other, and how much they share."
    requires_system_checks = ()  # as for import_articles

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--format", choices=["text", "jsonl"], default="text", dest="shape")

    def handle(self, *args: Any, shape: str, **options: Any) -> None:
        tell = _as_json if shape == "jsonl" else _as_text
        for pair in pairs():
            self.stdout.write(tell(pair))


def _as_json(pair: VersionPair) -> str:
    return json.dumps(
        {
            "a": _address(pair.original),
            "b": _address(pair.version),
            "relation": pair.label,
            "in_original": round(pair.relation.in_original, 4),
            "in_version": round(pair.relation.in_version, 4),
            "shared": pair.shared,
        },
        ensure_ascii=False,
    )


def _as_text(pair: VersionPair) -> str:
    one, other, relation = pair.original, pair.version, pair.relation
    shares = f"{relation.in_version:.0%} of it stands there, and {relation.in_original:.0%} of that in it"
    return f"{other} – {Article.Relation(pair.label).label} – {one}: {shares}"


def _address(article: Article) -> str:
    """The article's address, or its page on the desk if it has none."""
    return article.url or article.get_absolute_url()
