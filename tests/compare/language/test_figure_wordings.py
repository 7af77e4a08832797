"""What a figure reads as, however it is worded, and what only looks like a wording of one."""

import pytest

from factcheck.compare.findings import Span
from factcheck.compare.language.figure_wordings import as_told
from factcheck.compare.words.plain_words import read, settled


def told(text):
    return [word.plain for word in as_told(settled(read(text, Span(0, len(text)))), text)]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("half a dozen boats", "six boats"),
        ("a couple of boats", "two boats"),
        ("a quarter of a million crowns", "250,000 crowns"),
        ("a hundred thousand crowns", "100,000 crowns"),
        ("3 million US dollars", "3 million dollars"),
        ("3 million pounds sterling", "£3m"),
        ("two in three boats", "two thirds of boats"),
        ("75 percent of boats", "three quarters of boats"),
        ("FY23", "fiscal 2023"),
        ("fiscal year 2023", "2023 financial year"),
        ("H1", "first half"),
        ("the '90s", "the nineties"),
        ("the 1700s", "the eighteenth century"),
        ("aged 34", "34-year-old"),
        ("under-16s", "people under 16"),
        ("two percentage points", "2 points"),
        ("half a percentage point", "50 basis points"),
        ("from 10 to 15 boats", "10–15 boats"),
        ("the 2021/22 season", "the 2021-22 season"),
        ("three goals to nil", "3-0"),
        ("a goalless draw", "a 0-0 draw"),
        ("12 noon", "noon"),
        ("nine boats a day", "nine boats daily"),
        ("once a fortnight", "every two weeks"),
        ("every second year", "every other year"),
        ("rose 4 percent from a year earlier", "rose by 4 percent year-on-year"),
        ("doubled", "rose by 100 percent"),
        ("halved", "fell by half"),
        ("just over 40 boats", "slightly more than 40 boats"),
        ("aged 18 and over", "aged 18 or above"),
        ("no later than Friday", "by Friday"),
        ("before the end of June", "by the end of June"),
    ],
)
def test_two_wordings_of_one_figure_read_alike(text, other):
    assert told(text) == told(other)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("a dozen boats", "dozens of boats"),
        ("one in five boats", "five percent of boats"),
        ("2 percentage points", "2 percent"),
        ("more than 40 boats", "well over 40 boats"),
        ("up to 40 boats", "no more than 40 boats"),
        ("at least 40 boats", "more than 40 boats"),
        ("three times a year", "three years a time"),
        ("two boats a year ago", "two boats a year"),
        ("rose by 200 percent", "doubled"),
        ("a third", "33 percent"),
        ("first half", "second half"),
        ("90 minutes", "an hour and a half"),
        ("by Friday", "on Friday"),
        ("by the pier", "no later than the pier"),
    ],
)
def test_two_figures_read_otherwise(text, other):
    assert told(text) != told(other)


@pytest.mark.parametrize(
    "text", ["the boat sank a year ago", "people over the bridge", "the half empty boat by the pier"]
)
def test_words_without_a_figure_are_left(text):
    assert [plain for plain in told(text) if ":" in plain and "share" not in plain] == []
