"""Feeds: every verdict as it is published and every later change of one, of all, on one topic, or the changes alone.

Each comes as Atom, as RSS and as JSON Feed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import FETCH_RAISE, OuterRef, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.translation import gettext as _

from factcheck.claims.models import Topic
from factcheck.languages.retold import retold
from factcheck.ledger.chain import head_of_chain
from factcheck.public.pages import readers_page
from factcheck.site.identity import the_site
from factcheck.verdicts.models import Revision, Translations, translation_lines
from factcheck.verdicts.snapshot import QuotedSide, left_out_told

LENGTH = 50


class PlainAtom(Atom1Feed):
    """Atom whose summaries are text, and whose entries lead to the same in other languages."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        summary, item = item["description"], {**item, "description": None}
        super().add_item_elements(handler, item)
        handler.addQuickElement("summary", summary, {"type": "text"})
        for language, address in item["translations"]:
            handler.addQuickElement("link", "", {"rel": "alternate", "hreflang": language, "href": address})


class PlainRss(Rss201rev2Feed):
    """RSS, whose readers take descriptions for HTML: what is text is written so that they show it as it is."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, {**item, "description": escape(item["description"])})


class JsonFeed(SyndicationFeed):
    """JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile: Any, encoding: str) -> None:
        told = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.feed["title"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "description": self.feed["description"] or self.feed["subtitle"],
            "language": self.feed["language"],
            "items": [*map(self._item, self.items)],
        }
        outfile.write(json.dumps(told, ensure_ascii=False).encode(encoding))

    @staticmethod
    def _item(item: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "id": item["unique_id"],
            "url": item["link"],
            "title": item["title"],
            "content_text": item["description"],
            "date_published": item["pubdate"].isoformat(),
            "date_modified": item["updateddate"].isoformat(),
            "authors": [{"name": item["author_name"]}],
        }


FORMATS: dict[str, type[SyndicationFeed]] = {"atom": PlainAtom, "rss": PlainRss, "json": JsonFeed}


class RevisionFeed[Of](Feed[Revision, Of]):
    """What a feed tells of each published state; `name` is that of its address as Atom."""

    name = ""

    def __init__(self, form: str) -> None:
        self.feed_type = FORMATS[form]
        self.url_name = self.name if form == "atom" else f"{self.name}_{form}"

    def address(self, *given: str) -> str:
        return the_site().address(reverse(f"public:{self.url_name}", args=given))

    def item_title(self, item: Revision) -> str:
        if item.kind == Revision.Kind.PUBLISHED:
            return f"{retold(item.rating_label)}: {item.claim_text}"
        if item.is_retraction:
            return _("Retracted: {claim}").format(claim=item.claim_text)
        return f"{item.get_kind_display().capitalize()}: {item.claim_text} ({retold(item.rating_label)})"

    def item_description(self, item: Revision) -> str:
        """What changed, or what was found, and what reprints left out of it."""
        told = item.note or item.conclusion
        left_out = [] if item.is_retraction else left_out_told(map(QuotedSide.read, item.positions))
        return " ".join([told, *left_out])

    def item_link(self, item: Revision) -> str:
        return the_site().address(item.verdict.get_absolute_url())

    def item_guid(self, item: Revision) -> str:
        return the_site().address(item.get_absolute_url())

    def item_extra_kwargs(self, item: Revision) -> dict[str, Any]:
        """The languages and addresses of the public verdicts that say the same."""
        lines = item.translation_lines  # type: ignore[attr-defined]  # annotated
        pages = Translations.read(lines, slug=item.verdict.slug).others
        return {"translations": [(page.language, the_site().address(page.path)) for page in pages]}

    def item_author_name(self, item: Revision) -> str:
        return the_site().name

    def item_pubdate(self, item: Revision) -> datetime:
        return item.published_at

    def item_updateddate(self, item: Revision) -> datetime:
        return item.published_at


class LatestRevisions(RevisionFeed[None]):
    name = "feed"

    def title(self) -> str:
        return _title()

    def link(self) -> str:
        return the_site().address(reverse("public:home"))

    def subtitle(self) -> str:
        """Where the ledger ends, so that whoever keeps the feed keeps an anchor of the record."""
        return _("Ledger: {head}").format(head=head_of_chain())

    def feed_url(self) -> str:
        return self.address()

    def items(self) -> list[Revision]:
        return _latest(Revision.objects.all())


class Corrections(RevisionFeed[None]):
    """Changes of what was public, alone."""

    name = "corrections_feed"

    def title(self) -> str:
        return f"{_('Corrections')} · {_title()}"

    def link(self) -> str:
        return the_site().address(reverse("public:corrections"))

    def subtitle(self) -> str:
        return _("Ledger: {head}").format(head=head_of_chain())

    def feed_url(self) -> str:
        return self.address()

    def items(self) -> list[Revision]:
        return _latest(Revision.objects.since_publication())


class RevisionsOnTopic(RevisionFeed[Topic]):
    """The same of the claims on one topic."""

    name = "topic_feed"

    def get_object(self, request: HttpRequest, slug: str) -> Topic:
        return get_object_or_404(Topic.objects.public().at_address(slug))

    def title(self, topic: Topic) -> str:
        return f"{topic} · {_title()}"

    def link(self, topic: Topic) -> str:
        return the_site().address(topic.get_absolute_url())

    def feed_url(self, topic: Topic) -> str:
        return self.address(topic.slug)

    def items(self, topic: Topic) -> list[Revision]:
        return _latest(Revision.objects.filter(verdict__claim__topics=topic))


def _title() -> str:
    site = the_site()
    return _("{site} (a demonstration)").format(site=site.name) if site.is_demonstration else site.name


def _latest(revisions: QuerySet[Revision]) -> list[Revision]:
    told = revisions.select_related("verdict").annotate(translation_lines=translation_lines(OuterRef("verdict")))
    return list(told.fetch_mode(FETCH_RAISE).order_by("-id")[:LENGTH])


def feed_in_every_form(route: str, kind: type[RevisionFeed[Any]]) -> list[URLPattern]:
    """A feed at `route` with the name of each format behind it."""
    feeds = {form: kind(form) for form in FORMATS}
    return [path(f"{route}feed.{form}", readers_page(feed), name=feed.url_name) for form, feed in feeds.items()]
