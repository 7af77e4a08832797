import pytest

from tests.compare.attributions.reading import told


@pytest.mark.parametrize(
    "speaker",
    [
        "Vera Holm, 54, a vet with a practice in Odense",
        "Vera Holm, 54, of Odense",
        "Vera Holm, a vet, the mother of three",
        "Vera Holm, a vet from Odense, who saw the herd",
        "Dame Vera Holm, the former chief vet, now a peer",
        "Vera Holm, founder, owner and only vet of the practice",
        "Vera van der Holm, 54, a vet",
    ],
)
def test_all_that_stands_behind_a_name_between_commas_belongs_to_the_speaker(speaker):
    text = f"{speaker}, said the herd was healthy."

    assert told(text) == [(speaker, "said", "the herd was healthy")]


@pytest.mark.parametrize(
    "speaker",
    [
        "Holm and Berg both",
        "No one",
        "More than half of those polled",
        "Vets at the port",
        "Figures from the ministry",
        "Official data",
        "Holm, in a letter to the board,",
        "Vets who were not authorised to discuss the cull",
        "Two vets who had been at the port",
    ],
)
def test_a_subject_of_many_words_is_read_whole(speaker):
    text = f"{speaker} suggest that the herd was healthy."

    assert [(source, said) for source, _, said in told(text)] == [
        (speaker.removesuffix(" both").rstrip(","), "that the herd was healthy")
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("After the cull, the chief vet, Vera Holm, said the herd was healthy.", "the chief vet, Vera Holm"),
        ("On the last lap Holm said the herd was healthy.", "Holm"),
        ("In a letter to the board Vera Holm said the herd was healthy.", "Vera Holm"),
        ("On Tuesday morning Holm said the herd was healthy.", "Holm"),
        ("In Odense, the chief vet, Vera Holm, said the herd was healthy.", "the chief vet, Vera Holm"),
        ("Separately, the chief vet, with no mask on, said the herd was healthy.", "the chief vet, with no mask on"),
        ("When Berg met Lund, Holm, the vet, said the herd was healthy.", "Holm, the vet"),
    ],
)
def test_the_words_before_a_speaker_and_a_comma_are_not_the_speaker_s(text, speaker):
    assert told(text)[-1] == (speaker, "said", "the herd was healthy")
