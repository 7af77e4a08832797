"""From a text on its way in to an article that is not stored yet: what was given counts, else what the text says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.articles.formats.incoming import Incoming, domain_of
from factcheck.articles.models import FIRST_WORDS, Article, Outlet, sha256_of
from factcheck.articles.reading.findings import ArticleReading, TextFinding, What, joined
from factcheck.compare.words.segments import sentences
from factcheck.languages.sentences import noted

GIVEN = noted("given with the import")
LONGEST_HEADLINE = 120
SHORTEST_HEADLINE = 25
WHATS = {
    "url": What.ADDRESS,
    "outlet": What.OUTLET,
    "headline": What.HEADLINE,
    "byline": What.BYLINE,
    "agency": What.AGENCY,
    "published_on": What.DATE,
    "language": What.LANGUAGE,
}


class Outlets:
    """The outlets that an import meets: each is looked up once, and made if it is not there."""

    def __init__(self) -> None:
        self.by_name: dict[str, Outlet] = {}
        self.by_domain: dict[str, Outlet | None] = {}
        self.made: list[Outlet] = []

    def publisher(self, incoming: Incoming, reading: ArticleReading) -> Outlet:
        """The outlet a person gave, else that of the address, else the one the text names, else the unknown one."""
        domain = domain_of(incoming.url)
        if incoming.is_exported:
            return self.named(incoming.outlet or domain or Outlet.UNKNOWN, domain)
        is_given = incoming.outlet and "outlet" not in incoming.because
        at_domain = None if is_given or not domain else self._at(domain)
        return at_domain or self.named(incoming.outlet or reading.outlet or domain or Outlet.UNKNOWN, domain)

    def met(self, incoming: Incoming) -> Outlet | None:
        """The outlet that was given or that the address names, if it was looked up before."""
        return self.by_name.get(incoming.outlet.casefold()) or self.by_domain.get(domain_of(incoming.url))

    def at_address(self, url: str) -> Outlet:
        domain = domain_of(url)
        return self._at(domain) or self.named(domain, domain)

    def _at(self, domain: str) -> Outlet | None:
        if domain not in self.by_domain:
            self.by_domain[domain] = Outlet.objects.filter(domain=domain).first()
        return self.by_domain[domain]

    def named(self, name: str, domain: str) -> Outlet:
        key = name.casefold()
        if key not in self.by_name:
            found = Outlet.objects.filter(name__iexact=name).first()
            self.by_name[key] = found or self._make(name, domain)
        return self.by_name[key]

    def _make(self, name: str, domain: str) -> Outlet:
        outlet = Outlet.objects.create(name=name, domain="" if self._at(domain) else domain)
        self.by_domain.pop(domain, None)
        self.made.append(outlet)
        return outlet


def headline_to_read(incoming: Incoming) -> str:
    """The headline that a text is read with; a page's own first line may be another than the given one."""
    return "" if incoming.is_page else incoming.headline


def exported_text(incoming: Incoming) -> str:
    """The reading text that a desk exported, or what its findings leave; empty if no desk knew the text."""
    if not incoming.is_exported:
        return ""
    found = [TextFinding(**finding) for finding in incoming.findings or ()]
    return incoming.text or joined(incoming.received, found) or joined(incoming.received, ())


def draft(incoming: Incoming, outlet: Outlet, reading: ArticleReading, left_out: Sequence[TextFinding]) -> Article:
    """The article as it will be stored, without its story; `left_out` are lines of its outlet that were left out.

    Of one that a desk exported what it found is believed, and nothing is inferred again.
    """
    language = _language(incoming, outlet, reading)
    if incoming.is_exported:
        headline, findings = incoming.headline or reading.text.split("\n", 1)[0][:LONGEST_HEADLINE], incoming.findings
    else:
        told = [*left_out, *_language_told(incoming, outlet, language)]
        headline, findings = _headline_and_findings(incoming, reading, told)
    return Article(
        outlet=outlet,
        url=incoming.url,
        headline=headline,
        byline=incoming.byline or reading.byline[:500],
        agency=incoming.agency or reading.agency,
        published_on=incoming.published_on or reading.published_on,
        language=language,
        received=incoming.received,
        received_sha256=sha256_of(incoming.received),
        text=reading.text,
        findings=findings,
    )


