"""Which stored articles are versions of one another by their text alone, whatever stories they were given to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import batched, chain
from typing import NamedTuple

from factcheck.articles.indexing import closest, stored
from factcheck.articles.models import Article, Fingerprint
from factcheck.compare import Relation, RelationLabel, relate

TOGETHER = 500  # articles looked at in one go


class Pair(NamedTuple):
    """Two articles that share text, the original or else the earlier first, and how many fingerprints both have."""

    original: Article
    version: Article
    relation: Relation
    shared: int


def pairs() -> Iterator[Pair]:
    """Every two articles of which one is among those that share most with the other, unrelated ones left out."""
    seen: set[tuple[int, int]] = set()
    for keys in batched(Article.objects.order_by("pk").values_list("pk", flat=True).iterator(), TOGETHER):
        shared = {pair: count for pair, count in _candidates(keys) if pair not in seen}
        seen |= shared.keys()
        articles = Article.objects.with_outlets().defer("received").in_bulk(list(set(chain.from_iterable(shared))))
        for (one, other), count in shared.items():
            original, version = sorted((articles[one], articles[other]), key=lambda a: (not a.is_original, a.pk))
            relation = relate(original.text, version.text)
            if relation.label != RelationLabel.UNRELATED:
                yield Pair(original, version, relation, count)


def _candidates(keys: Sequence[int]) -> Iterator[tuple[tuple[int, int], int]]:
    own: dict[int, list[int]] = defaultdict(list)
    for article, value in Fingerprint.objects.filter(article__in=keys).values_list("article_id", "hash"):
        own[article].append(value)
    index = stored(chain.from_iterable(own.values()))
    for article, values in own.items():
        for other, shared in closest(values, index, but=article):
            yield (min(article, other), max(article, other)), shared
