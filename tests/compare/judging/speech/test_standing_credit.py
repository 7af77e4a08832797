"""A credit that goes where the sentence before, or the head of the row, has named the same source."""

import pytest

from factcheck.compare import Severity
from tests.compare.judging.telling import told

MINOR, SUBSTANTIVE = Severity.MINOR, Severity.SUBSTANTIVE


@pytest.mark.parametrize(
    ("before", "credit"),
    [
        ("Police said the kiln was stolen.", "police said"),
        ("Police said the kiln was stolen.", "they said"),
        ("The report lists nine faults.", "the report says"),
        ("The court heard that the kiln was stolen.", "the jury was told"),
    ],
)
def test_a_credit_may_go_where_its_source_speaks_in_the_sentence_before(before, credit):
    original = f"{before} It had stood in Tarn since May, {credit}."

    assert told(original, f"{before} It had stood in Tarn since May.")[1] is MINOR


def test_a_credit_may_go_behind_a_colon_that_its_source_leads_in():
    original = "The guard gave this account: The kiln cracked at ten, according to the guard."

    assert told(original, "The guard gave this account: The kiln cracked at ten.")[1] is MINOR


@pytest.mark.parametrize(
    ("before", "credit"),
    [
        ("The kiln was stolen.", "police said"),
        ("Police said the kiln was stolen.", "neighbours said"),
        ("Police said the kiln was stolen.\n", "police said"),
    ],
)
def test_a_credit_of_another_source_or_behind_a_bare_fact_is_missed(before, credit):
    original = f"{before} It had stood in Tarn since May, {credit}."

    assert told(original, f"{before} It had stood in Tarn since May.")[1] is SUBSTANTIVE
