"""Whether a query would be answered now as it was."""

from __future__ import annotations

import pytest
from django.db import connection

from factcheck.articles.models import Outlet
from factcheck.stamps.reads import noting_reads

pytestmark = pytest.mark.django_db


@pytest.fixture
def outlets():
    return [Outlet.objects.create(name=f"Paper {number}") for number in range(3)]


def answers_of(ask):
    with noting_reads({}) as read:
        ask()
    return read.answers.told()


def is_alike(answers):
    return all(answer.is_given_again(connection) for answer in answers)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: list(Outlet.objects.filter(name__startswith="Paper")),
        lambda: Outlet.objects.filter(name__startswith="Paper").count(),
        lambda: list(Outlet.objects.filter(name__startswith="Paper").values_list("name").iterator()),
    ],
)
def test_an_answer_is_the_same_until_a_row_of_it_is_another(outlets, ask):
    answers = answers_of(ask)
    Outlet.objects.create(name="Journal")
    assert is_alike(answers)

    Outlet.objects.create(name="Paper 4")

    assert not is_alike(answers)


def test_a_row_that_changes_in_a_column_changes_the_answer(outlets):
    answers = answers_of(lambda: list(Outlet.objects.filter(name__startswith="Paper")))

    outlets[1].domain = "paper.example"
    outlets[1].save()

    assert not is_alike(answers)


def test_that_there_is_nothing_is_an_answer_too(outlets):
    answers = answers_of(lambda: Outlet.objects.filter(name="Journal").exists())
    assert is_alike(answers)

    Outlet.objects.create(name="Journal")

    assert not is_alike(answers)


def test_rows_that_were_not_read_do_not_count(outlets):
    answers = answers_of(lambda: next(iter(Outlet.objects.order_by("name").values_list("name")[:1])))

    outlets[2].delete()

    assert is_alike(answers)


def test_what_a_page_writes_is_not_asked_for_again(outlets):
    assert answers_of(outlets[0].save) is None
