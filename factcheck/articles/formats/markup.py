"""What the markup of a web page says of its article: JSON-LD first, then meta tags, then what stands in the page.

A value that no article can hold, such as a day that does not exist, is passed over for the next that says the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import chain, islice
from typing import Any, NamedTuple
from urllib.parse import urljoin

from django.core.exceptions import ValidationError

from factcheck.articles.formats.headlines import IN_PAGE, IN_TITLE, Headlines, headlines_in
from factcheck.articles.formats.incoming import LENGTHS, ImportRefused, day_of, domain_of, is_web_address
from factcheck.articles.formats.json_ld import Described, described_in
from factcheck.articles.formats.page_days import MODIFIED, in_own_zone, times_in
from factcheck.articles.reading.bylines import and_joined, byline_in, opens_byline
from factcheck.articles.reading.credit_line import day_comes_first, day_in
from factcheck.articles.reading.findings import CONTROL, TextFinding, What
from factcheck.articles.reading.head import site_in_title
from factcheck.languages.sentences import noted

JSON_LD = noted("the page's JSON-LD gives it")
PARTED = "; "  # between the people of one list
BESIDE = (
    "ancestor::aside | ancestor::nav | ancestor::footer | ancestor::figure | ancestor::header[not(ancestor::article)]"
)
LONGEST_BYLINE = 100
LONGEST_FIELD = 120  # characters of what a page puts where its authors' names belong
MOST_PIECES = 12
DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])", re.IGNORECASE)
METAS = {
    "headline": ("og:title", "twitter:title", "dc.title", "parsely-title"),
    "byline": (
        *("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "authors"),
        "twitter:misc:written by",
    ),
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


class PageRecord(NamedTuple):
    """What a page says of its article, by the names of `Incoming`, and what else is to be told of it."""

    values: dict[str, SaidByPage]
    told: tuple[TextFinding, ...]


def said_in(tree: Any, *, address: str) -> PageRecord:
    """What a page says, an lxml tree; the day in ISO form.

    `address` is where the page stands, or empty; another host's address in it is that of another publisher's text,
    and passed over.
    """
    metas = _metas(tree)
    canonical = next(iter(_canonical(tree)), "")
    own = [address, canonical, metas.get("og:url", "")]
    described = described_in(tree.xpath("//script[contains(@type, 'ld+json')]/text()"), addresses=own)
    found = _sound_candidates(tree, metas, described, address)
    names = [*(outlet.value for outlet in found["outlet"]), *_names_at(address or canonical)]
    headlines = headlines_in(tree, found["headline"], names=names)
    values = {name: said[0] for name, said in found.items() if said and name not in ("headline", "byline")}
    values |= _authors(chain(found["byline"], _bylines_in_page(tree)), names)
    values |= _headline(tree, headlines, has_outlet="outlet" in values)
    told = [*_updated(described, metas, values), *_behind_paywall(described, metas), *_other_headline(headlines)]
    return PageRecord(values, tuple(told))


def _sound_candidates(
    tree: Any, metas: Mapping[str, str], described: Described, address: str
) -> dict[str, list[SaidByPage]]:
    """By name, all values that an article can hold, what is to be believed first first."""
    found: dict[str, list[SaidByPage]] = defaultdict(list)
    for name, value, because in _candidates(tree, metas, described):
        sound = _full(value, address) if name == "url" and value.strip() else _sound(name, value)
        if not sound and name == "published_on" and value.strip():
            sound = _day(value, is_day_first=day_comes_first(" ".join(tree.itertext())))
        if sound:
            found[name].append(SaidByPage(sound, because))
    return found


def _candidates(tree: Any, metas: Mapping[str, str], described: Described) -> Iterator[tuple[str, str, str]]:
    """All that the page says as name, value and because; what is to be believed first comes first."""
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 - slow to import, and only pages need it

    times = times_in(tree, metas.values())
    yield from (("url", link, noted("the page's canonical link gives it")) for link in _canonical(tree))
    for name, value in _in_json_ld(described):
        yield name, in_own_zone(value, times) if name == "published_on" else value, JSON_LD
    for language in tree.xpath("/html/@lang"):
        yield "language", language, noted("the page's html element gives it")
    for name, keys in METAS.items():
        for key in keys:
            if key in metas:
                value = in_own_zone(metas[key], times) if name == "published_on" else metas[key]
                yield name, value, noted("the page's meta tag %(key)s gives it", key=key)
    usual = extract_metadata(tree, extensive=False)
    yield "headline", usual.title or "", IN_PAGE
    if usual.date and usual.date not in _modified(described, metas):
        yield "published_on", usual.date, IN_PAGE
    for title in tree.xpath("//head/title/text()"):
        yield "headline", title, IN_TITLE


def _bylines_in_page(tree: Any) -> Iterator[SaidByPage]:
    """What readers see of the authors, looked for only where nothing else names them; as it stands there."""
    from trafilatura import htmlprocessing, metadata, xpaths  # noqa: PLC0415 - slow to import, and only pages need it

    yield SaidByPage(PARTED.join(_marked_authors(tree)), noted("the page marks it as its author's name"))
    pruned = htmlprocessing.prune_unwanted_nodes(deepcopy(tree), xpaths.AUTHOR_DISCARD_XPATHS)
    yield SaidByPage(metadata.extract_metainfo(pruned, xpaths.AUTHOR_XPATHS, len_limit=LONGEST_FIELD) or "", IN_PAGE)
    yield SaidByPage(_opened_byline(tree), IN_PAGE)


def _marked_authors(tree: Any) -> list[str]:
    """The names that the page itself marks as its author's, in schema.org's microdata."""
    names = tree.xpath(f"//*[@itemprop='author']/descendant-or-self::*[@itemprop='name'][not({BESIDE})]")
    return [words for name in names if (words := " ".join("".join(name.itertext()).split()))]


def _authors(found: Iterable[SaidByPage], names: Sequence[str]) -> dict[str, SaidByPage]:
    """The people that the first of several places names, and the agency; a desk only where nobody is named."""
    values: dict[str, SaidByPage] = {}
    desks: list[SaidByPage] = []
    for value, because in found:
        byline = byline_in(value.split(PARTED), outlets=names)
        if byline.agency:
            values.setdefault("agency", SaidByPage(byline.agency, because))
        if byline.people and len(people := and_joined(byline.people)) <= LENGTHS["byline"]:
            return values | {"byline": SaidByPage(people, because)}
        if byline.agency:
            return values
        desks += [SaidByPage(and_joined(byline.staff), because)] if byline.staff else []
    return values | ({"byline": desks[0]} if desks else {})


def _opened_byline(tree: Any) -> str:
    """The first short block that is “By” and names, in the article's own part of the page."""
    for block in tree.xpath("//body//*[self::p or self::div or self::span or self::address or self::li]"):
        words = " ".join(" ".join(islice(block.itertext(), MOST_PIECES)).split())
        if len(words) <= LONGEST_BYLINE and opens_byline(words) and not (block.xpath(BESIDE) or _is_teaser(block)):
            return words
    return ""


