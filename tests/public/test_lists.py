"""Lists for readers of stories, sources and topics: what is public, each once, a page at a time."""

from __future__ import annotations

import pytest

from factcheck.claims.models import Position
from tests.factories import ArticleFactory, ClaimFactory, PositionFactory, SourceFactory, StatementFactory, TopicFactory
from tests.public.reading import text_of


def public_statements(number):
    """So many statements of as many sources in as many stories, on one claim that readers see."""
    claim = ClaimFactory(shown=True)
    for at in range(number):
        source = SourceFactory(name=f"Speaker {at}", slug=f"speaker-{at}")
        statement = StatementFactory(
            source=source, article__story__title=f"Story {at:02}", article__story__slug=f"s-{at}"
        )
        PositionFactory(claim=claim, statement=statement, stance=list(Position.Stance)[at % 2])
    return claim


@pytest.mark.parametrize(("address", "named"), [("/stories/", "Story"), ("/sources/", "Speaker")])
def test_a_list_goes_by_pages_and_each_stands_in_it_once(address, named, db, client):
    public_statements(35)

    first = client.get(address)
    second = client.get(address, {"after": first.context["page"].after})

    listed = [str(one) for page in (first, second) for one in page.context["listed"]]
    assert len(listed) == len(set(listed)) == 35
    assert f"{named} 34" in text_of(first)
    assert f"{named} 34" not in text_of(second)
    assert second.context["page"].after == ""


def test_a_story_and_a_source_of_many_statements_stand_there_once(claim, story, client):
    for exact in ("Ships came and went on Monday", "as they always do"):
        source = claim.positions.last().statement.source
        PositionFactory(claim=claim, statement=StatementFactory(article=story.original, source=source, exact=exact))

    assert [one.story for one in client.get("/stories/").context["listed"]] == [story]
    assert [one.name for one in client.get("/sources/").context["listed"]] == ["Anna Brandt"]


def test_a_story_stands_with_its_papers_and_first_day_and_no_word_of_a_text(claim, client):
    text = text_of(client.get("/stories/"))

    assert "Harbour to close 14 February 2019 · The Original, The Reprint" in text
    assert "Ships came and went" not in text


def test_what_the_desk_has_marked_on_no_public_claim_stands_in_no_list(db, client):
    article = ArticleFactory(story__title="A working note")
    StatementFactory(article=article, source=SourceFactory(name="Okapi keeper"))

    assert "A working note" not in text_of(client.get("/stories/"))
    assert "Okapi keeper" not in text_of(client.get("/sources/"))


def test_topics_go_by_pages_in_the_order_of_their_names(db, client):
    claim = public_statements(2)
    for number in range(105):
        TopicFactory(name=f"Harbour_{number:03}", slug=f"harbour-{number}", claims=[claim])

    first = client.get("/topics/")
    second = client.get("/topics/", {"after": first.context["page"].after})

    names = [topic.name for page in (first, second) for topic in page.context["page"]]
    assert names == [f"Harbour_{number:03}" for number in range(105)]


@pytest.mark.parametrize("address", ["/stories/", "/sources/", "/topics/"])
def test_a_list_asks_the_database_few_times(address, db, client, django_assert_max_num_queries):
    public_statements(12)

    with django_assert_max_num_queries(4):
        client.get(address)
