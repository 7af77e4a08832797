"""The forms of English words."""

import pytest

from factcheck.compare.language.inflection import forms_of


@pytest.mark.parametrize(
    "family",
    [
        ("deny", "denies", "denied", "denying"),
        ("offer", "offers", "offered", "offering"),
        ("plan", "plans", "planned", "planning"),
        ("make", "makes", "made", "making"),
        ("leave", "leaves", "left", "leaving"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("cross", "crosses", "crossed", "crossing"),
        ("die", "dies", "died", "dying"),
        ("stop", "stops", "stopped", "stopping"),
        ("allege", "alleges", "alleged", "alleging"),
        ("go", "goes", "went", "gone", "going"),
        ("building", "buildings"),
        ("city", "cities"),
        ("photo", "photos"),
        ("movie", "movies"),
        ("refugee", "refugees"),
    ],
)
def test_each_form_of_a_word_leads_to_all_others(family):
    for form in family:
        assert set(family) <= set(forms_of(form)), form


@pytest.mark.parametrize("word", ["the", "was", "bus", "un", "los", "negó", "встреча", "أحمد", "b2b"])
def test_what_is_no_english_word_with_forms_stands_for_itself(word):
    assert forms_of(word) == (word,)


@pytest.mark.parametrize("word", ["ying", "yed", "yes", "y"])
def test_what_is_left_of_a_word_without_its_ending_may_be_one_letter(word):
    assert word in forms_of(word)


@pytest.mark.parametrize(
    ("word", "other"), [("news", "new"), ("united", "unit"), ("king", "k"), ("speed", "sped"), ("refugees", "refuge")]
)
def test_words_that_only_look_inflected_are_kept_apart(word, other):
    assert other not in forms_of(word)
