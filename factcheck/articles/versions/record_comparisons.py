"""Writing down what each version of a story made of its original, as soon as a story has other texts.

A few are compared at once, in the act that brought them; many by a task once they are stored, so that an import does
not wait for them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import batched

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.tasks import task

from factcheck.articles.models import Article, DroppedDenial, RecordedComparison
from factcheck.articles.models.comparisons import COMPARED
from factcheck.compare import Carried, RowKind, locate
from factcheck.compare.sentence_rows import KeptSentence, SentenceRow, VersionText, sentence_rows

AT_ONCE = 5  # versions that an act waits for
TOGETHER = 100  # versions held in memory and written at once
FOUND = (Carried.INTACT, Carried.SPLIT, Carried.ALTERED)


def record_in_stories(story_keys: Collection[int]) -> None:
    """Have the versions of stories that have other texts now compared: at once if they are few, else by a task."""
    if _waiting(story_keys)[AT_ONCE:].exists():
        keys = sorted(story_keys)
        transaction.on_commit(lambda: record_by_task.enqueue(keys))
    else:
        record_comparisons(story_keys)


@task
def record_by_task(story_keys: list[int]) -> None:
    """Compare what waits for it in these stories."""
    record_comparisons(story_keys)


def record_comparisons(story_keys: Collection[int]) -> int:
    """Compare each version of these stories with its original where that is not recorded. Returns how many were."""
    count = 0
    for keys in batched(_waiting(story_keys).values_list("pk", flat=True), TOGETHER):
        count += _record(keys)
    return count


def forget_comparisons(article: Article) -> bool:
    """Have what was recorded of an article with other words be made anew, when its story's change is told.

    Returns whether anything was recorded.
    """
    recorded = RecordedComparison.objects.filter(Q(version=article) | Q(original=article))
    return bool(recorded.update(original=None))


def not_compared() -> QuerySet[Article]:
    """The versions that nobody compared with the original that they have now, by story."""
    originals = Article.objects.filter(story=OuterRef("story"), relation=Article.Relation.ORIGINAL)
    recorded = RecordedComparison.objects.current().filter(version=OuterRef("pk"))
    versions = Article.objects.filter(Exists(originals), ~Exists(recorded), relation__in=COMPARED)
    return versions.order_by("story", "pk")


def _waiting(story_keys: Collection[int]) -> QuerySet[Article]:
    return not_compared().filter(story__in=story_keys)


@transaction.atomic
def _record(keys: Sequence[int]) -> int:
    """Compare some versions; what somebody dismissed of them stays so where the same words are missing again."""
    versions = Article.objects.filter(pk__in=keys).defer("received", "findings")
    originals = Article.objects.filter(story__articles__in=keys, relation=Article.Relation.ORIGINAL)
    by_story = {original.story_id: original for original in originals.defer("received", "findings")}
    compared = [(by_story[version.story_id], version) for version in versions]
    comparisons = [RecordedComparison(version=two[1], original=two[0]) for two in compared]
    rows = [_rows(*two) for two in compared]
    for comparison, of_one in zip(comparisons, rows, strict=True):
        comparison.rows = [row.as_json() for row in of_one]
    before = DroppedDenial.objects.filter(comparison__version__in=keys).exclude(dismissed_at=None)
    dismissed = {(one.comparison.version_id, one.words): one for one in before.select_related("comparison")}
    RecordedComparison.objects.filter(version__in=keys).delete()
    RecordedComparison.objects.bulk_create(comparisons)
    dropped = [
        denial for comparison, of_one in zip(comparisons, rows, strict=True) for denial in _dropped(comparison, of_one)
    ]
    for denial in dropped:
        if earlier := dismissed.get((denial.comparison.version_id, denial.words)):
            denial.dismissed_by_id, denial.dismissed_at = earlier.dismissed_by_id, earlier.dismissed_at
    DroppedDenial.objects.bulk_create(dropped)
    return len(comparisons)


def _rows(original: Article, version: Article) -> list[SentenceRow]:
    """The rows of two articles; of each denial that was cut, whether it was received with the version's page."""
    sides = (VersionText(article.headline, article.text) for article in (original, version))
    rows = sentence_rows(*sides, language=original.language)
    return [replace(row, was_received=True) if _was_received(row, original, version) else row for row in rows]


def _was_received(row: SentenceRow, original: Article, version: Article) -> bool:
    return any(
        locate(sentence.span.of(original.text), version.received).status in FOUND for sentence in _cut_denials(row)
    )


def _cut_denials(row: SentenceRow) -> Iterator[KeptSentence]:
    """The denials of a row that the version does not have."""
    if row.kind == RowKind.CUT and not row.is_headline:
        yield from (sentence for sentence in row.original if sentence.is_denial)


def _dropped(comparison: RecordedComparison, rows: Sequence[SentenceRow]) -> Iterator[DroppedDenial]:
    text = comparison.original.text if comparison.original else ""
    for sentence in (one for row in rows if not row.was_received for one in _cut_denials(row)):
        words, speaker = sentence.span.of(text), (sentence.denied_by or "")[:300]
        yield DroppedDenial(
            comparison=comparison, start=sentence.span.start, end=sentence.span.end, words=words, speaker=speaker
        )
