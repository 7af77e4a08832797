"""What a negation denies, where both texts have one."""

import pytest

from factcheck.compare.findings import EditKind, Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The panel has not found that the pilot was ill.", "The panel has found that the pilot was not ill."),
        ("Dask did not say that she would row to Varna.", "Dask said that she would not row to Varna."),
        ("Not all the wells were tested in Lund.", "All the wells were not tested in Lund."),
    ],
)
def test_a_negation_that_moves_to_another_verb_denies_something_else(original, version):
    kinds, severity = told(original, version)

    assert severity == SUBSTANTIVE
    assert EditKind.NEGATION in kinds


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Dask did not think that the pilot was ill.", "Dask thought that the pilot was not ill."),
        ("The pilot was really not ill, Dask said.", "The pilot was not really ill, Dask said."),
        ("The guild has yet to reply to the offer.", "The guild has not yet replied to the offer."),
        ("The warden did not allow mules in.", "The warden would not let mules in."),
        ("The toll is for carts, not for mules of the army.", "The toll is for carts, but not mules of the army."),
    ],
)
def test_a_negation_that_moves_and_denies_the_same_raises_no_alarm(original, version):
    assert told(original, version)[1] != SUBSTANTIVE
