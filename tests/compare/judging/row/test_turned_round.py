"""Sentences of the same words that say the reverse."""

import pytest

from factcheck.compare.findings import EditKind, Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The barge was bound from Ghent to Bruges at noon.", "The barge was bound from Bruges to Ghent at noon."),
        ("At noon the barge from Ghent to Bruges sank.", "The barge from Bruges to Ghent sank at noon."),
        ("Cranes leave the east of Chad for the west of Mali.", "Cranes leave the west of Mali for the east of Chad."),
        ("She spoke to Lund, who had warned the pilot.", "She spoke to Lund, whom the pilot had warned."),
        ("The dog that bit the heron was caught.", "The dog that the heron bit was caught."),
        ("Chad is older than Mali, she said.", "Mali is older than Chad, she said."),
        ("Lund knocked out Dask in the fifth round.", "Lund was knocked out by Dask in the fifth round."),
        ("The duke left his barge to the cooper.", "The cooper left his barge to the duke."),
    ],
)
def test_parties_that_change_places_are_another_fact(original, version):
    kinds, severity = told(original, version)

    assert severity == SUBSTANTIVE
    assert EditKind.FACT in kinds


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("She spoke to Lund, who the pilot had warned.", "She spoke to Lund, whom the pilot had warned."),
        ("At noon the barge from Ghent to Bruges sank.", "The barge from Ghent to Bruges sank at noon."),
        ("Lund and Dask rowed to Bruges.", "Dask and Lund rowed to Bruges."),
    ],
)
def test_another_order_of_the_same_parts_raises_no_alarm(original, version):
    assert told(original, version)[1] != SUBSTANTIVE
