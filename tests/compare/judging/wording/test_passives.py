"""One deed told from the side of either party."""

import pytest

from factcheck.compare.findings import Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity


@pytest.mark.parametrize(
    ("original", "version"),
    [
        (
            "A heron bit the warden on the wrist near the weir.",
            "The warden was bitten on the wrist by a heron near the weir.",
        ),
        ("On Monday divers searched the wreck off Varna.", "The wreck off Varna was searched by divers on Monday."),
        ("A clerk said divers had searched the wreck.", "A clerk said the wreck had been searched by divers."),
        ("The guild gave the choir a lease of nine years.", "The choir was given a lease of nine years by the guild."),
        (
            "Tetteh sold the barge to a cooper from Ghent for 40 crowns.",
            "A cooper from Ghent bought the barge from Tetteh for 40 crowns.",
        ),
        ("Dask lost to Tetteh in the third round of the cup.", "Tetteh beat Dask in the third round of the cup."),
        (
            "The clerk allegedly sold 90 crates of kelp from a barge.",
            "Ninety crates of kelp are alleged to have been sold by the clerk from a barge.",
        ),
        ("The clerk allegedly sold the kelp from a barge.", "The clerk is alleged to have sold the kelp from a barge."),
    ],
)
def test_the_passive_and_the_converse_of_a_deed_are_style(original, version):
    assert told(original, version)[1] == STYLE


@pytest.mark.parametrize(
    ("original", "version", "worth"),
    [
        ("The heron bit the warden near the weir.", "The heron was bitten by the warden near the weir.", SUBSTANTIVE),
        (
            "Tetteh sold the barge to a cooper from Ghent.",
            "Tetteh bought the barge from a cooper in Ghent.",
            SUBSTANTIVE,
        ),
        (
            "Tetteh beat Dask in the third round of the cup.",
            "Tetteh lost to Dask in the third round of the cup.",
            SUBSTANTIVE,
        ),
        (
            "The grey heron bit the warden near the weir.",
            "The grey warden was bitten by the heron near the weir.",
            MINOR,
        ),
        (
            "The heron was bitten on the neck by the warden.",
            "The heron bit the warden on the neck.",
            SUBSTANTIVE,
        ),
        ("The heron was bitten on the neck by the warden.", "The heron was bitten on the neck.", MINOR),
        ("Divers will search the wreck off Varna.", "The wreck off Varna was searched by divers.", SUBSTANTIVE),
        (
            "A heron bit the warden on the wrist near the weir.",
            "The warden was bitten by a heron near the weir.",
            MINOR,
        ),
    ],
)
def test_other_parties_another_time_or_less_of_it_are_more_than_style(original, version, worth):
    assert told(original, version)[1] == worth
