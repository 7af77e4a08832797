"""The list of claims: which of them a person wants to see, in which order, and what stands in each row."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from factcheck.claims.balance import Balance, weigh_all
from factcheck.claims.models import Claim, Topic
from factcheck.claims.models.claims import ClaimQuerySet
from factcheck.search.matches import matching
from factcheck.search.pages import ListPage, page_of
from factcheck.search.words import Query
from factcheck.verdicts.models import Assignment, Rating, Verdict, verdicts_of_claims

NO_VERDICT = "none"
STATES = {NO_VERDICT: _("no verdict"), **dict(Verdict.Status.choices)}
DUE = {"overdue": _("overdue"), "week": _("within a week"), "dated": _("with a due date")}
ORDERS = {"": _("newest first"), "due": _("soonest due first")}


@dataclass(frozen=True)
class ClaimFilter:
    """The choices of one request; an empty one lets everything through."""

    state: str = ""
    rating: str = ""
    topic: str = ""
    due: str = ""
    order: str = ""
    is_contested: bool = False
    is_unseen: bool = False
    is_mine: bool = False

    @classmethod
    def chosen_in(cls, asked: Mapping[str, str]) -> ClaimFilter:
        """The choices that an address makes; what is no choice is passed over."""
        named: dict[str, Any] = {name: asked.get(name, "").replace("\0", "") for name in ("rating", "topic")}
        offered: dict[str, Collection[str]] = {"state": STATES, "due": DUE, "order": ORDERS}
        chosen = {name: asked[name] for name, known in offered.items() if asked.get(name) in known}
        ticked = {f"is_{name}": name in asked for name in ("contested", "unseen", "mine")}
        return cls(**{**named, **chosen, **ticked})

    @property
    def is_on(self) -> bool:
        return self != ClaimFilter()

    def kept(self, claims: ClaimQuerySet, reader: User) -> ClaimQuerySet:
        """Those of the claims that fit, as far as `reader` may know of their verdicts."""
        verdicts = Verdict.objects.visible_to(reader)
        if self.state == NO_VERDICT:
            claims = claims.without_verdict()
        elif self.state:
            claims = claims.filter(pk__in=verdicts.filter(status=self.state).values("claim"))
        if self.rating:
            claims = claims.filter(pk__in=verdicts.filter(rating__slug=self.rating).not_withdrawn().values("claim"))
        if self.topic:
            claims = claims.filter(pk__in=Topic.claims.through.objects.filter(topic__slug=self.topic).values("claim"))
        if self.is_contested:
            claims = claims.contested()
        if self.is_unseen:
            claims = claims.exclude(pk__in=Claim.objects.public().values("pk"))
        return claims.filter(**self._task(reader))

    def _task(self, reader: User) -> dict[str, Any]:
        today = timezone.localdate()
        wanted: dict[str, Any] = {"assignment__assignee": reader} if self.is_mine else {}
        if self.due == "overdue":
            wanted["assignment__due_on__lt"] = today
        elif self.due == "week":
            wanted["assignment__due_on__range"] = (today, today + timedelta(days=7))
        elif self.due or self.order == "due":
            wanted["assignment__due_on__isnull"] = False
        return wanted


@dataclass(frozen=True)
class ClaimList:
    """One page of the list, with what it can be narrowed to."""

    filters: ClaimFilter
    page: ListPage[Claim]
    balances: Mapping[Claim, Balance]
    ratings: Sequence[Rating]
    topics: Sequence[Topic]
    states = STATES
    dues = DUE
    orders = ORDERS


def claim_list(request: HttpRequest, words: Query, *, reader: User) -> ClaimList:
    """The claims that hold the words and fit the choices of the address."""
    filters = ClaimFilter.chosen_in(request.GET)
    found = filters.kept(Claim.objects.all(), reader)
    page = _page(filters, matching(found, words), request, reader)
    balances = weigh_all(list(page))
    return ClaimList(filters, page, balances, list(Rating.objects.all()), list(Topic.objects.in_use()))


def _page(filters: ClaimFilter, found: QuerySet[Claim], request: HttpRequest, reader: User) -> ListPage[Claim]:
    told = ("topics", verdicts_of_claims(reader))
    if filters.order != "due":
        rows = found.select_related("assignment__assignee").prefetch_related(*told)
        return page_of(rows, request, by=("created_at", "id"))
    tasks = Assignment.objects.filter(claim__in=found).order_by()
    due = page_of(tasks, request, by=("due_on", "id"), is_ascending=True)
    claims = Claim.objects.select_related("assignment__assignee").prefetch_related(*told)
    by_key = claims.in_bulk([task.claim_id for task in due])
    in_order = [by_key[task.claim_id] for task in due if task.claim_id in by_key]
    return ListPage(in_order, before=due.before, after=due.after)
