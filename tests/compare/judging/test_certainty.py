"""What the comparison says where a text is surer than the other, or names a source for what it heard."""

import pytest

from factcheck.compare import EditKind, Severity
from tests.compare.judging.telling import told

HEDGE, ATTRIBUTION, NEGATION = EditKind.HEDGE, EditKind.ATTRIBUTION, EditKind.NEGATION


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Renn asked if she could moor the boat.", "Renn asked if it was possible to moor the boat."),
        (
            "A sailor has been fined amid reports he sank the ferry.",
            "A sailor was fined after he reportedly sank the ferry.",
        ),
    ],
)
def test_a_hedge_for_one_as_sure_is_no_more_than_other_words(original, version):
    for pair in ((original, version), (version, original)):
        assert told(*pair) == ({EditKind.REWORD}, Severity.MINOR)


def test_a_hedge_for_a_weaker_one_is_told():
    assert told("The pier may be sold in May.", "The pier will probably be sold in May.")[0] == {HEDGE}


def test_hearsay_that_says_where_it_was_heard_is_a_credit_and_no_hedge():
    located = told("According to reports in Borduria, the ferry sank.", "The ferry sank.")
    bare = told("According to reports, the ferry sank.", "The ferry sank.")

    assert ATTRIBUTION in located[0] & bare[0]
    assert HEDGE in bare[0] - located[0]
    assert located[1] is bare[1] is Severity.SUBSTANTIVE


def test_what_was_learned_from_nobody_in_particular_adds_no_content():
    assert told("The ferry sank.", "It was learned that the ferry sank.") == (
        {HEDGE, ATTRIBUTION},
        Severity.SUBSTANTIVE,
    )


@pytest.mark.parametrize("word", ["not-so-happy", "no-frills"])
def test_a_negation_inside_a_compound_denies_nothing(word):
    kinds, severity = told(f"The {word} sailor sank the ferry.", "The sailor sank the ferry.")

    assert NEGATION not in kinds
    assert severity is Severity.MINOR


def test_what_you_thought_is_nobodys_belief():
    kinds, _ = told(
        "The ferry sank in May.",
        "The ferry sank in May and brought down a house that you always thought was safe.",
    )

    assert kinds.isdisjoint({HEDGE, ATTRIBUTION})
