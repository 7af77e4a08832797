"""Compare texts from the terminal."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.core.management.base import BaseCommand, CommandError
from django.template.loader import render_to_string

from factcheck.articles.formats.encoding import decode
from factcheck.articles.formats.incoming import ImportRefused
from factcheck.articles.models import Article
from factcheck.compare import compare
from factcheck.compare.display import Show, Shown, show
from factcheck.compare.plain_text import as_data, as_text


@dataclass(frozen=True)
class NamedText:
    """A text to compare, and what to call it."""

    name: str
    text: str


@dataclass(frozen=True)
class ComparedVersion:
    """The original beside one version, ready for the page."""

    version: NamedText
    comparison: Shown


class Command(BaseCommand):
    help = "Compare an original with one or more versions: files, or the numbers or addresses of stored articles."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("original", metavar="ORIGINAL")
        parser.add_argument("versions", metavar="VERSION", nargs="+")
        parser.add_argument("--format", choices=["text", "json", "html"], default="text")
        parser.add_argument("--show", choices=list(map(str, Show)), default=Show.ALL, help="which changes to show")

    def handle(self, *args: Any, **options: Any) -> None:
        original = _read(options["original"])
        versions = [_read(name) for name in options["versions"]]
        only = Show(options["show"])
        write = {"text": self.write_text, "json": self.write_json, "html": self.write_html}[options["format"]]
        write(original, versions, only)

    def write_text(self, original: NamedText, versions: list[NamedText], only: Show) -> None:
        for version in versions:
            self.stdout.write(f"{original.name} → {version.name}")
            self.stdout.write(as_text(show(original.text, version.text, only=only), in_colour=self.stdout.isatty()))

    def write_json(self, original: NamedText, versions: list[NamedText], only: Show) -> None:
        told = [
            {"original": original.name, "version": version.name, "rows": as_data(compare(original.text, version.text))}
            for version in versions
        ]
        self.stdout.write(json.dumps(told, ensure_ascii=False, indent=1))

    def write_html(self, original: NamedText, versions: list[NamedText], only: Show) -> None:
        pairs = [ComparedVersion(version, show(original.text, version.text, only=only)) for version in versions]
        style = Path(str(finders.find("css/site.css"))).read_text("utf-8")
        context = {"original": original, "pairs": pairs, "style": style, "view": "side"}
        self.stdout.write(render_to_string("compare/page.html", context))


def _read(name: str) -> NamedText:
    path = Path(name)
    if path.is_file():
        try:
            return NamedText(path.name, decode(path.read_bytes())[0])
        except ImportRefused as refusal:
            raise CommandError(f"{name}: {refusal}") from refusal
    stored = Article.objects.filter(pk=name) if name.isdecimal() else Article.objects.filter(url=name).order_by("-pk")
    if article := stored.select_related("outlet").first():
        return NamedText(str(article), article.text)
    raise CommandError(f"{name} is neither a file nor the number or address of a stored article.")
