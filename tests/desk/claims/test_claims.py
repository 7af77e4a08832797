import re

import pytest
from django.urls import reverse

from factcheck.articles.models import Article
from factcheck.articles.registry import stories_changed
from factcheck.desk.claims.page import claim_page
from factcheck.desk.claims.position_filter import PositionFilter
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.review_verdict import submit
from tests.desk.reading import as_read
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    ConflictFactory,
    PositionFactory,
    SourceFactory,
    StatementFactory,
    StoryFactory,
    UserFactory,
    VerdictFactory,
)


@pytest.fixture
def claim(db):
    """A claim with a named denial of 2017 and an anonymous support of 2025."""
    claim = ClaimFactory(slug="bridge")
    PositionFactory(claim=claim, denies=True, statement__said_on="2017-07-20", statement__source__name="Ana Torres")
    PositionFactory(claim=claim, statement__said_on="2025-12-01", statement__source=SourceFactory(anonymous=True))
    return claim


def test_a_reviewer_makes_a_contested_claim_public_and_takes_it_off_again(claim, reviewer, as_user, client):
    reviewers = as_user(reviewer)
    page = reviewers.get("/desk/claims/bridge/").content.decode()
    assert "Make it public as contested" in page
    assert "public page" not in page

    page = reviewers.post("/desk/claims/bridge/show/", follow=True).content.decode()

    assert "Readers see it now, with both sides." in page
    assert "Take it off the site" in page
    assert client.get("/claims/bridge/").status_code == 200
    reviewers.post("/desk/claims/bridge/hide/")
    assert client.get("/claims/bridge/").status_code == 404


def test_an_editor_is_told_who_can_make_a_claim_public(claim, desk):
    page = desk.get("/desk/claims/bridge/").content.decode()

    assert "A reviewer can make it public." in page
    assert "Make it public as contested" not in page
    assert desk.post("/desk/claims/bridge/show/").status_code == 403


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ({}, {"Ana Torres", "four people"}),
        ({"until": "2018"}, {"Ana Torres"}),
        ({"since": "2018"}, {"four people"}),
        ({"sourcing": "anonymous"}, {"four people"}),
        ({"sourcing": "named", "stance": "supports"}, set()),
        ({"since": "soon", "sourcing": "<b>"}, {"Ana Torres", "four people"}),
    ],
)
def test_the_statements_on_a_claim_are_filtered_by_time_sourcing_and_position(query, kept, claim, desk):
    html = desk.get(reverse("desk:claim", args=["bridge"]), query).content.decode()

    sides = html[html.index('<div class="sides">') : html.index("<h2>Conflicts</h2>")]
    assert {name for name in ("Ana Torres", "four people") if name in sides} == kept


def test_the_timeline_puts_the_earliest_first_and_each_stance_in_its_lane(claim):
    picture = claim_page(claim, PositionFilter()).timeline

    assert [point.day.year for point in picture.points] == [2017, 2025]
    assert picture.points[0].x < picture.points[1].x
    assert [lane.name for lane in picture.lanes] == ["for", "against"]
    assert picture.told == "Statements from July 2017 to December 2025: 1 for, 1 against."


def test_a_statement_that_is_marked_in_two_papers_is_one_card_that_names_both(desk):
    claim, story = ClaimFactory(slug="dam"), StoryFactory()
    for outlet, is_reprint in [("The Wire", False), ("The Echo", True)]:
        text = "She said the bridge is safe."
        article = ArticleFactory(story=story, text=text, outlet__name=outlet, reprint=is_reprint)
        PositionFactory(claim=claim, statement__article=article)

    html = desk.get(reverse("desk:claim", args=["dam"])).content.decode()

    card = html[html.index('<article class="card">') :]
    assert html.count('<article class="card">') == 1
    assert "<li>The Wire</li>" in card
    assert f'<a href="{article.statements.get().get_absolute_url()}">The Echo</a>' in card


