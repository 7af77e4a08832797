"""What a reader may have meant whose search found nothing: words of public pages that are written nearly so.

The database's index of words knows what the desk has not published, so the words come from public rows: the newest of
each kind, kept for some minutes. What is suggested does find something.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpRequest
from rapidfuzz import process
from rapidfuzz.distance import OSA

from factcheck.claims.models import Claim, SourceAlias
from factcheck.public.searchable import KINDS
from factcheck.public.visible import public_sources, public_stories
from factcheck.search.results import Results, address
from factcheck.search.words import NotAQuery, Query, SearchTerm, fold, read, words_in
from factcheck.verdicts.models import Revision

NEWEST = 2_000  # rows of each kind, whose words are known
SECONDS_KEPT = 600
SHORTEST = 4  # letters: a shorter word is near to too many
TWO_SLIPS_FROM = 7  # letters: in a shorter word one slip is meant
CANDIDATES = 5


@dataclass(frozen=True)
class Suggestion:
    """Other words, and the address that looks for them."""

    words: str
    query: str


def suggestion_for(results: Results, request: HttpRequest) -> Suggestion | None:
    """The nearest words to what was typed that are found on public pages; None if something was found, or none are."""
    if not results.words.query or results.groups or results.count or len(results.words.query.terms) > CANDIDATES:
        return None
    typed = " ".join(map(_written, _mended(results.words.query)))
    if not typed or not _is_found(typed):
        return None
    kept = {name: "" for kind in KINDS for facet in kind.facets for name in facet.parameters}
    return Suggestion(typed, address(request.GET, **{**kept, "q": typed, "kind": ""}))


def known_words() -> Mapping[str, str]:
    """The words of public pages, without accents and capitals, each as it is written most, the commonest first."""
    known: dict[str, str] = cache.get_or_set("words-of-public-pages", _known_words, SECONDS_KEPT) or {}
    return known


def nearest(word: str, known: Mapping[str, str]) -> str:
    """The known word that is fewest slips away, of these the commonest; empty if none is near enough."""
    folded = fold(word)
    slips = 2 if len(folded) >= TWO_SLIPS_FROM else 1
    if len(folded) < SHORTEST:
        return ""
    found = process.extract(folded, known.keys(), scorer=OSA.distance, score_cutoff=slips, limit=1)
    return known[found[0][0]] if found else ""


def _mended(query: Query) -> Iterator[SearchTerm]:
    """The terms, each word that no public page holds as the nearest that one does; nothing if none is near."""
    known, is_mended = known_words(), False
    terms = []
    for term in query.terms:
        alone = len(term.words) == 1 and not term.is_prefix
        is_known = not alone or any(fold(form.words[0]) in known for form in term.forms)
        meant = "" if is_known else nearest(term.words[0], known)
        is_mended = is_mended or bool(meant)
        terms.append(SearchTerm((meant,), is_exact=term.is_exact) if meant else term)
    return iter(terms if is_mended else ())


def _written(term: SearchTerm) -> str:
    words = " ".join(term.words)
    quoted = f'"{words}"' if len(term.words) > 1 or term.is_exact else words
    return f"{quoted}*" if term.is_prefix else quoted


def _is_found(typed: str) -> bool:
    try:
        query = read(typed)
    except NotAQuery:
        return False
    return any(kind.newest(query, {}, last=True).exists() for kind in KINDS)


def _known_words() -> dict[str, str]:
    written = Counter(word for text in _public_texts() for word in words_in(text))
    known: dict[str, str] = {}
    for word, _times in written.most_common():
        known.setdefault(fold(word), word)
    return known


def _public_texts() -> Iterable[str]:
    verdicts = Revision.objects.current().standing().order_by("-pk")
    for told in verdicts.values_list("claim_text", "conclusion")[:NEWEST]:
        yield from told
    yield from Claim.objects.open_to_readers().undecided().order_by("-pk").values_list("text", flat=True)[:NEWEST]
    yield from public_stories().order_by("-pk").values_list("title", flat=True)[:NEWEST]
    sources = public_sources().order_by("-pk")
    for told in sources.values_list("name", "role")[:NEWEST]:
        yield from told
    yield from SourceAlias.objects.filter(source__in=public_sources()).values_list("name", flat=True)[:NEWEST]
