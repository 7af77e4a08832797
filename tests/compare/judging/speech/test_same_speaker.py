"""Who two texts credit: one speaker in other words, or another."""

import pytest

from factcheck.compare import EditKind, Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A potter", "Potters"),
        ("One of the potters", "The potters"),
        ("Two of the nine potters", "Potters"),
        ("A lawyer for one of the potters", "Lawyers for the potters"),
        ("The mayor", "The mayor's wife"),
        ("The nurse's brother", "The guard's brother"),
        ("Army officers", "Rebel officers"),
        ("Union leaders", "Union members"),
        ("Ada Renn", "Ada Renn's lawyer"),
        ("The embassy", "The foreign ministry"),
    ],
)
def test_part_of_those_who_speak_or_whoever_belongs_to_them_is_another_source(one, other):
    for original, version in ((one, other), (other, one)):
        kinds, severity = told(f"{original} said the kiln was sold.", f"{version} said the kiln was sold.")

        assert EditKind.ATTRIBUTION in kinds
        assert severity is SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Tarn Clay spokesman Ivo Renn said it was sold.", "A Tarn Clay spokesman said it was sold."),
        ("Ivo Renn, a spokesman for Tarn Clay, said it was sold.", "A spokesman for Tarn Clay said it was sold."),
        ("It was sold, said a Tarn Clay spokesman.", "It was sold, said Tarn Clay."),
        ("Police said it was sold.", "Detectives said it was sold."),
        ("A senior official said it was sold.", "A government official said it was sold."),
        ("It was sold, a court heard.", "It was sold, Tarn Crown Court was told."),
        ("It was sold, according to a letter from the guild.", "It was sold, according to the guild."),
        ("One of the potters said it was sold.", "One of the nine potters said it was sold."),
        ("Tarn's mayor said it was sold.", "The mayor of Tarn said it was sold."),
    ],
)
def test_one_source_under_another_label_is_not_substantive(original, version):
    assert told(original, version)[1] is not SUBSTANTIVE
    assert told(version, original)[1] is not SUBSTANTIVE
