"""Two people who mend the same thing at the same moment: one after the other, nothing lost, nothing fails."""

import pytest
from django.db import connection  # noqa: F401 - the condition below reads it

from factcheck.articles.models import Article, Story
from factcheck.articles.versions.stories import CannotMove, join, make_original, split_off
from factcheck.claims.correct_statement import StatementHeld, correct
from factcheck.claims.merge_sources import CannotMerge, merge
from factcheck.claims.models import Source, Statement
from factcheck.claims.withdraw_statement import withdraw
from factcheck.ledger.chain import verify
from tests.at_once import at_once, db  # noqa: F401 - the database of this module
from tests.factories import ArticleFactory, SourceFactory, StatementFactory, StoryFactory, UserFactory

REFUSED = (CannotMove, CannotMerge, StatementHeld)

pytestmark = [
    pytest.mark.usefixtures("db"),
    pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite lets only one of two writers begin at a time."),
]


def refused(act):
    """The act, with a refusal as what comes of it."""

    def attempt():
        try:
            return act()
        except REFUSED as refusal:
            return refusal

    return attempt


def outcomes(*acts):
    """How many were done, and how many refused."""
    done = at_once(*map(refused, acts))
    return len(done) - sum(isinstance(one, REFUSED) for one in done), sum(isinstance(one, REFUSED) for one in done)


def test_two_stories_that_are_joined_into_each_other_are_one_in_the_end():
    editor = UserFactory(editor=True)
    one, other = ArticleFactory().story, ArticleFactory().story

    found = outcomes(
        lambda: join(Story(pk=one.pk, title="one"), into=Story(pk=other.pk), actor=editor),
        lambda: join(Story(pk=other.pk, title="other"), into=Story(pk=one.pk), actor=editor),
    )

    assert found == (1, 1)
    assert Story.objects.get().articles.filter(relation="original").count() == 1
    assert verify() == 1


def test_two_sources_that_are_merged_into_each_other_are_one_in_the_end():
    editor = UserFactory(editor=True)
    one, other = SourceFactory(), SourceFactory()
    StatementFactory(source=one)
    StatementFactory(source=other)

    found = outcomes(
        lambda: merge(Source(pk=one.pk), into=Source(pk=other.pk), editor=editor),
        lambda: merge(Source(pk=other.pk), into=Source(pk=one.pk), editor=editor),
    )

    assert found == (1, 1)
    assert Source.objects.get().statements.count() == Statement.objects.count() == 2


def test_a_story_keeps_one_original_whoever_splits_it_and_names_one():
    editor = UserFactory(editor=True)
    story = StoryFactory()
    articles = [ArticleFactory(story=story), *(ArticleFactory(story=story, reprint=True) for _ in range(3))]

    outcomes(
        lambda: split_off(articles[:2], actor=editor),
        lambda: make_original(articles[1], actor=editor),
        lambda: make_original(articles[2], actor=editor),
    )

    originals = [one.articles.filter(relation="original").count() for one in Story.objects.all()]
    assert originals == [1, 1]
    assert Article.objects.count() == len(articles)
    verify()


def test_what_is_withdrawn_while_another_corrects_it_is_gone_and_said_to_be():
    editor = UserFactory(editor=True)
    statement = StatementFactory()

    done, refusals = outcomes(
        lambda: withdraw(statement, reason="Marked twice.", editor=editor),
        lambda: correct(statement, role="mayor", editor=editor),
        lambda: withdraw(statement, reason="Wrong.", editor=editor),
    )

    assert done in (1, 2)
    assert done + refusals == 3
    assert not Statement.objects.exists()
