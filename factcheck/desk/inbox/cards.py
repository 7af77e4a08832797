"""What waits for one person, as cards in the order in which it presses, and what else is theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from factcheck.articles.models import Article, Outlet, RecordedComparison, VersionSuggestion
from factcheck.claims.dropped_denials import dropped_denials
from factcheck.claims.models import Claim, Conflict
from factcheck.desk.access import DeskRequest
from factcheck.desk.articles.forms import OFFERED
from factcheck.desk.kept_blocks import kept_blocks, place
from factcheck.desk.stories.left_out import LeftOut
from factcheck.found_first import found_first
from factcheck.prepared_queries import prepared
from factcheck.verdicts.accounts import MOST_COUNTED, Waiting, WaitingKind
from factcheck.verdicts.models import Assignment, Letter, Message, SecondOpinion, Verdict
from factcheck.verdicts.review_verdict import returned

AT_FIRST = 5  # cards of each kind, while all kinds stand together
OF_ONE_KIND = 50
SHOWN = 8  # rows of what is theirs beside


@dataclass(frozen=True, slots=True)
class Card:
    """One thing that waits: its kind, what it is about, since when, and what is shown beside it."""

    kind: WaitingKind
    subject: Any
    at: datetime | None = None
    beside: Any = None

    @property
    def ago(self) -> str:
        """Since when it waits, as a person would say it."""
        if self.at is None:
            return ""
        is_new = timezone.now() - self.at < timedelta(minutes=1)
        return _("just now") if is_new else _("%(since)s ago") % {"since": timesince(self.at, depth=1)}

    @property
    def template(self) -> str:
        return f"desk/inbox/cards.html#{self.kind}"


@dataclass(frozen=True, slots=True)
class Pile:
    """The cards of one kind as they are shown, and how many there are."""

    kind: WaitingKind
    shown: SafeString
    count: int
    most: int

    @property
    def rest(self) -> int:
        """How many more there are than are shown."""
        return max(0, self.count - self.most)

    @property
    def is_counted_out(self) -> bool:
        return self.count < MOST_COUNTED


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxPage:
    """The desk's first page as one person sees it. `kind` is the one they look at, None for all together."""

    kind: WaitingKind | None
    filters: list[tuple[WaitingKind, int]]
    piles: list[Pile]
    yours: YoursBeside | None
    is_new: bool

    @property
    def is_empty(self) -> bool:
        return not self.piles


@dataclass(frozen=True, slots=True)
class YoursBeside:
    """What asks for nothing at once: claims they are to bring to a verdict, their drafts, verdicts that give way.

    The verdicts have `is_at_risk`; those that are stand first, whoever wrote them. The claims have `is_mine`; the
    others are contested and have no verdict, and `is_seen` where readers see them.
    """

    claims: list[Claim]
    verdicts: list[Verdict]


def inbox_page(request: DeskRequest, kind: WaitingKind | None) -> InboxPage:
    person, waiting = request.user, Waiting(request.user)
    counts = [(each, count) for each in WaitingKind if (count := waiting.count(each))]
    shown = [(each, count) for each, count in counts if kind in (None, each)]
    most = OF_ONE_KIND if kind else AT_FIRST
    return InboxPage(
        kind=kind,
        filters=counts,
        piles=[Pile(each, _cards(request, each, most), count, most) for each, count in shown],
        yours=None if kind else _yours_beside(person),
        is_new=not counts and not Article.objects.exists(),
    )


def _cards(request: DeskRequest, kind: WaitingKind, most: int) -> SafeString:
    """The cards of one kind. Those that wait for whoever comes first are kept, for a minute at most: they tell time."""

    def make() -> dict[str, Any]:
        cards = list(CARDS[kind](request.user, most))
        return {"cards": cards, "in_inbox": True, "back": place("back")}

    template, back = "desk/inbox/pile.html", escape(request.get_full_path())
    if kind in OF_EVERYBODY:
        minute = timezone.now().replace(second=0, microsecond=0)
        (shown,) = kept_blocks([template], (kind, most, minute), make, {"back": back}, request=request)
        return shown
    return render_to_string(template, {**make(), "back": back}, request)


def _yours_beside(person: User) -> YoursBeside:
    return YoursBeside(_claims_beside(person=person.pk), _verdicts_beside(person=person.pk))


@prepared
def _verdicts_beside(person: int) -> QuerySet[Verdict]:
    verdicts = Verdict.objects.visible_to(person).select_related("claim", "rating", "last_editor").with_badges()
    own = Q(author=person) | Q(last_editor=person)
    begun = Verdict.objects.filter(own, status__in=[Verdict.Status.DRAFT, Verdict.Status.SCHEDULED])
    at_risk = Verdict.objects.at_risk()
    keys = begun.order_by().values("pk").union(at_risk.order_by().values("pk"))
    going = verdicts.annotate(is_at_risk=Exists(at_risk.filter(pk=OuterRef("pk")))).filter(found_first(keys))
    return going.order_by("-is_at_risk", "-changed_at", "-pk")[: 2 * SHOWN]


