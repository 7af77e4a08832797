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
    """A text to compare, what to call it, and the tag of its language."""

    name: str
    text: str
    language: str


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
        parser.add_argument("--language", default="", help="its tag, such as es; told by the text or article otherwise")

    def handle(self, *args: Any, **options: Any) -> None:
        original = _read(options["original"], options["language"])
        versions = [_read(name, options["language"]) for name in options["versions"]]
        only = Show(options["show"])
        write = {"text": self.write_text, "json": self.write_json, "html": self.write_html}[options["format"]]
        write(original, versions, only)

    def write_text(self, original: NamedText, versions: list[NamedText], only: Show) -> None:
        for version in versions:
            self.stdout.write(f"{original.name} → {version.name}")
            self.stdout.write(as_text(_shown(original, version, only), in_colour=self.stdout.isatty()))

    def write_json(self, original: NamedText, versions: list[NamedText], only: Show) -> None:
        told = []
        for version in versions:
            comparison = compare(original.text, version.text, language=original.language)
            told.append(
                {
                    "original": original.name,
                    "version": version.name,
                    "is_judged": comparison.is_judged,
                    "rows": as_data(comparison),
                }
            )
        self.stdout.write(json.dumps(told, ensure_ascii=False, indent=1))

    def write_html(self, original: NamedText, versions: list[NamedText], only: Show) -> None:
        pairs = [ComparedVersion(version, _shown(original, version, only)) for version in versions]
        style = Path(str(finders.find("css/site.css"))).read_text("utf-8")
        context = {"original": original, "pairs": pairs, "style": style, "view": "side"}
        self.stdout.write(render_to_string("compare/page.html", context))


def _shown(original: NamedText, version: NamedText, only: Show) -> Shown:
    return show(original.text, version.text, language=original.language, only=only)


def _read(name: str, language: str) -> NamedText:
    path = Path(name)
    if path.is_file():
        try:
            return NamedText(path.name, decode(path.read_bytes())[0], language or "en")
        except ImportRefused as refusal:
            raise CommandError(f"{name}: {refusal}") from refusal
    stored = Article.objects.filter(pk=name) if name.isdecimal() else Article.objects.filter(url=name).order_by("-pk")
    if article := stored.select_related("outlet").first():
        return NamedText(str(article), article.text, language or article.language)
    raise CommandError(f"{name} is neither a file nor the number or address of a stored article.")
