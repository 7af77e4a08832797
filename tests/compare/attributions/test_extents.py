import pytest

from tests.compare.attributions.reading import told


@pytest.mark.parametrize(
    ("text", "sayings"),
    [
        ("Vera Holm voiced support for the cull on Friday, saying the herd was sick.",
         ["support for the cull on Friday", "the herd was sick"]),
        ("Vera Holm said the herd was sick, adding that two cows had died.",
         ["the herd was sick", "that two cows had died"]),
        ("Vera Holm said the herd was sick, and she warned that two cows had died.",
         ["the herd was sick", "that two cows had died"]),
        ("Vera Holm said the herd was sick, but she said nobody should worry.",
         ["the herd was sick", "nobody should worry"]),
    ],
)  # fmt: skip
def test_what_is_said_ends_where_the_speaker_goes_on_to_say_more(text, sayings):
    assert [said for _, _, said in told(text)] == sayings


def test_a_participle_before_the_verb_of_the_clause_ends_nothing():
    text = "Vera Holm said the fields, warning signs and all, were under water."

    assert [said for _, _, said in told(text)] == ["the fields, warning signs and all, were under water"]
