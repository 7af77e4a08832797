"""What the markup of a web page says of its article: JSON-LD first, then meta tags, then what stands in the page.

A value that no article can hold, such as a day that does not exist, is passed over for the next that says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import urljoin

from django.core.exceptions import ValidationError

from factcheck.articles.formats.incoming import CONTROL, LENGTHS, ImportRefused, day_of, domain_of, is_web_address
from factcheck.articles.formats.json_ld import Described, described_in
from factcheck.articles.reading.credit_line import agency_named, day_in
from factcheck.articles.reading.head import TITLE_JOINT, site_in_title
from factcheck.articles.reading.prose import same_words

JSON_LD = "the page's JSON-LD gives it"
DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])", re.IGNORECASE)
METAS = {
    "headline": ("og:title", "twitter:title", "dc.title", "parsely-title"),
    "byline": ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"),
    "published_on": (
        *("article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate"),
        *("dc.date.issued", "dcterms.created", "dc.date", "date"),
    ),
    "outlet": ("og:site_name", "dc.publisher", "application-name"),
    "language": ("og:locale", "content-language"),
    "url": ("og:url",),
}


class SaidByPage(NamedTuple):
    """One thing a page says of its article, and where."""

    value: str
    because: str


def said_in(tree: Any, *, address: str) -> dict[str, SaidByPage]:
    """What a page says, an lxml tree, by the names of `Incoming`; the day in ISO form.

    `address` is where the page stands, or empty; another host's address in it is that of another publisher's text,
    and passed over.
    """
    said: dict[str, SaidByPage] = {}
    for name, value, because in _candidates(tree):
        if not value.strip():
            continue
        sound = _full(value, address) if name == "url" else _sound(name, value)
        agency = agency_named(sound) if name == "byline" else ""
        if sound:
            said.setdefault("agency" if agency else name, SaidByPage(agency or sound, because))
    if "headline" in said:
        _part_from_site(said, tree.xpath("//head/title/text()"))
    return said


def _candidates(tree: Any) -> Iterator[tuple[str, str, str]]:
    """All that the page says as name, value and because; what is to be believed first comes first."""
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 - slow to import, and only pages need it

    yield from _canonical(tree)
    described = described_in(tree.xpath("//script[contains(@type, 'ld+json')]/text()"))
    yield from ((name, value, JSON_LD) for name, value in _in_json_ld(described))
    for language in tree.xpath("/html/@lang"):
        yield "language", language, "the page's html element gives it"
    metas = _metas(tree)
    for name, keys in METAS.items():
        yield from ((name, metas[key], f"the page's meta tag {key} gives it") for key in keys if key in metas)
    usual = extract_metadata(tree, extensive=False)
    for name, value in (("headline", usual.title), ("byline", usual.author), ("published_on", usual.date)):
        yield name, _and((value or "").split("; ")), "it stands in the page where such things do"
    for title in tree.xpath("//head/title/text()"):
        yield "headline", title, "the page's title gives it"


def _canonical(tree: Any) -> Iterator[tuple[str, str, str]]:
    for link in tree.xpath("//link[contains(concat(' ', @rel, ' '), ' canonical ')]/@href"):
        yield "url", link, "the page's canonical link gives it"


def _in_json_ld(described: Described) -> Iterator[tuple[str, str]]:
    people = [name for name in described.authors if not same_words(name, described.publisher)]
    agencies = [agency for name in people if (agency := agency_named(name))]
    yield "agency", agencies[0] if agencies else ""
    yield "byline", _and(name for name in people if not agency_named(name))
    yield "headline", described.headline
    yield "outlet", described.publisher
    yield "published_on", described.published
    yield "language", described.language
    yield "url", described.url


def _metas(tree: Any) -> dict[str, str]:
    """The page's meta tags by name in small letters; of several with one name the first counts."""
    metas: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        metas.setdefault(key.strip().casefold(), meta.get("content"))
    return metas


def _sound(name: str, value: str) -> str:
    value = " ".join(CONTROL.sub("", value).split())
    if name == "published_on":
        return _day(value)
    if name == "language":
        found = LANGUAGE.match(value)
        return found[0].lower() if found else ""
    if name == "byline":
        value = "" if "://" in value else re.sub(r"^by\s+", "", value, flags=re.IGNORECASE)
    return value if len(value) <= LENGTHS[name] else ""


def _day(words: str) -> str:
    found = DAY.match(words)
    if not found:
        day = day_in(words)
        return day.isoformat() if day else ""
    try:
        return day_of(found[0]).isoformat()
    except ImportRefused:
        return ""


def _full(link: str, address: str) -> str:
    try:
        full = urljoin(address, link.strip()).partition("#")[0]
        is_web_address(full)
        is_of_page = not address or _are_one_publisher(domain_of(full), domain_of(address))
    except (ValueError, ValidationError):
        return ""
    return full if is_of_page and len(full) <= LENGTHS["url"] else ""


def _are_one_publisher(one: str, other: str) -> bool:
    """Whether two hosts are one, or one is a part of the other, as the pages for telephones are."""
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


def _part_from_site(said: dict[str, SaidByPage], titles: Iterable[str]) -> None:
    """Take the outlet's name from the headline's end; where nothing else names it, from the page's title."""
    headline = said["headline"].value
    if outlet := said.get("outlet"):
        for joint in TITLE_JOINT.finditer(headline):
            if same_words(headline[joint.end() :], outlet.value):
                said["headline"] = said["headline"]._replace(value=headline[: joint.start()])
    elif site := next(filter(None, (site_in_title(title.strip(), headline) for title in titles)), ""):
        said["outlet"] = SaidByPage(site, "the page's title ends with it")


def _and(names: Iterable[str]) -> str:
    *most, last = list(dict.fromkeys(names)) or [""]
    return " and ".join(filter(None, [", ".join(most), last]))
