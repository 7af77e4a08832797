"""A sentence left out that negates: scenery, or a denial."""

import pytest

from factcheck.compare import EditKind, Severity
from factcheck.compare.findings import Span
from factcheck.compare.judging.kinds import judge_whole

MINOR, SUBSTANTIVE = Severity.MINOR, Severity.SUBSTANTIVE
STORY = "Nine hundred people came to the fair. {} They sold every pot."


def left_out(sentence, story=STORY):
    text = story.format(sentence)
    start = text.index(sentence)
    return judge_whole(text, Span(start, start + len(sentence)), EditKind.CUT)[1]


@pytest.mark.parametrize(
    "sentence",
    [
        "There was no breeze, and not a cloud in the sky.",
        "It did not rain all day.",
        "The sun never broke through the haze.",
        "The town had not seen such crowds since the war.",
        "Nobody had known so many guests in decades.",
    ],
)
def test_weather_and_comparison_are_scenery(sentence):
    assert left_out(sentence) is MINOR


@pytest.mark.parametrize(
    "sentence",
    [
        "There was no rain, the mayor said.",
        "There was no fog at the time of the crash.",
        "Dask did not see the sun for nine days.",
        "They had no rain.",
        "There was no gas in the shed.",
        "The guild did not do so before the deadline.",
        "“There was no wind.”",
        "The storm did no harm, but the mayor denied it.",
    ],
)
def test_what_somebody_says_or_does_or_what_is_tied_to_a_deed_is_none(sentence):
    assert left_out(sentence) is SUBSTANTIVE


def test_weather_is_none_in_a_text_about_the_weather():
    assert left_out("There was no rain.", "Fields are dry in Tarn. {} Snow is rare too.") is SUBSTANTIVE


@pytest.mark.parametrize(
    "sentence",
    [
        "The guild pushed back against the report.",
        "The guild takes issue with that account.",
        "Renn pleaded not guilty.",
        "Renn maintains his innocence.",
        "That is a lie, the guild said.",
        "The report is wrong, the guild said.",
        "“I took nothing,” he said.",
        "The guild knows of no such sale, it said.",
        "The guild questioned the accuracy of the report.",
    ],
)
def test_a_denial_in_other_words_matters(sentence):
    assert left_out(sentence) is SUBSTANTIVE


@pytest.mark.parametrize(
    "sentence",
    [
        "No fewer than nine pots were sold, the guild said.",
        "No doubt they will return, he said.",
        "The guild pushed back the date.",
        "An innocent child won the prize.",
    ],
)
def test_what_only_looks_like_a_denial_does_not(sentence):
    assert left_out(sentence) is MINOR
