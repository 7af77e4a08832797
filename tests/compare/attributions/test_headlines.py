import pytest

from tests.compare.attributions.reading import told


@pytest.mark.parametrize(
    ("text", "source", "cue", "said"),
    [
        ("Minister: no toll on ferry before the autumn", "Minister", ":", "no toll on ferry before the autumn"),
        ("UN report: wells are running dry in the north", "UN report", ":", "wells are running dry in the north"),
        ("Ferry may be idle for months: engineers", "engineers", ":", "Ferry may be idle for months"),
        ("Owner ‘knew of the cracks’: inspectors", "inspectors", ":", "Owner ‘knew of the cracks’"),
        ("Ferry will sail again, says minister", "minister", "says", "Ferry will sail again"),
        ("Ferry may sink, warn engineers", "engineers", "warn", "Ferry may sink"),
        ("Ferry ‘doomed’ - engineer", "engineer", "-", "Ferry ‘doomed’"),
        ("Mayor: Ferry Will Be Sold By Friday", "Mayor", ":", "Ferry Will Be Sold By Friday"),
    ],
)
def test_a_bare_noun_is_the_speaker_of_a_headline(text, source, cue, said):
    assert told(f"{text}\n\nThe quay was empty at dawn.") == [(source, cue, said)]


@pytest.mark.parametrize(
    "text",
    [
        "Coach: Vera Holm and Tom Lund",
        "Lisbon: a guide to the best ferries",
        "Recipe of the week: plum cake with thyme",
        "Ferry sails again: Lisbon",
    ],
)
def test_other_colons_in_a_headline_name_no_speaker(text):
    assert told(f"{text}\n\nThe quay was empty at dawn.") == []


def test_a_label_further_down_is_no_headline():
    assert told("The quay was empty at dawn.\n\nCaptain: no crew on board today") == []
