import pytest

from tests.compare.attributions.reading import told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Holm denied selling the boat, hiding the proceeds and misleading the crew.",
            "selling the boat, hiding the proceeds and misleading the crew",
        ),
        ("Holm admits forging a log, burning it or lying about it.", "forging a log, burning it or lying about it"),
        (
            "Holm said that the quay was dry, that the crew knew it and that nobody had asked.",
            "that the quay was dry, that the crew knew it and that nobody had asked",
        ),
        (
            "The port promised to cut tolls, raise wages and dredge the channel.",
            "to cut tolls, raise wages and dredge the channel",
        ),
        (
            "The port promised to cut tolls, to raise wages and to spare the reeds, but its shares fell.",
            "to cut tolls, to raise wages and to spare the reeds",
        ),
    ],
)
def test_what_is_said_reaches_to_the_last_of_its_like_parts(text, said):
    assert said in [content for _, _, content in told(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Holm said that the quay was dry, and that was the end of it.", "that the quay was dry"),
        ("Holm denied selling the boat, and nothing was found.", "selling the boat"),
        ("Holm denied selling the boat, saying it was stolen and calling for an inquiry.", "selling the boat"),
        ("Holm denied lying and threatened to sue.", "lying"),
    ],
)
def test_it_does_not_reach_to_what_another_says_or_does(text, said):
    assert said in [content for _, _, content in told(text)]
