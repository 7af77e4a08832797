"""Texts that the desk has already: which rows they are, and what is now given beside them.

A text never changes, and what a person set since stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from factcheck.articles.formats.incoming import Incoming, domain_of
from factcheck.articles.intake.new_article import GIVEN, WHATS, Outlets, came_beside, given
from factcheck.articles.models import Article, sha256_of
from factcheck.articles.registry import stories_changed
from factcheck.articles.versions.record_comparisons import forget_comparisons

type Changes = dict[str, tuple[str, str]]  # field → before, after


def known_as(rows: Sequence[Incoming]) -> list[Article | None]:
    """The stored article that each row's text is already, or None."""
    stored = _stored(rows)
    return [_same(row, stored.get(sha256_of(row.received), ())) for row in rows]


def changes_of(article: Article, row: Incoming) -> Changes:
    """What is given beside a known text and was not before; nothing that a person changed since."""
    earlier = {(f["what"], f["value"]) for f in article.findings if came_beside(f)}
    changes: Changes = {}
    for name, what in WHATS.items():
        new, old = getattr(row, name), getattr(article, name)
        if new and str(new) != str(old or "") and (what, str(new)) not in earlier:
            changes[name] = (str(old or ""), str(new))
    return changes


def with_outlet(row: Incoming, article: Article, outlets: Outlets) -> Incoming:
    """The row, with the outlet of its address where nobody named one and the article has none."""
    if row.url and not row.outlet and article.outlet.is_unknown:
        return replace(row, outlet=outlets.at_address(row.url).name)
    return row


def change(article: Article, row: Incoming, changes: Changes, outlets: Outlets) -> None:
    """Have a known article take over what is given beside its text now."""
    for name in changes:
        new = getattr(row, name)
        setattr(article, name, outlets.named(new, domain_of(row.url)) if name == "outlet" else new)
    article.findings = _findings_of_change(row, article, changes)
    article.save(update_fields=[*changes, "findings"])
    if "outlet" in changes:
        article.holdings.all().delete()
    if "headline" in changes and forget_comparisons(article):
        stories_changed([article.story_id])


def _findings_of_change(row: Incoming, article: Article, changes: Changes) -> list[dict[str, Any]]:
    replaced = {WHATS[name] for name in changes}
    kept = [f for f in article.findings if not (came_beside(f) and f["what"] in replaced)]
    told = [
        given(name, new, because=row.because.get(name, GIVEN), before=old).as_json()
        for name, (old, new) in changes.items()
    ]
    return told + kept


def _stored(rows: Sequence[Incoming]) -> dict[str, list[Article]]:
    """The stored articles that were received as one of these texts, by hash."""
    hashes = [sha256_of(row.received) for row in rows]
    found: dict[str, list[Article]] = {}
    articles = Article.objects.filter(received_sha256__in=hashes).with_outlets().defer("received", "text")
    for article in articles.order_by("pk"):
        found.setdefault(article.received_sha256, []).append(article)
    return found


def _same(row: Incoming, candidates: Sequence[Article]) -> Article | None:
    """The article that this text is already: at the same address, or without one at an outlet that can be the same."""
    at_address = (article for article in candidates if row.url and article.url == row.url)
    without = (
        article
        for article in candidates
        if not (row.url and article.url)
        and (not row.outlet or article.outlet.is_unknown or article.outlet.name.casefold() == row.outlet.casefold())
    )
    return next(at_address, None) or next(without, None)
