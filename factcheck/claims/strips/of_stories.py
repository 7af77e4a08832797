"""The strips of stories, from what is recorded of their versions; it compares nothing itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db.models import Prefetch, prefetch_related_objects

from factcheck.articles.models import Article, RecordedComparison, Story
from factcheck.claims.strips.bars import strips_from
from factcheck.claims.strips.strip import Strips
from factcheck.claims.utterances import Utterance
from factcheck.compare.sentence_rows import SentenceRow

type StoryRows = Mapping[int, Sequence[SentenceRow]]  # by the key of the version


def strips_of(
    story: Story, utterances: Iterable[Utterance] = (), *, denying: Collection[int] = (), shows_unmarked: bool = False
) -> Strips:
    """A strip for each version, the original first, then by day; none where nothing is compared yet.

    One query; give the story with its articles and their outlets. For the rest see `strips_from`.
    """
    rows = rows_of([story]).get(story.pk)
    versions = story.versions
    if not rows or not versions[0].is_original:
        return Strips()
    return strips_from(versions, rows, utterances, denying=denying, shows_unmarked=shows_unmarked)


def strips_of_stories(
    stories: Sequence[Story],
    utterances: Iterable[Utterance],
    *,
    denying: Collection[int] = (),
    shows_unmarked: bool = False,
) -> list[tuple[Story, Strips]]:
    """The strips of each story that has some, in three queries however many they are."""
    papers = Article.objects.select_related("outlet").defer("text", "received", "findings")
    prefetch_related_objects(stories, Prefetch("articles", papers))
    by_story: dict[int, list[Utterance]] = {}
    for utterance in utterances:
        by_story.setdefault(utterance.statement.article.story_id, []).append(utterance)
    rows = rows_of(stories)
    found = []
    for story in stories:
        versions, marked = story.versions, by_story.get(story.pk, [])
        if story.pk in rows and versions[0].is_original:
            strips = strips_from(versions, rows[story.pk], marked, denying=denying, shows_unmarked=shows_unmarked)
            found.append((story, strips))
    return found


def rows_of(stories: Sequence[Story]) -> Mapping[int, StoryRows]:
    """What is recorded of the versions of stories, by story and version."""
    compared = RecordedComparison.objects.current().filter(version__story__in=stories)
    found: dict[int, dict[int, Sequence[SentenceRow]]] = {}
    for version, story, rows in compared.values_list("version", "version__story", "rows"):
        found.setdefault(story, {})[version] = [SentenceRow.read(row) for row in rows]
    return found
