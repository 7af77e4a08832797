"""A queryset that is compiled once gives the rows that it gives when it is built anew."""

from __future__ import annotations

import pytest
from django.db.models import Q
from django.db.models.functions import Length
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.articles.models import Article, Outlet
from factcheck.claims.models import Carriage, Statement
from factcheck.prepared_queries import hand_out, prepared
from tests.factories import ArticleFactory, StatementFactory


@pytest.fixture
def articles(db):
    return [ArticleFactory(headline=f"Headline {number % 3}") for number in range(8)]


@prepared
def by_headline(headline, keys):
    return Article.objects.select_related("outlet").filter(headline=headline, pk__in=keys).order_by("pk")


@prepared
def names(key):
    return Outlet.objects.filter(Q(pk=key) | Q(articles__pk=key)).order_by("pk").values_list("pk", "name")


@prepared
def with_statements(keys):
    return Article.objects.filter(pk__in=keys).prefetch_related("statements").order_by("pk")


@given(st.integers(0, 4), st.sets(st.integers(0, 7)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_the_rows_are_those_of_the_queryset_whatever_is_asked(articles, number, chosen):
    keys = [articles[one].pk for one in chosen]

    rows = by_headline(headline=f"Headline {number}", keys=keys)

    assert rows == list(Article.objects.filter(headline=f"Headline {number}", pk__in=keys).order_by("pk"))
    assert [row.outlet for row in rows] == [Outlet.objects.get(pk=row.outlet_id) for row in rows]


def test_a_value_may_stand_in_several_places(articles):
    [first, *_] = articles

    assert names(key=first.pk) == list(
        Outlet.objects.filter(Q(pk=first.pk) | Q(articles__pk=first.pk)).order_by("pk").values_list("pk", "name")
    )


def test_rows_are_read_anew_each_time_in_one_statement(articles, django_assert_num_queries):
    asked = {"headline": "Headline 0", "keys": [articles[0].pk]}
    assert len(by_headline(**asked)) == 1
    Article.objects.filter(pk=articles[0].pk).delete()

    with django_assert_num_queries(1):
        assert by_headline(**asked) == []


def test_of_no_values_nothing_is_asked(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert by_headline(headline="Headline 0", keys=[]) == []


def test_what_a_queryset_fetches_beforehand_is_fetched(articles, django_assert_num_queries):
    statement = StatementFactory(article=articles[1])

    with django_assert_num_queries(2):
        [row] = with_statements(keys=[articles[1].pk])
        assert list(row.statements.all()) == [statement]


def test_a_value_that_the_query_does_not_hold_is_refused(db):
    with pytest.raises(ValueError, match="not in its query"):
        prepared(lambda headline, other: Article.objects.filter(headline=headline))(headline="x", other="y")


def test_rows_that_are_handed_out_are_not_asked_for_again(db, django_assert_num_queries):
    statements = [StatementFactory(), StatementFactory()]
    carriage = Carriage.objects.create(statement=statements[0], article=ArticleFactory(), status="cut", similarity=0)
    [first, second] = Statement.objects.order_by("pk")

    hand_out([first, second], "carriages", Carriage, [carriage], owner_of=lambda row: row.statement_id)

    with django_assert_num_queries(0):
        assert list(first.carriages.all()) == [carriage]
        assert list(second.carriages.all()) == []
    with pytest.raises(TypeError, match="handed out"):
        first.carriages.filter(status="cut")


@prepared
def told(keys):
    rows = Statement.objects.filter(pk__in=keys).select_related("article__outlet", "source").defer("article__text")
    return rows.annotate(length=Length("exact")).order_by("pk")


def test_a_row_has_all_that_it_has_when_it_is_asked_for_otherwise(db):
    keys = [StatementFactory().pk, StatementFactory().pk]
    plain = Statement.objects.filter(pk__in=keys).select_related("article__outlet", "source").order_by("pk")

    rows = told(keys=keys)

    for row, same in zip(rows, plain.defer("article__text").annotate(length=Length("exact")), strict=True):
        pairs = [(row, same), (row.article, same.article), (row.article.outlet, same.article.outlet)]
        for one, other in [*pairs, (row.source, same.source)]:
            assert {**vars(one), "_state": None} == {**vars(other), "_state": None}
            assert vars(one._state).keys() == vars(other._state).keys()
        assert row.article.text
