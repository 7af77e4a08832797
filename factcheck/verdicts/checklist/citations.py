"""Whether a verdict cites what it has to: what denies the claim, both sides of a conflict, each story once.

A statement is cited if it is evidence or quoted in the reasoning, or if its words are cited from another version.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from django.db.models import QuerySet

from factcheck.articles.models import Article, DroppedDenial, RecordedComparison
from factcheck.claims.dropped_denials import dropped_denials
from factcheck.claims.fates import StatementFate
from factcheck.claims.models import Carriage, Conflict, Statement
from factcheck.languages.sentences import noted
from factcheck.prepared_queries import prepared
from factcheck.verdicts.checklist.findings import CheckFinding, key_of, listed, short
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.prose import statements_in
from factcheck.verdicts.snapshot import Ground

EVIDENCE = "#evidence"


@dataclass(frozen=True)
class Citations:
    """Which statements a verdict cites, by their keys."""

    ground: Ground
    cited: frozenset[int]

    @classmethod
    def of(cls, verdict: Verdict, ground: Ground) -> Self:
        cited = {statement.pk for statement in ground.cited} | statements_in(verdict.reasoning)
        for side in ground.balance.sides:
            for utterance in side.utterances:
                keys = {statement.pk for statement in utterance.statements}
                cited |= keys if keys & cited else set()
        return cls(ground, frozenset(cited))

    @property
    def statements(self) -> list[Statement]:
        return [statement for statement in self.ground.statements if statement.pk in self.cited]

    def denials_not_cited(self) -> Iterator[CheckFinding]:
        for utterance in self.ground.balance.denies.utterances:
            statement = utterance.statement
            if statement.pk in self.cited:
                continue
            cut_by = [str(t.article.outlet) for t in utterance.tellings if t.fate == StatementFate.LEFT_OUT]
            sentence = noted("%(said)s, denies the claim and is not cited.", said=_said(statement))
            if len(cut_by) == 1:
                sentence += noted(" %(outlet)s leaves it out.", outlet=cut_by[0])
            elif cut_by:
                sentence += noted(" %(list_outlets)s leave it out.", list_outlets=listed(cut_by))
            yield CheckFinding(key_of("denial", statement.pk), sentence, EVIDENCE)

    def conflicts(self) -> Iterator[CheckFinding]:
        """Conflicts that touch what is cited, or in which two statements on the claim stand against each other."""
        here = {statement.pk for statement in self.ground.statements}
        for conflict in _unsettled_around(statements=sorted(here)):
            sides = {conflict.first_id, conflict.second_id}
            missing = [side for side in (conflict.first, conflict.second) if side.pk not in self.cited]
            if len(missing) == 2 and not sides <= here:
                continue
            yield from self._unsettled(conflict, missing, is_within=sides <= here)

    def _unsettled(self, conflict: Conflict, missing: list[Statement], *, is_within: bool) -> Iterator[CheckFinding]:
        key, mend = key_of("conflict", conflict.pk), conflict.get_absolute_url()
        pair = f"{_said(conflict.first)}; {_said(conflict.second)}"
        if conflict.state == Conflict.State.SUGGESTED:
            yield CheckFinding(
                key, noted("Nobody has looked yet whether these are in conflict: %(pair)s.", pair=pair), mend
            )
        elif len(missing) == 2:
            yield CheckFinding(
                key, noted("An open conflict: %(pair)s; neither is cited.", pair=pair), mend, stops=is_within
            )
        elif missing:
            sentence = noted("An open conflict: %(pair)s; %(said)s, is not cited.", pair=pair, said=_said(missing[0]))
            yield CheckFinding(key, sentence, mend, stops=is_within)

    def stories_cited_twice(self) -> Iterator[CheckFinding]:
        by_story: dict[int, dict[int, Article]] = defaultdict(dict)
        for statement in self.ground.cited:
            by_story[statement.article.story_id][statement.article_id] = statement.article
        for story, articles in by_story.items():
            if len(articles) > 1:
                outlets = listed(list(dict.fromkeys(str(article.outlet) for article in articles.values())))
                sentence = noted(
                    "%(count)s articles that it rests on are one story (%(list_outlets)s): one source, not more.",
                    count=len(articles),
                    list_outlets=outlets,
                )
                yield CheckFinding(key_of("story", story, *sorted(articles)), sentence, EVIDENCE)

    def carried_by_one(self) -> Iterator[CheckFinding]:
        """Statements that one version of their story has alone, though it was printed again, by that version."""
        alone: dict[int, list[Statement]] = defaultdict(list)
        for statement in self._direct():
            if statement.article.relation in PRINTED and _printed_again(statement) and not _is_carried(statement):
                alone[statement.article_id].append(statement)
        for statements in alone.values():
            outlet, first = statements[0].article.outlet, statements[0]
            others = listed(list(dict.fromkeys(str(carriage.article.outlet) for carriage in _printed_again(first))))
            words = listed([short(statement.exact, 50) for statement in statements])
            key = key_of("alone", *(statement.pk for statement in statements))
            alone_in = noted(
                "In %(outlet)s alone, and not in %(list_others)s: %(list_words)s.",
                outlet=outlet,
                list_others=others,
                list_words=words,
            )
            yield CheckFinding(key, alone_in, EVIDENCE)

    def _direct(self) -> list[Statement]:
        """What is cited itself, and not marked in another version too."""
        utterances = [utterance for side in self.ground.balance.sides for utterance in side.utterances]
        told = {statement.pk for one in utterances if one.repeated for statement in one.statements}
        return [statement for statement in self.statements if statement.pk not in told]

    def denials_that_a_version_cut(self) -> Iterator[CheckFinding]:
        """Denials of an original that nobody marked or dismissed, and that a cited reprint left out."""
        cut: dict[RecordedComparison, list[DroppedDenial]] = {}
        reprints = {statement.article_id for statement in self.statements if statement.article.is_reprint}
        for denial in dropped_denials().filter(comparison__version__in=reprints) if reprints else ():
            cut.setdefault(denial.comparison, []).append(denial)
        for comparison, denials in cut.items():
            if original := comparison.original:
                words = listed([short(denial.words) for denial in denials])
                sentence = noted(
                    "%(outlet)s leaves out what %(first)s has, and nobody has marked it: %(list_words)s.",
                    outlet=comparison.version.outlet,
                    first=original.outlet,
                    list_words=words,
                )
                key = key_of("cut", original.pk, comparison.version_id, len(denials))
                yield CheckFinding(key, sentence, original.get_absolute_url())


PRINTED = (Article.Relation.ORIGINAL, *Article.REPRINTS)


def _printed_again(statement: Statement) -> list[Carriage]:
    """What became of a statement in the versions that could have it: not in texts that only draw on its story."""
    return [carriage for carriage in statement.carriages.all() if carriage.article.relation in PRINTED]


def _is_carried(statement: Statement) -> bool:
    return any(carriage.is_carried for carriage in _printed_again(statement))


def _said(statement: Statement) -> str:
    return f"{statement.speaker}, {short(statement.exact)}"


@prepared
def _unsettled_around(statements: Any) -> QuerySet[Conflict]:
    found = Conflict.objects.filter(state__in=Conflict.UNSETTLED).involving(statements)
    return found.with_statements().without_texts().order_by("pk")
