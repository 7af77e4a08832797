import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.clashing import Said, agreement

FLED = "The mayor of Tarn fled by boat on Monday night"


def said(words, **known):
    return Said(words=words, **known)


@pytest.mark.parametrize(
    "other",
    [
        "the mayor had fled Tarn in a small boat at night",
        "On Monday night, the mayor of Tarn is said to have fled in a boat",
    ],
)
def test_two_that_say_one_fact_in_other_words_agree(other):
    assert agreement(said(FLED), said(other)) >= 0.5


def test_two_that_deny_one_fact_agree():
    one = "The mayor of Tarn has not fled by boat"
    other = "No, the mayor of Tarn did not flee by boat at night"

    assert agreement(said(one), said(other)) >= 0.5


@pytest.mark.parametrize(
    "other",
    [
        "The mayor of Tarn has not fled by boat at night",
        "The mayor of Tarn fled by boat on Friday night",
        "Has the mayor of Tarn fled by boat at night?",
        "Police asked whether the mayor of Tarn had fled by boat at night",
        "The mayor of Tarn opened a library",
        "Tarn",
    ],
    ids=["denied", "another day", "a question", "asked", "another event", "a name"],
)
def test_what_is_denied_told_otherwise_or_not_said_is_no_agreement(other):
    assert agreement(said(FLED), said(other)) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Half of the ferry workers of Tarn walked out over pay",
            "Most of the ferry workers of Tarn walked out over pay",
        ),
        ("The old bridge of Tarn was closed before the storm", "The old bridge of Tarn was closed after the storm"),
        ("The harbour guild accused Orla Dask of fraud in May", "Orla Dask accused the harbour guild of fraud in May"),
    ],
    ids=["another share", "the other order", "the other way round"],
)
def test_what_an_edit_would_tell_otherwise_is_no_agreement(one, other):
    assert agreement(said(one), said(other)) == 0


def test_positions_against_each_other_are_no_agreement():
    first = said(FLED, positions=(("The mayor fled.", "supports"),))
    second = said(FLED, positions=(("The mayor fled.", "denies"),))

    assert agreement(first, second) == 0


WORDS = st.lists(st.sampled_from([*FLED.split(), "not", "12", "15", "deny", ",", "?"]), max_size=15).map(" ".join)


@given(st.builds(Said, words=WORDS), st.builds(Said, words=WORDS))
def test_the_order_of_two_statements_does_not_change_their_agreement(one, other):
    assert agreement(one, other) == agreement(other, one)
    assert 0 <= agreement(one, other) <= 1
