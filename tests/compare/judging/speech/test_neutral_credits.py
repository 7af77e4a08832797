"""One neutral credit for another is house style; one that judges, or tells of another speaker or hearer, is not."""

import pytest

from factcheck.compare import Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The kiln cracked in May, the potter stated.", "The kiln cracked in May, the potter said."),
        ("The kiln cracked in May, the potter told reporters.", "The kiln cracked in May, the potter said."),
        ("Renn told a news conference the kiln cracked.", "Renn said at a news conference the kiln cracked."),
        ("The kiln cracked, according to Ivo Renn, who built it.", "The kiln cracked, said Ivo Renn, who built it."),
        ("According to the potter Ivo Renn, the kiln cracked.", "The kiln cracked, the potter Ivo Renn said."),
        ("The kiln cracked, said Ivo Renn, the potter.", "Ivo Renn, the potter, said the kiln cracked."),
        ("The kiln cracked, insisted the potter.", "The potter insisted that the kiln cracked."),
        ("The kiln cracked, a court heard.", "A court heard that the kiln cracked."),
        ("In May, the potter said, the kiln cracked.", "The kiln cracked in May, the potter said."),
        ("Renn has said that the kiln cracked.", "Renn said the kiln cracked."),
    ],
)
def test_a_neutral_credit_in_other_words_or_in_another_place_is_style(original, version):
    assert told(original, version)[1] is STYLE
    assert told(version, original)[1] is STYLE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Renn told the inquiry that the kiln cracked.", "Renn said that the kiln cracked."),
        ("Renn said in Tarn that the kiln cracked.", "Renn said the kiln cracked in Tarn."),
        ("Renn said “the kiln cracked” in May.", "Renn said the kiln cracked in May."),
        ("The kiln cracked, the potter warned.", "The kiln cracked, the potter said."),
        ("The potter told the guard the kiln cracked.", "The potter said the kiln cracked."),
    ],
)
def test_another_hearer_place_or_mark_is_no_matter_of_style(original, version):
    assert told(original, version)[1] is MINOR


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Renn said Dask broke the kiln.", "Dask said Renn broke the kiln."),
        ("Renn did not say the kiln cracked.", "Renn said the kiln cracked."),
        ("The kiln cracked, the potter said.", "The kiln cracked, the potter insisted."),
        ("The kiln cracked, the potter said.", "The kiln cracked, the potter boasted."),
        ("“The kiln cracked,” Renn said.", "“The kiln cracked,” Renn sneered."),
        ("“The kiln cracked,” Renn said.", "“The kiln cracked,” Renn joked."),
        ("Renn said that the kiln cracked.", "Renn let slip that the kiln cracked."),
    ],
)
def test_another_speaker_a_denial_or_a_verb_that_judges_is_substantive(original, version):
    assert told(original, version)[1] is SUBSTANTIVE
    assert told(version, original)[1] is SUBSTANTIVE
