import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.attributions.mentions import SourceMention, Speaker, read_mention


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        ("Ana Torres", "Ana Torres", ""),
        ("Finnish lawmaker Ana Torres, head of the fleet", "Ana Torres", "Finnish lawmaker, head of the fleet"),
        ("Iceland's President Jon de Vries", "Jon de Vries", "Iceland's President"),
        ("Mr. Jon Vries", "Jon Vries", ""),
        ("Jon Vries, a spokesman for the harbour", "Jon Vries", "a spokesman for the harbour"),
        ("US Special Envoy to Norway Jane Doe", "Jane Doe", "US Special Envoy to Norway"),
        ("The mayor, Tom Adeyemi", "Tom Adeyemi", "the mayor"),
        ("its chief engineer, Maria van Dorp", "Maria van Dorp", "its chief engineer"),
    ],
)  # fmt: skip
def test_a_named_person_is_read_with_their_role(words, name, role):
    assert read_mention(words) == SourceMention(name, role, Speaker.PERSON)


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("four people with knowledge of the talks", 4),
        ("two of the people", 2),
        ("12 officials", 12),
        ("another person", 1),
        ("A French official", 1),
        ("a person familiar with Torres's thinking", 1),
        ("diplomats", 2),
        ("sources cited by a news agency", 2),
        ("Three engineers who worked at the plant", 3),
        ("A dozen residents", 12),
    ],
)
def test_people_without_a_name_are_counted_as_the_paper_gives_them(words, people):
    assert read_mention(words) == SourceMention(words, "", Speaker.ANONYMOUS, people)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("the International Monetary Fund", Speaker.ORGANISATION),
        ("the Kremlin", Speaker.ORGANISATION),
        ("a consultancy", Speaker.ORGANISATION),
        ("two banks", Speaker.ORGANISATION),
        ("the company, Emmerich Chemicals", Speaker.ORGANISATION),
        ("The mayor", Speaker.PERSON),
        ("the ministry's report", Speaker.DOCUMENT),
    ],
)
def test_organisations_and_documents_are_told_apart(words, speaker):
    assert read_mention(words).speaker == speaker


@pytest.mark.parametrize("pronoun", ["he", "She", "they", "which", "That"])
def test_a_pronoun_names_nobody(pronoun):
    assert read_mention(pronoun).name == ""


@given(st.text())
def test_any_words_can_be_read(words):
    assert read_mention(words).people >= 1
