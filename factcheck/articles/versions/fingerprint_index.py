"""The index of fingerprints: storing them, and finding stored articles that share some with a text.

A fingerprint that stands in too many stories, or in most of what one outlet published, is furniture: it is
remembered as such, its rows are removed, and it is never looked up again. So no fingerprint has many rows.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from typing import Any, NamedTuple

from django.db import connection, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Count
from django.db.models.sql.compiler import SQLCompiler

from factcheck.articles.models import Article, CommonFingerprint, Fingerprint
from factcheck.articles.versions.likeness import CLOSEST, LEAST_CONTAINED, LEAST_SHARED, MANY_VERSIONS, SERIES
from factcheck.articles.versions.sketch import prints_of
from factcheck.stamps.writes import stamp_added

COMMON = 20  # stories: a fingerprint that stands in more of them is furniture
SQLITE_CACHE = 65_536  # kB: rows go all over the table, and a page that finds no room is written once for each of them


@models.BigIntegerField.register_lookup
class Among(models.Lookup[Any]):
    """`__among`: one of any number of values, which go to the database as a single parameter.

    They are given as an array: Django walks through every list it is handed, and tens of thousands come at once.
    """

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} IN (SELECT value FROM json_each(%s))", (*parameters, json.dumps(list(self.rhs)))  # noqa: S608

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s::bigint[])", (*parameters, _written(self.rhs))


class IndexedArticle(NamedTuple):
    """An article in the index: its story, its outlet, and how many fingerprints it has."""

    story: int
    outlet: int
    prints: int


class Candidate(NamedTuple):
    """An article that may be a version of a text, and how many fingerprints both have."""

    article: int
    shared: int


class Index:
    """The part of the index that holds some fingerprints, with articles that are not stored yet under keys below 0."""

    def __init__(self, common: Iterable[int] = ()) -> None:
        self.entries: dict[int, IndexedArticle] = {}
        self.holders: dict[int, list[int]] = {}  # fingerprint → articles
        self.common = set(common)
        self.newly_common: set[int] = set()
        self._sizes: dict[int, int] = {}

    def add(self, article: int, entry: IndexedArticle, own: Iterable[int]) -> None:
        self.entries[article] = entry
        for value in own:
            holders = self.holders.setdefault(value, [])
            holders.append(article)
            is_due = len(holders) > SERIES and len(holders) % SERIES == 1
            if is_due and value not in self.common and self._is_furniture(holders):
                self.common.add(value)
                self.newly_common.add(value)

    def closest(self, own: Sequence[int], *, but: int | None = None) -> list[Candidate]:
        """The few articles that share most with a text, by containment: the share of the smaller of the two.

        `but` is the text's own article, which is no candidate.
        """
        telling = [value for value in own if value not in self.common]
        holders = self.holders
        shared = Counter(chain.from_iterable(holders[value] for value in telling if value in holders))
        contained = {
            article: count / max(1, min(len(telling), self.entries[article].prints))
            for article, count in shared.items()
            if count >= min(LEAST_SHARED, len(telling)) and article != but
        }
        likely = (article for article, share in contained.items() if share >= LEAST_CONTAINED)
        nearest = sorted(likely, key=lambda article: (-contained[article], article))[:CLOSEST]
        return [Candidate(article, shared[article]) for article in nearest]

    def _is_furniture(self, holders: Sequence[int]) -> bool:
        entries = [self.entries[article] for article in holders]
        if len({entry.story for entry in entries}) > COMMON:
            return True
        outlet, held = Counter(entry.outlet for entry in entries).most_common(1)[0]
        stories = {entry.story for entry in entries if entry.outlet == outlet}
        return len(stories) > SERIES and 2 * held > self._size(outlet, at_most=2 * held)

    def _size(self, outlet: int, *, at_most: int) -> int:
        """How many articles an outlet has, those in the index that are not stored included; counted no further."""
        if self._sizes.get(outlet, 0) < at_most:
            stored = Article.objects.filter(outlet=outlet).order_by()[:at_most].count()
            new = sum(key < 0 and entry.outlet == outlet for key, entry in self.entries.items())
            self._sizes[outlet] = stored + new
        return self._sizes[outlet]


def stored(hashes: Iterable[int]) -> Index:
    """The part of the index that holds these fingerprints."""
    wanted = sorted(set(hashes))
    found = Index(_common(wanted))
    telling = [value for value in wanted if value not in found.common]
    held: dict[int, list[int]] = defaultdict(list)
    for value, article in _rows_with(telling):
        held[article].append(value)
    articles = Article.objects.filter(pk__among=array("q", sorted(held))).order_by()
    for article, *entry in articles.values_list("pk", "story_id", "outlet_id", "fingerprint_count"):
        found.add(article, IndexedArticle(*entry), held[article])
    return found


def remember_common(known: Index) -> None:
    """Keep what was found to be furniture, and take its rows out of the index."""
    if known.newly_common:
        rows = [CommonFingerprint(hash=value) for value in sorted(known.newly_common)]
        CommonFingerprint.objects.bulk_create(rows, ignore_conflicts=True, batch_size=5_000)
        Fingerprint.objects.filter(hash__among=array("q", sorted(known.newly_common))).delete()
        known.newly_common.clear()


@transaction.atomic
def index(articles: Iterable[Article], prints: Iterable[Sequence[int]] | None = None) -> None:
    """Store the fingerprints of saved articles; `prints` are given for new ones, which have none stored yet.

    Without `prints` they are computed, and take the place of those that the articles had.
    """
    articles = list(articles)
    known = list(prints) if prints is not None else [prints_of(article.text) for article in articles]
    pairs = list(zip(articles, known, strict=True))
    if prints is None:
        Fingerprint.objects.filter(article__in=[article for article in articles if article.fingerprint_count]).delete()
    changed = [article for article, own in pairs if article.fingerprint_count != len(own)]
    for article, own in pairs:
        article.fingerprint_count = len(own)
    Article.objects.bulk_update(changed, ["fingerprint_count"], batch_size=500)
    insert(_telling(pairs))


def insert(rows: Iterable[tuple[int, int]]) -> None:
    """Add pairs of fingerprint and article; the table's own statement, many times cheaper than model objects.

    They go in by fingerprint, as the table lies, so that neighbours are written together.
    """
    ordered = sorted(rows)
    table = Fingerprint._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, cursor.copy(f"COPY {table} (hash, article_id) FROM STDIN") as copy:
                copy.write("".join(f"{value}\t{article}\n" for value, article in ordered))
            stamp_added(Fingerprint)
        else:
            cursor.execute(f"PRAGMA cache_size = -{SQLITE_CACHE}")
            cursor.executemany(f"INSERT INTO {table} (hash, article_id) VALUES (%s, %s)", ordered)  # noqa: S608


def _rows_with(hashes: Sequence[int]) -> Iterable[tuple[int, int]]:
    """The index's pairs of fingerprint and article that have one of these fingerprints.

    PostgreSQL is told to look each of them up: it would read the whole table where it has not been counted yet, as in
    the middle of a desk's first import.
    """
    if connection.vendor != "postgresql":
        return Fingerprint.objects.filter(hash__among=array("q", hashes)).values_list("hash", "article_id")
    table = Fingerprint._meta.db_table
    found = f"(SELECT hash, article_id FROM {table} WHERE hash = wanted.hash OFFSET 0) AS found"  # noqa: S608
    wanted = "unnest(%s::bigint[]) AS wanted (hash)"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT found.* FROM {wanted} CROSS JOIN LATERAL {found}", [_written(hashes)])  # noqa: S608
        rows: list[tuple[int, int]] = cursor.fetchall()
    return rows


def _telling(pairs: Sequence[tuple[Article, Sequence[int]]]) -> Iterator[tuple[int, int]]:
    """What of these articles' fingerprints is worth storing: no furniture, nor the fifty-first copy of one text."""
    common = set(_common(sorted({value for _, own in pairs for value in own})))
    copied = [article.story_id for article, _ in pairs if article.relation == Article.Relation.COPY]
    counted = Article.objects.filter(story__in=copied).order_by().values_list("story").annotate(Count("pk"))
    full = {story for story, versions in counted if versions > MANY_VERSIONS}
    for article, own in pairs:
        if article.relation != Article.Relation.COPY or article.story_id not in full:
            telling = own if common.isdisjoint(own) else [value for value in own if value not in common]
            yield from zip(telling, repeat(article.pk))


def _written(values: Iterable[int]) -> str:
    """Numbers as PostgreSQL writes an array, many times cheaper than psycopg makes one of a list."""
    return f"{{{','.join(map(str, values))}}}"


def _common(hashes: Sequence[int]) -> Iterable[int]:
    return CommonFingerprint.objects.filter(hash__among=array("q", hashes)).values_list("hash", flat=True)
