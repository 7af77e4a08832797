import pytest
from django.urls import reverse

from factcheck.claims.models import Source, Statement
from tests.desk.reading import as_read
from tests.desk.test_undo import undo
from tests.factories import ArticleFactory, PositionFactory, SourceFactory, StatementFactory


@pytest.fixture
def two(db):
    short, whole = SourceFactory(name="Maduro", slug="maduro"), SourceFactory(name="Nicolás Maduro", slug="nicolas")
    StatementFactory(source=short)
    StatementFactory(source=whole)
    return short, whole


def shown(desk, name, *args, **query):
    return as_read(desk.get(reverse(f"desk:{name}", args=args, query=query)).content.decode())


def mark(desk, source):
    """The page after words were marked as the source's."""
    typed = {"exact": "The mayor", "start": 0, "manner": "indirect", "source": source, "kind": "person", "people": 1}
    return as_read(desk.post(ArticleFactory().get_absolute_url(), typed, follow=True).content.decode())


def test_a_source_s_page_asks_whether_a_like_name_is_the_same(desk, two):
    page = shown(desk, "source", "maduro")

    assert "Is this" in page
    assert "Nicolás Maduro" in page
    assert reverse("desk:merge_source", args=["maduro"], query={"into": "nicolas"}) in page


def test_the_answer_no_is_kept_and_undone(desk, two):
    response = desk.post(reverse("desk:tell_apart_sources", args=["maduro"]), {"other": "nicolas"}, follow=True)

    assert "Is this" not in response.content.decode()
    undo(desk, response)
    assert "Is this" in shown(desk, "source", "maduro")


def test_the_answer_yes_says_what_it_means_merges_and_is_undone(desk, two):
    assert "everything Maduro said is said by Nicolás Maduro" in shown(desk, "merge_source", "maduro", into="nicolas")

    response = desk.post(reverse("desk:merge_source", args=["maduro"]), {"into": "nicolas"}, follow=True)

    assert response.redirect_chain == [(reverse("desk:source", args=["nicolas"]), 302)]
    assert Statement.objects.filter(source__slug="nicolas").count() == 2
    old = desk.get(reverse("desk:source", args=["maduro"]))
    assert (old.status_code, old["Location"]) == (302, reverse("desk:source", args=["nicolas"]))
    undo(desk, response)
    assert Source.objects.get(slug="maduro").statements.count() == 1


def test_a_source_is_merged_with_one_that_is_named(desk, two):
    SourceFactory(name="The President of Venezuela", slug="president")

    assert "Is The President of Venezuela the same as Maduro?" in shown(
        desk, "merge_source", "president", into="Maduro"
    )
    assert "No other source is called" in shown(desk, "merge_source", "president", into="Nobody Known")


def test_readers_are_led_from_an_old_address_too(desk, two, client):
    claim = PositionFactory(claim__shown=True, statement=two[0].statements.get()).claim
    PositionFactory(statement=two[1].statements.get(), claim=claim, denies=True)

    desk.post(reverse("desk:merge_source", args=["maduro"]), {"into": "nicolas"})

    response = client.get(reverse("public:source", args=["maduro"]))
    assert (response.status_code, response["Location"]) == (302, reverse("public:source", args=["nicolas"]))


def test_a_near_same_name_is_asked_about_while_it_is_typed(desk, two):
    page = shown(desk, "known_sources", source="N. Maduro")

    assert "Is this" in page
    assert 'data-fill="source"' in page


def test_a_near_same_name_is_asked_about_once_it_is_marked(desk, two):
    page = mark(desk, "N. Maduro")

    assert "N. Maduro is new to the desk. Is this" in page


def test_a_name_that_the_desk_has_is_not_asked_about_when_it_is_marked(desk, two):
    page = mark(desk, "Maduro")

    assert "is new to the desk" not in page
