"""What another desk published as its check, in schema.org's ClaimReview: no article, so it is refused by its name.

The refusal says what was checked, who said it and how it was rated, so that a person can look it up.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.articles.formats.incoming import NotAnArticle

KIND = "ClaimReview"
SCRIPT = re.compile(rb"<script[^>]*ld\+json[^>]*>(.*?)</script", re.IGNORECASE | re.DOTALL)
BELOW = ("@graph", "mainEntity", "item", "claimReview")
REMEDY = "Name it among a verdict's evidence, and import the article that makes the claim."


def must_not_be_check(value: Mapping[str, Any]) -> None:
    """Raises NotAnArticle for an object that is a check, or holds one."""
    if check := next(_checks(value), None):
        raise _refusal(check)


def must_hold_no_check(page: bytes) -> None:
    """Raises NotAnArticle for a web page that carries a check for machines to read."""
    if KIND.encode() not in page:
        return
    for script in SCRIPT.finditer(page):
        try:
            value = json.loads(script[1].decode("utf-8", "replace"), strict=False)
        except (ValueError, RecursionError):
            continue
        if check := next(_checks(value), None):
            raise _refusal(check)


def _checks(value: Any) -> Iterator[Mapping[str, Any]]:
    """The checks at the top of a value, in its lists, or where pages and feeds put them."""
    waiting = [value]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            kind = node.get("@type")
            if KIND in (kind if isinstance(kind, list) else [kind]) or "claimReviewed" in node:
                yield node
            waiting += [node[name] for name in BELOW if name in node]


def _refusal(check: Mapping[str, Any]) -> NotAnArticle:
    claim, desk = _words(check.get("claimReviewed")), _name(check.get("author"))
    item, rating = check.get("itemReviewed"), check.get("reviewRating")
    claimant = _name(item.get("author")) if isinstance(item, dict) else ""
    label = _words(rating.get("alternateName") or rating.get("ratingValue")) if isinstance(rating, dict) else ""
    parts = [
        f"of {desk}" if desk else "of another desk",
        f"on “{claim}”" if claim else "",
        f"said by {claimant}" if claimant else "",
        f"rated “{label}”" if label else "",
    ]
    reason = f"It is a check (ClaimReview) {', '.join(filter(None, parts))}."
    values = {"text": "", "url": _words(check.get("url")), "headline": claim, "outlet": desk}
    return NotAnArticle(reason, REMEDY, values=values)


def _name(value: Any) -> str:
    """The name of a person or organisation, given as words, as an object, or as the first of several."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return _words(value.get("name") if isinstance(value, dict) else value)


def _words(value: Any) -> str:
    return " ".join(str(value).split())[:300] if isinstance(value, (str, int, float)) else ""