def _is_teaser(block: Any) -> bool:
    """Whether a block's words stand in one link, as another article's headline does; a byline links names alone."""
    words = "".join(block.itertext()).split()
    is_linked = next(block.iterancestors("a"), None) is not None
    return is_linked or any("".join(link.itertext()).split() == words for link in block.iter("a"))


def _updated(described: Described, metas: Mapping[str, str], values: Mapping[str, SaidByPage]) -> list[TextFinding]:
    published = values.get("published_on")
    days = sorted(_modified(described, metas))
    if not days or (published and published.value == days[-1]):
        return []
    return [TextFinding(What.UPDATED, days[-1], 0, 0, noted("the page says that it was changed on this day"))]


def _modified(described: Described, metas: Mapping[str, str]) -> set[str]:
    said = (described.modified, *(metas[key] for key in MODIFIED if key in metas))
    return {day for words in said if (day := _day(words))}


def _behind_paywall(described: Described, metas: Mapping[str, str]) -> list[TextFinding]:
    if described.is_free and metas.get("article:content_tier", "free").casefold() not in ("locked", "metered"):
        return []
    because = noted(
        "the page says that it is not free to read (a paywall or subscription), so its text may be cut short"
    )
    return [TextFinding(What.PAYWALL, "", 0, 0, because)]


def _names_at(address: str) -> list[str]:
    """A site's name as its address has it: the whole host, and the host without what stands behind the last dot."""
    try:
        host = domain_of(address)
    except ValueError:
        return []
    return [host, host.rpartition(".")[0], host.partition(".")[0]] if host else []


def _headline(tree: Any, headlines: Headlines, *, has_outlet: bool) -> dict[str, SaidByPage]:
    """The headline, and the outlet that the page's title names behind it if nothing else does."""
    if not headlines.shown[0]:
        return {}
    values = {"headline": SaidByPage(*headlines.shown)}
    titles = (title.strip() for title in tree.xpath("//head/title/text()"))
    site = next((site for title in titles if (site := site_in_title(title, headlines.shown[0]))), "")
    return values | (
        {"outlet": SaidByPage(site, noted("the page's title ends with it"))} if site and not has_outlet else {}
    )


def _other_headline(headlines: Headlines) -> list[TextFinding]:
    value, because = headlines.other
    return [TextFinding(What.OTHER_HEADLINE, value, 0, 0, because)] if value else []


def _canonical(tree: Any) -> list[str]:
    return [str(link) for link in tree.xpath("//link[contains(concat(' ', @rel, ' '), ' canonical ')]/@href")]


def _in_json_ld(described: Described) -> Iterator[tuple[str, str]]:
    yield "byline", PARTED.join(described.authors)
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
    return value if len(value) <= LENGTHS[name] else ""


def _day(words: str, *, is_day_first: bool | None = None) -> str:
    found = DAY.match(words)
    if not found:
        day = day_in(words, is_day_first=is_day_first)
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
