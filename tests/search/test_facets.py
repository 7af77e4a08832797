"""Narrowing by facets."""

from datetime import date

import pytest
from django.http import QueryDict

from factcheck.articles.models import Article
from factcheck.search.facets import Years
from tests.factories import ArticleFactory

YEAR = Years("year", "Year", "published_on", without="undated")


@pytest.fixture
def years(db):
    """One article of each of three years and one without a date, by what they are called."""
    days = {year: date(year, 6, 1) for year in (2017, 2019, 2025)}
    return {ArticleFactory(published_on=day).pk: year for year, day in [*days.items(), (None, None)]}


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("year=2019", {2019}),
        ("year=none", {None}),
        ("year_from=2018&year_to=2020", {2019}),
        ("year_from=2019", {2019, 2025}),
        ("year_to=2019", {2017, 2019}),
        ("year=2017-2019", {2017, 2019}),
        ("year=2019&year_from=2025", {2019}),
        ("year_from=2026&year_to=2000", set()),
        ("year_from=soon", set()),
        ("year=0000", set()),
        ("year=٢٠١٩", set()),
    ],
)
def test_a_year_or_some_years_are_asked_for_by_the_address(address, kept, years):
    asked = YEAR.chosen_in(QueryDict(address))

    assert {years[article.pk] for article in YEAR.narrow(Article.objects.all(), asked)} == kept


@pytest.mark.parametrize(
    ("chosen", "told"), [("2017-2019", "2017 to 2019"), ("2019-", "since 2019"), ("-2019", "until 2019")]
)
def test_years_are_told_in_words(chosen, told):
    assert YEAR.named(chosen, []) == told
