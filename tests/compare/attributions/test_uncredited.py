import pytest

from tests.compare.attributions.reading import told


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Vera Holm wiped her eyes.", "Vera Holm"),
        ("Vera Holm, a vet, pointed at the barn.", "Vera Holm, a vet"),
        ("Tor Lund, who lost two boats in May, shook his head.", "Tor Lund, who lost two boats in May"),
        ("Sister Vera Holm has run the clinic in Bergen for ten years.", "Sister Vera Holm"),
        ("She has run the clinic since March.", "She"),
    ],
)
def test_a_quotation_without_a_verb_of_saying_is_given_to_whoever_the_sentence_before_is_about(before, speaker):
    text = f"{before} “The water came up to the roof. Nobody warned us.”"

    assert told(text) == [(speaker, None, "“The water came up to the roof. Nobody warned us.”")]


@pytest.mark.parametrize(
    "before",
    [
        "Vera Holm rang Tor Lund.",
        "Vera Holm looked at her son.",
        "Vera Holm sat in her shop with Tor Lund.",
        "The barn stood empty.",
        "Bergen lay in the dark.",
        "Nordbank shut its doors.",
        "At noon Vera Holm shut her shop.",
    ],
)
def test_it_is_left_alone_where_two_are_named_or_nobody_is(before):
    assert told(f"{before} “The water came up to the roof.”") == []
