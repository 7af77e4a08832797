"""Putting what was found in order of relevance, and paging through it."""

from datetime import date

import pytest
from django.test import RequestFactory

from factcheck.articles.models import Article
from factcheck.claims.models import Source, Statement
from factcheck.search import matches as search_matching
from factcheck.search import relevance
from factcheck.search.matches import Beside, matching
from factcheck.search.relevance import Ranked, Relevance, best, page_of_ranking
from factcheck.search.words import read
from tests.factories import ArticleFactory, SourceFactory, StatementFactory

FILLER = "The ferry runs as usual on Sundays and nobody was hurt. " * 20


def ranked(typed, rows=Article, by=("-listed_on", "-id"), **how):
    query = read(typed)
    return best(rows.objects.all(), matching(rows.objects.order_by(*by), query), Relevance(query, **how), most=10)


@pytest.mark.django_db
def test_a_word_in_the_headline_counts_more_than_many_in_the_text():
    often = ArticleFactory(text=f"Okapi. {FILLER} Okapi. {FILLER} Okapi.", published_on=date(2020, 1, 1))
    headline = ArticleFactory(headline="The okapi is back", text=FILLER, published_on=date(2010, 1, 1))

    assert ranked("okapi") == [headline, often]


@pytest.mark.django_db
def test_a_text_that_is_about_it_stands_before_one_that_mentions_it():
    about = ArticleFactory(text="The okapi slept. The okapi woke. The okapi ate.", published_on=date(2010, 1, 1))
    mentions = ArticleFactory(text=f"{FILLER} An okapi.", published_on=date(2020, 1, 1))

    assert ranked("okapi") == [about, mentions]


@pytest.mark.django_db
def test_of_equals_the_newest_stands_first():
    days = [date(2017, 1, 1), None, date(2019, 1, 1)]
    oldest, undated, newest = (ArticleFactory(headline="Okapi", text="It rained.", published_on=day) for day in days)

    assert ranked("okapi") == [newest, oldest, undated]


@pytest.mark.django_db
def test_only_the_newest_of_very_many_are_put_in_order(monkeypatch):
    monkeypatch.setattr(relevance, "RANKED", 2)
    ArticleFactory(headline="Okapi okapi", published_on=date(2010, 1, 1))
    newer = [ArticleFactory(text=f"An okapi, {n}. {FILLER}", published_on=date(2020, 1, 1)) for n in range(2)]

    assert ranked("okapi") == newer[::-1]


@pytest.mark.django_db
def test_a_row_that_holds_all_words_is_found_however_many_newer_ones_hold_one_of_them(monkeypatch):
    monkeypatch.setattr(search_matching, "LAST", 1)
    texts = ["The okapi slept beside a tapir.", "An okapi slept.", "A tapir slept."]
    both, *_ = (StatementFactory(article=ArticleFactory(text=text), exact=text) for text in texts)

    found = matching(Statement.objects.all(), read("okapi tapir"), beside=[Beside("source", Source)], last=True)

    assert list(found) == [both]


@pytest.mark.django_db
def test_a_statement_that_says_the_word_stands_before_one_of_a_source_of_that_name():
    article = ArticleFactory(text="The okapi slept. The tapir slept.")
    says = StatementFactory(article=article, exact="The okapi slept")
    other = StatementFactory(article=article, exact="The tapir slept", source=SourceFactory(name="Okapi keeper"))

    relevance = Relevance(read("okapi keeper"), any_term=True)

    assert best(Statement.objects.all(), Statement.objects.order_by("-id"), relevance, most=5) == [says, other]


RANKING = [Ranked(fit, key) for fit, key in [(2.5, 7), (1.25, 9), (1.25, 3), (0.5, 8), (0.0, 1)]]


def page(rows=RANKING, size=2, **where):
    return page_of_ranking(rows, RequestFactory().get("/", where), size=size)


def test_every_row_stands_on_one_page_and_going_back_shows_the_same():
    pages = [page()]
    while pages[-1].after:
        pages.append(page(after=pages[-1].after))
    assert [list(one) for one in pages] == [[7, 9], [3, 8], [1]]

    back = [pages[-1]]
    while back[-1].before:
        back.append(page(before=back[-1].before))

    assert [list(one) for one in back] == [[1], [3, 8], [7, 9]]


def test_the_next_page_is_the_same_when_rows_came_in_and_all_fit_otherwise_by_now():
    later = [Ranked(9.0, 11), *(Ranked(row.fit * 0.9, row.key) for row in RANKING)]

    assert list(page(later, after=page().after)) == [3, 8]


def test_a_page_whose_last_row_was_removed_still_has_a_next_one():
    first = page()

    assert list(page([row for row in RANKING if row.key != 9], after=first.after)) == [3, 8]


@pytest.mark.parametrize("mark", ["", "x", "_", "1.25", "1.25_x", "x_9", "nan_", "0.0_1", "-1.0_99"])
def test_an_address_that_makes_no_sense_or_leads_past_the_end_shows_the_first_page(mark):
    assert list(page(after=mark)) == [7, 9]
