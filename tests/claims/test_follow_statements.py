from io import StringIO

import pytest
from django.core.management import call_command

from factcheck.articles.models import Article
from factcheck.claims.follow_statements import follow_in_stories
from factcheck.claims.mark_statement import mark
from factcheck.claims.models import Carriage, Statement
from factcheck.compare import Span
from tests.factories import ArticleFactory, SourceFactory, StoryFactory

TEXT = "The bridge is safe, she said.\n\nNobody is closing it, he said."


@pytest.fixture
def story(db):
    story = StoryFactory()
    ArticleFactory(story=story, text=TEXT)
    ArticleFactory(story=story, text="The bridge is safe, she said.", reprint=True)
    return story


def statuses():
    return sorted(Carriage.objects.values_list("status", flat=True))


def test_a_statement_is_followed_into_every_version_as_soon_as_it_is_marked(story, editor):
    mark(story.original, span=Span(31, 51), manner="indirect", editor=editor, source=SourceFactory())

    assert statuses() == ["cut"]


def test_a_statement_is_followed_into_a_version_as_soon_as_that_comes_in(story, editor):
    mark(story.original, span=Span(0, 18), manner="indirect", editor=editor, source=SourceFactory())

    ArticleFactory(story=story, text=f"It rained.\n\n{TEXT}", relation="update")

    assert statuses() == ["intact", "intact"]


def test_the_command_follows_what_was_not_followed_and_may_be_repeated(story, editor):
    mark(story.original, span=Span(0, 18), manner="indirect", editor=editor, source=SourceFactory())
    Carriage.objects.all().delete()

    told = [run() for _ in range(2)]

    assert told == ["1 statements, followed into 1 more versions.", "1 statements, followed into 0 more versions."]
    assert statuses() == ["intact"]


def test_following_where_there_is_nothing_to_follow_costs_one_query(story, django_assert_num_queries):
    keys = list(Article.objects.values_list("story", flat=True))

    with django_assert_num_queries(1):
        follow_in_stories(keys)

    assert not Statement.objects.exists()


def run():
    output = StringIO()
    call_command("follow_statements", stdout=output)
    return output.getvalue().strip()
