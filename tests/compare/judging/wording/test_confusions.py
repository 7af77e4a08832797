"""What the comparison says of words that look alike."""

import pytest

from factcheck.compare import EditKind, Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity


@pytest.mark.parametrize(
    ("original", "version", "kind"),
    [
        ("The keeper re-signed in May.", "The keeper resigned in May.", EditKind.FACT),
        ("The clerk re-covered the chair.", "The clerk recovered the chair.", EditKind.FACT),
        ("The guild prescribed the tonic.", "The guild proscribed the tonic.", EditKind.FACT),
        ("They formally left the guild.", "They formerly left the guild.", EditKind.FACT),
        ("The sailors sang all together.", "The sailors sang altogether.", EditKind.FACT),
        ("The pilot's boats were sold.", "The pilots' boats were sold.", EditKind.NUMBER),
        ("The ferry company's clerks left.", "The ferry companies' clerks left.", EditKind.NUMBER),
    ],
)
def test_a_word_for_one_that_looks_like_it_is_another_fact(original, version, kind):
    for one, other in ((original, version), (version, original)):
        kinds, severity = told(one, other)
        assert kind in kinds
        assert severity is SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version", "expected"),
    [
        ("The guild re-elected the clerk.", "The guild reelected the clerk.", STYLE),
        ("The clerk will re-open the pier.", "The clerk will reopen the pier.", STYLE),
        ("The clerk does not sail any more.", "The clerk does not sail anymore.", STYLE),
        ("Dask's boats were sold.", "The boats of Dask were sold.", STYLE),
        ("James’s boats were sold.", "James’ boats were sold.", STYLE),
    ],
)
def test_two_spellings_of_one_word_are_style(original, version, expected):
    assert told(original, version)[1] is expected
    assert told(version, original)[1] is expected
