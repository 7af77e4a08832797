import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.verdicts.mentions import names_in, parts_of
from factcheck.verdicts.messages.people_named import people_named, unknown_names, with_names
from tests.factories import CommentFactory, UserFactory


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@ruth, look", ["ruth"]),
        ("(@ruth)", ["ruth"]),
        ("@ruth's draft", ["ruth"]),
        ("@ruth @daniel", ["ruth", "daniel"]),
        ("@ruth@desk.example wrote", ["ruth@desk.example"]),
        ("ruth@desk.example wrote", []),
        ("@", []),
        ("@@ruth", []),
        ("@Łukasz, ask @佐藤", ["Łukasz", "佐藤"]),
    ],
)
def test_a_name_stands_behind_an_at_sign_that_is_no_part_of_an_address(text, names):
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("login", "text"),
    [
        ("ruth", "Ask @ruth."),
        ("ruth", "@Ruth knows"),
        ("r.okafor", "Ask @r.okafor..."),
        ("ruth.", "Ask @ruth."),
        ("ruth@desk.example", "Ask @ruth@desk.example."),
    ],
)
def test_a_name_means_the_person_of_that_login_whatever_ends_the_sentence(db, login, text):
    person = UserFactory(username=login, editor=True)

    assert list(people_named([text]).values()) == [person]
    assert unknown_names(text) == []


def test_of_two_logins_that_differ_in_capitals_the_one_is_meant_that_is_written(db):
    small, capital = UserFactory(username="ruth", editor=True), UserFactory(username="Ruth", editor=True)

    people = people_named(["@ruth and @Ruth"])

    assert (people["ruth"], people["Ruth"]) == (small, capital)


def test_nobody_is_meant_who_does_not_work_on_the_desk(db):
    UserFactory(username="reader")
    UserFactory(username="gone", editor=True, is_active=False)

    assert unknown_names("@reader, @gone, @nobody; @nobody.") == ["reader", "gone", "nobody"]


def test_a_comment_knows_where_it_names_whom(db):
    person = UserFactory(username="ruth", editor=True)

    [comment] = with_names([CommentFactory(text="Is it so, @ruth? Ask @nobody.")])

    assert [(part.words, part.person) for part in comment.parts] == [
        ("Is it so, ", None),
        ("@ruth", person),
        ("? Ask @nobody.", None),
    ]


def test_comments_without_names_ask_nothing(db, django_assert_num_queries):
    comments = [CommentFactory() for _ in range(3)]

    with django_assert_num_queries(0):
        with_names(comments)


@given(st.text(alphabet="@ab. \n+-é"), st.sets(st.text(alphabet="ab.é", min_size=1)))
def test_the_parts_of_a_comment_are_all_its_words(text, logins):
    parts = parts_of(text, {login: object() for login in logins})

    assert "".join(part.words for part in parts) == text
    assert all(part.words.removeprefix("@") in logins for part in parts if part.person)
