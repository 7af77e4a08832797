"""What the comparison says of one figure written in two ways, and of two figures that look like one."""

import pytest

from factcheck.compare import EditKind, Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The bottle holds 2 1/2 cups of milk.", "The bottle holds 2½ cups of milk."),
        ("The bottle holds 2.5 cups of milk.", "The bottle holds 2 ½ cups of milk."),
        ("The bottle holds 2.5 cups of milk.", "The bottle holds two and a half cups of milk."),
        ("The fund holds 1.5 million crowns.", "The fund holds one and a half million crowns."),
        ("The boat cost US$13.15 in Tarn.", "The boat cost $US13.15 in Tarn."),
    ],
)
def test_one_figure_in_two_ways_of_writing_it_is_style(original, version):
    assert told(original, version) == ({EditKind.HOUSE_STYLE}, STYLE)
    assert told(version, original) == ({EditKind.HOUSE_STYLE}, STYLE)


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The study ran for about 5 years in Tarn.", "The study ran for about 5 1/2 years in Tarn."),
        ("The bottle holds 2 cups of milk.", "The bottle holds 2½ cups of milk."),
        ("The bottle holds 2 1/4 cups of milk.", "The bottle holds 2 3/4 cups of milk."),
        ("The boat cost $US13.15 in Tarn.", "The boat cost $US14.15 in Tarn."),
    ],
)
def test_a_fraction_is_part_of_the_figure(original, version):
    for pair in ((original, version), (version, original)):
        kinds, severity = told(*pair)

        assert EditKind.NUMBER in kinds
        assert severity is SUBSTANTIVE


def test_a_currency_that_stays_clear_may_lose_the_name_of_its_country():
    assert told("The boat cost $US13.15 each year.", "The boat cost $13.15 each year.")[1] is MINOR


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("In 1989 the probe flew 4.6 billion kilometres.", "In 1989 the probe flew 2.8 billion miles."),
        ("In May the fence grew by two miles.", "In May the fence grew by three kilometres."),
        ("In 1989 a seven-mile wall stood in Tarn.", "In 1989 an 11-kilometre wall stood in Tarn."),
    ],
)
def test_a_converted_measure_is_minor_whatever_else_the_sentence_counts(original, version):
    for pair in ((original, version), (version, original)):
        kinds, severity = told(*pair)

        assert EditKind.NUMBER in kinds
        assert severity is MINOR


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("In May the fence grew by two miles.", "In May the fence grew by four kilometres."),
        ("In 1989 the probe flew 4.6 billion kilometres.", "In 1989 the probe flew 4.6 billion miles."),
    ],
)
def test_a_measure_that_no_rounding_explains_is_another(original, version):
    for pair in ((original, version), (version, original)):
        kinds, severity = told(*pair)

        assert EditKind.NUMBER in kinds
        assert severity is SUBSTANTIVE


def test_a_share_before_may_or_might_does_not_count_on():
    assert told("A quarter of it may go to Tarn.", "One-quarter may go to Tarn.")[1] is not SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version", "worth"),
    [
        ("The gates open at 5am.", "The gates open at 05:00.", STYLE),
        ("The mill sold 40,000 sacks.", "The mill sold 40 000 sacks.", STYLE),
        ("The mill sold 1,240,000 sacks.", "The mill sold 1 240 000 sacks.", STYLE),
        ("The gates open at 5am.", "The gates open at 05:30.", SUBSTANTIVE),
        ("The mill sold 40,000 sacks.", "The mill sold 40 500 sacks.", SUBSTANTIVE),
    ],
)
def test_a_leading_zero_and_a_space_between_thousands_are_style(original, version, worth):
    assert told(original, version)[1] == worth


@pytest.mark.parametrize(
    ("original", "version", "worth"),
    [
        ("Not all of the wells were dry.", "None of the wells were dry.", SUBSTANTIVE),
        ("Not every well was dry.", "No well was dry.", SUBSTANTIVE),
        ("Most of the wells were dry.", "A majority of the wells were dry.", STYLE),
        ("More than half of the wells were dry.", "The majority of the wells were dry.", STYLE),
        ("Only two wells were dry.", "Just two wells were dry.", STYLE),
        ("He only saw the well.", "He just saw two of the wells.", MINOR),
    ],
)
def test_not_all_are_not_none_and_most_are_a_majority(original, version, worth):
    assert told(original, version)[1] == worth


@pytest.mark.parametrize(
    ("original", "version", "worth"),
    [
        ("The gates shut at half past eight in the evening.", "The gates shut at 8.30pm.", STYLE),
        ("The gates shut at a quarter to nine in the morning.", "The gates shut at a quarter to nine.", MINOR),
        ("The gates shut at half past eight in the evening.", "The gates shut at 8.45pm.", SUBSTANTIVE),
    ],
)
def test_half_past_is_a_time_of_day(original, version, worth):
    assert told(original, version)[1] == worth
