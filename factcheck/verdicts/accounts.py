"""Accounts that know what waits for their owner, which every page of the desk tells or goes by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Count, Exists, F, IntegerField, OuterRef, QuerySet, Subquery, TextChoices
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from factcheck.articles.models import Article, RecordedComparison, VersionSuggestion
from factcheck.claims.dropped_denials import dropped_denials
from factcheck.claims.models import Conflict
from factcheck.verdicts.models import Letter, Message, SecondOpinion, Verdict

MOST_COUNTED = 100  # of one kind: beyond that nobody needs the number
PREFIX = "waiting_"


class WaitingKind(TextChoices):
    """What can wait for somebody of the desk, in the order in which it presses."""

    RETURNED = "returned", _("Sent back to you")
    OPINION = "opinion", _("Your opinion is asked")
    REVIEW = "review", _("To review")
    DENIAL = "denial", _("A reprint left out a denial")
    CONFLICT = "conflict", _("Two statements that may clash")
    VERSION = "version", _("Versions of one story?")
    ARTICLE = "article", _("Needs a date or a paper")
    LETTER = "letter", _("From readers")
    MESSAGE = "message", _("Messages to you")


class Counted(Subquery):
    """How many rows a query has, counted no further than MOST_COUNTED."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"

    def __init__(self, rows: QuerySet[Any]) -> None:
        super().__init__(rows.values("pk")[:MOST_COUNTED], output_field=IntegerField())


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much of each kind waits for one person, as it was when their account was read."""

    person: User

    def count(self, kind: WaitingKind) -> int:
        if kind == WaitingKind.REVIEW and not self.person.has_perm("verdicts.review_verdict"):
            return 0
        return int(getattr(self.person, f"{PREFIX}{kind}"))

    @property
    def total(self) -> int:
        return sum(map(self.count, WaitingKind))

    @property
    def conflicts(self) -> int:
        return self.count(WaitingKind.CONFLICT)


def account_with_what_waits(key: int) -> User | None:
    """The account with this key, as `with_what_waits` has it; None if there is none.

    Every signed-in request asks. Putting the query together takes twenty times as long as running it, so that is done
    once in a process; nothing in it may depend on the moment.
    """
    sql, parameters = _query_of_one()
    return next(iter(User.objects.raw(sql, [*parameters, key])), None)


@cache
def _query_of_one() -> tuple[str, tuple[Any, ...]]:
    """The query without its last parameter, which is the key."""
    sql, (*parameters, _key) = with_what_waits(User.objects.all()).filter(pk=-1).query.sql_with_params()
    return sql, tuple(parameters)


def with_what_waits(accounts: QuerySet[User]) -> QuerySet[User]:
    """Each with the numbers that `Waiting` reads, `language`, `unread_messages` and whether it `owes_opinion`."""
    person, person_above = OuterRef("pk"), OuterRef(OuterRef("pk"))
    unread = Message.objects.unread().filter(recipient=person).order_by()
    awaited = SecondOpinion.objects.awaited().filter(asked_of=person)
    waiting: dict[WaitingKind, QuerySet[Any]] = {
        WaitingKind.RETURNED: Verdict.objects.returned_to(person),
        WaitingKind.OPINION: awaited,
        WaitingKind.REVIEW: Verdict.objects.for_decision_by(person).visible_to(person_above),
        WaitingKind.DENIAL: RecordedComparison.objects.filter(pk__in=dropped_denials().values("comparison")),
        WaitingKind.CONFLICT: Conflict.objects.suggested().leading(),
        WaitingKind.VERSION: VersionSuggestion.objects.open(),
        WaitingKind.ARTICLE: Article.objects.incomplete(),
        WaitingKind.LETTER: Letter.objects.open(),
        WaitingKind.MESSAGE: unread.told_alone(),
    }
    return accounts.annotate(
        language=F("account_language__language"),
        unread_messages=Coalesce(Subquery(unread.values("recipient").values(number=Count("pk"))), 0),
        owes_opinion=Exists(awaited),
        **{f"{PREFIX}{kind}": Counted(rows.order_by()) for kind, rows in waiting.items()},
    )
