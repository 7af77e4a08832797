"""The article that a web page describes to machines, as schema.org's JSON-LD in its scripts."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

ARTICLE_KINDS = ("Article", "BlogPosting", "Report")  # what schema.org's names of articles end with


class Described(NamedTuple):
    """What JSON-LD says of an article: empty strings and lists stand for what it does not."""

    url: str
    headline: str
    authors: list[str]
    publisher: str
    published: str
    language: str


def described_in(scripts: list[str]) -> Described:
    """The first article that the scripts describe; a script that is no JSON says nothing."""
    nodes = [node for script in scripts for node in _nodes(script)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    article = next((node for node in nodes if _is_article(node)), {})
    page = article.get("mainEntityOfPage")
    return Described(
        url=_text(article.get("url") or (page.get("@id") if isinstance(page, dict) else page)),
        headline=_text(article.get("headline") or article.get("name")),
        authors=list(_names(article.get("author"), by_id)),
        publisher=next(_names(article.get("publisher"), by_id), ""),
        published=_text(article.get("datePublished")),
        language=_text(article.get("inLanguage")),
    )


def _nodes(script: str) -> Iterator[dict[str, Any]]:
    """The objects a script holds at its top, in a list or in a graph; none if it is no JSON, as search engines do."""
    try:
        waiting = [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        return
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            yield node
            waiting += [node[key] for key in ("@graph", "mainEntity") if key in node]


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(ARTICLE_KINDS) for kind in kinds)


def _names(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """The names of people or organisations given as words, as objects, or as references to objects elsewhere."""
    for one in value if isinstance(value, list) else [value]:
        name = _text(one)
        if isinstance(one, dict):
            elsewhere = by_id.get(one["@id"], {}) if isinstance(one.get("@id"), str) else {}
            name = _text(one.get("name") or elsewhere.get("name"))
        if name:
            yield name


def _text(value: Any) -> str:
    """A JSON value as text: the first of several, entities that were escaped twice read, white space single."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""
