"""What the comparison says of headlines, which have a grammar of their own."""

import pytest

from factcheck.compare import EditKind, Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Guild to sell ferry in Tarn", "Guild sells ferry in Tarn"),
        ("Pilots to leave port", "Pilots leave port"),
        ("Port to shut old pier by May", "Port shut old pier by May"),
    ],
)
def test_what_a_headline_announces_is_not_done(original, version):
    for one, other in ((original, version), (version, original)):
        kinds, severity = told(one, other)
        assert EditKind.HEDGE in kinds
        assert severity is SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Minister: ferry was never safe", "Ferry was never safe"),
        ("Report: guild hid leaks for years", "Guild hid leaks for years"),
    ],
)
def test_the_label_that_says_who_tells_a_headline_is_its_source(original, version):
    for one, other in ((original, version), (version, original)):
        kinds, severity = told(one, other)
        assert EditKind.ATTRIBUTION in kinds
        assert severity is SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Gale kills nine, shuts pier in Tarn", "A gale has killed nine people and shut pier in Tarn"),
        ("Guild sells ferry to port", "The guild sold the ferry to the port"),
        ("Lisbon: The ferry sank in May.", "The ferry sank in May."),
    ],
)
def test_the_grammar_of_headlines_is_style(original, version):
    assert told(original, version)[1] is STYLE
    assert told(version, original)[1] is STYLE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Volunteers help to build pier", "Volunteers help build pier"),
        ("The guild sells the ferry.", "The guild sold the ferry."),
        ("Gallery: ferry at sunset", "Ferry at sunset"),
    ],
)
def test_what_only_looks_like_the_grammar_of_headlines_is_minor(original, version):
    assert told(original, version)[1] is not SUBSTANTIVE
    assert told(version, original)[1] is not SUBSTANTIVE
