"""Two articles beside each other, ready to show: which, how, and what of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.articles.models import Article
from factcheck.compare.display import Show, Shown, show

VIEWS = {"side": "side by side", "inline": "one text"}


@dataclass(frozen=True)
class ComparisonPage:
    """Two of the `versions` compared; `only` and `view` are how the reader wants to see it."""

    versions: Sequence[Article]
    original: Article
    version: Article
    comparison: Shown
    only: Show = Show.ALL
    view: str = "side"

    @property
    def shows(self) -> list[Show]:
        return list(Show)

    @property
    def views(self) -> dict[str, str]:
        return VIEWS


def comparison_page(versions: Sequence[Article], asked: Mapping[str, str]) -> ComparisonPage:
    """What an address asks for: the original and the next version, all of it side by side, unless it says otherwise."""
    original = _chosen(versions, asked.get("original", "")) or versions[0]
    others = (version for version in versions if version != original)
    version = _chosen(versions, asked.get("version", "")) or next(others, original)
    only = Show(asked["show"]) if asked.get("show") in Show else Show.ALL
    shown = show(original.text, version.text, language=original.language, only=only)
    view = asked.get("view", "")
    return ComparisonPage(versions, original, version, shown, only, view if view in VIEWS else "side")


def _chosen(versions: Sequence[Article], wanted: str) -> Article | None:
    return next((version for version in versions if str(version.pk) == wanted), None)
