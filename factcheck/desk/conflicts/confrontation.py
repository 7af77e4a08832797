"""A conflict made ready to show: both statements in their surroundings, and the papers that carry only one."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects

from factcheck.articles.models import Article
from factcheck.claims.carriage import sentence_around
from factcheck.claims.models import Carriage, Conflict, Statement
from factcheck.claims.utterances import Telling, Utterance
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
    lacking: list[Telling]

    def not_beside(self, other: Party) -> list[Article]:
        """Those of its carriers of which it is known that they do not have the other's words."""
        without = {telling.article for telling in other.lacking}
        return [article for article in self.carriers if article in without]


@dataclass(frozen=True)
class Confrontation:
    """The two statements of a conflict; `differences` only where they are versions of one sentence."""

    first: Party
    second: Party
    differences: Shown | None

    @property
    def only_first(self) -> list[Article]:
        return self.first.not_beside(self.second)

    @property
    def only_second(self) -> list[Article]:
        return self.second.not_beside(self.first)


def confront(conflict: Conflict) -> Confrontation:
    """Both sides of a conflict, and which versions of their stories carry them."""
    statements = [conflict.first, conflict.second]
    versions = Prefetch("article", Article.objects.in_lists())
    carriages = Carriage.objects.in_story_of_statement().prefetch_related(versions)
    prefetch_related_objects(statements, Prefetch("carriages", carriages))
    first, second = map(_party, statements)
    return Confrontation(first, second, _differences(conflict.first, conflict.second))


def _party(statement: Statement) -> Party:
    text = statement.article.text
    around = sentence_around(text, Span(statement.start, statement.end))
    every = sentences(text)
    before = [sentence for sentence in every if sentence.end <= around.start]
    behind = [sentence for sentence in every if sentence.start >= around.end]
    tellings = Utterance(statement, []).tellings
    return Party(
        statement,
        before[-1].of(text) if before else "",
        text[around.start : statement.start],
        text[statement.end : around.end],
        behind[0].of(text) if behind else "",
        [telling.article for telling in tellings if telling.fate.is_carried],
        [telling for telling in tellings if not telling.fate.is_carried],
    )


def _differences(one: Statement, other: Statement) -> Shown | None:
    first, second = one.exact, other.exact
    shown = show(first, second, language=one.article.language)
    paired = (row for row in shown.rows if row.original and row.version)
    kept = sum(len(run.text) for row in paired for run in row.inline if run.state == RunState.KEPT)
    return shown if kept >= VERSIONS * max(len(first), len(second)) else None
