"""A page of a reader is made once, and is never shown once anything that it shows has changed."""

from __future__ import annotations

import contextlib
import random

import pytest
from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, models, transaction
from django.db.models import ProtectedError
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from factcheck.claims.models import Position, Source
from factcheck.public import kept_pages
from factcheck.public.shown_rows import SHOWN
from factcheck.site.pages import SitePage
from factcheck.site.write_page import write_page
from factcheck.stamps.reads import stamps_now
from factcheck.stamps.writes import fold
from tests.factories import ArticleFactory, PositionFactory, StatementFactory
from tests.public.reading import PAGE
from tests.public.test_access import ADDRESSES

KEPT = [address for address in ADDRESSES if "?" not in address]


@pytest.fixture
def queries():
    """How many statements a request sends: `queries(address)`."""

    def count(address, **headers):
        with connection.execute_wrapper(counter := Counter()):
            Client().get(address, headers=headers)
        return counter.count

    return count


class Counter:
    count = 0

    def __call__(self, execute, sql, params, many, context):
        self.count += 1
        return execute(sql, params, many, context)


def test_a_page_is_made_once_and_then_costs_one_query_as_a_304_does(corrected, client, queries):
    for address in KEPT:
        made = client.get(address)

        assert queries(address) == 1, address
        assert client.get(address).content == made.content, address
        assert queries(address, **{"If-None-Match": made["ETag"]}) == 1, address


def changed(row, field, number):
    """The same row with another value in one column."""
    value = getattr(row, field.attname)
    if field.choices:
        others = [choice for choice, _ in field.choices if choice != value]
        return others[number % len(others)]
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.IntegerField):
        return (value or 0) + 1
    if isinstance(field, (models.CharField, models.TextField)) and "://" not in value:
        return f"{value[: (field.max_length or 999) - 2]}x{number % 10}"
    return value


def changeable(model):
    keys = (models.AutoField, models.ForeignKey, models.SlugField, models.GeneratedField, models.JSONField)
    return [field for field in model._meta.concrete_fields if not field.primary_key and not isinstance(field, keys)]


def write_by(way, row, drawn):
    """One of the ways by which the product writes."""
    rows, field = type(row)._base_manager.filter(pk=row.pk), drawn.choice(changeable(type(row)))
    value = changed(row, field, drawn.randrange(100))
    setattr(row, field.attname, value)
    if way == "delete":
        row.delete()
    elif way == "save":
        row.save()
    elif way == "update":
        rows.update(**{field.attname: value})
    elif way == "bulk":
        type(row)._base_manager.bulk_update([row], [field.attname])
    else:
        with connection.cursor() as cursor:
            cursor.execute(f'UPDATE "{row._meta.db_table}" SET "{field.column}" = %s WHERE id = %s', [value, row.pk])


@given(st.randoms(use_true_random=False), st.sampled_from(["save", "update", "bulk", "sql", "delete"]), st.booleans())
@hypothesis_settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_row_changes_every_page_is_as_if_it_was_made_now(corrected, drawn: random.Random, way, is_undone):
    with transaction.atomic():
        addresses = drawn.sample(KEPT, 4)
        for address in addresses:
            shown_at(address)

        with contextlib.suppress(DatabaseError, ValidationError, ProtectedError), transaction.atomic():
            write_by(way, drawn.choice([row for model in SHOWN for row in model._base_manager.all()[:3]]), drawn)
            transaction.set_rollback(is_undone)

        kept = [shown_at(address) for address in addresses]
        kept_pages.forget_pages()
        assert kept == [shown_at(address) for address in addresses]
        transaction.set_rollback(True)


def shown_at(address):
    response = Client(raise_request_exception=False).get(address)
    return response.status_code, response.content


def test_what_is_published_is_shown_at_once_to_everybody(published, release, client, as_user, editor):
    for reader in (client, as_user(editor)):
        reader.get(PAGE)

    release(published, kind="corrected", note="She spoke by telephone.", conclusion="She denies it by telephone.")

    for reader in (client, as_user(editor)):
        assert "She denies it by telephone." in reader.get(PAGE).content.decode()


