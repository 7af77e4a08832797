"""Claims that say nearly the same, found while one is typed."""

import pytest

from factcheck.claims.similar_claims import similar_claims
from tests.factories import ClaimFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    """Thirty claims on one matter, and one that speaks of the Kerch bridge and of lorries."""
    for number in range(30):
        ClaimFactory(text=f"The president said that talks on tariffs fail in round {number}.")
    return ClaimFactory(text="Lorries have been banned from the Kerch crossing since spring, the port says.")


def test_a_claim_that_is_worded_differently_is_found_by_the_rare_words_it_shares(desk):
    assert similar_claims("The president closes the Kerch bridge to every lorry from spring on") == [desk]


def test_common_words_alone_make_no_two_claims_alike(desk):
    assert similar_claims("Officials have been at it since the president came") == []


def test_another_form_of_a_word_counts_as_the_word(db):
    claim = ClaimFactory(text="Torres denied taking bribes.")

    assert similar_claims("Torres denies that she takes a bribe") == [claim]


def test_the_likest_wording_stands_first(db):
    near = ClaimFactory(text="The harbour was closed to tankers on Monday.")
    nearest = ClaimFactory(text="The harbour was closed to tankers on Sunday.")

    assert similar_claims("On Sunday the harbour was closed to tankers") == [nearest, near]


def test_a_claim_in_another_language_is_found_by_its_words(db):
    claim = ClaimFactory(text="Türkiye, Maduro'ya sığınma teklif etti.")

    assert similar_claims("Maduro'ya Türkiye sığınma önerdi") == [claim]


@pytest.mark.parametrize("typed", ["", "bridge", "“—”", "the and of"])
def test_nothing_is_like_too_few_words(typed, desk):
    assert similar_claims(typed) == []


def test_looking_for_like_claims_costs_one_query(desk, django_assert_num_queries):
    with django_assert_num_queries(1):
        similar_claims("Lorries are banned from the Kerch crossing")
