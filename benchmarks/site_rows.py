"""Fills a site that holds the demonstration with many published verdicts, and tells the addresses of its pages.

    python -m benchmarks.site_rows 1000
    python -m benchmarks.site_rows --addresses

Each verdict is the demonstration's first, on an invented claim that two invented statements are for and against; five
claims share a story, which two papers have.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import batched
from pathlib import Path

import django

TOGETHER = 2_000  # rows stored at once
CLAIMS_OF_STORY = 5
STATIC = "as-large-as-a-verdict.html"
REST = "Nobody in the harbour had heard of it before, and the council meets again in May. " * 20


def main() -> None:
    django.setup()
    logging.disable(logging.INFO)
    if sys.argv[1:] == ["--addresses"]:
        for name, address in addresses().items():
            print(f"{name}\t{address}")
    else:
        store(int(sys.argv[1]))
        write_static()


def store(verdicts: int) -> None:
    """Store so many verdicts, and what they rest on."""
    from django.db import connection, transaction

    for together in batched(range(verdicts), TOGETHER):
        with transaction.atomic():
            _store(together)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _store(numbers: Iterable[int]) -> None:
    from django.db.models import OuterRef, Subquery

    from factcheck.claims.models import Claim, Position
    from factcheck.verdicts.models import Revision, Verdict

    numbers, model = list(numbers), Verdict.objects.public().earliest("pk")
    said = _said(len(numbers), first=numbers[0])
    claims = Claim.objects.bulk_create(
        Claim(text=f"Claim {number} on the harbour is true.", slug=f"claim-{number}") for number in numbers
    )
    stances = (Position.Stance.SUPPORTS, Position.Stance.DENIES)
    Position.objects.bulk_create(
        Position(statement=statement, claim=claim, stance=stance)
        for claim, statements in zip(claims, said, strict=True)
        for stance, statement in zip(stances, statements, strict=True)
    )
    written = {"status": "published", "rating_id": model.rating_id, "conclusion": model.conclusion}
    people = {"author_id": model.author_id, "last_editor_id": model.last_editor_id, "changed_at": datetime.now(UTC)}
    made = Verdict.objects.bulk_create(Verdict(claim=claim, slug=claim.slug, **written, **people) for claim in claims)
    assert model.current
    kept = {field.attname: getattr(model.current, field.attname) for field in Revision._meta.concrete_fields}
    kept |= {"id": None, "number": 1, "kind": Revision.Kind.PUBLISHED, "note": ""}
    Revision.objects.bulk_create(
        Revision(**{**kept, "verdict_id": one.pk, "claim_text": claim.text})
        for one, claim in zip(made, claims, strict=True)
    )
    state = Revision.objects.filter(verdict=OuterRef("pk")).values("pk")
    Verdict.objects.filter(pk__in=[one.pk for one in made]).update(current=Subquery(state))


def _said(claims: int, *, first: int) -> list[list[object]]:
    """A statement for and one against each claim, in stories that two papers have."""
    from factcheck.articles.models import Article, Outlet, Story, sha256_of
    from factcheck.claims.models import Source, Statement

    outlets = [Outlet.objects.get_or_create(name=name)[0] for name in ("The Harbour Times", "Delta Courier")]
    numbers = range(first, first + claims, CLAIMS_OF_STORY)
    stories = Story.objects.bulk_create(Story(title=f"Story {n}", slug=f"story-{n}") for n in numbers)
    speakers = Source.objects.bulk_create(Source(name=f"Speaker {n}", slug=f"speaker-{n}") for n in numbers)
    articles = Article.objects.bulk_create(
        Article(
            outlet=outlet,
            story=story,
            relation=relation,
            url=f"https://paper.example/{outlet.pk}/{story.slug}",
            headline=story.title,
            received=(text := f"{story.title}, {outlet.name}. {REST}"),
            received_sha256=sha256_of(text),
            text=text,
        )
        for story in stories
        for outlet, relation in zip(outlets, (Article.Relation.ORIGINAL, Article.Relation.COPY), strict=True)
    )
    statements = Statement.objects.bulk_create(
        Statement(
            article=articles[2 * at],
            source=speakers[at],
            manner=Statement.Manner.INDIRECT,
            exact=articles[2 * at].text[start : start + 40],
            start=start,
            end=start + 40,
        )
        for at in range(len(stories))
        for start in range(0, 2 * CLAIMS_OF_STORY * 50, 50)
    )
    return [list(pair) for pair in batched(statements, 2)][:claims]


def write_static() -> None:
    """A static file with as many bytes as the page of a verdict."""
    from django.conf import settings
    from django.test import Client

    page = Client(SERVER_NAME="localhost").get(addresses()["verdict"]).content
    (Path(settings.STATIC_ROOT) / STATIC).write_bytes(page)


def addresses() -> dict[str, str]:
    """The pages that are asked for, by what they show."""
    from factcheck.articles.models import Story
    from factcheck.claims.models import Source
    from factcheck.verdicts.models import Verdict

    verdict, last = Verdict.objects.public().earliest("pk"), Verdict.objects.public().latest("pk")
    return {
        "static file": f"/static/{STATIC}",
        "verdict": verdict.get_absolute_url(),
        "front page": "/",
        "claim": verdict.claim.get_absolute_url(),
        "story": Story.objects.latest("pk").get_absolute_url(),
        "source": Source.objects.latest("pk").get_absolute_url(),
        "verdict among many": last.get_absolute_url(),
        "claims": "/claims/",
        "corrections": "/corrections/",
        "search": "/search/?q=harbour",
        "feed": "/feed.atom",
        "verdicts as data": "/claimreview.json",
        "verdicts as data, an old part": "/claimreview.json?page=1",
        "map of the site": "/sitemap.xml",
        "map of the site, a part": "/sitemap-claims-1.xml",
    }


if __name__ == "__main__":
    main()