@prepared
def _claims_beside(person: int) -> QuerySet[Claim]:
    """Those they are to bring to a verdict, the soonest due first, and contested ones that have none."""
    assigned = Assignment.objects.filter(assignee=person).unfinished().order_by()
    contested = Claim.objects.contested().without_verdict().order_by()
    shown = Claim.objects.shown().filter(pk=OuterRef("pk"))
    is_mine = Exists(assigned.filter(claim=OuterRef("pk")))
    claims = Claim.objects.annotate(is_mine=is_mine, is_seen=Exists(shown))
    claims = claims.filter(found_first(assigned.values("claim").union(contested.values("pk"))))
    soonest = F("assignment__due_on").asc(nulls_last=True)
    return claims.select_related("assignment").order_by("-is_mine", soonest, "-assignment__priority", "pk")[: 2 * SHOWN]


def _returned(person: User, most: int) -> Iterable[Card]:
    drafts = list(Verdict.objects.returned_to(person).select_related("claim")[:most])
    entries = returned(drafts)
    cards = [Card(WaitingKind.RETURNED, draft, entries[draft.pk].at, entries[draft.pk]) for draft in drafts]
    return sorted(cards, key=lambda card: -card.beside.pk)


def _opinions(person: User, most: int) -> Iterable[Card]:
    for opinion in SecondOpinion.objects.awaited_from(person)[:most]:
        yield Card(WaitingKind.OPINION, opinion, opinion.asked_at)


def _reviews(person: User, most: int) -> Iterable[Card]:
    waiting = Verdict.objects.for_decision_by(person).visible_to(person).with_badges()
    people = ("last_editor", "retraction_proposal__proposed_by")
    for verdict in waiting.select_related("claim", "rating", *people)[:most]:
        yield Card(WaitingKind.REVIEW, verdict, verdict.changed_at)


def _denials(_person: User, most: int) -> Iterable[Card]:
    """A card for each version that leaves some out, with the picture of it."""
    sides = ("version__outlet", "version__story", "original__outlet")
    waiting = RecordedComparison.objects.filter(pk__in=dropped_denials().values("comparison")).select_related(*sides)
    shown = list(waiting.order_by("-version")[:most])
    denials = list(dropped_denials().filter(comparison__in=shown))
    for comparison in shown:
        own = [denial for denial in denials if denial.comparison_id == comparison.pk]
        yield Card(WaitingKind.DENIAL, comparison, comparison.recorded_at, LeftOut(comparison, own))


def _conflicts(_person: User, most: int) -> Iterable[Card]:
    for conflict in Conflict.objects.suggested().leading().with_likewise().with_statements()[:most]:
        yield Card(WaitingKind.CONFLICT, conflict, conflict.created_at)


def _versions(_person: User, most: int) -> Iterable[Card]:
    for suggestion in VersionSuggestion.objects.open().with_articles().without_texts()[:most]:
        yield Card(WaitingKind.VERSION, suggestion, suggestion.created_at)


def _articles(_person: User, most: int) -> Iterable[Card]:
    """All in one card: each is a word or two to fill in."""
    articles = list(Article.objects.incomplete().with_outlets().defer("text").order_by("-id")[:most])
    outlets = Outlet.objects.all()[:OFFERED] if most == OF_ONE_KIND else Outlet.objects.none()
    return [Card(WaitingKind.ARTICLE, articles, beside=outlets)] if articles else []


def _letters(_person: User, most: int) -> Iterable[Card]:
    for letter in Letter.objects.open().select_related("verdict__claim").order_by("pk")[:most]:
        yield Card(WaitingKind.LETTER, letter, letter.received_at)


def _messages(person: User, most: int) -> Iterable[Card]:
    for message in Message.objects.to(person).unread().told_alone().with_causes()[:most]:
        yield Card(WaitingKind.MESSAGE, message, message.at)


OF_EVERYBODY = {
    WaitingKind.DENIAL,
    WaitingKind.CONFLICT,
    WaitingKind.VERSION,
    WaitingKind.ARTICLE,
    WaitingKind.LETTER,
}
CARDS: dict[WaitingKind, Callable[[User, int], Iterable[Card]]] = {
    WaitingKind.RETURNED: _returned,
    WaitingKind.OPINION: _opinions,
    WaitingKind.REVIEW: _reviews,
    WaitingKind.DENIAL: _denials,
    WaitingKind.CONFLICT: _conflicts,
    WaitingKind.VERSION: _versions,
    WaitingKind.ARTICLE: _articles,
    WaitingKind.LETTER: _letters,
    WaitingKind.MESSAGE: _messages,
}
