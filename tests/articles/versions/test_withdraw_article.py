"""Withdrawing articles that came in by mistake."""

import pytest
from django.core.exceptions import ValidationError

from factcheck.articles.models import Article, Fingerprint, Story
from factcheck.articles.versions.withdraw_article import ArticleStays, withdraw
from factcheck.ledger.models import Entry
from tests.articles.harbour import WHOLE, take_in
from tests.factories import ArticleFactory, StatementFactory, StoryFactory

pytestmark = pytest.mark.django_db


def test_an_article_goes_with_its_story_and_the_ledger_keeps_why_and_none_of_its_text(editor):
    article = take_in(WHOLE).article

    withdraw(article, reason=" Pasted by  mistake ", actor=editor)

    assert not Article.objects.exists()
    assert not Story.objects.exists()
    assert not Fingerprint.objects.exists()
    entry = Entry.objects.filter(act="article.withdrawn").get()
    assert (entry.subject_id, entry.actor, entry.details["reason"]) == (article.pk, editor, "Pasted by mistake")
    assert WHOLE[200:260] not in str(entry.details)


def test_a_story_without_its_original_gets_another(editor):
    story = StoryFactory()
    original, reprint = ArticleFactory(story=story), ArticleFactory(story=story, reprint=True)

    withdraw(original, reason="Not an article", actor=editor)

    reprint.refresh_from_db()
    assert (reprint.story, reprint.is_original) == (story, True)


def test_what_people_marked_in_it_stands_in_the_way(editor):
    statement = StatementFactory()

    with pytest.raises(ArticleStays, match=r"This stands on it: the statement .* Withdraw that first"):
        withdraw(statement.article, reason="By mistake", actor=editor)

    assert Article.objects.filter(pk=statement.article_id).exists()
    assert not Entry.objects.filter(act="article.withdrawn").exists()


def test_without_a_reason_nothing_is_withdrawn(editor):
    with pytest.raises(ValidationError, match="Say why"):
        withdraw(ArticleFactory(), reason="  ", actor=editor)

    assert Article.objects.exists()
