"""A word for another that mostly means the same."""

import pytest

from factcheck.compare.findings import Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Work on the weir began in April.", "Work on the weir started in April."),
        ("The guild rejected the offer of the port.", "The guild turned down the offer of the port."),
        ("The dean is postponing the fair.", "The dean is putting off the fair."),
        ("It is hard to reach the wells.", "It is difficult to reach the wells."),
        ("The kelp came mainly from Lund.", "The kelp came chiefly from Lund."),
    ],
)
def test_a_word_that_mostly_means_the_same_is_style(original, version):
    assert told(original, version)[1] == STYLE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Work on the weir starts in April.", "Work on the weir began in April."),
        ("The guild said the offer was late.", "The guild “started” to say the offer was late."),
        ("Dask admitted the offer was late.", "Dask said the offer was late."),
        ("The guild rejected the offer of the port.", "The guild turned down the late offer of the port."),
        ("“Work began in April,” said Dask.", "“Work started in April,” said Dask."),
    ],
)
def test_another_form_a_word_of_saying_or_more_is_no_mere_style(original, version):
    assert told(original, version)[1] != STYLE
