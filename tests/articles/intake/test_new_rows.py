import pytest
from django.db import IntegrityError, transaction

from factcheck.articles.intake.new_rows import store_new
from factcheck.articles.models import Article, Story
from factcheck.articles.models.articles import UNDATED
from factcheck.search.matches import matching
from factcheck.search.words import read
from factcheck.stamps.models import Stamp
from tests.factories import ArticleFactory, OutletFactory, StoryFactory

pytestmark = pytest.mark.django_db


def stories(*slugs):
    return [Story(title=f"“{slug}”\tand\n\\N", slug=slug) for slug in slugs]


def test_new_rows_have_keys_that_no_row_had_and_are_stored_as_they_are():
    gone = StoryFactory()
    last = gone.pk
    gone.delete()
    made = stories("a", "b")

    store_new(made)

    assert last < made[0].pk < made[1].pk
    assert [Story.objects.get(pk=story.pk).title for story in made] == [story.title for story in made]
    assert Story.objects.create(title="c", slug="c").pk > made[1].pk


def test_what_the_database_works_out_itself_stands_in_new_rows_too():
    story, outlet = StoryFactory(), OutletFactory()
    article = Article(
        story=story, outlet=outlet, headline="An heirloom", text="“Überall” 雨\\", findings=[{"what": "é\\n"}]
    )

    store_new([article])

    stored = Article.objects.get()
    assert (stored.pk, stored.text, stored.findings) == (article.pk, article.text, article.findings)
    assert stored.listed_on == UNDATED
    assert stored.created_at is not None
    assert list(matching(Article.objects.all(), read("heirloom uberall"))) == [article]


def test_more_rows_than_one_statement_of_the_database_holds_are_stored():
    made = stories(*map(str, range(70_000)))

    store_new(made)

    assert Story.objects.count() == 70_000


def test_pages_that_show_articles_hear_of_new_rows():
    before = set(Stamp.objects.values_list("pk", flat=True))

    with transaction.atomic():
        store_new(stories("a"))

    assert set(Stamp.objects.exclude(pk__in=before).values_list("scope", flat=True)) == {"articles_story+"}


def test_a_row_that_breaks_a_rule_is_refused_as_django_refuses_it():
    ArticleFactory(story__slug="a")

    with pytest.raises(IntegrityError), transaction.atomic():
        store_new(stories("a"))
