"""Paging by where the last page ended."""

from datetime import date

import pytest
from django.test import RequestFactory

from factcheck.articles.models import Article
from factcheck.search.pages import page_of
from tests.factories import ArticleFactory

BY = ("listed_on", "id")
pytestmark = pytest.mark.django_db


def page(size=2, **where):
    return page_of(Article.objects.all(), RequestFactory().get("/", where), by=BY, size=size)


def walk(size):
    """All pages from the first to the last."""
    pages = [page(size)]
    while pages[-1].after:
        pages.append(page(size, after=pages[-1].after))
    return pages


@pytest.fixture
def newest_first():
    """Articles of three days and two without a day, in the order of the list."""
    days = [date(2019, 2, 15), date(2019, 2, 15), date(2017, 7, 20), None, None]
    made = [ArticleFactory(published_on=day) for day in days]
    return [made[1], made[0], made[2], made[4], made[3]]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 6])
def test_every_row_stands_on_one_page_in_order(size, newest_first):
    assert [row for one in walk(size) for row in one] == newest_first


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_going_back_shows_the_same_pages(size, newest_first):
    pages = walk(size)

    back = [pages[-1]]
    while back[-1].before:
        back.append(page(size, before=back[-1].before))

    assert [list(one) for one in reversed(back)] == [list(one) for one in pages]


def test_a_row_that_comes_in_moves_nothing_on_the_next_page(newest_first):
    first = page()
    ArticleFactory(published_on=date(2020, 1, 1))

    assert list(page(after=first.after)) == newest_first[2:4]


def test_a_page_whose_last_row_was_removed_still_has_a_next_one(newest_first):
    first = page()
    newest_first[1].delete()

    assert list(page(after=first.after)) == newest_first[2:4]


@pytest.mark.parametrize(
    "mark", ["x", "1_2_3", "2019-02-30_4", "_", "2019-02-15_x", "\0_1", "2019-02-15_", f"_{10**20}"]
)
def test_an_address_that_makes_no_sense_shows_the_first_page(mark, newest_first):
    assert list(page(after=mark)) == newest_first[:2]
    assert list(page(before=mark)) == newest_first[:2]


def test_a_number_that_no_row_can_have_is_borne(newest_first):
    assert list(page(after=f"2017-07-20_{10**20}")) == newest_first[2:4]


def test_beyond_the_last_row_stands_the_first_page(newest_first):
    assert list(page(after="0001-01-01_0")) == newest_first[:2]


def test_no_row_is_counted(newest_first, django_assert_num_queries):
    with django_assert_num_queries(1):
        page(after=f"2019-02-15_{newest_first[0].pk}")