def test_what_another_process_made_of_an_older_state_is_not_shown(published, client, release):
    client.get(PAGE)
    older = dict(kept_pages._at_hand)
    release(published, kind="corrected", note="She spoke by telephone.", conclusion="She denies it by telephone.")
    client.get(PAGE)

    kept_pages._at_hand.update(older)

    assert "She denies it by telephone." in client.get(PAGE).content.decode()


def test_a_process_shows_what_another_one_kept(published, client, queries):
    client.get(PAGE)

    kept_pages._at_hand.clear()

    assert queries(PAGE) == 1


def test_a_source_that_is_renamed_is_named_so_on_its_page(corrected, client):
    client.get("/sources/anna-brandt/")

    Source.objects.filter(slug="anna-brandt").update(name="Anna B. Brandt")

    assert "Anna B. Brandt" in client.get("/sources/anna-brandt/").content.decode()


def test_what_the_site_says_of_itself_is_shown_at_once(published, client, administrator):
    client.get("/about/")

    write_page(
        SitePage.ABOUT, language="en", text="We check what papers print.", is_published=True, editor=administrator
    )

    assert "We check what papers print." in client.get("/about/").content.decode()


def test_articles_that_come_in_leave_verdicts_as_they_are_kept(corrected, client, queries):
    client.get(PAGE)

    ArticleFactory()

    assert queries(PAGE) == 1


def test_what_is_written_of_others_leaves_a_page_as_it_is_kept(corrected, client, monkeypatch):
    before = {address: client.get(address).content for address in KEPT}
    other = Source.objects.create(name="Somebody else", slug="somebody-else")
    Source.objects.filter(pk=other.pk).update(name="Somebody else again")
    monkeypatch.setattr(kept_pages, "_made", None)

    for address in (PAGE, "/claims/the-harbour-will-be-closed/", "/sources/anna-brandt/"):
        assert client.get(address).content == before[address], address


def test_a_row_that_a_page_would_show_now_has_it_made_anew(claim, client):
    address = "/claims/the-harbour-will-be-closed/"
    client.get(address)
    article = claim.positions.first().statement.article

    PositionFactory(claim=claim, statement=StatementFactory(article=article, exact="Ships came and went"))

    assert "Ships came and went</mark>" in client.get(address).content.decode()


def test_what_is_rolled_back_leaves_pages_as_they_are_kept_and_what_follows_it_counts(corrected, client, queries):
    source = Source.objects.get(slug="anna-brandt")
    client.get("/sources/anna-brandt/")
    with transaction.atomic():
        Source.objects.filter(pk=source.pk).update(name="Nobody")
        transaction.set_rollback(True)
    assert queries("/sources/anna-brandt/") == 1

    Source.objects.filter(pk=source.pk).update(name="Anna B. Brandt")

    assert "Anna B. Brandt" in client.get("/sources/anna-brandt/").content.decode()


def test_many_rows_leave_one_stamp_and_summing_them_up_changes_none(claim):
    article = claim.positions.first().statement.article
    with transaction.atomic():
        before = stamp_rows()
        for place in range(5):
            StatementFactory(article=article, exact="Ships came and went", start=place, end=place + 5)
        assert stamp_rows() - before <= 2
    stamps = stamps_now()

    fold()

    assert stamps_now() == stamps
    assert stamp_rows() == len(stamps)


def stamp_rows():
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM stamps_stamp")
        return cursor.fetchone()[0]


def test_nobody_fills_the_cache_with_addresses_that_they_think_up(corrected, client):
    for address in (f"{PAGE}?x=1", f"{PAGE}?page=2", "/?page=01", "/?page=1&x=2", "/?page=99999"):
        client.get(address)

    assert not kept_pages._at_hand
    assert not caches["pages"]._cache


def test_positions_taken_back_take_their_page_with_them(claim, client):
    assert client.get("/claims/the-harbour-will-be-closed/").status_code == 200

    Position.objects.all().delete()

    assert client.get("/claims/the-harbour-will-be-closed/").status_code == 404


def test_a_page_is_the_same_by_whatever_name_the_server_is_asked(corrected, settings):
    settings.ALLOWED_HOSTS = ["desk.example", "other.example"]

    for address in KEPT:
        kept_pages.forget_pages()
        first = Client(SERVER_NAME="desk.example").get(address).content
        kept_pages.forget_pages()
        assert Client(SERVER_NAME="other.example").get(address).content == first
