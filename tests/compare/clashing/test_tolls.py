import pytest

from factcheck.compare.clashing import Said, clash, gist
from factcheck.compare.clashing.tolls import other_tolls


def found(one, other):
    """The numbers of one outcome that differ."""
    tolls = (gist(Said(words)).tolls for words in (one, other))
    return [(left.number, right.number) for left, right in other_tolls(*tolls)]


@pytest.mark.parametrize(
    ("one", "other", "numbers"),
    [
        ("The landslide at Tarn killed 12 people", "Doctors in Tarn counted 15 dead", ("12", "15")),
        ("The flood left 80 people dead", "The death toll of the flood stands at 112", ("80", "112")),
        ("Police in Tarn arrested nine protesters", "Eleven people were detained in Tarn", ("9", "11")),
        ("Four miners were killed and six hurt in the Tarn pit", "Nine miners were hurt in the Tarn pit", ("6", "9")),
    ],
)
def test_two_counts_of_one_outcome_differ(one, other, numbers):
    assert found(one, other) == [numbers]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The landslide at Tarn killed 12 people", "Doctors in Tarn counted twelve dead"),
        ("The landslide at Tarn killed at least 12 people", "The landslide at Tarn killed 15 people"),
        ("The landslide at Tarn killed 12 people", "The landslide at Tarn injured 15 people"),
        ("The landslide at Tarn killed 12 people", "The landslide at Vell killed 15 people"),
        ("Monday's raid on Tarn killed 12 people", "A raid on Tarn killed three people on Tuesday"),
        ("The landslide at Tarn killed 12 soldiers", "The landslide at Tarn killed 15 nurses"),
        ("The landslide killed 12 people in Tarn and 15 people were killed in Vell", "15 people were killed in Vell"),
        ("The landslide at Tarn killed 12 people", "A murder trial in Tarn began at 10 with 15 jurors"),
    ],
)
def test_counts_with_a_bound_of_another_outcome_or_of_others_do_not_meet(one, other):
    assert not found(one, other)


def test_another_toll_clashes_in_other_words():
    found = clash(
        Said("Twelve people were killed by the burst dam above Tarn, said the mayor, who had warned of it for years"),
        Said("The burst dam killed fifteen people, according to the coroner"),
    )

    assert found.because.endswith("; the first says 12, the second 15")