def _headline_and_findings(
    incoming: Incoming, reading: ArticleReading, left_out: Sequence[TextFinding]
) -> tuple[str, list[dict[str, Any]]]:
    headline = incoming.headline or reading.headline
    derived = [] if headline else [_first_words(incoming.received, reading)]
    findings = (*given_beside(incoming), *reading.findings, *derived, *left_out)
    return headline or derived[0].value, [finding.as_json() for finding in findings]


def _language(incoming: Incoming, outlet: Outlet, reading: ArticleReading) -> str:
    """The language a person gave, else the text's own, else what its page or feed says, else its outlet's."""
    is_given = incoming.language and "language" not in incoming.because
    if is_given or (reading.language and _is_same_language(incoming.language, reading.language)):
        return incoming.language
    return reading.language or incoming.language or outlet.language


def _language_told(incoming: Incoming, outlet: Outlet, language: str) -> list[TextFinding]:
    """That a text is in another language than its page, or else its outlet, led to expect."""
    if _is_same_language(incoming.language or outlet.language, language):
        return []
    return [TextFinding(What.LANGUAGE, language, 0, 0, noted("its words are of this language"))]


def _is_same_language(tag: str, other: str) -> bool:
    return tag.lower().replace("_", "-").partition("-")[0] == other.lower().partition("-")[0]


def given_beside(incoming: Incoming) -> list[TextFinding]:
    """What came beside the text, as findings about all of it; an empty value stood there and could not be read."""
    found = [
        given(name, getattr(incoming, name) or "", because=incoming.because.get(name, GIVEN))
        for name in WHATS
        if getattr(incoming, name) or name in incoming.because
    ]
    if incoming.encoding:
        because = incoming.because.get("encoding", "it is not UTF-8, and reads well so")
        found.append(TextFinding(What.ENCODING, incoming.encoding, 0, 0, because))
    return [*found, *incoming.told, *_pages(incoming)]


def _pages(incoming: Incoming) -> list[TextFinding]:
    """The pages of a document by their numbers, each with its part of the text."""
    ends = [*incoming.pages[1:], len(incoming.received)]
    places = enumerate(zip(incoming.pages, ends, strict=False), 1)
    return [TextFinding(What.PAGE, f"{n}", start, end, _page_told(incoming, start, end)) for n, (start, end) in places]


def _page_told(incoming: Incoming, start: int, end: int) -> str:
    words = " ".join(incoming.received[start:end][:200].split())
    beginning = words if len(words) <= 60 else f"{words[:60].rpartition(' ')[0] or words[:60]}…"
    begins = noted("; it begins “%(beginning)s”", beginning=beginning) if beginning else noted("; it holds no text")
    return noted("of the document's %(count)s%(begins)s", count=len(incoming.pages), begins=begins)


def given(name: str, value: Any, *, because: str = GIVEN, before: str = "") -> TextFinding:
    because = f"{because}; before: {before}" if before else because
    return TextFinding(WHATS[name], str(value), 0, 0, because)


def came_beside(finding: Mapping[str, Any]) -> bool:
    """Whether a stored finding is of a value that came beside the text, and not of a part of the text."""
    return finding["what"] in WHATS.values() and not finding["end"]


def _first_words(received: str, reading: ArticleReading) -> TextFinding:
    """A headline for a text that has none: its first sentence, cut at a word; it stays in the text."""
    dateline = next((finding.value for finding in reading.found(What.DATELINE)), "")
    line = reading.text.removeprefix(dateline).lstrip().split("\n", 1)[0][:1000]
    words = _first_sentence(line) or reading.text.strip()[:LONGEST_HEADLINE]
    start = max(0, received.find(words))
    end = start + len(words)
    if len(words) > LONGEST_HEADLINE:
        words = f"{words[:LONGEST_HEADLINE].rpartition(' ')[0] or words[:LONGEST_HEADLINE]}…"
    return TextFinding(What.HEADLINE, words, start, end, FIRST_WORDS)


def _first_sentence(line: str) -> str:
    """The first sentence of a line; where it is as short as a place or an abbreviation, with the one behind it."""
    spans = sentences(line)
    end = next((span.end for span in spans if span.end - spans[0].start >= SHORTEST_HEADLINE), len(line))
    return line[:end].strip()
