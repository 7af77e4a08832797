"""The article that a web page describes to machines, as schema.org's JSON-LD in its scripts."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

ARTICLE_KINDS = ("Article", "BlogPosting", "Report")  # what schema.org's names of articles end with
SCHEME = re.compile(r"(?:https?:)?//(?:www\.)?", re.IGNORECASE)


class Described(NamedTuple):
    """What JSON-LD says of an article: empty strings and lists stand for what it does not."""

    url: str
    headline: str
    authors: list[str]
    publisher: str
    published: str
    modified: str
    language: str
    is_free: bool


def described_in(scripts: list[str], *, addresses: Collection[str] = ()) -> Described:
    """The article that the scripts describe at one of the page's own `addresses`, else the first that they do.

    A script that is no JSON says nothing. Addresses are compared without their scheme, query and last slash.
    """
    nodes = [node for script in scripts for node in _nodes(script)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    articles = [node for node in nodes if _is_article(node)]
    own = {_bare(address) for address in addresses} - {""}
    article = next((node for node in articles if _bare(_url(node)) in own), articles[0] if articles else {})
    return Described(
        url=_url(article),
        headline=_text(article.get("headline") or article.get("name")),
        authors=list(_names(article.get("author"), by_id)),
        publisher=next(_names(article.get("publisher"), by_id), ""),
        published=_text(article.get("datePublished")),
        modified=_text(article.get("dateModified")),
        language=_text(article.get("inLanguage")),
        is_free=all(map(_is_free, [article, *_listed(article.get("hasPart"))])),
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


def _url(article: Mapping[str, Any]) -> str:
    page = article.get("mainEntityOfPage")
    return _text(article.get("url") or (page.get("@id") or page.get("url") if isinstance(page, dict) else page))


def _bare(address: str) -> str:
    return SCHEME.sub("", address.partition("#")[0].partition("?")[0]).rstrip("/").casefold()


def _is_free(node: Any) -> bool:
    return not isinstance(node, dict) or str(node.get("isAccessibleForFree", True)).casefold() != "false"


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(isinstance(kind, str) and kind.endswith(ARTICLE_KINDS) for kind in _listed(kinds))


def _names(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """The names of people or organisations given as words, as objects, or as references to objects elsewhere."""
    for one in _listed(value):
        name = _text(one)
        if isinstance(one, dict):
            elsewhere = by_id.get(one["@id"], {}) if isinstance(one.get("@id"), str) else {}
            name = _text(one.get("name") or elsewhere.get("name")) or _in_parts(one)
        if name:
            yield name


def _in_parts(person: Mapping[str, Any]) -> str:
    parts = (_text(person.get(key)) for key in ("givenName", "additionalName", "familyName"))
    return " ".join(filter(None, parts))


def _text(value: Any) -> str:
    """A JSON value as text: the first of several, entities that were escaped twice read, white space single."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""
