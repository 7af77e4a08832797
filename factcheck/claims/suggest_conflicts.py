"""Suggesting conflicts: for one statement, those marked before that it may clash with, and why.

The index of terms finds the few statements closest to it, and `factcheck.compare.clashing` judges them. A suggestion
is a Conflict that nobody has looked at; what somebody settled stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from django.db import transaction

from factcheck.claims.models import Conflict, Position, Statement
from factcheck.claims.record_agreements import record_agreements
from factcheck.claims.term_index import catch_up, closest, index, rarity, said, terms_of
from factcheck.compare.clashing import FIRST, OPPOSITE, SECOND, Clash, Rarity, Said, clash, gist

CLOSEST = 40  # statements that are judged
MOST = 12  # new suggestions for one statement
CAUGHT_UP = 200  # statements that came by an import and enter the index along with a marked one
SAME_WORDS = 0.7  # share of terms from which two statements of one story are one in two versions


class Found(NamedTuple):
    """A statement that another may clash with, and how."""

    statement: Statement
    clash: Clash


@transaction.atomic
def suggest_for(statement: Statement) -> None:
    """Record what a statement may clash with and why, and what says the same; withdraw what no longer holds.

    Nothing is suggested twice: neither a pair that somebody settled, nor the same words in another version of a story.
    """
    index([statement])
    catch_up(CAUGHT_UP)
    own = gist(said(statement))
    rare = rarity(own.own.keys() | own.around)
    known = {conflict.other_than(statement): conflict for conflict in Conflict.objects.involving([statement])}
    sides = _read(statement, {*_opposed(statement), *closest(statement, rare, CLOSEST), *known})
    found = _judged(statement, sides, rare)
    record_agreements(statement, sides, rare)
    _renew(known, {one.statement.pk: one.clash for one in found})
    fresh = _without_versions(statement, [one for one in found if one.statement.pk not in known], known)
    likeliest = sorted(fresh, key=lambda one: (-one.clash.score, one.statement.pk))[:MOST]
    Conflict.objects.bulk_create([_conflict(statement, one) for one in likeliest], ignore_conflicts=True)


def _opposed(statement: Statement) -> list[int]:
    """The statements on the other side of a claim."""
    found: list[int] = []
    for position in statement.positions.filter(stance__in=OPPOSITE):
        against = Position.objects.filter(claim=position.claim_id, stance=OPPOSITE[position.stance])
        found += against.order_by("statement").values_list("statement", flat=True)[:CLOSEST]
    return found


def _read(statement: Statement, likely: Iterable[int]) -> dict[Statement, Said]:
    """A statement and likely others as the engine reads them, in the order in which they were marked."""
    likeliest = Statement.objects.filter(pk__in=likely).with_texts().order_by("pk")
    others = [other for other in likeliest if not _overlap(statement, other)]
    positions = _positions([statement, *others])
    return {one: said(one, positions[one.pk]) for one in [statement, *others]}


def _judged(statement: Statement, sides: Mapping[Statement, Said], rare: Rarity) -> list[Found]:
    """The statements among those read that one may clash with."""
    found = []
    for other in sides:
        first, second = sorted((statement, other), key=lambda one: one.pk)
        if first != second and (judged := clash(sides[first], sides[second], weight=rare)):
            found.append(Found(other, judged))
    return found


def _overlap(one: Statement, other: Statement) -> bool:
    return one.article_id == other.article_id and one.start < other.end and other.start < one.end


def _positions(statements: Sequence[Statement]) -> dict[int, list[tuple[str, str]]]:
    """What each statement says of which claims."""
    found = defaultdict(list)
    rows = Position.objects.filter(statement__in=statements)
    for pk, claim, stance in rows.values_list("statement", "claim__text", "stance"):
        found[pk].append((claim, stance))
    return found


def _renew(known: dict[int, Conflict], clashes: dict[int, Clash]) -> None:
    """Bring suggestions up to date, and delete those that do not hold; those without a score are not the desk's own."""
    suggested = {pk: conflict for pk, conflict in known.items() if conflict.state == Conflict.State.SUGGESTED}
    gone = [conflict.pk for pk, conflict in suggested.items() if conflict.score and pk not in clashes]
    Conflict.objects.filter(pk__in=gone).delete()
    changed = [_say(conflict, clashes[pk]) for pk, conflict in suggested.items() if pk in clashes]
    Conflict.objects.bulk_update(changed, ["relation", "because", "score", "denying"])


def _conflict(statement: Statement, found: Found) -> Conflict:
    first, second = sorted((statement.pk, found.statement.pk))
    return _say(Conflict(first_id=first, second_id=second), found.clash)


def _say(conflict: Conflict, found: Clash) -> Conflict:
    conflict.relation, conflict.score = found.relation.value, found.score
    conflict.denying_id = {FIRST: conflict.first_id, SECOND: conflict.second_id}.get(found.denying)
    conflict.because = found.because[: Conflict._meta.get_field("because").max_length]
    return conflict


def _without_versions(statement: Statement, found: Sequence[Found], known: Iterable[int]) -> list[Found]:
    """What was found, once for each story: the same words in two papers are one statement.

    The statement's own article comes first, then the original. Words that are in conflict with the statement, or with
    its own words in another version of its story, already are left out.
    """
    met = {*known, *_met_by_versions(statement)}
    stories = dict(Statement.objects.filter(pk__in=met).values_list("pk", "article__story"))
    terms = terms_of({*met, *(one.statement.pk for one in found)})
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: _distance(statement, one.statement)):
        pk, story = one.statement.pk, one.statement.article.story_id
        if not any(stories[other] == story and _are_alike(terms[pk], terms[other]) for other in stories):
            stories[pk] = story
            kept.append(one)
    return kept


def _met_by_versions(statement: Statement) -> list[int]:
    """The statements that one's own words are in conflict with in other versions of its story."""
    story = Statement.objects.in_story(statement.article.story)
    others = story.exclude(article=statement.article_id).values_list("pk", flat=True)
    terms = terms_of([statement.pk, *others])
    versions = {pk for pk in others if _are_alike(terms[statement.pk], terms[pk])}
    pairs = Conflict.objects.involving(versions).values_list("first", "second")
    return [pk for pair in pairs for pk in pair if pk not in versions]


def _are_alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= SAME_WORDS * len(one | other) > 0


def _distance(statement: Statement, other: Statement) -> tuple[bool, bool, int]:
    return other.article_id != statement.article_id, not other.article.is_original, other.pk
