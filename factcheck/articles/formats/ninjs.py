"""IPTC ninjs, in which agencies deliver: one item of text as a row.

The first generation names a body and a headline by their kind (`body_html`), the second has lists of them, the third
spells names in camel case (`pubStatus`); all are read alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.articles.formats import nitf
from factcheck.articles.formats.day_words import day_told
from factcheck.articles.formats.delivery import must_be_usable, without_by
from factcheck.articles.formats.fragments import text_of
from factcheck.articles.formats.incoming import ImportRefused, Incoming, NotAnArticle
from factcheck.articles.reading.credit_line import agency_named
from factcheck.languages.sentences import noted

MARKS = {"bodies", "headlines", "pubstatus", "versioncreated", "contentcreated", "firstcreated", "standard"}
DATES = ("contentcreated", "firstcreated", "versioncreated")
LINKS = ("http://", "https://")
MARKUP = ("html", "xml", "nitf")
BODY = "body_"  # before the kind of a body, in the first generation
BECAUSE = noted("the ninjs item gives it")


def is_item(values: Mapping[str, Any]) -> bool:
    """Whether an object is an item rather than a row of columns."""
    names = {name.lower() for name in values}
    return "text" not in values and (bool(MARKS & names) or any(name.startswith(BODY) for name in names))


def row_of(values: Mapping[str, Any], *, row: int) -> Incoming:
    """An item as a row. Raises ImportRefused for what holds no text, was withdrawn, or is not to be published yet."""
    item = {name.lower(): value for name, value in values.items()}
    found = _columns(item)
    try:
        must_be_usable(
            kind=_string(item.get("type")),
            status=_string(item.get("pubstatus")),
            embargoed=_string(item.get("embargoed")),
        )
        if not found["text"]:
            raise NotAnArticle(noted("The item has no body of text."), noted("Leave it out."), field="bodies")
    except ImportRefused as refusal:
        raise refusal.within("", row, found) from None
    because = dict.fromkeys((name for name, value in found.items() if value), BECAUSE)
    received, words = found.pop("text"), found.pop("published_on")
    published = day_told(words)
    if words and not published:
        because["published_on"] = noted("the ninjs item gives “%(words)s”, which is no day", words=words)
    return Incoming(received=received, published_on=published, row=row, because=because, **found)  # type: ignore[arg-type]


def _columns(item: Mapping[str, Any]) -> dict[str, str]:
    provider = _provider(item)
    uri = _string(item.get("uri"))
    return {
        "text": _body(item),
        "url": uri if uri.startswith(LINKS) else "",
        "outlet": provider,
        "headline": _headline(item),
        "byline": _byline(_string(item.get("by") or item.get("byline")) or _authors(item), provider),
        "agency": agency_named(provider) or agency_named(_string(item.get("source"))),
        "language": _string(item.get("language"))[:12],
        "published_on": next((day for name in DATES if (day := _string(item.get(name)))), ""),
    }


def _provider(item: Mapping[str, Any]) -> str:
    """Who publishes the item: its provider among the sources of information, else the holder of its copyright."""
    sources = [source for source in _objects(item.get("infosources")) if _string(source.get("name"))]
    named = [_string(source["name"]) for source in sources if "provider" in _string(source.get("role"))]
    return next(iter(named), "") or _string(item.get("source")) or _string(item.get("copyrightholder"))


def _headline(item: Mapping[str, Any]) -> str:
    headline = _of_role(item.get("headlines"), "main") or _string(item.get("headline")) or _string(item.get("title"))
    return headline or next(
        (found for name, value in item.items() if name.startswith("headline_") and (found := _string(value))), ""
    )


def _authors(item: Mapping[str, Any]) -> str:
    return ", ".join(name for author in _objects(item.get("authors")) if (name := _string(author.get("name"))))


def _byline(by: str, provider: str) -> str:
    return "" if by.casefold() == provider.casefold() else without_by(by)


def _body(item: Mapping[str, Any]) -> str:
    """The item's body: plain text if there is some, else the text of its markup; the longest if there are several."""
    bodies = [(_kind(body), _string(body.get("value"))) for body in _objects(item.get("bodies"))]
    bodies += [(name, _string(value)) for name, value in item.items() if name.startswith(BODY)]
    plain = [value for kind, value in bodies if not any(mark in kind.lower() for mark in MARKUP)]
    marked = (_text_of(kind, value) for kind, value in bodies if any(mark in kind.lower() for mark in MARKUP))
    return max(plain, key=len, default="").strip() or max(marked, key=len, default="")


def _text_of(kind: str, value: str) -> str:
    return nitf.document_of(value).text if "nitf" in kind.lower() else text_of(value)


def _kind(body: Mapping[str, Any]) -> str:
    """The body's media type, which the third generation spells `contentType`."""
    return next((_string(value) for name, value in body.items() if name.lower() == "contenttype"), "")


def _of_role(values: Any, role: str) -> str:
    found = {_string(one.get("role")): _string(one.get("value")) for one in _objects(values)}
    return found.get(role) or next(iter(found.values()), "")


def _objects(values: Any) -> Iterable[Mapping[str, Any]]:
    return [one for one in values if isinstance(one, dict)] if isinstance(values, list) else []


def _string(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
