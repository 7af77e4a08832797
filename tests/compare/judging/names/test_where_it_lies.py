"""What the comparison says of a country or state behind the name of a town."""

import pytest

from factcheck.compare import Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity


@pytest.mark.parametrize(
    ("original", "version", "expected"),
    [
        ("The choir of Tarn, Portugal, sang.", "The choir of Tarn sang.", STYLE),
        ("The choir will sing in Tarn, Ohio.", "The choir will sing in Tarn.", STYLE),
        ("The choir of Tarn, Okla., sang.", "The choir of Tarn, Oklahoma, sang.", STYLE),
        ("The choir of Paris, France, sang.", "The choir of Paris sang.", STYLE),
        ("The choir of Paris, Texas, sang.", "The choir of Paris sang.", MINOR),
        ("The choir, Portugal, and Spain sang.", "The choir and Spain sang.", MINOR),
        ("The choir of Tarn in Portugal sang.", "The choir of Tarn sang.", MINOR),
        ("The choir of Tarn, Portugal, sang.", "The choir of Tarn, Spain, sang.", SUBSTANTIVE),
    ],
)
def test_the_country_of_a_town_may_be_left_out(original, version, expected):
    assert told(original, version)[1] is expected
    assert told(version, original)[1] is expected
