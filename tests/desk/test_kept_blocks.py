"""Blocks of the desk's pages that stand as long as the database answers their queries alike."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from factcheck.articles.models import Article
from factcheck.claims.models import Claim
from factcheck.desk.kept_blocks import forget_blocks, kept_blocks, place
from tests.factories import ArticleFactory, ClaimFactory, StatementFactory

TOPICS = "desk/topics/chips.html"


def block(makes, **live):
    def make():
        makes.append(1)
        names = Claim.objects.order_by("pk").values_list("text", flat=True)
        return {"topics": [{"slug": place("slug"), "name": name} for name in names]}

    (shown,) = kept_blocks([TOPICS], "all", make, {"slug": "here", **live})
    return shown


def test_a_block_is_made_once_and_its_queries_are_asked_each_time(db):
    ClaimFactory(text="The pier is safe.")
    makes = []

    first = block(makes)
    with CaptureQueriesContext(connection) as asked:
        second = block(makes)

    assert first == second
    assert "The pier is safe." in second
    assert (len(makes), len(asked)) == (1, 1)


def test_a_block_is_made_anew_once_a_row_reads_otherwise_whoever_wrote_it(db):
    claim, makes = ClaimFactory(text="The pier is safe."), []
    block(makes)

    Claim.objects.filter(pk=claim.pk).update(text="The pier is closed.")

    assert "The pier is closed." in block(makes)
    assert "The pier is safe." not in block(makes)


def test_a_block_holds_what_each_look_puts_in_its_places(db):
    ClaimFactory()
    makes = []

    assert "topic=one" in block(makes, slug="one")
    assert "topic=two" in block(makes, slug="two")
    assert len(makes) == 1


def test_a_block_is_kept_for_each_language(db):
    ClaimFactory()
    makes = []

    assert 'aria-label="Topics"' in block(makes)
    with override("es"):
        assert 'aria-label="Temas"' in block(makes)


def test_a_block_that_writes_is_made_each_time(db):
    makes = []

    def make():
        makes.append(1)
        ClaimFactory()
        return {"topics": []}

    for _ in range(2):
        kept_blocks([TOPICS], "writing", make)

    assert len(makes) == 2


@pytest.fixture
def article(db):
    return ArticleFactory(text="The bridge is safe, he said. It is not, she said.")


def test_two_people_see_the_same_reading_page_with_forms_of_their_own(article, as_user, editor, reviewer):
    pages = [as_user(person).get(article.get_absolute_url()).content.decode() for person in (editor, reviewer)]
    tokens = [page.partition('name="csrfmiddlewaretoken" value="')[2][:64] for page in pages]

    assert len(set(tokens)) == 2
    assert all(len(token) == 64 and page.count(token) > 1 for token, page in zip(tokens, pages, strict=True))


def test_what_somebody_marks_stands_on_the_reading_page_of_another_at_once(article, as_user, editor, reviewer):
    other = as_user(reviewer)
    other.get(article.get_absolute_url())

    statement = StatementFactory(article=article, exact="The bridge is safe")

    assert f'id="note-{statement.pk}"' in other.get(article.get_absolute_url()).content.decode()


def test_a_reading_page_that_is_gone_is_not_found_though_it_was_kept(article, as_user, editor):
    desk = as_user(editor)
    desk.get(article.get_absolute_url())

    Article.objects.filter(pk=article.pk).delete()

    assert desk.get(article.get_absolute_url()).status_code == 404


def test_a_new_claim_is_offered_on_a_reading_page_that_is_kept(article, as_user, editor):
    desk = as_user(editor)
    desk.get(article.get_absolute_url())

    ClaimFactory(text="The bridge was never inspected.")

    assert '<option value="The bridge was never inspected.">' in desk.get(article.get_absolute_url()).content.decode()


def test_nothing_is_kept_where_templates_are_worked_on(db, settings):
    settings.KEEPS_PAGES = False
    forget_blocks()
    makes = []

    block(makes)
    block(makes)

    assert len(makes) == 2
