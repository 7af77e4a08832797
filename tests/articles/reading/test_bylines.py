import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles.reading.bylines import byline_in, opens_byline


@pytest.mark.parametrize(
    ("words", "people", "agency"),
    [
        ("By Rhona Blake", "Rhona Blake", ""),
        ("By ABBY BLAKE, IAN MOSS and ANN ROY", "ABBY BLAKE|IAN MOSS|ANN ROY", ""),
        ("Von Rhona Blake und Ian Moss, dpa", "Rhona Blake|Ian Moss", "DPA"),
        ("Av Rhona Blake og Ian Moss", "Rhona Blake|Ian Moss", ""),
        ("Por Ana Ruiz y Tom Lee", "Ana Ruiz|Tom Lee", ""),
        ("Juan Pardo y Gasset", "Juan Pardo y Gasset", ""),
        ("Rhona Blake (AFP)", "Rhona Blake", "AFP"),
        ("Rhona Blake / Reuters", "Rhona Blake", "Reuters"),
        ("Rhona Blake, Political Editor", "Rhona Blake", ""),
        ("Rhona Blake, Perth", "Rhona Blake", ""),
        ("Blake, Rhona", "Rhona Blake", ""),
        ("Rhona Blake, r.blake@bell.example, +44 1738 555 0199", "Rhona Blake", ""),
        ("Rhona Blake Associated Press", "Rhona Blake", "AP"),
        ("Rhona Blake of The Associated Press", "Rhona Blake", "AP"),
        ("Associated Press Associated Press", "", "AP"),
        ("By Rhona Blake Published: 22 Dec 2031", "Rhona Blake", ""),
        ("By The Ardmore Bell - Dec 22, 2031", "", ""),
        ("Rhona Blake Link Copied", "Rhona Blake", ""),
        ("Rhona Blake @rblake", "Rhona Blake", ""),
        ("Sharon Followill", "Sharon Followill", ""),
        ("r.blake@bell.example", "", ""),
        ("https://bell.example/people/1", "", ""),
        ("1234", "", ""),
        ("The Ardmore Bell", "", ""),
        ("Davide Rossi", "Davide Rossi", ""),
        ("de la Cruz", "de la Cruz", ""),
        ("", "", ""),
    ],
)
def test_a_byline_is_its_people_and_the_agency_apart(words, people, agency):
    found = byline_in([words], outlets=["Ardmore Bell", "The Ardmore Bell"])

    assert ("|".join(found.people), found.agency) == (people, agency)


def test_a_desk_names_nobody():
    assert byline_in(["National Desk"]) == ((), "", ("National Desk",))


def test_one_person_named_twice_is_one():
    assert byline_in(["Rhona Blake", "RHONA BLAKE"]).people == ("Rhona Blake",)


@pytest.mark.parametrize("words", ["By Rhona Blake", "von Dr. Max Moss", "Par Jean Roy et Ann Blake"])
def test_by_and_names_open_a_byline(words):
    assert opens_byline(words)


@pytest.mark.parametrize("words", ["By the time they came", "Rhona Blake", "By", "By accident", "von wegen"])
def test_other_words_open_none(words):
    assert not opens_byline(words)


@given(st.lists(st.text()))
def test_whatever_stands_there_is_read(said):
    found = byline_in(said, outlets=said[:1])

    assert all(name.strip() for name in found.people)
