"""A conflict made ready to show: both statements in their surroundings, and the papers that carry only one."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.articles.models import Article
from factcheck.claims.carriage import sentence_around
from factcheck.claims.models import Conflict, Statement
from factcheck.compare import Span
from factcheck.compare.display import RunState, Shown, show
from factcheck.compare.words.segments import sentences

VERSIONS = 0.5  # share of the words from which two sentences count as versions of one


@dataclass(frozen=True)
class Party:
    """One of the two statements: the sentence around it, the one before and the one after, and who carries it."""

    statement: Statement
    earlier: str
    before: str
    after: str
    later: str
    carriers: list[Article]
    left_out_by: list[Article]


@dataclass(frozen=True)
class Confrontation:
    """The two statements of a conflict; `differences` only where they are versions of one sentence."""

    first: Party
    second: Party
    differences: Shown | None

    @property
    def only_first(self) -> list[Article]:
        return [article for article in self.first.carriers if article in self.second.left_out_by]

    @property
    def only_second(self) -> list[Article]:
        return [article for article in self.second.carriers if article in self.first.left_out_by]


def confront(conflict: Conflict) -> Confrontation:
    """Both sides of a conflict, and which versions of their stories carry them."""
    statements = [conflict.first, conflict.second]
    stories = {statement.article.story_id for statement in statements}
    versions = list(Article.objects.filter(story__in=stories).in_lists())
    first, second = (_party(statement, versions) for statement in statements)
    return Confrontation(first, second, _differences(conflict.first.exact, conflict.second.exact))


def _party(statement: Statement, versions: list[Article]) -> Party:
    text = statement.article.text
    around = sentence_around(text, Span(statement.start, statement.end))
    every = sentences(text)
    before = [sentence for sentence in every if sentence.end <= around.start]
    behind = [sentence for sentence in every if sentence.start >= around.end]
    carried = {carriage.article_id: carriage.is_carried for carriage in statement.carriages.all()}
    carried[statement.article_id] = True
    own = [version for version in versions if version.story_id == statement.article.story_id]
    return Party(
        statement,
        before[-1].of(text) if before else "",
        text[around.start : statement.start],
        text[statement.end : around.end],
        behind[0].of(text) if behind else "",
        [version for version in own if carried.get(version.pk)],
        [version for version in own if carried.get(version.pk) is False],
    )


def _differences(first: str, second: str) -> Shown | None:
    shown = show(first, second)
    paired = (row for row in shown.rows if row.original and row.version)
    kept = sum(len(run.text) for row in paired for run in row.inline if run.state == RunState.KEPT)
    return shown if kept >= VERSIONS * max(len(first), len(second)) else None
