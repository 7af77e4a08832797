"""One thing in two constructions."""

import pytest

from factcheck.compare.findings import Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The ferry's loss left the isle without salt.", "The loss of the ferry left the isle without salt."),
        ("The guild's plan to dig a weir angered Lund.", "The plan of the guild to dig a weir angered Lund."),
        ("The warden gave the cooper a key to the yard.", "The warden gave a key to the yard to the cooper."),
        ("Dask sent the mayor of Lund a goat.", "Dask sent a goat to the mayor of Lund."),
        ("He was not able to row to Varna.", "He was unable to row to Varna."),
        ("It is not legal to sell kelp.", "It is illegal to sell kelp."),
    ],
)
def test_another_construction_is_style(original, version):
    assert told(original, version)[1] == STYLE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The loss of the ferry hurt the owner of the isle.", "The loss of the isle hurt the owner of the ferry."),
        ("Dask sent a goat to the mayor.", "The mayor sent a goat to Dask."),
        ("He was not able to row to Varna.", "He was able to row to Varna."),
        ("The plan of the guild angered Lund.", "The plan angered Lund of the guild."),
    ],
)
def test_other_parties_are_no_mere_construction(original, version):
    assert told(original, version)[1] != STYLE
