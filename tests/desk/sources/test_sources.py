import pytest
from django.urls import reverse

from factcheck.claims.name_source import name_source
from factcheck.desk.sources.page import roles_of
from tests.factories import ConflictFactory, SourceFactory, StatementFactory, StoryFactory


def test_a_source_is_found_by_every_name_that_papers_give_it(desk, editor):
    source = SourceFactory(name="Recep Tayyip Erdoğan")

    desk.post(reverse("desk:aliases", args=[source.slug]), {"name": "Recep Tayyip  Erdogan"})

    assert name_source("recep tayyip erdogan", kind="person", story=StoryFactory(), editor=editor) == source


def test_a_name_is_one_source_whatever_kind_it_was_taken_for(db, editor):
    authority = SourceFactory(name="River Authority", kind="organisation")

    assert name_source("river authority", kind="person", story=StoryFactory(), editor=editor) == authority


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Wend river auth", "New to the desk"),
        ("wend river authority", "The desk knows"),
        ("WRA", "The desk knows"),
        ("four people with knowledge of the talks", "New to the desk"),
    ],
)
def test_while_a_name_is_typed_the_desk_says_whether_it_knows_it(typed, told, desk):
    SourceFactory(anonymous=True)
    SourceFactory(name="Wend River Authority", slug="wra").aliases.create(name="WRA")

    html = desk.get(reverse("desk:known_sources"), {"source": typed}).content.decode()

    assert told in html
    assert ('<option value="Wend River Authority">' in html) == (not typed.startswith("four"))


def test_nothing_is_told_of_a_name_that_nobody_typed(desk):
    SourceFactory()

    assert desk.get(reverse("desk:known_sources"), {"source": " ?"}).content.decode().count("<option") == 0
    assert "New to the desk" not in desk.get(reverse("desk:known_sources")).content.decode()


def test_a_name_that_another_source_has_is_no_alias(desk):
    SourceFactory(name="Ana Torres")
    source = SourceFactory()

    response = desk.post(reverse("desk:aliases", args=[source.slug]), {"name": "Ana Torres"}, follow=True)

    assert "Another source has this name" in response.content.decode()
    assert not source.aliases.exists()


def test_an_alias_is_removed_again(desk):
    alias = SourceFactory().aliases.create(name="A. Torres")

    desk.post(reverse("desk:aliases", args=[alias.source.slug]), {"remove": alias.pk})

    assert not alias.source.aliases.exists()


def test_roles_stand_in_order_of_time(db):
    source = SourceFactory(role="President")
    statements = [
        StatementFactory(source=source, role="", said_on="2019-02-14"),
        StatementFactory(source=source, role="Candidate", said_on="2012-10-07"),
        StatementFactory(source=source, role="Candidate", said_on="2013-04-14"),
    ]
    for statement in statements:
        statement.refresh_from_db()

    told = [(role.name, role.first.year, role.last.year) for role in roles_of(source, statements)]

    assert told == [("Candidate", 2012, 2013), ("President", 2019, 2019)]


def test_where_a_source_changed_its_word_is_shown(desk):
    source = SourceFactory()
    ConflictFactory(first=StatementFactory(source=source), second=StatementFactory(source=source), relation="reverses")

    html = desk.get(reverse("desk:source", args=[source.slug])).content.decode()

    assert "Changed its word" in html
    assert '<span class="tag reverses">' in html
