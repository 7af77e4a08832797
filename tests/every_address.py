"""Every address that the URL configuration knows, and rows behind each, whose owner is one person where rows have one.

The first words of an address say whose rows are meant, so that a new page of a known noun needs no word here.
"""

from __future__ import annotations

import re

from django.apps import apps
from django.contrib.auth.tokens import default_token_generator
from django.contrib.contenttypes.models import ContentType
from django.urls import URLResolver, get_resolver
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django_tasks_db.models import DBTaskResult

from factcheck.articles.models import ImportBatch, Outlet, Page
from factcheck.claims.models import Conflict, Position, Statement, Topic
from factcheck.ledger.models import Entry
from factcheck.operation.models import PolicyReport
from factcheck.people.invite_people import draw_secret, invite
from factcheck.people.models import OpenSession
from factcheck.public.verdict_card import VerdictCard
from factcheck.site.change_site import store_logo
from factcheck.verdicts.models import OutsideRating, Verdict
from tests import factories
from tests.pictures import shown_in

CLAIM, IN_REVIEW = 1, 3  # of the demonstration: with a published verdict that was corrected, with one in review
LOGO = "1" * 64
DEMONSTRATED = "in-february-2019-plans-were-being-made-for-maduro-to-leave-venezuela"  # the verdict on CLAIM
ASKED = {
    "oembed": f"?url=http://localhost:8000/verdicts/{DEMONSTRATED}/",
    "admin/autocomplete/": "?app_label=articles&model_name=article&field_name=outlet&term=a",
}
PART = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")


def routes(resolver=None, before=""):
    """Each route of the URL configuration, as Django writes it, without the signs of regular expressions."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = before + str(pattern.pattern).lstrip("^").rstrip("$")
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, route)
        else:
            yield route


class Rows:
    """Rows in a demonstration that is loaded; what has an owner belongs to `owner`, an editor."""

    def __init__(self, owner, session):
        self.values = _values(owner, session)

    def address(self, route):
        """The route with the key of a row for each part. Raises KeyError where nobody said whose rows it is of."""
        path = route.removeprefix("desk/")
        noun = max((noun for noun in self.values if path.startswith(noun)), key=len, default="")
        values = self.values.get(noun) or _of_administration(path)
        return "/" + PART.sub(lambda part: str(values[part[1] or part[2]]), route) + ASKED.get(route, "")


def _of_administration(path):
    """The key of some row of the model that a page of the administrators is of."""
    match path.split("/"):
        case ["admin", app, model, *_rest] if "<" in path:
            key = apps.get_model(app, model)._default_manager.first().pk
            return {"object_id": key, "id": key}
    return {}


def _values(owner, session):
    """By the first words of an address, without `desk/`, which value each of its parts takes."""
    verdict, other = Verdict.objects.get(claim=CLAIM), factories.UserFactory(editor=True)
    draft = factories.VerdictFactory(author=owner)
    reviewed = Verdict.objects.get(claim=IN_REVIEW)
    statement = Statement.objects.filter(positions__claim=CLAIM).earliest("pk")
    document = reviewed.evidence.create(title="Minutes", url="https://town.example/minutes")
    act = Entry.objects.filter(actor=owner).latest("pk")
    invitation = invite("new@desk.example", role="Editors", inviter=other)
    secret = draw_secret(invitation)
    batch = ImportBatch.objects.create(name="a.txt", status="done", created_by=owner)
    page = Page.objects.create(url="https://paper.example/", body=b"<html>", fetched_by=owner)
    claim = factories.ClaimFactory()
    comment = factories.CommentFactory(claim=claim, author=other)
    factories.AssignmentFactory(assignee=owner)
    OutsideRating.objects.create(label="False", rating=verdict.rating)
    PolicyReport.objects.create(page="/", rule="script-src")
    DBTaskResult.objects.create(args_kwargs={}, run_after=timezone.now())
    Outlet.objects.update(is_text_public=True)
    store_logo(b"", sha256=LOGO)
    public = {
        "verdicts/": {"slug": verdict.slug, "number": 2},
        "claims/": {"slug": verdict.claim.slug},
        "stories/": {"slug": statement.article.story.slug},
        "sources/": {"slug": statement.source.slug},
        "topics/": {"slug": Topic.objects.earliest("pk").slug},
    }
    return {
        **public,
        "about/": {"page": "complaints"},
        "account/": {"handle": OpenSession.objects.get(session_key=session).handle},
        "sitemap-": {"section": "verdicts", "number": 1},
        "admin/r/": {"content_type_id": ContentType.objects.get_for_model(claim).pk, "object_id": verdict.claim_id},
        "admin/(": {"url": "nowhere/", "app_label": "articles"},
        "admin/^(": {"app_label": "articles"},
        "admin/articles/importbatch/<int:pk>/": {"pk": batch.pk},
        **{f"api/v1/{noun}": found for noun, found in public.items()},
        "api/v1/statements/": {"number": statement.pk},
        "api/v1/site/": {"page": "privacy"},
        "api/v1/<": {"rest": "nowhere"},
        "articles/": {"pk": statement.article_id},
        "articles/added/": {"pk": batch.pk},
        "articles/fetch/": {"pk": page.pk},
        "checks/": {"pk": factories.OutsideCheckFactory().pk},
        "comments/": {"pk": comment.pk},
        "conflicts/": {"pk": Conflict.objects.earliest("pk").pk},
        "denials/": {"pk": 1},
        "embed/verdicts/": {"slug": verdict.slug},
        "verdicts/<slug:slug>/card": {"slug": verdict.slug, "digest": VerdictCard.of(verdict.current).digest},
        "icon-": {"size": 192},
        "export/": {"noun": "verdicts", "form": "csv"},
        "furniture/": {"pk": factories.BlockFactory(outlet=statement.article.outlet).pk},
        "here/": {"kind": "article", "pk": statement.article_id},
        "invitations/": {"secret": secret},
        "letters/": {"pk": (letter := factories.LetterFactory()).pk, "reference": letter.reference},
        "messages/": {"pk": factories.MessageFactory(recipient=owner, comment=comment).pk},
        "opinions/": {"pk": factories.SecondOpinionFactory(asked_of=owner).pk},
        "outlets/": {"pk": statement.article.outlet_id},
        "password/": {
            "uidb64": urlsafe_base64_encode(force_bytes(other.pk)),
            "token": default_token_generator.make_token(other),
        },
        "logo/": {"sha256": LOGO},
        "pictures/": {"sha256": shown_in(draft).picture.sha256},
        "people/": {"pk": other.pk},
        "people/invitations/": {"pk": invitation.pk},
        "positions/": {"pk": Position.objects.earliest("pk").pk},
        "search/": {"pk": factories.SavedSearchFactory(owner=owner).pk},
        "site/": {"page": "funding"},
        "statements/": {"pk": statement.pk},
        "undo/": {"acts": act.pk},
        "verdicts/<slug:slug>/evidence/": {"slug": reviewed.slug, "pk": document.pk},
        "verdicts/<slug:slug>/opinions/<": {"slug": reviewed.slug, "pk": 1},
        "verdicts/<slug:slug>/retraction/": {"slug": verdict.slug, "pk": 1},
        "verdicts/<slug:slug>/undo/": {"slug": reviewed.slug, "acts": act.pk},
        "versions/": {"pk": factories.VersionSuggestionFactory().pk},
    }
