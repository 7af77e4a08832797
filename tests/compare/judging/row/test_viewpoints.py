"""Credits without a verb of saying, and headlines that name their source by place."""

import pytest

from factcheck.compare import EditKind, Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity


@pytest.mark.parametrize(
    ("credited", "plain"),
    [
        ("The kiln cracked twice, per the insurer's report.", "The kiln cracked twice."),
        ("Per court filings, the kiln cracked twice.", "The kiln cracked twice."),
        ("By her brother's account, the kiln cracked twice.", "The kiln cracked twice."),
        ("On the insurer's reckoning, the kiln cracked twice.", "The kiln cracked twice."),
        ("By all accounts, the kiln cracked twice.", "The kiln cracked twice."),
        ("As Ivo Renn tells it, the kiln cracked twice.", "The kiln cracked twice."),
        ("Going by the foreman's log, the kiln cracked twice.", "The kiln cracked twice."),
        ("Renn left over what he termed a plot by the guild.", "Renn left over a plot by the guild."),
        ("Renn left over what the guild calls theft.", "Renn left over theft."),
        ("Renn was described by neighbours as a thief.", "Renn was a thief."),
        ("The foreman's log shows that the kiln cracked.", "The kiln cracked."),
        ("The kiln cracked, footage released on Monday shows.", "The kiln cracked."),
        ("Emails seen by the guild show Renn sold the kiln.", "Renn sold the kiln."),
        ("The kiln was a fraud, Judge Ada Renn ruled.", "The kiln was a fraud."),
        ("The kiln was a fraud, state media reported.", "The kiln was a fraud."),
        ("Army chief: kiln was a fraud for years", "Kiln was a fraud for years"),
        ("Kiln was a fraud for years - report", "Kiln was a fraud for years"),
    ],
)
def test_the_only_source_of_a_sentence_counts_without_a_verb_of_saying(credited, plain):
    for kinds, severity in (told(credited, plain), told(plain, credited)):
        assert EditKind.ATTRIBUTION in kinds
        assert severity is SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The kiln costs $40 per pot, and it is full.", "The kiln costs $40, and it is full."),
        ("The kiln cracked by the end of May.", "The kiln cracked."),
        ("The guild holds what is called the Feast of Pots.", "The guild holds the Feast of Pots."),
        ("Renn, described by neighbours as a thief, left.", "Renn left."),
        ("Tarn: kiln was sold for nine crowns", "Kiln was sold for nine crowns"),
        ("The kiln is old, as Renn put it in the shed.", "The kiln is old, as Renn put it in a shed."),
        ("Renn wrote in an email that it cracked.", "Renn wrote that it cracked."),
    ],
)
def test_what_only_looks_like_such_a_credit_is_not_missed(original, version):
    assert told(original, version)[1] is not SUBSTANTIVE
