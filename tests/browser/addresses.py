"""Every address of the site, with rows behind it; made in a process of the served site.

The first words of an address say whose rows are meant, so that a new page of a known noun is opened without a word
here, and one of an unknown noun fails.
"""

from __future__ import annotations

import json
import re

from django.contrib.auth.models import AnonymousUser, User
from django.contrib.auth.tokens import default_token_generator
from django.shortcuts import render
from django.test import RequestFactory
from django.urls import URLResolver, get_resolver
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from factcheck.articles.models import Article, ImportBatch, Page, Story
from factcheck.claims.models import Claim, Source, Topic
from factcheck.people.invite_people import invite
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.retract_verdict import retract_urgently
from tests import factories
from tests.pictures import shown_in

DISPUTED, IN_REVIEW, OF_MANY_YEARS, STORY, KLIMOV = 1, 3, 5, 2, "Andrey Klimov"  # of the demonstration
PART = re.compile(r"<(?:\w+:)?(\w+)>")
SIGNED_IN = ("/desk/", "/admin/")
OF_THE_FRAMEWORK = [  # Django's pages of one model stand for those of all
    "/admin/",
    "/admin/articles/",
    "/admin/articles/article/",
    "/admin/articles/article/<article>/change/",
    "/admin/articles/article/<article>/history/",
    "/admin/articles/article/<article>/delete/",
    "/admin/articles/importbatch/upload/",
    "/admin/articles/importbatch/<batch>/preview/",
    "/admin/auth/user/add/",
    "/admin/auth/user/<user>/change/",
    "/admin/auth/user/<user>/password/",
]


def all_addresses():
    """As JSON, the addresses of all routes and of more states of some pages, and the pages that only a fault brings."""
    user = User.objects.get(username="administrator")
    rows = rows_for(user)
    addresses = [fill(route, rows) for route in routes_below(get_resolver())] + states(user)
    told = {
        "of_readers": [address for address in addresses if not address.startswith(SIGNED_IN)],
        "of_the_desk": [address for address in addresses if address.startswith(SIGNED_IN)],
        "faults": {f"/{template}": fault(template) for template in ("413.html", "500.html")},
    }
    return json.dumps(told)


def routes_below(resolver, before="/"):
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if route == "/admin/":
            yield from OF_THE_FRAMEWORK
        elif isinstance(pattern, URLResolver):
            yield from routes_below(pattern, route)
        elif "." not in route:  # a file
            yield route


def fill(route, rows):
    """The route with a value for each parameter; KeyError for a noun of which nobody said what its rows are."""
    path = route.removeprefix("/").removeprefix("desk/")
    noun = max((noun for noun in rows if path.startswith(f"{noun}/")), key=len, default=path)
    return PART.sub(lambda part: str(rows[noun][part[1]]), route)


def rows_for(user):
    """By the first words of an address, which value each of its parameters takes."""
    reviewer = User.objects.get(username="reviewer")
    article = Article.objects.get(story=STORY, relation="original")
    batch = ImportBatch.objects.create(name="a.txt", status="done", created_by=user)
    page = Page.objects.create(url="https://paper.example/", body=b"<html>", fetched_by=user)
    verdict = Verdict.objects.get(claim=DISPUTED)
    document = verdict.evidence.filter(statement=None).first()
    opinion = factories.SecondOpinionFactory(asked_of=user, verdict=verdict_on("The pier is closed."))
    comment = factories.CommentFactory(claim=opinion.verdict.claim, author=reviewer)
    message = factories.MessageFactory(recipient=user, comment=comment)
    _invitation, secret = invite("new@desk.example", role="Editors", inviter=user)
    uidb64, token = urlsafe_base64_encode(force_bytes(reviewer.pk)), default_token_generator.make_token(reviewer)
    return {
        "account": {"handle": "this"},
        "admin": {"article": article.pk, "batch": batch.pk, "user": reviewer.pk},
        "articles": {"pk": article.pk},
        "articles/added": {"pk": batch.pk},
        "articles/fetch": {"pk": page.pk},
        "checks": {"pk": factories.OutsideCheckFactory().pk},
        "claims": {"slug": verdict.claim.slug},
        "comments": {"pk": comment.pk},
        "conflicts": {"pk": 1},
        "denials": {"pk": 1},
        "furniture": {"pk": 1},
        "here": {"kind": "article", "pk": article.pk},
        "invitations": {"secret": secret},
        "messages": {"pk": message.pk},
        "opinions": {"pk": opinion.pk},
        "outlets": {"pk": article.outlet_id},
        "password": {"uidb64": uidb64, "token": token},
        "people": {"pk": reviewer.pk},
        "positions": {"pk": 1},
        "search": {"pk": factories.SavedSearchFactory(owner=user).pk},
        "sources": {"slug": Source.objects.get(name=KLIMOV).slug},
        "statements": {"pk": 1},
        "stories": {"slug": Story.objects.get(pk=STORY).slug},
        "topics": {"slug": Topic.objects.first().slug},
        "undo": {"acts": 1},
        "verdicts": {"slug": verdict.slug, "number": 2, "pk": document.pk, "acts": 1},
        "versions": {"pk": factories.VersionSuggestionFactory().pk},
    }


def verdict_on(text, **traits):
    """A verdict on a claim that no journey states."""
    return factories.VerdictFactory(claim__text=text, **traits)


def states(user):
    """Addresses of pages that look otherwise: a verdict in each of its states, a search that finds, no page."""
    draft = verdict_on("The quay is closed.", author=user)
    withdrawn = verdict_on("The lock is closed.", in_review=True)
    shown_in(draft)
    reviewer = User.objects.get(username="reviewer")
    publish(withdrawn, reviewer=reviewer)
    retract_urgently(withdrawn, reviewer=reviewer, note="The minutes were forged.")
    reviewed, story = Verdict.objects.get(claim=IN_REVIEW), Story.objects.get(pk=STORY)
    desk = [f"/desk/verdicts/{verdict.slug}/" for verdict in (draft, reviewed, withdrawn)]
    found = ["/search/?q=maduro", "/desk/search/?q=maduro", "/desk/articles/?q=maduro"]
    inline = f"/desk/stories/{story.slug}/compare/?view=inline"
    timelines = [f"{part}/claims/{Claim.objects.get(pk=OF_MANY_YEARS).slug}/" for part in ("", "/desk")]
    return [*desk, *found, *timelines, inline, f"{desk[0]}preview/", f"/verdicts/{withdrawn.slug}/", "/nowhere/"]


def fault(template):
    """A page that is shown when something went wrong, as a visitor gets it."""
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    texts = [("reasoning", "As long as it was typed.")]
    return render(request, template, {"most": 2_000_000, "texts": texts}).content.decode()
