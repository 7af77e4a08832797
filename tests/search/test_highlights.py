"""Showing which words were found."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from factcheck.search.highlights import excerpt, highlight
from factcheck.search.words import read


def marked(pieces):
    return [piece.text for piece in pieces if piece.is_match]


def whole(pieces):
    return "".join(piece.text for piece in pieces)


def test_words_are_marked_as_the_text_writes_them():
    pieces = highlight("Türkiye has offered; TURKIYE's offer stands", read("turkiye offer*"))

    assert marked(pieces) == ["Türkiye", "offered", "TURKIYE", "offer"]
    assert whole(pieces) == "Türkiye has offered; TURKIYE's offer stands"


def test_a_phrase_is_marked_as_one_across_signs_between_its_words():
    assert marked(highlight("He isn’t “going, nowhere” at all", read('"isn\'t going nowhere"'))) == [
        "isn’t “going, nowhere"
    ]


def test_a_part_of_a_word_is_not_marked():
    assert marked(highlight("The plane of the plan", read("plan"))) == ["plan"]


def test_every_form_of_a_word_is_marked_unless_it_is_quoted():
    text = "He denied it; she denies it too."

    assert marked(highlight(text, read("deny"))) == ["denied", "denies"]
    assert marked(highlight(text, read('"denies"'))) == ["denies"]


def test_an_excerpt_shows_where_most_of_the_words_stand_together():
    text = "Cuba first. " + "Filler words go here. " * 40 + "Then Mexico and Cuba talked. " + "More of it. " * 40

    shown = excerpt(text, read("cuba mexico"))

    assert marked(shown) == ["Mexico", "Cuba"]
    assert whole(shown).startswith("… ")
    assert whole(shown).endswith(" …")


def test_line_breaks_move_no_mark():
    assert marked(excerpt("One\r\n\r\ntwo\r\nokapis here", read("okapis"))) == ["okapis"]


def test_an_excerpt_of_a_text_without_the_words_is_its_beginning():
    assert whole(excerpt("The beginning of it", read("absent"))) == "The beginning of it"


@given(st.text(max_size=400), st.sampled_from(["a", "a b", '"a b"', "a*", "the"]))
def test_no_text_is_lost_or_made_up(text, typed):
    assert whole(highlight(text, read(typed))) == unicodedata.normalize("NFC", text)
    assert len(whole(excerpt(text, read(typed)))) <= 245
