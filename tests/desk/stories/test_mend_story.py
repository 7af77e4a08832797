import pytest
from django.urls import reverse

from factcheck.articles.models import Article, Story
from tests.desk.reading import as_read
from tests.desk.test_undo import undo
from tests.factories import (
    ArticleFactory,
    PositionFactory,
    StatementFactory,
    StoryFactory,
    VerdictFactory,
)


@pytest.fixture
def family(db):
    """A story with its original and one reprint."""
    story = StoryFactory(title="The bridge", slug="the-bridge")
    return ArticleFactory(story=story), ArticleFactory(story=story, reprint=True, outlet__name="The Herald")


def post(desk, name, key, **fields):
    return desk.post(reverse(f"desk:{name}", args=[key]), fields, follow=True)


def shown(desk, name, key, **query):
    return as_read(desk.get(reverse(f"desk:{name}", args=[key], query=query)).content.decode())


def test_each_version_leads_from_the_story_to_where_it_is_mended(desk, family):
    page = shown(desk, "story", "the-bridge")

    assert reverse("desk:place", args=[family[1].pk]) in page
    assert reverse("desk:mend_story", args=["the-bridge"]) in page


def test_what_was_measured_stands_beside_what_a_version_is_called(desk, family):
    page = shown(desk, "place", family[1].pk)

    assert "Measured as" in page
    assert "of its words stand there" in page
    assert '<option value="copy" selected>' in page


def test_the_original_offers_no_relation_to_itself(desk, family):
    page = shown(desk, "place", family[0].pk)

    assert "Save what it is" not in page
    assert "Make this the original" not in page
    assert "Not a version of this" in page


def test_a_wrong_join_is_mended_and_that_is_undone(desk, family):
    response = post(desk, "split_story", "the-bridge", article=family[1].pk)

    assert Article.objects.get(pk=family[1].pk).is_original
    assert "not suggested to be one again" in response.content.decode()
    undo(desk, response)
    assert Article.objects.get(pk=family[1].pk).story.slug == "the-bridge"


def test_an_article_is_moved_to_a_story_that_is_found_by_its_words(desk, family):
    other = ArticleFactory(story__title="Ferries", text="The harbour master closed both ferry lines.")
    assert "Ferries" in shown(desk, "place", family[1].pk, q="harbour")

    response = post(desk, "move_article", family[1].pk, story=other.story.slug)

    assert Article.objects.get(pk=family[1].pk).story == other.story
    undo(desk, response)
    assert Article.objects.get(pk=family[1].pk).story.slug == "the-bridge"


def test_the_original_and_what_a_version_is_are_said_by_hand(desk, family):
    post(desk, "call_version", family[1].pk, relation="derived")
    assert Article.objects.get(pk=family[1].pk).relation == "derived"

    response = post(desk, "name_original", family[1].pk)

    assert Article.objects.get(pk=family[1].pk).is_original
    undo(desk, response)
    assert Article.objects.get(pk=family[1].pk).relation == "derived"


def test_two_stories_are_joined_and_the_old_address_leads_there(desk, family):
    other = ArticleFactory(headline="Ferries stay in port", story__slug="ferries").story
    assert "Join with this story" in shown(desk, "mend_story", "the-bridge", q="ferries")

    response = post(desk, "join_story", "the-bridge", into="ferries")

    assert response.redirect_chain[-1][0] == reverse("desk:story", args=["ferries"])
    assert desk.get(reverse("desk:story", args=["the-bridge"]))["Location"] == reverse("desk:story", args=["ferries"])
    compared = desk.get(reverse("desk:compare", args=["the-bridge"], query={"view": "inline"}))
    assert compared["Location"] == reverse("desk:compare", args=["ferries"], query={"view": "inline"})
    undo(desk, response)
    assert Story.objects.get(slug="the-bridge").articles.count() == 2
    assert other.articles.count() == 1


def test_readers_are_led_from_an_old_address_too(desk, family, client):
    PositionFactory(statement=StatementFactory(article=family[0]), claim__text="The bridge is safe.", claim__shown=True)
    PositionFactory(statement=StatementFactory(), claim=family[0].statements.get().positions.get().claim, denies=True)
    ArticleFactory(story__slug="ferries")

    post(desk, "join_story", "the-bridge", into="ferries")

    response = client.get(reverse("public:story", args=["the-bridge"]))
    assert (response.status_code, response["Location"]) == (302, reverse("public:story", args=["ferries"]))


def test_what_it_means_for_a_verdict_in_review_is_said_and_happens(desk, family):
    position = PositionFactory(statement=StatementFactory(article=family[0]))
    verdict = VerdictFactory(claim=position.claim, in_review=True)
    assert "Back to draft" in shown(desk, "place", family[1].pk)

    post(desk, "split_story", "the-bridge", article=family[1].pk)

    verdict.refresh_from_db()
    assert verdict.is_draft


def test_a_choice_that_changes_nothing_is_refused_in_words(desk, family):
    assert "Choose the versions" in post(desk, "split_story", "the-bridge").content.decode()
    assert "not on the desk" in post(desk, "join_story", "the-bridge", into="nowhere").content.decode()
    assert "already" in post(desk, "name_original", family[0].pk).content.decode()


def test_htmx_puts_the_ways_to_mend_into_the_story_s_page(desk, family):
    address = reverse("desk:place", args=[family[1].pk])

    whole = desk.get(address, headers={"HX-Request": "true"}).content.decode()
    found = desk.get(f"{address}?q=bridge", headers={"HX-Request": "true", "HX-Target": "found"}).content.decode()

    assert "Not a version of this" in whole
    assert "<html" not in whole
    assert "Not a version of this" not in found
    assert 'id="found"' in found
