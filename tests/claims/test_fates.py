"""What pages may say of versions that lack words: direction, relation and paper decide, over random families too."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from factcheck.articles.models import Outlet
from factcheck.claims.carriage import carriage_matrix
from factcheck.claims.fates import StatementFate, is_before
from tests.claims.families import DAYS, VERSIONS, family, may_be_blamed
from tests.factories import ArticleFactory, StatementFactory, StoryFactory

DENIAL = "An inspector denied that the bridge is safe."
WITH = f"The mayor said the bridge is open. {DENIAL}"
WITHOUT = "The mayor said the bridge is open."


def fates(story):
    return [cell.fate.value for cell in carriage_matrix(story).rows[0].cells]


def version(story, text, day, **more):
    more = {"relation": "copy", **more}
    return ArticleFactory(story=story, text=text, published_on=day and date(2026, 3, day), **more)


@pytest.mark.parametrize(
    ("day", "relation", "outlet", "fate"),
    [
        (2, "copy", "The Echo", "cut"),
        (2, "update", "The Echo", "cut"),
        (2, "derived", "The Echo", "absent"),
        (2, "related", "The Echo", "apart"),
        (None, "copy", "The Echo", "absent"),
        (2, "copy", Outlet.UNKNOWN, "absent"),
    ],
)
def test_only_a_later_copy_or_update_of_a_known_paper_left_something_out(db, day, relation, outlet, fate):
    story = StoryFactory()
    StatementFactory(article=version(story, WITH, 1, relation="original"), exact=DENIAL)
    version(story, WITHOUT, day, relation=relation, outlet__name=outlet)

    assert fates(story) == ["first", fate]


def test_what_a_later_version_added_is_not_missing_in_the_original(db):
    story = StoryFactory()
    version(story, WITHOUT, 1, relation="original")
    StatementFactory(article=version(story, WITH, 2), exact=DENIAL)
    version(story, WITHOUT, 3)

    assert fates(story) == ["not_yet", "added", "cut"]


def test_what_is_marked_in_the_reprint_and_stands_in_the_original_is_no_addition(db):
    story = StoryFactory()
    version(story, WITH, 1, relation="original")
    StatementFactory(article=version(story, WITH, 2), exact=DENIAL)

    assert fates(story) == ["first", "intact"]


def test_a_sentence_that_is_marked_in_every_version_is_one_row(db):
    story = StoryFactory()
    reworded = "An inspector denied on Monday that the bridge is safe."
    late = version(story, f"{WITHOUT} {reworded}", 2)
    StatementFactory(article=late, exact=reworded)
    StatementFactory(article=version(story, WITH, 1, relation="original"), exact=DENIAL)

    [row] = carriage_matrix(story).rows

    assert row.utterance.statement.exact == DENIAL
    assert [cell.words for cell in row.cells] == [DENIAL, reworded]
    assert row.cells[1].fate == "altered"
    added = [run.text for run in row.cells[1].differences.rows[0].inline if run.is_added]
    assert "".join(added).strip() == "on Monday"


def test_words_that_only_the_reading_text_lacks_are_not_called_left_out(db):
    story = StoryFactory()
    StatementFactory(article=version(story, WITH, 1, relation="original"), exact=DENIAL)
    version(story, WITHOUT, 2, received=f"{WITHOUT}\n\nMost read\n\n{DENIAL}")

    assert fates(story) == ["first", "outside"]


@given(VERSIONS, DAYS)
def test_no_version_is_ever_said_to_have_left_out_what_was_not_there_before_it(versions, first_day):
    articles, carrying, utterance = family(versions, first_day)

    told = {telling.article: telling.fate for telling in utterance.tellings}

    for article, fate in told.items():
        if fate == StatementFate.LEFT_OUT:
            assert may_be_blamed(article, carrying)
        if fate == StatementFate.NOT_YET:
            assert all(not is_before(carrier, article) for carrier in carrying)
        assert fate.is_carried == (article in carrying)
    assert set(told) == set(articles)
