"""How words read with house style left out."""

import pytest
import regex
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


SIGN = regex.compile(r"-(?=\p{Sc}?\d)")


@given(st.text(max_size=40).map(lambda text: SIGN.sub("", text)))
def test_reading_a_phrase_does_not_depend_on_its_case_or_its_dashes_inside(text):
    assert len(phrase(text.replace("-", " "))) == len(phrase(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("-5", "minus 5"),
        ("–0.3%", "minus 0.3 percent"),
        ("+5", "5"),
        ("−$4m", "minus $4 million"),
        ("(-12)", "minus 12"),
    ],
)
def test_the_sign_of_a_figure_is_read(one, other):
    assert phrase(one) == phrase(other)
    assert phrase("-5") != phrase("5")


@pytest.mark.parametrize("text", ["7-2", "1998–2003", "page 4-5", "a -b"])
def test_a_dash_between_figures_is_no_sign(text):
    assert "minus" not in phrase(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("7 p.m.", "19:00"),
        ("7pm", "7:00 p.m."),
        ("12 a.m.", "midnight"),
        ("noon", "12 p.m."),
        ("11.30am", "11:30"),
        ("1.500.000", "1,500,000"),
        ("1’500’000", "1,500,000"),
        ("1\u202f500\u202f000", "1500000"),
        ("2.000", "2,000"),
        ("1,50,000", "150,000"),
    ],
)
def test_one_value_in_two_forms_reads_alike(one, other):
    assert phrase(one) == phrase(other)
