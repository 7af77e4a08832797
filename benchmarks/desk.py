"""How many queries and milliseconds each page of the desk takes when the desk holds much.

    python -m benchmarks.desk [--articles 100000] [--statements 50000] [--claims 5000] [--runs 20]

The rows are invented and stored in a test database of their own, made and removed by the benchmark: an SQLite file, or
on the server that DATABASE_URL names. The articles of one story share most of their words.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import django
from django.conf import settings
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_databases, teardown_databases

MOST_QUERIES, MOST_MILLISECONDS = 15, 150
TOGETHER = 1_000
LISTS = ["home", "articles", "claims", "conflicts", "versions", "verdicts", "ledger"]
NAMES = ["Mexico", "Cuba", "asylum", "harbour", "bridge", "minister", "talks", "denied", "election", "Türkiye"]
FIRST_DAY = date(2010, 1, 1)


class Size(NamedTuple):
    """How much the database holds."""

    articles: int
    statements: int
    claims: int


def words(rare: random.Random, count: int) -> str:
    """Words of which few are common and most are rare, as in any language; sentences of ten."""
    drawn = [_word(int(rare.paretovariate(0.6)) % 40_000) for _ in range(count)]
    drawn[:: count // 8 or 1] = [rare.choice(NAMES) for _ in drawn[:: count // 8 or 1]]
    return " ".join(f"{word}." if at % 10 == 9 else word for at, word in enumerate(["the", "said", *drawn]))


@cache
def _word(number: int) -> str:
    """One of 40,000 words; about as many begin alike as in English."""
    drawn = random.Random(number)
    return "".join(drawn.choice("bcdfghlmnprst") + drawn.choice("aeiou") for _ in range(drawn.randint(2, 4)))


def store(size: Size) -> float:
    """Fill the database; returns the seconds that storing the articles took."""
    from factcheck.articles.models import Article, Outlet, Story, sha256_of

    rare = random.Random(6)
    outlets = Outlet.objects.bulk_create(Outlet(name=f"The Paper {n}") for n in range(60))
    stories = size.articles // 2 or 1
    put(Story, (Story(title=words(rare, 6), slug=f"story-{n}") for n in range(stories)))
    first = Story.objects.earliest("pk").pk
    texts = [words(rare, 420) for _ in range(400)]

    def articles() -> Iterator[Article]:
        for number in range(size.articles):
            text = f"{texts[number % 400]} {words(rare, 30)}\n\nEnd of {number}."
            yield Article(
                outlet=outlets[number % 60],
                story_id=first + number % stories,
                relation=Article.Relation.COPY if number >= stories else Article.Relation.ORIGINAL,
                url=f"https://paper.example/{number}",
                headline=words(rare, 7),
                published_on=None if number % 50 == 0 else FIRST_DAY + timedelta(days=number % 5_800),
                received=text,
                received_sha256=sha256_of(text),
                text=text,
            )

    began = time.perf_counter()
    put(Article, articles())
    took = time.perf_counter() - began
    store_said(size, rare)
    return took


def store_said(size: Size, rare: random.Random) -> None:
    """Sources, statements, claims with positions, verdicts, conflicts and acts in the ledger."""
    from factcheck.articles.models import Article
    from factcheck.claims.models import Claim, Position, Source, Statement

    put(Source, (Source(name=f"Speaker {rare.choice(NAMES)} {n}", slug=f"speaker-{n}") for n in range(2_000)))
    source, article = Source.objects.earliest("pk").pk, Article.objects.earliest("pk").pk

    def statements() -> Iterator[Statement]:
        for number in range(size.statements):
            yield Statement(
                article_id=article + number % size.articles,
                source_id=source + number % 2_000,
                manner=Statement.Manner.INDIRECT,
                exact=words(rare, 18),
                start=number // size.articles,
                end=number // size.articles + 90,
            )

    put(Statement, statements())
    put(Claim, (Claim(text=f"Claim {n}: {words(rare, 12)}"[:200], slug=f"claim-{n}") for n in range(size.claims)))
    statement, claim = Statement.objects.earliest("pk").pk, Claim.objects.earliest("pk").pk
    stances = [Position.Stance.SUPPORTS, Position.Stance.DENIES, Position.Stance.SUPPORTS, Position.Stance.QUALIFIES]
    put(
        Position,
        (
            Position(statement_id=statement + n, claim_id=claim + n % size.claims, stance=stances[n // size.claims % 4])
            for n in range(size.statements)
        ),
    )
    store_judged(size, rare, claim, statement)


def store_judged(size: Size, rare: random.Random, claim: int, statement: int) -> None:
    """Verdicts on half the claims, suggested conflicts, and a ledger as long as the list of articles."""
    from factcheck.claims.models import Conflict
    from factcheck.ledger.models import Entry
    from factcheck.verdicts.models import Rating, Verdict

    now, editor, ratings = datetime.now(UTC), people()["author"], list(Rating.objects.all())
    states = [Verdict.Status.DRAFT, Verdict.Status.IN_REVIEW]
    put(
        Verdict,
        (
            Verdict(
                claim_id=claim + n,
                slug=f"verdict-{n}",
                status=states[n % 2],
                rating=ratings[n % len(ratings)],
                conclusion=words(rare, 12)[:300],
                reasoning=words(rare, 120),
                author=editor,
                last_editor=editor,
                changed_at=now - timedelta(minutes=n),
            )
            for n in range(size.claims // 2)
        ),
    )
    put(Conflict, (Conflict(first_id=statement + n, second_id=statement + n + 1) for n in range(size.statements // 5)))
    put(
        Entry,
        (
            Entry(
                act="article.created",
                at=now,
                subject_type="articles.article",
                subject_id=n,
                subject_name=f"Article {n}",
                previous_hash=f"{n:064x}",
                hash=f"{n + 1:064x}",
            )
            for n in range(size.articles)
        ),
    )


def put(model: Any, rows: Iterable[Model]) -> None:
    rows = iter(rows)
    while together := list(islice(rows, TOGETHER)):
        model.objects.bulk_create(together)


def people() -> dict[str, Any]:
    """Somebody who wrote, and a reviewer who looks at the pages."""
    from django.contrib.auth.models import Group, User

    made = {name: User.objects.get_or_create(username=name)[0] for name in ("author", "reader")}
    made["reader"].groups.set(Group.objects.filter(name="Reviewers"))
    return made


def addresses() -> dict[str, str]:
    """The pages that are looked at, by what they show."""
    from django.urls import reverse

    from factcheck.articles.models import Article
    from factcheck.claims.models import Claim, Conflict, Source, Statement
    from factcheck.verdicts.models import Verdict

    article = Article.objects.select_related("story").order_by("pk")[Article.objects.count() // 2]
    statement, claim = Statement.objects.earliest("pk"), Claim.objects.earliest("pk")
    lists = {
        name: reverse(f"desk:{name}") for name in ("home", "articles", "claims", "conflicts", "verdicts", "ledger")
    }
    search = reverse("desk:search")
    return {
        **lists,
        "articles, in the middle": f"{lists['articles']}?after={article.listed_on}_{article.pk}",
        "articles, undated ones": f"{lists['articles']}?after=0001-01-01_{Article.objects.latest('pk').pk}",
        "articles with words": f"{lists['articles']}?q=mexico+asylum",
        "articles of an outlet": f"{lists['articles']}?outlet={article.outlet_id}",
        "claims with words": f"{lists['claims']}?q=mexico",
        "ledger, in the middle": f"{lists['ledger']}?after={article.pk}",
        "article": reverse("desk:article", args=[article.pk]),
        "story": reverse("desk:story", args=[article.story.slug]),
        "statement": reverse("desk:statement", args=[statement.pk]),
        "source": reverse("desk:source", args=[Source.objects.earliest("pk").slug]),
        "claim": reverse("desk:claim", args=[claim.slug]),
        "claim without a verdict": reverse("desk:claim", args=[Claim.objects.earliest("created_at", "-pk").slug]),
        "conflict": reverse("desk:conflict", args=[Conflict.objects.earliest("pk").pk]),
        "verdict": reverse("desk:verdict", args=[Verdict.objects.earliest("pk").slug]),
        "search: nothing yet": search,
        "search: two words": f"{search}?q=mexico+asylum",
        "search: in every article": f"{search}?q=the",
        "search: a phrase": f"{search}?q=%22the+said+mexico%22",
        "search: a beginning": f"{search}?q=con*",
        "search: articles, a beginning": f"{search}?kind=articles&q=con*",
        "search: articles, two words": f"{search}?kind=articles&q=mexico+asylum",
        "search: articles, in every one": f"{search}?kind=articles&q=the",
        "search: articles of an outlet": f"{search}?kind=articles&q=the&outlet={article.outlet_id}&year=2015",
        "search: articles, a rare word": f"{search}?kind=articles&q={_word(39_999)}",
        "search: all articles": f"{search}?kind=articles",
        "search: statements, in every one": f"{search}?kind=statements&q=the",
        "search: all statements": f"{search}?kind=statements",
        "search: claims": f"{search}?kind=claims&q=mexico",
        "search: verdicts": f"{search}?kind=verdicts&q=mexico",
        "readers' search": "/search/?q=mexico",
    }


def measure(client: Client, address: str, runs: int) -> tuple[int, list[float], int]:
    """Queries, milliseconds of each run in order, and the status of the answer."""
    with CaptureQueriesContext(connection) as queries:
        status = client.get(address).status_code
    asked = len(queries)  # before the next request empties the log
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        client.get(address)
        taken.append((time.perf_counter() - began) * 1_000)
    return asked, sorted(taken), status


def run(size: Size, runs: int) -> int:
    """Print a row for each page; returns how many are over the budget."""
    began = time.perf_counter()
    took = store(size)
    if connection.vendor == "postgresql":
        connection.cursor().execute("VACUUM ANALYZE")  # what a server does by itself within a minute
    else:
        connection.cursor().execute("ANALYZE")
    print(f"{size.articles:,} articles stored and indexed, {size.articles / took:,.0f} a second")
    print(f"{size.statements:,} statements, {size.claims:,} claims; {time.perf_counter() - began:.0f} s in all\n")
    client = Client()
    client.force_login(people()["reader"])
    print(f"{connection.vendor:<34} queries  median ms  95th ms")
    over = 0
    for name, address in addresses().items():
        queries, taken, status = measure(client, address, runs)
        median, high = statistics.median(taken), taken[int(len(taken) * 0.95) - 1]
        remark = "" if status == 200 else f"  answered {status}"
        if queries > MOST_QUERIES or median > MOST_MILLISECONDS:
            over, remark = over + 1, f"{remark}  over the budget"
        print(f"{name:<34} {queries:>7} {median:>10.1f} {high:>8.1f}{remark}", flush=True)
    return over


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    for name, default in (("articles", 100_000), ("statements", 50_000), ("claims", 5_000), ("runs", 20)):
        parser.add_argument(f"--{name}", type=int, default=default)
    given = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    os.environ.setdefault("DEBUG", "1")
    django.setup()
    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["testserver"]
    with tempfile.TemporaryDirectory() as folder:
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = str(Path(folder) / "desk.sqlite3")
        made = setup_databases(verbosity=0, interactive=False)
        try:
            over = run(Size(given.articles, given.statements, given.claims), given.runs)
        finally:
            teardown_databases(made, verbosity=0)
    print(
        f"\n{over} pages over the budget of {MOST_QUERIES} queries and {MOST_MILLISECONDS} ms"
        if over
        else "\nAll within."
    )


if __name__ == "__main__":
    main()
