"""Which named sources may be one under two names: likeness of the names alone, for a person to be asked about.

Nothing here takes two for one: relatives share names, and offices share words.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from factcheck.claims.models import Source, SourceAlias, SourcesApart
from factcheck.compare.words.folded_words import fold
from factcheck.search.matches import Beside, matching
from factcheck.search.words import Query, SearchTerm

SPELLED_ALIKE = 88.0  # of 100: how like two names are that may be spellings of one
LONG = 5  # letters of a name in which one may be spelled otherwise
BEGINNING = 4  # letters of a word by which names are looked up
LOOKED_UP = 3  # words of a name, the longest
COMPARED = 60  # names for each word
MOST = 3
EMPTY_WORDS = {"the", "mr", "mrs", "ms", "dr", "sir"}


def like_named(name: str, *, kind: str = "", but: Source | None = None) -> list[Source]:
    """The named sources, of a kind if one is given, that may be meant by `name`, the likest first; three at most."""
    own = _words(name)
    found = {}
    for source in _near(own):
        names = [source.name, *(alias.name for alias in source.aliases.all())]
        likeness = max(_likeness(own, _words(other), source.kind) for other in names)
        if likeness and source != but and kind in ("", source.kind):
            found[source] = likeness
    return sorted(found, key=lambda source: (-found[source], source.pk))[:MOST]


def asked_about(source: Source) -> list[Source]:
    """Those of whom nobody has said yet that they are not this source."""
    if source.is_anonymous:
        return []
    apart = SourcesApart.objects.filter(Q(first=source) | Q(second=source)).values_list("first", "second")
    known = {key for pair in apart for key in pair}
    names = [source.name, *(alias.name for alias in source.aliases.all())]
    near = dict.fromkeys(like for name in names for like in like_named(name, kind=source.kind, but=source))
    return [like for like in near if like.pk not in known][:MOST]


def _near(words: Iterable[str]) -> Iterable[Source]:
    """Named sources that have a word beginning like one of these; the same letters, accents or not."""
    found: dict[int, Source] = {}
    for word in sorted(words, key=len, reverse=True)[:LOOKED_UP]:
        query = Query((SearchTerm((word[:BEGINNING],), is_prefix=True, is_exact=True),))
        rows = matching(Source.objects.named(), query, beside=[Beside("pk", SourceAlias, "source")])
        found |= {source.pk: source for source in rows.prefetch_related("aliases")[:COMPARED]}
    return found.values()


def _likeness(one: tuple[str, ...], other: tuple[str, ...], kind: str) -> float:
    """From 0, not alike, to 100, the same words."""
    if not one or not other:
        return 0.0
    spelled = fuzz.ratio(" ".join(one), " ".join(other))
    if sorted(one) == sorted(other) or (len(one) == len(other) and _is_spelling(" ".join(one), " ".join(other))):
        return spelled
    return spelled if kind == Source.Kind.PERSON and _is_shorter(*sorted((one, other), key=len)) else 0.0


def _is_spelling(one: str, other: str) -> bool:
    is_long = min(len(one), len(other)) >= LONG
    return fuzz.ratio(one, other) >= SPELLED_ALIKE or (is_long and Levenshtein.distance(one, other) == 1)


def _is_shorter(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a person's name leaves out others of its words, or has the first letter for one of them."""
    whole = set(long)
    return all(word in whole or (len(word) == 1 and any(w.startswith(word) for w in whole)) for word in short)


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in fold(name).words if word not in EMPTY_WORDS)
