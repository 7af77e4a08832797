"""The index of fingerprints: storing them, and finding stored articles that share some with a text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db import connection, transaction

from factcheck.articles.models import Article, Fingerprint
from factcheck.compare import fingerprint

COMMON = 20  # stories: a fingerprint that stands in more of them is boilerplate
LEAST_SHARED = 2
LEAST_CONTAINED = 0.15
CLOSEST = 6  # how many candidates of one article are looked at
IN_ONE_QUERY = 10_000


class Entry(NamedTuple):
    """An article in the index: its story and how many fingerprints it has."""

    story: int
    prints: int


class Candidate(NamedTuple):
    """An article that may be a version of a text, and how many fingerprints both have."""

    article: int
    shared: int


type Index = dict[int, dict[int, Entry]]  # fingerprint → article → entry


@transaction.atomic
def index(articles: Iterable[Article], prints: Iterable[Sequence[int]] | None = None) -> None:
    """Store the fingerprints of saved articles, in place of those they had; `prints` are theirs if known already."""
    articles = list(articles)
    known = list(prints) if prints is not None else [fingerprint(article.text) for article in articles]
    pairs = list(zip(articles, known, strict=True))
    Fingerprint.objects.filter(article__in=[article for article in articles if article.fingerprint_count]).delete()
    changed = [article for article, own in pairs if article.fingerprint_count != len(own)]
    for article, own in pairs:
        article.fingerprint_count = len(own)
    Article.objects.bulk_update(changed, ["fingerprint_count"], batch_size=500)
    insert([(value, article.pk) for article, own in pairs for value in own])


def insert(rows: Sequence[tuple[int, int]]) -> None:
    """Add pairs of fingerprint and article; the table's own statement, many times cheaper than model objects."""
    table = Fingerprint._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            columns = [[value for value, _ in rows], [article for _, article in rows]]
            source = "SELECT * FROM unnest(%s::bigint[], %s::bigint[])"
            cursor.execute(f"INSERT INTO {table} (hash, article_id) {source}", columns)
        else:
            cursor.executemany(f"INSERT INTO {table} (hash, article_id) VALUES (%s, %s)", rows)  # noqa: S608


def stored(hashes: Iterable[int]) -> Index:
    """The part of the index that holds these fingerprints, boilerplate left out."""
    wanted = sorted(set(hashes))
    found: Index = defaultdict(dict)
    for at in range(0, len(wanted), IN_ONE_QUERY):
        rows = Fingerprint.objects.filter(hash__in=wanted[at : at + IN_ONE_QUERY])
        for value, article, *entry in rows.values_list(
            "hash", "article_id", "article__story_id", "article__fingerprint_count"
        ):
            found[value][article] = Entry(*entry)
    common = [value for value, articles in found.items() if len({entry.story for entry in articles.values()}) > COMMON]
    for value in common:
        del found[value]
    return found


def closest(own: Sequence[int], known: Index, *, but: int | None = None) -> list[Candidate]:
    """The few articles that share most with a text, by containment: the share of the smaller of the two.

    `but` is the text's own article, which is no candidate.
    """
    counts: dict[int, int] = {}
    shared: Counter[int] = Counter()
    for value in own:
        for article, entry in known.get(value, {}).items():
            counts[article] = entry.prints
            shared[article] += 1
    contained = {
        article: count / max(1, min(len(own), counts[article]))
        for article, count in shared.items()
        if count >= min(LEAST_SHARED, len(own)) and article != but
    }
    likely = (article for article, share in contained.items() if share >= LEAST_CONTAINED)
    nearest = sorted(likely, key=lambda article: (-contained[article], article))[:CLOSEST]
    return [Candidate(article, shared[article]) for article in nearest]
