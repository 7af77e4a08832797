"""What the comparison says where a word stands in another place and says another thing there."""

import pytest

from factcheck.compare import Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Only ferrymen helped the clerk.", "Ferrymen only helped the clerk."),
        ("Even the guild pays for the pier.", "The guild pays even for the pier."),
        ("The port merely lent the guild a boat.", "Merely the port lent the guild a boat."),
        ("Dask said on Friday she would sail.", "Dask said she would sail on Friday."),
        ("The guild has often said the pier is shut.", "The guild has said the pier is often shut."),
        ("The clerk secretly met the pilot who paid.", "The clerk met the pilot who secretly paid."),
        ("The guild also sued the pilot who had fled.", "The guild sued the pilot who also had fled."),
        (
            "The guild told sailors Monday that the port would shut.",
            "The guild told sailors that the port would shut Monday.",
        ),
        ("The guild, the port said, has lied.", "The port, the guild said, has lied."),
        ("Is the ferry lost?", "The ferry is lost"),
    ],
)
def test_a_word_in_a_place_where_it_says_another_thing_is_substantive(original, version):
    assert told(original, version)[1] is SUBSTANTIVE
    assert told(version, original)[1] is SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The guild only heard one clerk.", "The guild heard only one clerk."),
        ("Often the guild said the pier was shut.", "The guild often said the pier was shut."),
        ("Dask said on Friday she would sail.", "On Friday Dask said she would sail."),
        ("Dask said on Friday she would sail.", "Dask on Friday said she would sail."),
        ("She would sail, Dask said on Friday.", "She would sail, Dask on Friday said."),
    ],
)
def test_a_word_in_a_place_where_it_says_the_same_is_not_substantive(original, version):
    assert told(original, version)[1] is not SUBSTANTIVE
    assert told(version, original)[1] is not SUBSTANTIVE


def test_what_was_denied_in_one_form_is_not_told_in_another():
    assert told("Dask denied taking the boat and hiding it.", "Dask denied taking the boat and hid it.")[1] is not STYLE


def test_initials_of_one_length_are_two_bodies():
    assert told("The case goes to the TFC in May.", "The case goes to the TFJ in May.")[1] is SUBSTANTIVE