def test_words_that_are_marked_in_two_papers_are_one_point_of_the_timeline(claim):
    story = StoryFactory()
    for is_reprint, day in [(False, "2019-02-14"), (True, "2019-02-15")]:
        article = ArticleFactory(story=story, text="The bridge stands.", reprint=is_reprint, published_on=day)
        PositionFactory(claim=claim, statement__article=article, statement__exact="The bridge stands")

    assert (
        claim_page(claim, PositionFilter()).timeline.told
        == "Statements from July 2017 to December 2025: 2 for, 1 against."
    )


def test_a_claim_of_one_day_has_no_timeline(db):
    claim = PositionFactory(statement__said_on="2025-12-01").claim

    assert claim_page(claim, PositionFilter()).timeline is None


def test_a_draft_whose_article_dropped_the_words_is_at_risk(desk, editor):
    story = StoryFactory()
    first = ArticleFactory(story=story, url="https://echo.example/1", text="The bridge is safe, she said. It rained.")
    statement = StatementFactory(article=first, exact="The bridge is safe")
    verdict = VerdictFactory(author=editor)
    verdict.evidence.create(statement=statement)
    assert not Verdict.objects.at_risk().exists()

    Article.objects.create(
        story=story, outlet=first.outlet, url=first.url, headline="New", text="It rained.", received="It rained.",
        previous=first, relation="update",
    )  # fmt: skip
    stories_changed([story.pk])

    assert list(Verdict.objects.at_risk()) == [verdict]
    assert "At risk" in desk.get(reverse("desk:home")).content.decode()


def test_a_verdict_is_at_risk_when_its_evidence_clashes_with_something_new(editor):
    verdict = VerdictFactory()
    statement = StatementFactory()
    verdict.evidence.create(statement=statement)

    conflict = ConflictFactory(first=statement)

    assert list(Verdict.objects.at_risk()) == [verdict]
    conflict.state = "dismissed"
    conflict.save()
    assert not Verdict.objects.at_risk().exists()


def test_a_claim_s_page_asks_the_database_few_times_and_hardly_more_when_it_is_opened_first(
    desk, django_assert_max_num_queries
):
    story = StoryFactory()
    told = ArticleFactory(story=story, text="The bridge is safe, he said. It is not, she said.")
    ArticleFactory(story=story, reprint=True, text="The bridge is safe, he said.")
    claim = ClaimFactory()
    said = [PositionFactory(claim=claim, statement__article=told, statement__exact="The bridge is safe").statement]
    for _ in range(8):
        said.append(PositionFactory(claim=claim, denies=True).statement)
        ConflictFactory(first=said[0], second=said[-1])
    url = reverse("desk:claim", args=[claim.slug])

    with django_assert_max_num_queries(15):
        assert "intact" in desk.get(url).content.decode()
    with django_assert_max_num_queries(14):
        desk.get(url)


def test_only_conflicts_between_two_statements_on_the_claim_stand_on_its_page(desk):
    claim = ClaimFactory()
    one, other = (PositionFactory(claim=claim).statement for _ in range(2))
    inside = ConflictFactory(first=one, second=other)
    ConflictFactory(first=other, second=StatementFactory())

    assert list(desk.get(reverse("desk:claim", args=[claim.slug])).context["page"].conflicts) == [inside]


def test_five_of_a_claim_s_conflicts_stand_open_and_the_dismissed_are_folded_apart_at_the_end(desk):
    claim = ClaimFactory()
    said = [PositionFactory(claim=claim).statement for _ in range(8)]
    dismissed = ConflictFactory(first=said[0], second=said[1], state="dismissed", score=1)
    suggested = [ConflictFactory(first=said[0], second=other, score=other.pk / 1000) for other in said[2:]]
    opened = ConflictFactory(first=said[1], second=said[2], state="open")

    html = as_read(desk.get(reverse("desk:claim", args=[claim.slug])).text)

    order = [int(number) for number in re.findall(r'<li id="conflict-(\d+)"', html)]
    assert order == [opened.pk, *(conflict.pk for conflict in reversed(suggested)), dismissed.pk]
    shown, rest = html.split("<summary>and 2 more</summary>")
    folded, apart = rest.split("<summary>Dismissed: 1</summary>")
    assert [part.count('<li id="conflict-') for part in (shown, folded, apart)] == [5, 2, 1]


