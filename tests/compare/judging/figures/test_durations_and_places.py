"""What the comparison says of how long something took, and of where and to whom something was said."""

import pytest

from factcheck.compare import EditKind, Severity
from tests.compare.judging.telling import told

NUMBER, ATTRIBUTION = EditKind.NUMBER, EditKind.ATTRIBUTION


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The pier was shut for two days.", "The pier was shut for a week."),
        ("The boat sank in minutes.", "The boat sank in hours."),
        ("She worked for a year in Tarn.", "She worked for decades in Tarn."),
        ("The strike went on for hours.", "The strike went on for 40 minutes."),
        (
            "Renn was under the ice for more than 20 minutes when a diver saw him.",
            "Renn, who was under the ice for almost an hour when a diver saw him, is a sailor.",
        ),
    ],
)
def test_another_duration_is_another_number(original, version):
    for pair in ((original, version), (version, original)):
        kinds, severity = told(*pair)

        assert NUMBER in kinds
        assert severity is Severity.SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The strike went on for three months.", "The strike went on for 90 days."),
        ("The strike went on for months.", "The strike went on for 90 days."),
        ("Renn slept for two hours.", "Renn, who is 40 years old, slept."),
        ("They met for the first day.", "They met for the first week."),
        ("Renn left a day ago.", "Renn left a while ago."),
    ],
)
def test_the_same_duration_or_a_point_in_time_raises_no_alarm(original, version):
    for pair in ((original, version), (version, original)):
        assert told(*pair)[1] is not Severity.SUBSTANTIVE


@pytest.mark.parametrize(
    "version",
    [
        "The pier is safe, Renn told The Tarn Post.",
        "The pier is safe, Renn said in a statement.",
        "The pier is safe, Renn said on Tarn Radio.",
    ],
)
def test_where_and_to_whom_something_was_said_is_part_of_the_credit(version):
    kinds, severity = told("The pier is safe, Renn said.", version)

    assert ATTRIBUTION in kinds
    assert severity is Severity.MINOR


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The pier is safe, Renn said in Tarn on Friday.", "The pier is safe, Renn said."),
        ("The pier in the bill is safe, Renn said.", "The pier in the plan is safe, Renn said."),
    ],
)
def test_a_town_and_a_paper_that_is_spoken_of_are_not(original, version):
    for pair in ((original, version), (version, original)):
        assert ATTRIBUTION not in told(*pair)[0]


def test_an_account_that_is_now_somebodys_own_is_credited():
    kinds, severity = told(
        "Renn left his coat at the pier in Tarn after work.",
        "Renn said he was tired and cold when he left his coat at the pier in Tarn after work.",
    )

    assert ATTRIBUTION in kinds
    assert severity is Severity.SUBSTANTIVE
