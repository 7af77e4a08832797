"""How much processor time pages of the desk take, in times of the cheapest view that an editor can be shown.

    python -m benchmarks.desk_cost 1000 [--rounds 20] [--profile PAGE]

Asks the application itself, as `benchmarks.site_cost` does, of the demonstration with so many verdicts more; without a
number, of the database that the environment names and `benchmarks.site_rows` filled. `first` is a page of which this
process has kept nothing yet, `again` one that somebody asked for before.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

import django

from benchmarks.load_rows import editor
from benchmarks.site_cost import Application, at_each_size, medians, profile, queries_of

CHEAPEST, EMPTY = "cheapest view", "/empty/desk/"
TOKEN = "a" * 32  # against forged requests; it only has to be the same in the cookie and in the form


def main() -> None:
    at_each_size("benchmarks.desk_cost", __doc__, measure_here)


def measure_here(given: argparse.Namespace) -> None:
    """Measure in the database that the environment names."""
    django.setup()
    from django.core.wsgi import get_wsgi_application

    seat = editor_here()
    application = as_editor(get_wsgi_application(), seat["session"])
    pages = addresses(seat["draft"])
    if given.profile:
        profile(application, pages[given.profile], given.rounds)
    else:
        measure(application, pages, given.rounds)


def editor_here() -> dict[str, str]:
    """A signed-in editor with a draft of their own, of this run and no other."""
    from django.contrib.auth.models import User

    return editor(User.objects.count())


def addresses(draft: str) -> dict[str, str]:
    """The pages that are asked for, by what they show."""
    from factcheck.articles.models import Article, Story
    from factcheck.claims.models import Claim

    article = Article.objects.get(pk=2)
    claim = Claim.objects.filter(verdict__status="published").earliest("pk")
    lists = ("articles", "claims", "verdicts", "conflicts", "ledger")
    return {
        CHEAPEST: EMPTY,
        "home": "/desk/",
        **{name: f"/desk/{name}/" for name in lists},
        "article": f"/desk/articles/{article.pk}/",
        "story": f"/desk/stories/{Story.objects.get(pk=article.story_id).slug}/",
        "compare": f"/desk/stories/{Story.objects.get(pk=article.story_id).slug}/compare/",
        "claim": f"/desk/claims/{claim.slug}/",
        "draft": draft,
        "verdict": f"/desk/verdicts/{claim.verdict.slug}/",
    }


def as_editor(application: Application, session: str) -> Application:
    """The same for somebody signed in."""

    def signed_in(environment: dict[str, Any], start_response: Any) -> Any:
        return application({**environment, "HTTP_COOKIE": f"sessionid={session}"}, start_response)

    return signed_in


def measure(application: Application, pages: dict[str, str], rounds: int) -> None:
    """Print what each page takes, asked for in turns."""
    from factcheck.desk.kept_blocks import forget_blocks

    ways: dict[str, Callable[[], None]] = {"first": forget_blocks, "again": lambda: None}
    middle = {way: medians(application, pages, before, rounds) for way, before in ways.items()}
    queries = {name: queries_of(application, address) for name, address in pages.items()}
    print(
        f"{'':<20}" + "".join(f"{f'{way}, ms':>11} {'times':>7}" for way in ways) + f"{'queries':>9} {'asking, ms':>11}"
    )
    for name in pages:
        told = ((middle[way][name], middle[way][name] / middle[way][CHEAPEST]) for way in ways)
        print(f"{name:<20}" + "".join(f"{ms:>11.1f} {times:>7.1f}" for ms, times in told) + f"{queries[name]}")


if __name__ == "__main__":
    main()
