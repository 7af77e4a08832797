from __future__ import annotations

import re
from datetime import date

import pytest

from factcheck.articles.models import Article, Outlet
from factcheck.articles.versions.record_comparisons import record_in_stories
from factcheck.claims.models import Statement
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    OutletFactory,
    PositionFactory,
    SourceFactory,
    StatementFactory,
    StoryFactory,
    VerdictFactory,
)
from tests.public.conftest import ORIGINAL
from tests.public.reading import text_of

PAGE = "/stories/harbour-to-close/"


def test_a_story_shows_what_each_version_carried_and_left_out(claim, client):
    text = text_of(client.get(PAGE))

    assert "The Original original Plans drawn up to close harbour 14 February 2019" in text
    assert "The Reprint reprint Harbour may close 15 February 2019" in text
    assert "Supports “ The harbour will be closed. ” ■ first here ■ word for word" in text
    assert "Denies “ The harbour will be closed. ” ■ first here □ left out" in text


def test_a_story_page_never_holds_a_whole_article(claim, client):
    assert "Ships came and went" not in text_of(client.get(PAGE))


def test_statements_that_no_public_claim_rests_on_stay_with_the_desk(claim, client):
    StatementFactory(article=claim.positions.first().statement.article, exact="Ships came and went on Monday")

    assert "Ships came and went" not in text_of(client.get(PAGE))


def test_a_story_without_public_statements_has_no_page(story, client):
    assert client.get(PAGE).status_code == 404


def test_a_link_that_is_no_web_address_is_not_made_a_link(claim, client):
    Article.objects.update(url="javascript:alert(1)")

    assert "javascript:" not in client.get(PAGE).content.decode()


def test_a_story_page_takes_as_many_queries_for_many_versions(claim, story, client, django_assert_max_num_queries):
    for day in range(1, 6):
        outlet = OutletFactory(name=f"Paper {day}")
        ArticleFactory(story=story, relation="copy", outlet=outlet, text=ORIGINAL, published_on=date(2019, 3, day))
    client.get(PAGE)

    with django_assert_max_num_queries(8):
        client.get(PAGE)


def test_readers_are_told_that_a_version_without_a_date_has_no_direction(claim, story, client):
    story.articles.filter(relation="copy").update(published_on=None)

    text = text_of(client.get(PAGE))

    assert "The Reprint has no date, so it is not known what stood there first." in text
    assert "left out" not in text
    assert "does not carry it" in text


def test_two_versions_are_compared_in_public_only_where_both_outlets_let_their_texts_be_shown(claim, story, client):
    original, reprint = story.versions
    address = f"{PAGE}compare/?original={original.pk}&version={reprint.pk}"
    Outlet.objects.filter(pk=original.outlet_id).update(is_text_public=True)
    one_only = client.get(address)
    Outlet.objects.update(is_text_public=True)

    both = client.get(address)

    assert one_only.status_code == 404
    assert "Nobody is closing anything" in text_of(both)
    assert "What The Reprint changed" in text_of(both)
    assert "The Original , original, 14 February 2019 · The Reprint , reprint, 15 February 2019" in text_of(both)
    assert "The Original: Ships came and went on Monday" in text_of(both)
    assert f'href="{address.replace("&", "&amp;")}"' in client.get(PAGE).content.decode()


def test_a_public_comparison_begins_with_a_map_that_leads_to_its_rows_and_speaks_of_direction(claim, story, client):
    Outlet.objects.update(is_text_public=True)
    record_in_stories([story.pk])

    page = client.get(f"{PAGE}compare/").content.decode()

    leads_to = set(re.findall(r'href="#(row-\d+)"', page))
    assert leads_to
    assert leads_to <= set(re.findall(r'id="(row-\d+)"', page))
    assert '<span class="tag cut">left out</span>' in page
    assert page.index('href="#row-') < page.index('id="row-')


@pytest.mark.parametrize("query", ["?original=x", "?version=0", "?original=1&version=1", ""])
def test_a_comparison_that_may_not_be_shown_is_not_found(query, claim, client):
    assert client.get(f"{PAGE}compare/{query}").status_code == 404


def test_no_public_page_prints_more_than_a_tenth_of_an_article_however_long_its_statements_are(
    db, without_checks, release, client
):
    story, claim = StoryFactory(slug="long-story"), ClaimFactory(slug="long-claim")
    words = [f"word{number:03}" for number in range(400)]
    texts = [" ".join(words), " ".join(["Otherwise", *words[1:]])]
    for number, text in enumerate(texts):
        article = ArticleFactory(story=story, text=text, reprint=bool(number), published_on=date(2019, 3, 1 + number))
        source = SourceFactory(slug=f"speaker-of-{number}")
        for start in (0, 100, 200, 300):
            exact = " ".join(text.split()[start : start + 100])
            statement = StatementFactory(article=article, exact=exact, source=source)
            PositionFactory(claim=claim, statement=statement, denies=start >= 200)
    verdict = VerdictFactory(claim=claim, slug="long-verdict")
    for statement in Statement.objects.all():
        verdict.evidence.create(statement=statement)
    release(verdict)

    for address in (
        "/", "/verdicts/long-verdict/", "/verdicts/long-verdict/revisions/1/", "/claims/", "/claims/long-claim/",
        "/stories/long-story/", "/sources/speaker-of-0/", "/claimreview.json", "/feed.atom", "/search/?q=word001",
    ):  # fmt: skip
        page = client.get(address)
        printed = {word for word in words if word in page.content.decode()}
        assert page.status_code == 200, address
        assert sum(len(word) + 1 for word in printed) <= 2 * len(texts[0]) // 10, address
