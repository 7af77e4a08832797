"""One utterance that stands in several versions of a story: told once, with what became of it in every version.

Where its words stand in another version is its carriage; a statement that is marked there is the same utterance.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.articles.models import Article
from factcheck.claims.fates import StatementFate, fate_of_carried, fate_of_first, fate_where_absent
from factcheck.claims.models import Carriage, Statement
from factcheck.compare.display import Shown, show

LONGEST_QUOTATION = 90  # words


@dataclass(frozen=True)
class Telling:
    """What became of an utterance in one version of its story.

    `quoted` are its words as they are quoted elsewhere; `statement` if they are marked here too, `carriage` if they
    were looked for here; `is_quotable` says whether a page may print what differs.
    """

    quoted: str

    article: Article
    fate: StatementFate
    carriage: Carriage | None
    statement: Statement | None
    is_quotable: bool = True

    def get_absolute_url(self) -> str:
        """Where the words are marked in the version, or the version."""
        return (self.statement or self.article).get_absolute_url()

    @property
    def places(self) -> Sequence[Sequence[int]]:
        """Where its words begin and end in the version's text."""
        if self.statement:
            return [(self.statement.start, self.statement.end)]
        return self.carriage.spans if self.carriage and self.fate.is_carried else []

    @property
    def words(self) -> str:
        """The words as this version has them; empty where it does not. Needs the article's text."""
        if self.statement:
            return self.statement.exact
        return " … ".join(self.article.text[start:end] for start, end in self.places)

    @property
    def differences(self) -> Shown | None:
        """How its words differ from those that are quoted, where they do and can be shown in a quotation."""
        if not self.is_quotable or self.words in ("", self.quoted) or len(self.words.split()) > LONGEST_QUOTATION:
            return None
        return show(self.quoted, self.words, language=self.article.language)


@dataclass(frozen=True)
class Utterance:
    """The same words in one story: the statement of the earliest version they are marked in, and its repetitions."""

    statement: Statement
    repeated: Sequence[Statement]

    @property
    def tellings(self) -> list[Telling]:
        """What became of it in every version of its story, the original first, then by day.

        Needs the carriages in the story that its words stand in now, with their articles and outlets.
        """
        marked = {statement.article_id: statement for statement in self.statements}
        carriages = {carriage.article_id: carriage for carriage in self.statement.carriages.all()}
        versions = [self.statement.article, *(carriage.article for carriage in carriages.values())]
        versions.sort(key=Article.version_order)
        carriers = [version for version in versions if version.pk in marked or carriages[version.pk].is_carried]
        others = [version for version in versions if version not in carriers]
        tellings = []
        for version in versions:
            carriage = carriages.get(version.pk)
            if version not in carriers:
                fate = fate_where_absent(version, carriers=carriers)
            elif version == carriers[0]:
                fate = fate_of_first(version, without=others)
            elif carriage is None or not carriage.is_carried:
                turned = carriages.get(carriers[0].pk)
                fate = fate_of_carried(turned, is_turned=True) if turned else StatementFate.ALTERED
            else:
                fate = fate_of_carried(carriage, is_turned=False)
            tellings.append(Telling(self.statement.exact, version, fate, carriage, marked.get(version.pk)))
        return tellings

    @property
    def elsewhere(self) -> list[Telling]:
        """What became of it in the versions other than the one that it is quoted from."""
        return [telling for telling in self.tellings if telling.article.pk != self.statement.article_id]

    @property
    def statements(self) -> list[Statement]:
        return [self.statement, *self.repeated]


def utterances(statements: Iterable[Statement]) -> list[Utterance]:
    """Each utterance once, in the order of the statements; give them with articles, and carriages with theirs.

    Of statements that are one utterance the first is that of the earliest version, whichever was marked first.
    """
    groups: list[list[Statement]] = []
    by_story: dict[int, list[list[Statement]]] = {}
    for statement in statements:
        told = by_story.setdefault(statement.article.story_id, [])
        known = next((group for group in told if any(is_same_utterance(one, statement) for one in group)), None)
        if known is None:
            known = []
            told.append(known)
            groups.append(known)
        known.append(statement)
    in_order = (sorted(group, key=lambda statement: statement.article.version_order()) for group in groups)
    return [Utterance(first, repeated) for first, *repeated in in_order]


def is_same_utterance(one: Statement, other: Statement) -> bool:
    """Whether the words of one stand, by the carriage of either, where the other is marked."""
    return _is_carried_at(one, other) or _is_carried_at(other, one)


def _is_carried_at(one: Statement, other: Statement) -> bool:
    return any(
        start < other.end and other.start < end
        for carriage in one.carriages.all()
        if carriage.article_id == other.article_id
        for start, end in carriage.spans
    )
