import pytest

from tests.compare.attributions.reading import told


@pytest.mark.parametrize(
    "text",
    [
        "Warning lamps were lit along the quay.",
        "Promising sailor Tom Lund won the cup.",
        "Said Mansour rowed twice on Friday.",
        "The keeper denied City a point.",
        "A late save denied them the cup.",
        "The storm claimed nine lives.",
        "The crew observed a minute’s silence.",
        "The side conceded two late goals.",
        "The firm recalled 4,000 boilers and vehicles.",
        "The witness told the truth.",
        "Vera Holm said goodbye to the crew.",
        "Vera Holm tried to say that the quay was shut.",
        "The captain was about to announce that the quay was shut.",
        "The captain is expected to say that the quay is shut.",
        "It is fair to say that the quay is old.",
        "What Holm said mattered little.",
        "Suppose the captain said the quay was shut.",
        "Holm stopped short of saying that the quay was shut.",
        "Holm left without saying that the quay was shut.",
        "Holm has yet to say whether the quay is shut.",
        "Whoever said the quay was shut was wrong.",
        "There is no suggestion that the quay was shut.",
        "Holm wrote four novels and a play.",
        "The captains argued for two hours.",
        "The captain said nothing.",
        "Visitors give their name and promise to pay.",
        "Two clerks, who were not authorised to speak in public, left early.",
        "Visitors are not allowed to feed the seals.",
        "A bull charged the fence and two men were hurt.",
        "The striker charged the ball down on the line.",
        "With, say, two boats on the lake, that is to say half the fleet, the quay is full.",
        "Leaflets are posted to members in spring.",
    ],
)
def test_a_verb_of_saying_that_gives_nobodys_words_is_left_alone(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Warning that ice was near, the captain turned back.", "that ice was near"),
        ("Promising a new quay, Vera Holm left the hall.", "a new quay"),
        ("The keeper denied the claim.", "the claim"),
        ("The keeper denied Holm had been paid.", "Holm had been paid"),
        ("Critics charged that the quay was unsafe.", "that the quay was unsafe"),
        ("Critics charged the quay was unsafe.", "the quay was unsafe"),
        ("Police charged Holm with theft.", "Holm with theft"),
        ("It was suggested to ministers that the toll be cut.", "that the toll be cut"),
        ("The owners, critics say, knew of it.", "The owners, critics say, knew of it"),
        ("Holm left, saying that the quay was shut.", "that the quay was shut"),
        ("Holm read out a suggestion that the quay was shut.", "a suggestion that the quay was shut"),
        ("Vera Holm called for a week of prayer.", "a week of prayer"),
        ("The captain claimed lives were lost.", "lives were lost"),
        ("The captain said nothing could be done.", "nothing could be done"),
        ("The firm claimed its boilers were safe.", "its boilers were safe"),
        ("Vera Holm said that lives were lost.", "that lives were lost"),
        ("The captain was asked to say whether the quay was shut.", "to say whether the quay was shut"),
    ],
)
def test_the_same_verb_may_give_somebodys_words(text, said):
    assert said in [content for _, _, content in told(text)]
