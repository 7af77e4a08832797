"""What each paper printed of the stories that a verdict quotes: the strips that its page shows."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Prefetch

from factcheck.articles.models import Article, RecordedComparison, Story
from factcheck.claims.balance import Balance
from factcheck.claims.strips import Strip, strips_from
from factcheck.claims.utterances import Utterance
from factcheck.compare.sentence_rows import SentenceRow

type StoryStrips = Sequence[Strip]


def strips_of_stories(balance: Balance) -> list[StoryStrips]:
    """The strips of each story that is printed in several versions, in the order of what is said; three queries."""
    by_story: dict[int, list[Utterance]] = {}
    for utterance in (one for side in balance.sides for one in side.utterances if one.elsewhere):
        by_story.setdefault(utterance.statement.article.story_id, []).append(utterance)
    if not by_story:
        return []
    articles = Prefetch("articles", Article.objects.in_lists())
    stories = Story.objects.filter(pk__in=by_story).prefetch_related(articles).in_bulk()
    rows = _rows_of(by_story)
    denying = {position.statement_id for position in balance.denies.positions}
    drawn = [key for key in by_story if rows.get(key) and stories[key].original]
    return [strips_from(stories[key].versions, rows[key], by_story[key], denying=denying) for key in drawn]


def _rows_of(stories: dict[int, list[Utterance]]) -> dict[int, dict[int, list[SentenceRow]]]:
    """By story and version, the recorded comparison with the story's original."""
    rows: dict[int, dict[int, list[SentenceRow]]] = {}
    compared = RecordedComparison.objects.current().filter(version__story__in=stories).select_related("version")
    for comparison in compared.only("rows", "version__story"):
        rows.setdefault(comparison.version.story_id, {})[comparison.version_id] = comparison.sentence_rows
    return rows