def test_a_claim_is_reworded_on_a_page_of_its_own_and_that_can_be_undone(desk):
    claim = ClaimFactory(text="The bridge is safe.", slug="the-bridge-is-safe")
    address = reverse("desk:reword_claim", args=[claim.slug])
    assert f'href="{address}"' in desk.get(reverse("desk:claim", args=[claim.slug])).text
    assert 'value="The bridge is safe."' in desk.get(address).text

    response = desk.post(address, {"text": "The old bridge is safe."}, follow=True)

    assert response.redirect_chain == [(reverse("desk:claim", args=["the-old-bridge-is-safe"]), 302)]
    assert "Reworded." in response.text
    (message,) = response.context["messages"]
    desk.post(reverse("desk:undo", args=[message.extra_tags]))
    claim.refresh_from_db()
    assert (claim.text, claim.slug) == ("The bridge is safe.", "the-bridge-is-safe")


def test_words_that_another_claim_has_are_given_back_with_the_reason(desk):
    ClaimFactory(text="The dam is safe.")
    address = reverse("desk:reword_claim", args=[ClaimFactory().slug])

    response = desk.post(address, {"text": "The dam is safe."})

    assert response.status_code == 422
    assert 'value="The dam is safe."' in response.text
    assert "Join the two instead." in response.text


def test_a_claim_whose_verdict_was_retracted_is_not_reworded_and_the_words_are_given_back(desk):
    verdict = VerdictFactory(status="retracted")

    response = desk.post(reverse("desk:reword_claim", args=[verdict.claim.slug]), {"text": "Other words."})

    assert response.status_code == 422
    assert "State a new claim." in response.text
    assert 'value="Other words."' in response.text


def test_a_claim_s_page_tells_the_words_that_readers_still_see(desk, reviewer):
    verdict = VerdictFactory(claim__text="The bridge is safe.")
    submit(verdict, editor=verdict.author)
    publish(verdict, reviewer=reviewer)
    address = reverse("desk:claim", args=[verdict.claim.slug])
    assert "Readers see it as" not in desk.get(address).text

    desk.post(reverse("desk:reword_claim", args=[verdict.claim.slug]), {"text": "The old bridge is safe."})

    assert "Readers see it as “The bridge is safe.” until" in desk.get(address).text


@pytest.mark.parametrize("name", ["reword_claim", "join_claim", "begin_verdict", "assignment", "claim_comments"])
def test_a_form_that_was_opened_at_the_address_before_still_reaches_its_claim(name, desk):
    claim = ClaimFactory(text="The bridge is safe.", slug="the-bridge-is-safe")
    desk.post(reverse("desk:reword_claim", args=[claim.slug]), {"text": "The old bridge is safe."})

    response = desk.post(reverse(f"desk:{name}", args=["the-bridge-is-safe"]), {"text": "Words of mine."})

    assert response.status_code != 404


def test_the_address_that_a_claim_had_leads_to_it(desk):
    claim = ClaimFactory(text="The bridge is safe.", slug="the-bridge-is-safe")
    desk.post(reverse("desk:reword_claim", args=[claim.slug]), {"text": "The old bridge is safe."})

    response = desk.get(reverse("desk:claim", args=["the-bridge-is-safe"]))

    assert (response.status_code, response.url) == (301, reverse("desk:claim", args=["the-old-bridge-is-safe"]))


def test_only_editors_reword_claims(as_user, db):
    address = reverse("desk:reword_claim", args=[ClaimFactory().slug])

    assert as_user(UserFactory()).post(address, {"text": "Other words."}).status_code == 403


def test_the_page_to_reword_asks_the_database_few_times(desk, django_assert_max_num_queries):
    address = reverse("desk:reword_claim", args=[VerdictFactory().claim.slug])

    with django_assert_max_num_queries(5):
        desk.get(address)
