"""The list of claims: which of them a person wants to see, in which order, and what stands in each row."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Self

from django.contrib.auth.models import User
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from factcheck.claims.balance import Balance, weigh_all
from factcheck.claims.models import Claim, Topic
from factcheck.claims.models.claims import ClaimQuerySet
from factcheck.desk.access import DeskRequest
from factcheck.desk.team.task_line import TaskLine
from factcheck.search.matches import matching
from factcheck.search.pages import ListPage, page_of
from factcheck.search.words import Query
from factcheck.verdicts.models import Assignment, Rating, Verdict
from factcheck.verdicts.models.verdicts import Badge

NO_VERDICT = "none"
UNTOLD = ("conclusion", "reasoning", "edition", "changed_at", "last_editor")  # what each save of a verdict changes
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
class VerdictMark:
    """How far the verdict on a claim has come."""

    slug: str
    badges: tuple[Badge, ...]
    rating: str
    colour: str

    @classmethod
    def of(cls, verdict: Verdict) -> Self:
        rating = verdict.rating
        return cls(verdict.slug, tuple(verdict.badges), rating.label if rating else "", rating.colour if rating else "")


@dataclass(frozen=True)
class ClaimRow:
    """What the list says of one claim, as plain values that its row is kept by."""

    key: int
    slug: str
    text: str
    is_contested: bool
    topics: tuple[TopicChip, ...]
    verdict: VerdictMark | None
    supports: int
    denies: int
    task: TaskLine | None

    @classmethod
    def of(cls, claim: Claim, balance: Balance) -> Self:
        return cls(
            claim.pk,
            claim.slug,
            claim.text,
            balance.is_contested,
            tuple(TopicChip(topic.slug, topic.name) for topic in claim.topics.all()),
            VerdictMark.of(claim.verdict) if claim.verdict else None,
            balance.supports.count,
            balance.denies.count,
            TaskLine.of(claim.assignment) if hasattr(claim, "assignment") else None,
        )


@dataclass(frozen=True)
class TopicChip:
    """A topic to narrow the list to."""

    slug: str
    name: str


@dataclass(frozen=True)
class ClaimList:
    """One page of the list, as it was narrowed."""

    filters: ClaimFilter
    page: ListPage[Claim]
    rows: Sequence[ClaimRow]


def choices_of(filters: ClaimFilter) -> dict[str, Any]:
    """What the list can be narrowed to, and how it is."""
    offered = {"ratings": list(Rating.objects.all()), "topics": list(Topic.objects.in_use())}
    return {"filters": filters, "states": STATES, "dues": DUE, "orders": ORDERS, **offered}


def claim_list(request: DeskRequest, filters: ClaimFilter, words: Query) -> ClaimList:
    """The claims that hold the words and fit the choices, on the page that the address asks for."""
    found = filters.kept(Claim.objects.all(), request.user)
    page = _page(filters, matching(found, words), request, request.user)
    rows = [ClaimRow.of(claim, balance) for claim, balance in weigh_all(list(page)).items()]
    return ClaimList(filters, page, rows)


def _page(filters: ClaimFilter, found: QuerySet[Claim], request: HttpRequest, reader: User) -> ListPage[Claim]:
    verdicts = Verdict.objects.visible_to(reader).select_related("rating").with_badges().defer(*UNTOLD)
    told = ("topics", Prefetch("verdicts", verdicts))
    if filters.order != "due":
        rows = found.select_related("assignment__assignee").prefetch_related(*told)
        return page_of(rows, request, by=("created_at", "id"))
    tasks = Assignment.objects.filter(claim__in=found).order_by()
    due = page_of(tasks, request, by=("due_on", "id"), is_ascending=True)
    claims = Claim.objects.select_related("assignment__assignee").prefetch_related(*told)
    by_key = claims.in_bulk([task.claim_id for task in due])
    in_order = [by_key[task.claim_id] for task in due if task.claim_id in by_key]
    return ListPage(in_order, before=due.before, after=due.after)
