"""What another desk published as its check, in schema.org's ClaimReview: no article, so an import refuses it by name.

`checks_in` reads every check that a file holds: an object, a list, a DataFeed, or a page that carries some.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self

from factcheck.articles.formats.encoding import decode
from factcheck.articles.formats.incoming import ImportRefused, NotAnArticle
from factcheck.languages.sentences import noted

KIND = "ClaimReview"
SCRIPT = re.compile(rb"<script[^>]*ld\+json[^>]*>(.*?)</script", re.IGNORECASE | re.DOTALL)
BELOW = ("@graph", "mainEntity", "dataFeedElement", "item", "claimReview")
REMEDY = noted("Add it to the checks of other desks (/desk/checks/), and import the article that makes the claim.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What one check says of itself; empty strings and None stand for what it does not say."""

    claim: str
    desk: str = ""
    url: str = ""
    claimant: str = ""
    label: str = ""
    value: int | None = None
    worst: int | None = None
    best: int | None = None
    day: date | None = None

    @classmethod
    def of(cls, node: Mapping[str, Any]) -> Self:
        item, rating = _first(node.get("itemReviewed")), _first(node.get("reviewRating"))
        value = _number(rating.get("ratingValue"))
        return cls(
            claim=_words(node.get("claimReviewed")),
            desk=_name(node.get("author")) or _name(node.get("publisher")),
            url=_words(node.get("url"), most=1000),
            claimant=_name(item.get("author")),
            label=_words(rating.get("alternateName") or rating.get("ratingValue")),
            value=value,
            worst=_number(rating.get("worstRating")) if value is not None else None,
            best=_number(rating.get("bestRating")) if value is not None else None,
            day=_day(node.get("datePublished")),
        )


def must_not_be_check(value: Mapping[str, Any]) -> None:
    """Raises NotAnArticle for an object that is a check, or holds one."""
    if node := next(_nodes(value), None):
        raise _refusal(Check.of(node))


def must_hold_no_check(page: bytes) -> None:
    """Raises NotAnArticle for a web page that carries a check for machines to read."""
    if KIND.encode() in page and (node := next(_nodes_in_page(page), None)):
        raise _refusal(Check.of(node))


def checks_in(content: bytes) -> list[Check]:
    """Every check in a file, those that name neither their claim nor their address left out.

    Raises ImportRefused for what is neither JSON, nor lines of it, nor a page that carries some.
    """
    nodes = list(_nodes_in_page(content)) if content.lstrip()[:1] == b"<" else list(_nodes_in_json(content))
    checks = [check for check in map(Check.of, nodes) if check.claim and check.url]
    if not checks:
        raise ImportRefused(
            noted("It holds no check (%(kind)s) with a claim and an address.", kind=KIND),
            noted("Give the page of a check as its publisher sent it, its JSON, or a DataFeed of several."),
        )
    return checks


def _nodes_in_page(page: bytes) -> Iterator[Mapping[str, Any]]:
    for script in SCRIPT.finditer(page):
        try:
            yield from _nodes(json.loads(script[1].decode("utf-8", "replace"), strict=False))
        except (ValueError, RecursionError):  # one block that is no JSON says nothing of the others
            continue


def _nodes_in_json(content: bytes) -> Iterator[Mapping[str, Any]]:
    text, _encoding = decode(content)
    try:
        yield from _nodes(json.loads(text, strict=False))
    except (ValueError, RecursionError):
        yield from _nodes_in_lines(text)


def _nodes_in_lines(text: str) -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(text.splitlines(), 1):
        try:
            yield from _nodes(json.loads(line, strict=False) if line.strip() else [])
        except (ValueError, RecursionError):
            raise ImportRefused(
                noted("It is no JSON."), noted("Give JSON, lines of it, or a page."), row=number
            ) from None


def _nodes(value: Any) -> Iterator[Mapping[str, Any]]:
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
            waiting += [node[name] for name in reversed(BELOW) if name in node]


def _refusal(check: Check) -> NotAnArticle:
    parts = [
        noted("of %(desk)s", desk=check.desk) if check.desk else noted("of another desk"),
        noted("on “%(claim)s”", claim=check.claim) if check.claim else "",
        noted("said by %(claimant)s", claimant=check.claimant) if check.claimant else "",
        noted("rated “%(check)s”", check=check.label) if check.label else "",
    ]
    reason = noted("It is a check (%(kind)s) %(value)s.", kind=KIND, value=", ".join(filter(None, parts)))
    values = {"text": "", "url": check.url, "headline": check.claim, "outlet": check.desk}
    return NotAnArticle(reason, REMEDY, values=values)


def _first(value: Any) -> Mapping[str, Any]:
    """The object, or the first of several; an empty one for anything else."""
    one = value[0] if isinstance(value, list) and value else value
    return one if isinstance(one, dict) else {}


def _name(value: Any) -> str:
    """The name of a person or organisation, given as words, as an object, or as the first of several."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return _words(value.get("name") if isinstance(value, dict) else value)


def _words(value: Any, *, most: int = 300) -> str:
    told = value if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
    return " ".join(str(told).replace("\0", "").split())[:most]


def _number(value: Any) -> int | None:
    """A whole number of a scale; some publishers write it as a string, or as 4.0."""
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return int(number) if number.is_integer() and abs(number) < 10_000 else None


def _day(value: Any) -> date | None:
    try:
        return datetime.fromisoformat(str(value).strip()).date()
    except ValueError:
        return None
