import pytest
from django.urls import reverse

from factcheck.articles.models import Article
from factcheck.articles.registry import stories_changed
from factcheck.claims.balance import weigh
from factcheck.desk.claims.timeline import timeline
from factcheck.verdicts.models import Verdict
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    ConflictFactory,
    PositionFactory,
    SourceFactory,
    StatementFactory,
    StoryFactory,
    VerdictFactory,
)


@pytest.fixture
def desk(as_user, editor):
    return as_user(editor)


@pytest.fixture
def claim(db):
    """A claim with a named denial of 2017 and an anonymous support of 2025."""
    claim = ClaimFactory(slug="bridge")
    PositionFactory(claim=claim, denies=True, statement__said_on="2017-07-20", statement__source__name="Ana Torres")
    PositionFactory(claim=claim, statement__said_on="2025-12-01", statement__source=SourceFactory(anonymous=True))
    return claim


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
    picture = timeline(weigh(claim))

    assert [point.day.year for point in picture.points] == [2017, 2025]
    assert picture.points[0].x < picture.points[1].x
    assert [lane.name for lane in picture.lanes] == ["supports", "denies"]
    assert picture.told == "Statements from July 2017 to December 2025: 1 supports, 1 denies."


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

    assert timeline(weigh(claim)).told == "Statements from July 2017 to December 2025: 2 supports, 1 denies."


def test_a_claim_of_one_day_has_no_timeline(db):
    claim = PositionFactory(statement__said_on="2025-12-01").claim

    assert timeline(weigh(claim)) is None


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

    with django_assert_max_num_queries(13):
        assert "intact" in desk.get(url).content.decode()
    with django_assert_max_num_queries(11):
        desk.get(url)


def test_only_conflicts_between_two_statements_on_the_claim_stand_on_its_page(desk):
    claim = ClaimFactory()
    one, other = (PositionFactory(claim=claim).statement for _ in range(2))
    inside = ConflictFactory(first=one, second=other)
    ConflictFactory(first=other, second=StatementFactory())

    assert list(desk.get(reverse("desk:claim", args=[claim.slug])).context["page"].conflicts) == [inside]
