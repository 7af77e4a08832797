import pytest

from tests.compare.attributions.reading import told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Holm warned they would sell the boat if the toll rose.", "they would sell the boat if the toll rose"),
        ("Holm warned the talks could fail if the crew stays.", "the talks could fail if the crew stays"),
        ("Holm warned the crew that the talks could fail.", "that the talks could fail"),
        ("Holm told staff what she had seen.", "what she had seen"),
        ("Holm told the court the quay was dry.", "the quay was dry"),
        ("Holm told a hearing in Bergen her crew was safe.", "her crew was safe"),
        ("Holm assured residents their homes were safe.", "their homes were safe"),
        ("Holm told parliament there was no plan.", "there was no plan"),
        ("Holm warned the crew this week that the quay could sink.", "that the quay could sink"),
        ("Holm warned homes on the quay of floods if it rained.", "homes on the quay of floods if it rained"),
        ("Holm asked the head of the crew if the quay was dry.", "if the quay was dry"),
        ("Holm asked which boat she would sell.", "which boat she would sell"),
        ("Holm told both the crew and the board the quay was dry.", "the quay was dry"),
        ("Holm put the loss at £4m.", "the loss at £4m"),
        ("The audit found errors in 40 of the accounts.", "errors in 40 of the accounts"),
        ("A survey by Nordlab found wide support for the toll.", "wide support for the toll"),
        ("A source close to the family told the Gazette the wedding was off.", "the wedding was off"),
        ("At least 40 boats were lost, the coast guard said.", "At least 40 boats were lost"),
        ("Forty boats were lost, the paper reported, citing two captains.", "Forty boats were lost"),
    ],
)
def test_what_is_said_stands_behind_the_verb_or_before_it(text, said):
    assert said in [content for _, _, content in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Holm put the boat at risk.",
        "Police found the boy at a bus stop.",
        "The most popular shows that have closed will return.",
        "The crew rolled back the covers that night.",
    ],
)
def test_a_thing_done_is_not_said(text):
    assert told(text) == []
