import pytest

from factcheck.articles.models import Article, Story
from factcheck.articles.versions.stories import CannotMove, make_original, move
from factcheck.ledger.models import Entry
from tests.articles.harbour import OTHER, REPRINT, WHOLE, take_in
from tests.factories import StoryFactory


@pytest.mark.django_db
def test_a_person_s_choice_of_story_is_kept_and_recorded(editor):
    take_in(WHOLE)
    reprint = take_in(REPRINT).article
    left = reprint.story

    moved = move(reprint, story=None, actor=editor)

    assert moved.story != left
    assert (moved.is_original, moved.is_story_chosen) == (True, True)
    entry = Entry.objects.on(moved).get(act="article.moved")
    assert (entry.actor, entry.details) == (editor, {"left": left.slug, "story": moved.story.slug})


@pytest.mark.django_db
def test_a_person_s_original_is_not_replaced_by_a_fuller_text(editor):
    take_in(OTHER)
    reprint = take_in(REPRINT).article
    story = StoryFactory()
    move(reprint, story=story, actor=editor)

    take_in(WHOLE)

    assert Article.objects.get(received=REPRINT).is_original
    assert Article.objects.get(received=WHOLE).story == story


@pytest.mark.django_db
def test_a_story_that_loses_its_original_gets_the_likeliest_other(editor):
    whole = take_in(WHOLE).article
    reprint = take_in(REPRINT).article

    move(whole, story=StoryFactory(), actor=editor)

    assert Article.objects.get(pk=reprint.pk).is_original


@pytest.mark.django_db
def test_a_story_without_articles_is_removed(editor):
    other, reprint = take_in(OTHER).article, take_in(REPRINT).article
    left = other.story

    move(other, story=reprint.story, actor=editor)

    assert not Story.objects.filter(pk=left.pk).exists()
    assert Article.objects.get(pk=other.pk).relation == "related"


@pytest.mark.django_db
def test_a_person_names_the_original(editor):
    whole, reprint = take_in(WHOLE).article, take_in(REPRINT).article

    make_original(reprint, actor=editor)

    assert Article.objects.get(pk=reprint.pk).is_original
    assert not Article.objects.get(pk=whole.pk).is_original


@pytest.mark.django_db
def test_moving_an_article_nowhere_is_refused(editor):
    article = take_in(WHOLE).article

    with pytest.raises(CannotMove, match="in this story already"):
        move(article, story=article.story, actor=editor)
    with pytest.raises(CannotMove, match="the only one of its story"):
        move(article, story=None, actor=editor)
    with pytest.raises(CannotMove, match="the original of its story"):
        make_original(article, actor=editor)
