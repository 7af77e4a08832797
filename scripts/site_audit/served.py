"""What is looked at: the demonstration as a real site serves it, and a copy of all its public pages as files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html

from scripts.serving import Site

LINKED_DATA = "//script[@type='application/ld+json']/text()"


@dataclass(frozen=True)
class Served:
    """The site while it is served, and its copy."""

    site: Site
    copy: Path
    work: Path  # a folder for what a tool needs

    def pages(self) -> Iterator[Path]:
        return (file for file in sorted(self.copy.rglob("*.html")) if "static" not in file.parts)

    def verdicts(self) -> list[Path]:
        """In each language; without the cards that other sites embed, which lead to them."""
        found = self.copy.glob("**/verdicts/*/index.html")
        return sorted(page for page in found if not self.is_card(page))

    def is_card(self, page: Path) -> bool:
        return "embed" in page.relative_to(self.copy).parts

    def feeds(self) -> Iterator[Path]:
        return (file for name in ("*.atom", "*.rss") for file in sorted(self.copy.rglob(name)))

    def address_of(self, page: Path) -> str:
        name = page.relative_to(self.copy).as_posix()
        return "/" + re.sub(r"(?:index|(@[^/]+))\.html$", lambda found: (found[1] or "").replace("@", "?"), name)

    def linked_data(self) -> Iterator[tuple[str, Any]]:
        """Each block of JSON-LD with the address that it stands at: in a page, or as a feed of data."""
        for page in self.pages():
            for block in html.parse(str(page), html.HTMLParser(encoding="utf-8")).xpath(LINKED_DATA):
                yield self.address_of(page), json.loads(block)
        for file in sorted(self.copy.glob("claimreview.json*")):
            yield f"/{file.name}", json.loads(file.read_text())

    def one_of_each(self) -> list[str]:
        """The front page, and the first page of each kind that has an address of its own."""
        kinds = ("verdicts", "claims", "stories", "sources", "topics")
        first = [min((self.copy / kind).glob("*/index.html"), default=None) for kind in kinds]
        return ["/", *(self.address_of(page) for page in first if page)]
