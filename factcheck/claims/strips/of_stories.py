"""The strips of stories, from what is recorded of their versions; it compares nothing itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db.models import QuerySet

from factcheck.articles.models import Article, RecordedComparison, Story
from factcheck.claims.balance import Balance
from factcheck.claims.strips.bars import strips_from
from factcheck.claims.strips.strip import Strips
from factcheck.claims.utterances import Utterance, utterances
from factcheck.prepared_queries import prepared


def strips_of_stories(
    stories: Sequence[Story],
    marked: Iterable[Utterance],
    *,
    denying: Collection[int] = (),
    shows_unmarked: bool = False,
    recorded: Iterable[RecordedComparison] | None = None,
) -> list[tuple[Story, Strips]]:
    """The strips of each story that has some, in one query however many they are; give what is `recorded` if read."""
    by_story: dict[int, list[Utterance]] = {}
    for utterance in marked:
        by_story.setdefault(utterance.statement.article.story_id, []).append(utterance)
    compared: dict[int, list[RecordedComparison]] = {}
    for one in _recorded(stories=[story.pk for story in stories]) if recorded is None else recorded:
        compared.setdefault(one.version.story_id, []).append(one)
    return [
        (
            story,
            _strips(compared[story.pk], by_story.get(story.pk, ()), denying=denying, shows_unmarked=shows_unmarked),
        )
        for story in stories
        if story.pk in compared
    ]


@prepared
def _recorded(stories: Any) -> QuerySet[RecordedComparison]:
    return RecordedComparison.objects.current().with_papers().filter(version__story__in=stories)


@prepared
def comparisons_on(claim: int) -> QuerySet[RecordedComparison]:
    """Those of every story that speaks of a claim."""
    told = Article.objects.filter(statements__positions__claim=claim).values("story")
    return RecordedComparison.objects.current().with_papers().filter(version__story__in=told)


def strips_of_balance(
    balance: Balance, recorded: Iterable[RecordedComparison] | None = None
) -> list[tuple[Story, Strips]]:
    """The picture of each story that speaks of a claim and has several versions, with what is said of it marked."""
    statements = balance.statements
    stories = {one.article.story_id: one.article.story for one in statements}
    denying = {position.statement_id for position in balance.denies.positions}
    return strips_of_stories(list(stories.values()), utterances(statements), denying=denying, recorded=recorded)


def strip_of_two(original: Article, version: Article) -> Strips:
    """The strip of a version beside the original of its story, with nothing marked in it; none of other two."""
    compared = RecordedComparison.objects.current().filter(original=original, version=version).first()
    if compared is None:
        return Strips()
    return Strips(strips_from([original, version], {version.pk: compared.sentence_rows})[1:])


def strip_of_version(article: Article) -> Strips:
    """The strip of one version alone; none of an original. Give the article `with_comparison`."""
    compared = getattr(article, "comparison", None)
    return strip_of_comparison(compared) if compared else Strips()


def strip_of_comparison(compared: RecordedComparison) -> Strips:
    """The strip of the version in a comparison, with the denials that it lacks; give it `with_papers`."""
    return Strips(_strips([compared], (), shows_unmarked=True)[1:]) if compared.is_current else Strips()


def _strips(
    compared: Sequence[RecordedComparison],
    marked: Iterable[Utterance],
    *,
    denying: Collection[int] = (),
    shows_unmarked: bool,
) -> Strips:
    originals = [one.original for one in compared if one.original][:1]
    versions = sorted((one.version for one in compared), key=Article.version_order)
    rows = {one.version_id: one.sentence_rows for one in compared}
    return strips_from([*originals, *versions], rows, marked, denying=denying, shows_unmarked=shows_unmarked)
