"""What the walk through every page opens; made in a process of the served site."""

from __future__ import annotations

import json
import re

from django.contrib.auth.models import AnonymousUser, User
from django.db import transaction
from django.shortcuts import render
from django.test import RequestFactory

from factcheck.articles.models import Story
from factcheck.claims.models import Claim
from factcheck.people.invite_people import invite
from factcheck.people.models import OpenSession
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.retract_verdict import retract_urgently
from tests.every_address import IN_REVIEW, Rows, routes
from tests.factories import VerdictFactory
from tests.pictures import shown_in

STORY, OF_MANY_YEARS = 2, 5  # of the demonstration: with a reprint and a derived text; a claim with a timeline
SIGNED_IN = ("/desk/", "/admin/")
OF_A_MODEL = re.compile(r"admin/\w+/\w+/")
MODELS_LOOKED_AT = ("admin/articles/article/", "admin/articles/importbatch/", "admin/auth/user/")  # for those of all


@transaction.atomic
def all_addresses():
    """As JSON, the addresses of all routes and of more states of some pages, and the pages that only a fault brings."""
    user = User.objects.get(username="administrator")
    invite("editor@desk.example", role="Editors", inviter=user)  # an act, such as each owner of rows has done
    rows = Rows(user, OpenSession.objects.filter(person=user).latest("pk").session_key)
    addresses = [rows.address(route) for route in routes() if is_looked_at(route)] + states(user)
    told = {
        "of_readers": [address for address in addresses if not address.startswith(SIGNED_IN)],
        "of_the_desk": [address for address in addresses if address.startswith(SIGNED_IN)],
        "faults": {f"/{template}": fault(template) for template in ("413.html", "500.html")},
    }
    return json.dumps(told)


def is_looked_at(route):
    is_file = "." in route.partition("(")[0] or route.startswith("api/v1/")
    return not is_file and (not OF_A_MODEL.match(route) or route.startswith(MODELS_LOOKED_AT))


def states(user):
    """Addresses of pages that look otherwise: a verdict in each of its states, a search that finds, no page."""
    draft, withdrawn = VerdictFactory(author=user), VerdictFactory(in_review=True)
    shown_in(draft)
    reviewer = User.objects.get(username="reviewer")
    publish(withdrawn, reviewer=reviewer)
    retract_urgently(withdrawn, reviewer=reviewer, note="The minutes were forged.")
    reviewed, story = Verdict.objects.get(claim=IN_REVIEW), Story.objects.get(pk=STORY)
    desk = [f"/desk/verdicts/{verdict.slug}/" for verdict in (draft, reviewed, withdrawn)]
    found = [
        "/search/?q=maduro",
        "/search/?q=maduro&kind=verdicts",
        "/search/?q=madro",
        "/desk/search/?q=maduro",
        "/desk/articles/?q=maduro",
    ]
    timelines = [f"{part}/claims/{Claim.objects.get(pk=OF_MANY_YEARS).slug}/" for part in ("", "/desk")]
    inline = f"/desk/stories/{story.slug}/compare/?view=inline"
    spanish = ["/es/", f"/es{timelines[0]}", f"/es/stories/{story.slug}/"]
    readers = [f"/verdicts/{withdrawn.slug}/", "/nowhere/", *spanish]
    return [*desk, *found, *timelines, inline, f"{desk[0]}preview/", *readers]


def fault(template):
    """A page that is shown when something went wrong, as a visitor gets it."""
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    texts = [("reasoning", "As long as it was typed.")]
    return render(request, template, {"most": 2_000_000, "texts": texts}).content.decode()
