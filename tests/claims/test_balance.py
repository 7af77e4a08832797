import pytest

from factcheck.claims.balance import weigh
from factcheck.claims.carriage import carriage_matrix
from tests.factories import ArticleFactory, ClaimFactory, PositionFactory, SourceFactory, StatementFactory, StoryFactory

PLANS = "A hurried departure is being prepared should he have to leave, four people with knowledge of the talks said."
DENIAL = "“He has no intention of leaving,” the lawmaker Pavel Orlov said by telephone on Thursday."
ORIGINAL = f"The president is under pressure at home.\n\n{PLANS}\n\nHis party called the report nonsense.\n\n{DENIAL}"
REPRINT = f"The president is under pressure at home.\n\n{PLANS}\n\nHis party called the report nonsense."


@pytest.fixture
def story(db):
    """A story in two papers; the reprint leaves the denial out."""
    story = StoryFactory()
    ArticleFactory(story=story, text=ORIGINAL, published_on="2019-02-14")
    ArticleFactory(story=story, text=REPRINT, reprint=True, published_on="2019-02-15")
    return story


def test_the_same_story_in_two_papers_counts_once_and_four_people_count_four(story):
    claim = ClaimFactory()
    four = SourceFactory(anonymous=True)
    for article in story.versions:
        statement = StatementFactory(article=article, source=four, exact=PLANS)
        PositionFactory(claim=claim, statement=statement)

    side = weigh(claim).supports

    assert (side.weight.stories, side.weight.named, side.weight.unnamed) == (1, 0, 4)
    assert side.strength == "1 story · 4 anonymous people"


def test_words_that_are_marked_in_two_versions_of_a_story_are_one_utterance(story):
    claim = ClaimFactory()
    original, reprint = story.versions
    first, again, denial = (
        PositionFactory(claim=claim, statement__article=article, statement__exact=words).statement
        for article, words in [(original, PLANS), (reprint, PLANS[:40]), (original, DENIAL)]
    )

    told = weigh(claim).supports.utterances

    assert [(one.statement, one.repeated) for one in told] == [(first, [again]), (denial, [])]
    assert [(telling.statement, telling.fate.label) for one in told for telling in one.tellings] == [
        (first, "first here"),
        (again, "word for word"),
        (denial, "first here"),
        (None, "left out"),
    ]


def test_the_same_words_in_two_stories_are_two_utterances(db):
    claim = ClaimFactory()
    for text in (ORIGINAL, REPRINT):
        PositionFactory(claim=claim, statement__article__text=text, statement__exact=PLANS)

    assert len(weigh(claim).supports.utterances) == 2


def test_a_reprint_that_drops_the_denial_shows_it_as_cut(story):
    original, _ = story.versions
    plans = StatementFactory(article=original, exact=PLANS)
    denial = StatementFactory(article=original, exact=DENIAL)

    rows = carriage_matrix(story).rows

    told = {row.utterance.statement: [cell.fate.label for cell in row.cells] for row in rows}
    assert told == {plans: ["first here", "word for word"], denial: ["first here", "left out"]}


def test_a_version_that_comes_later_is_followed_too(story):
    StatementFactory(article=story.original, exact=DENIAL)
    carriage_matrix(story)
    late = ArticleFactory(story=story, text=f"An update.\n\n{DENIAL}", relation="update", published_on="2019-02-16")

    row = carriage_matrix(story.__class__.objects.get(pk=story.pk)).rows[0]

    assert row.cells[2].article == late
    assert row.cells[2].fate == "intact"


def test_both_sides_stand_in_order_of_time(db):
    claim = ClaimFactory()
    later = PositionFactory(claim=claim, denies=True, statement__said_on="2025-12-01")
    earlier = PositionFactory(claim=claim, denies=True, statement__said_on="2017-07-20")

    balance = weigh(claim)

    assert balance.denies.positions == [earlier, later]
    assert not balance.is_contested


def test_weighing_costs_the_same_number_of_queries_for_any_number_of_statements(db, django_assert_num_queries):
    claim = ClaimFactory()
    for _ in range(6):
        PositionFactory(claim=claim)

    with django_assert_num_queries(2):
        weigh(claim)
