"""Which stored articles are versions of one another by their text alone, whatever stories they were given to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import batched, chain
from typing import NamedTuple

from django.db.models import QuerySet

from factcheck.articles.models import Article, Fingerprint
from factcheck.articles.versions.fingerprint_index import stored
from factcheck.articles.versions.likeness import label_of
from factcheck.articles.versions.sketch import prints_of
from factcheck.compare import Relation, RelationLabel, relate

TOGETHER = 500  # articles looked at in one go


class VersionPair(NamedTuple):
    """Two articles that share text, the original or else the earlier first, and how many fingerprints both have."""

    original: Article
    version: Article
    relation: Relation
    shared: int

    @property
    def label(self) -> RelationLabel:
        """What the version is to the original; if they share only scattered passages, no more than related."""
        return label_of(self.relation)


def pairs() -> Iterator[VersionPair]:
    """Every two articles of which one is among those that share most with the other, unrelated ones left out."""
    seen: set[tuple[int, int]] = set()
    for keys in batched(Article.objects.order_by("pk").values_list("pk", flat=True).iterator(), TOGETHER):
        shared = {pair: count for pair, count in _candidates(keys) if pair not in seen}
        seen |= {pair for pair in shared if pair[1] > keys[-1]}
        articles = _articles().in_bulk(list(set(chain.from_iterable(shared))))
        for (one, other), count in shared.items():
            original, version = sorted((articles[one], articles[other]), key=lambda a: (not a.is_original, a.pk))
            relation = relate(original.text, version.text)
            if relation.label != RelationLabel.UNRELATED:
                yield VersionPair(original, version, relation, count)


def _articles() -> QuerySet[Article]:
    fields = ("url", "headline", "text", "relation", "outlet__name")
    return Article.objects.select_related("outlet").only(*fields)


def _candidates(keys: Sequence[int]) -> Iterator[tuple[tuple[int, int], int]]:
    own: dict[int, list[int]] = defaultdict(list)
    for article, value in Fingerprint.objects.filter(article__in=keys).values_list("article_id", "hash"):
        own[article].append(value)
    for key, text in Article.objects.filter(pk__in=set(keys) - own.keys()).values_list("pk", "text"):
        own[key] = list(prints_of(text))
    index = stored(chain.from_iterable(own.values()))
    for article, values in own.items():
        for other, shared in index.closest(values, but=article):
            yield (min(article, other), max(article, other)), shared
