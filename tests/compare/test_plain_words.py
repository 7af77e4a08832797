"""How words read with house style left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.findings import Span
from factcheck.compare.words.plain_words import phrase, read, settled


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The theatre’s programme", "the theater's program"),
        ("enrolment", "enrollment"),
        ("instalment", "installment"),
        ("fulfil", "fulfill"),
        ("They hadn't paid", "they had not paid"),
        ("he's going", "he is going"),
        ("two hundred", "200"),
        ("a dozen eggs", "a dozen eggs"),
        ("€1.5bn", "1.5 billion euros"),
        ("1m pesos", "1 million pesos"),
        ("10.30pm", "10:30 p.m."),
        ("3rd", "third"),
        ("Feb. 2", "2 February"),
        ("U.S-led", "US-led"),
        ("Ltd.", "Limited"),
    ],
)
def test_two_forms_of_one_phrase_read_alike(one, other):
    assert phrase(one) == phrase(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("filed a suit", "filled a suit"),
        ("scrapping the deal", "scraping the deal"),
        ("the US", "the us"),
        ("IS", "is"),
        ("2 May", "2 may"),
        ("he did not miss", "he did not"),
        ("15m wide", "15 million wide"),
        ("1.5", "1,5"),
        ("four", "for"),
        ("can", "cannot"),
    ],
)
def test_two_different_words_never_read_alike(one, other):
    assert phrase(one) != phrase(other)


@given(st.text(max_size=80))
def test_every_word_read_stands_in_the_text_in_order(text):
    words = settled(read(text, Span(0, len(text))))

    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert [word.start for word in words] == sorted(word.start for word in words)


@given(st.text(max_size=40))
def test_reading_a_phrase_does_not_depend_on_its_case_or_its_dashes_inside(text):
    assert len(phrase(text.replace("-", " "))) == len(phrase(text))
