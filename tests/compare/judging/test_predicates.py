"""What the comparison says where a text tells another thing of whom both texts name."""

import pytest

from factcheck.compare import EditKind, Severity
from tests.compare.judging.telling import told


@pytest.mark.parametrize(
    ("original", "version"),
    [
        (
            "After an hour the guards at the gate noticed a strange smell.",
            "After an hour the guards at the gate began to sing.",
        ),
        ("The victim's mother saw the boat.", "The victim's uncle saw the boat."),
        ("He lived with his wife in Tarn.", "He lived with his sister in Tarn."),
        ("The paper wrongly said that the pier was shut.", "The paper said that the pier was shut."),
    ],
)
def test_another_thing_told_of_the_same_people_is_a_substantive_fact(original, version):
    for pair in ((original, version), (version, original)):
        kinds, severity = told(*pair)

        assert EditKind.FACT in kinds
        assert severity is Severity.SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The team won the cup.", "The team took home the trophy."),
        ("The firm went bankrupt.", "The firm filed for insolvency."),
        ("The dog bit two children.", "The dog attacked two children."),
        ("The suspect fled the country.", "The suspect escaped abroad."),
        ("His mother called him Ivo.", "His parents called him Ivo."),
        (
            "After the race five boats sank and seven sailors fell ill.",
            "Seven sailors ill, five boats sunk after race",
        ),
        ("On Friday, he left the office in Tarn.", "Ivo Renn on Friday left the office in Tarn."),
    ],
)
def test_the_same_thing_in_other_words_is_no_other_fact(original, version):
    for pair in ((original, version), (version, original)):
        kinds, severity = told(*pair)

        assert EditKind.FACT not in kinds
        assert severity is not Severity.SUBSTANTIVE


def test_who_beat_whom_is_not_hidden_behind_a_pronoun():
    assert told("On Friday she saw Renn.", "Renn on Friday saw Dask.")[1] is not Severity.STYLE
