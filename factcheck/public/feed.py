"""The Atom feed: every verdict as it is published, and every later change of one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import FETCH_RAISE, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from factcheck.claims.models import Topic
from factcheck.ledger.chain import head_of_chain
from factcheck.site.identity import the_site
from factcheck.verdicts.models import Revision
from factcheck.verdicts.snapshot import QuotedSide, left_out_told

LENGTH = 50


class PlainAtom(Atom1Feed):
    """Atom whose summaries are text: nothing in them is markup."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        summary, item = item["description"], {**item, "description": None}
        super().add_item_elements(handler, item)
        handler.addQuickElement("summary", summary, {"type": "text"})


class RevisionFeed[Of](Feed[Revision, Of]):
    """What a feed tells of each published state."""

    feed_type = PlainAtom

    def item_title(self, item: Revision) -> str:
        if item.kind == Revision.Kind.PUBLISHED:
            return f"{item.rating_label}: {item.claim_text}"
        if item.is_retraction:
            return _("Retracted: {claim}").format(claim=item.claim_text)
        return f"{item.get_kind_display().capitalize()}: {item.claim_text} ({item.rating_label})"

    def item_description(self, item: Revision) -> str:
        """What changed, or what was found, and what reprints left out of it."""
        told = item.note or item.conclusion
        left_out = [] if item.is_retraction else left_out_told(map(QuotedSide.read, item.positions))
        return " ".join([told, *left_out])

    def item_link(self, item: Revision) -> str:
        return the_site().address(item.verdict.get_absolute_url())

    def item_guid(self, item: Revision) -> str:
        return the_site().address(item.get_absolute_url())

    def item_author_name(self, item: Revision) -> str:
        return the_site().name

    def item_pubdate(self, item: Revision) -> datetime:
        return item.published_at

    def item_updateddate(self, item: Revision) -> datetime:
        return item.published_at


class LatestRevisions(RevisionFeed[None]):
    def title(self) -> str:
        return _title()

    def link(self) -> str:
        return the_site().address(reverse("public:home"))

    def subtitle(self) -> str:
        """Where the ledger ends, so that whoever keeps the feed keeps an anchor of the record."""
        return _("Ledger: {head}").format(head=head_of_chain())

    def feed_url(self) -> str:
        return the_site().address(reverse("public:feed"))

    def items(self) -> list[Revision]:
        return _latest(Revision.objects.all())


class RevisionsOnTopic(RevisionFeed[Topic]):
    """The same of the claims on one topic."""

    def get_object(self, request: HttpRequest, slug: str) -> Topic:
        return get_object_or_404(Topic.objects.public().at_address(slug))

    def title(self, topic: Topic) -> str:
        return f"{topic} · {_title()}"

    def link(self, topic: Topic) -> str:
        return the_site().address(topic.get_absolute_url())

    def feed_url(self, topic: Topic) -> str:
        return the_site().address(reverse("public:topic_feed", args=[topic.slug]))

    def items(self, topic: Topic) -> list[Revision]:
        return _latest(Revision.objects.filter(verdict__claim__topics=topic))


def _title() -> str:
    site = the_site()
    return _("{site} (a demonstration)").format(site=site.name) if site.is_demonstration else site.name


def _latest(revisions: QuerySet[Revision]) -> list[Revision]:
    return list(revisions.select_related("verdict").fetch_mode(FETCH_RAISE).order_by("-id")[:LENGTH])
