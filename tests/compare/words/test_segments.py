import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.compare.words.segments import LONGEST, paragraphs, sentences, words
from tests.compare.texts import articles, strings

any_text = articles | strings | st.text(alphabet="aA1é\u0301 .,'’-$\n中ก\u200d👩🇫🇮\x1c\u2028")


def texts_of(spans, text):
    return [span.of(text) for span in spans]


@settings(max_examples=200)
@given(any_text, st.sampled_from([paragraphs, sentences, words]))
def test_every_character_that_is_not_white_space_lies_in_one_segment(text, segment):
    covered = [at for span in segment(text) for at in range(*span)]

    assert len(covered) == len(set(covered))
    assert "".join(text.split()) == "".join("".join(text[at] for at in sorted(covered)).split())


@settings(max_examples=200)
@given(any_text, st.sampled_from([paragraphs, sentences, words]))
def test_no_segment_begins_or_ends_inside_a_grapheme(text, segment):
    breaks = {match.start() for match in regex.finditer(r"\X", text)} | {len(text)}

    assert breaks >= {at for span in segment(text) for at in span}


@settings(max_examples=200)
@given(any_text)
def test_the_words_of_a_text_are_those_of_its_sentences(text):
    assert words(text) == [word for sentence in sentences(text) for word in words(text, sentence)]


@pytest.mark.parametrize(
    "whole",
    [
        *("$35,000,000", "3.5", "10,000", "40%", "12/10/2014", "10:30", "1980s", "8pm", "-5", "€20m"),
        *("U.S.", "a.m.", "U.S.-led", "Mr.", "Sept.", "Ph.D.", "example.org"),
        *("don’t", "city's", "part-time", "state-of-the-art", "10-year-old", "AT&T"),
    ],
)
def test_a_number_an_abbreviation_or_a_compound_is_one_word(whole):
    text = f"Then {whole} came"

    assert texts_of(words(text), text) == ["Then", whole, "came"]


def test_no_before_a_number_is_an_abbreviation_and_elsewhere_a_word():
    text = "No. 10 said no."

    assert texts_of(words(text), text) == ["No.", "10", "said", "no", "."]


def test_marks_are_words_of_their_own():
    text = "“Why -- (now)?” he asked…"

    assert texts_of(words(text), text) == ["“", "Why", "--", "(", "now", ")", "?", "”", "he", "asked", "…"]


def test_scripts_without_spaces_give_one_word_for_each_sign():
    text = "大桥closed สะพ"

    assert texts_of(words(text), text) == ["大", "桥", "closed", "ส", "ะ", "พ"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor left.|The council stayed.",
        "“The mayor left.”|The council stayed!|Why?",
        "Mr. Bell met Gen. A. B. Stone at 10 a.m. on Jan. 5 in the U.S. Capitol.|He left.",
        "He has lived in the U.S. since May.|It suits him.",
        "They moved to the U.S.|The rest stayed.",
        "It cost $3.5 million.|5,000 people came.",
        "He waited … and waited.|Then he left.",
        '"Is it safe?" she asked.|Nobody knew.',
        "The bridge closed.|“It was time,” she said.",
        "She lost the space.|Then she found it.|“So did I.”",
        "市议会投票。|商人担心！|为什么？",
        "أُغلق الجسر؟|غضب التجار.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(text):
    expected = text.split("|")
    given_text = text.replace("|", "" if "。" in text else " ")

    assert texts_of(sentences(given_text), given_text) == expected


def test_a_sentence_ends_where_the_scraper_lost_the_space():
    text = "He saw the bridge.Then he left."

    assert texts_of(sentences(text), text) == ["He saw the bridge.", "Then he left."]


def test_a_space_that_a_vowel_sign_rests_on_is_no_white_space():
    assert [texts_of(segment(" ำ"), " ำ") for segment in (paragraphs, sentences, words)] == [[" ำ"]] * 3


def test_every_line_is_a_paragraph_and_blank_ones_are_none():
    text = " A headline \r\n\n\t\nBy A. Writer\u2028The bridge is closed.  "

    assert texts_of(paragraphs(text), text) == ["A headline", "By A. Writer", "The bridge is closed."]


def test_a_text_without_sentence_ends_is_divided_at_the_same_words_in_two_versions():
    text = " ".join(f"word{n}" for n in range(3_000))
    longer = f"some words ahead {text}"

    parts, others = texts_of(sentences(text), text), texts_of(sentences(longer), longer)

    assert all(len(part) < LONGEST + 20 for part in parts)
    assert len(set(parts) & set(others)) >= len(parts) - 2
