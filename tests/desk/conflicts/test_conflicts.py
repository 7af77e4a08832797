import re

import pytest

from factcheck.claims.models import Conflict
from tests.factories import (
    ArticleFactory,
    ConflictFactory,
    StatementFactory,
    StoryFactory,
)


def test_a_conflict_shows_both_sides_with_the_sentences_around_them(desk):
    text = "It rained. The bridge is safe, she said. Nobody was hurt."
    conflict = ConflictFactory(first=StatementFactory(article=ArticleFactory(text=text), exact="The bridge is safe"))

    html = desk.get(conflict.get_absolute_url()).content.decode()

    assert "It rained." in html
    assert "<mark>The bridge is safe</mark>" in html
    assert "Nobody was hurt." in html


def test_a_conflict_names_the_paper_that_carries_only_one_of_the_two(desk):
    story = StoryFactory()
    whole = ArticleFactory(story=story, text="The bridge is safe, he said.\n\nIt is not, she said.")
    ArticleFactory(story=story, reprint=True, text="The bridge is safe, he said.", outlet__name="The Echo")
    first = StatementFactory(article=whole, exact="The bridge is safe")
    second = StatementFactory(article=whole, exact="It is not")

    html = desk.get(ConflictFactory(first=first, second=second).get_absolute_url()).content.decode()

    only_one = html[html.index("<b>Only this one</b>") :]
    assert "The Echo" in only_one[:200]


def test_a_conflict_leads_to_the_next_suggestion(desk):
    conflict, likely = ConflictFactory(), ConflictFactory(score=0.9)
    ConflictFactory(score=0.95, state="open")

    html = desk.get(conflict.get_absolute_url()).content.decode()

    assert f'<a href="{likely.get_absolute_url()}" data-key="n">Next suggestion' in html


@pytest.fixture
def denial(db):
    """A statement that is suggested to deny three others, the second of them likeliest."""
    denying, *others = StatementFactory.create_batch(4)
    return [
        ConflictFactory(first=denying, second=other, denying=denying, score=score)
        for other, score in zip(others, (0.5, 0.9, 0.7), strict=True)
    ]


def test_what_one_statement_denies_is_listed_once_with_its_likeliest_conflict(desk, denial):
    other = ConflictFactory(score=0.6)

    html = desk.get("/desk/conflicts/").content.decode()

    assert [f'id="conflict-{one.pk}"' in html for one in denial] == [False, True, False]
    assert "It denies 2 more statements" in html
    assert f'id="conflict-{other.pk}"' in html


def test_the_next_likeliest_of_a_denial_is_listed_once_the_first_is_settled(desk, denial):
    desk.post(denial[1].get_absolute_url(), {"state": "dismissed"})

    html = desk.get("/desk/conflicts/").content.decode()

    assert f'id="conflict-{denial[2].pk}"' in html
    assert "It denies one more statement" in html


@pytest.mark.parametrize("state", ["open", "dismissed"])
def test_all_that_a_statement_is_suggested_to_deny_is_settled_and_undone_at_once(desk, denial, state):
    settled = desk.post(f"/desk/conflicts/{denial[1].pk}/likewise/", {"state": state}, follow=True).content.decode()

    assert f"3 conflicts are {state}." in settled
    assert set(Conflict.objects.values_list("state", flat=True)) == {state}

    desk.post(re.search(r'action="(/desk/undo/[\d-]+/)"', settled)[1])

    assert set(Conflict.objects.values_list("state", flat=True)) == {"suggested"}


def test_nothing_is_settled_without_saying_how(desk, denial):
    page = desk.post(f"/desk/conflicts/{denial[1].pk}/likewise/", {"state": "explained"}, follow=True)

    assert "Say that they clash, or that they do not." in page.content.decode()
    assert set(Conflict.objects.values_list("state", flat=True)) == {"suggested"}


def test_a_suggestion_is_shown_with_its_sentence_where_the_denial_stands(desk):
    text = "It rained. The council denied that the bridge is safe, it said. Nobody was hurt."
    denying = StatementFactory(article=ArticleFactory(text=text), exact="the bridge is safe")
    ConflictFactory(first=denying, denying=denying)

    html = desk.get("/desk/conflicts/").content.decode()

    assert '<span class="context">The council denied that </span><mark>the bridge is safe</mark>' in html
    assert "Denies it" in html
    assert "It rained" not in html
