import pytest

from tests.compare.attributions.reading import told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The quay, Holm told the court, had been dry for a year.", "Holm"),
        ("The quay, harbour pilots warned the council in March, could sink.", "harbour pilots"),
        ("The quay, Holm said on Tuesday, is dry.", "Holm"),
        ("The quay, she added in a statement, would never be sold.", "she"),
        ("The quay, union leaders informed members by email, will stay shut.", "union leaders"),
    ],
)
def test_hearer_time_and_place_may_stand_with_a_speaker_amid_what_is_said(text, who):
    assert [(source, content) for source, _, content in told(text)] == [(who, text.removesuffix("."))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("On Tuesday, Holm told the court the quay was dry.", "the quay was dry"),
        ("In the end, Holm told the crew that the quay was dry.", "that the quay was dry"),
        ("The quay is dry, Holm told the court, and left.", "The quay is dry"),
    ],
)
def test_a_time_or_a_whole_clause_before_the_speaker_is_no_subject(text, said):
    assert [content for _, _, content in told(text)] == [said]
