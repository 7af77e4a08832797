"""IPTC ninjs 2 and 3, in which agencies deliver: one item of text as a row.

The third generation spells names in camel case (`pubStatus`), the second in small letters; both are read alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from factcheck.articles.formats.fragments import text_of
from factcheck.articles.formats.incoming import ImportRefused, Incoming, day_of
from factcheck.articles.reading.credit_line import agency_named

MARKS = {"bodies", "headlines", "pubstatus", "versioncreated", "contentcreated", "firstcreated", "standard"}
DATES = ("contentcreated", "firstcreated", "versioncreated")
LINKS = ("http://", "https://")
MARKUP = ("html", "xml")


def is_item(values: Mapping[str, Any]) -> bool:
    """Whether an object is an item rather than a row of columns."""
    return "text" not in values and bool(MARKS & {name.lower() for name in values})


def row_of(values: Mapping[str, Any], *, row: int) -> Incoming:
    """An item as a row. Raises ImportRefused for what holds no text, was withdrawn, or is not to be published yet."""
    item = {name.lower(): value for name, value in values.items()}
    found = _columns(item)
    try:
        must_be_usable(item)
        if not found["text"]:
            raise ImportRefused("The item has no body of text.", "Leave it out.", field="bodies")
        day = found.pop("published_on")
        published = day_of(day) if day else None
    except ImportRefused as refusal:
        raise refusal.within("", row, found) from None
    because = dict.fromkeys((name for name, value in found.items() if value), "the ninjs item gives it")
    received = found.pop("text")
    if published:
        because["published_on"] = "the ninjs item gives it"
    return Incoming(received=received, published_on=published, row=row, because=because, **found)  # type: ignore[arg-type]


def _columns(item: Mapping[str, Any]) -> dict[str, str]:
    provider = _provider(item)
    uri = _string(item.get("uri"))
    return {
        "text": _body(item),
        "url": uri if uri.startswith(LINKS) else "",
        "outlet": provider,
        "headline": _of_role(item.get("headlines"), "main") or _string(item.get("title")),
        "byline": _byline(_string(item.get("by") or item.get("byline")), provider),
        "agency": agency_named(provider),
        "language": _string(item.get("language"))[:12],
        "published_on": next((day for name in DATES if (day := _string(item.get(name)))), ""),
    }


def must_be_usable(item: Mapping[str, Any]) -> None:
    """Raises ImportRefused by an item's `type`, `pubstatus` and `embargoed`."""
    kind = _string(item.get("type"))
    if kind not in ("", "text", "composite"):
        raise ImportRefused(f"The item is of the type “{kind}”, not text.", "Leave it out.", field="type")
    status = _string(item.get("pubstatus")) or "usable"
    if status != "usable":
        raise ImportRefused(f"Its publisher says that it is {status}.", "Leave it out.", field="pubstatus")
    until = _string(item.get("embargoed"))
    try:
        is_early = bool(until) and timezone.now() < _aware(until)
    except ValueError:
        raise ImportRefused(f"“{until}” is no time that exists.", "Mend it.", field="embargoed") from None
    if is_early:
        raise ImportRefused(f"It is under embargo until {until}.", "Import it afterwards.", field="embargoed")


def _aware(words: str) -> datetime:
    found = datetime.fromisoformat(words)
    return timezone.make_aware(found) if timezone.is_naive(found) else found


def _provider(item: Mapping[str, Any]) -> str:
    """Who publishes the item: its provider among the sources of information, else the holder of its copyright."""
    sources = [source for source in _objects(item.get("infosources")) if _string(source.get("name"))]
    named = [_string(source["name"]) for source in sources if "provider" in _string(source.get("role"))]
    return next(iter(named), "") or _string(item.get("copyrightholder"))


def _byline(by: str, provider: str) -> str:
    return "" if by.casefold() == provider.casefold() else by.removeprefix("By ").removeprefix("by ")


def _body(item: Mapping[str, Any]) -> str:
    """The item's body: plain text if there is some, else the text of its markup; the longest if there are several."""
    bodies = [(_kind(body), _string(body.get("value"))) for body in _objects(item.get("bodies"))]
    plain = [value for kind, value in bodies if not any(mark in kind for mark in MARKUP)]
    marked = (text_of(value) for kind, value in bodies if any(mark in kind for mark in MARKUP))
    return max(plain, key=len, default="").strip() or max(marked, key=len, default="")


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
