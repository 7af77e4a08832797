from __future__ import annotations

from datetime import date

from factcheck.articles.models import Article
from tests.factories import ArticleFactory, OutletFactory, StatementFactory
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
