import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.compare.alignment.differ import LONG, changes
from factcheck.compare.findings import Span
from factcheck.compare.words.segments import words
from tests.compare.texts import WORDS

lines = st.lists(st.sampled_from([*WORDS, ".", ","]), max_size=30).map(" ".join)


def phrases(original, version):
    pair = Span(0, len(original)), Span(0, len(version))
    return [(left.of(original), right.of(version)) for left, right in changes(original, version, pair)]


@settings(max_examples=200)
@given(lines, lines)
def test_the_phrases_put_for_one_another_give_the_other_words(original, version):
    rebuilt, at = [], 0
    for left, right in changes(original, version, (Span(0, len(original)), Span(0, len(version)))):
        rebuilt += [word.of(original) for word in words(original, (at, left.start))]
        rebuilt += [word.of(version) for word in words(version, right)]
        at = left.end
    rebuilt += [word.of(original) for word in words(original, (at, len(original)))]

    assert rebuilt == [word.of(version) for word in words(version)]


@settings(max_examples=200)
@given(lines, lines)
def test_swapped_sentences_have_swapped_phrases(original, version):
    assert phrases(version, original) == [(right, left) for left, right in phrases(original, version)]


@settings(max_examples=200)
@given(lines, st.integers(0, 3))
def test_white_space_is_no_difference(line, width):
    assert phrases(line, line.replace(" ", " \n" + " " * width)) == []


@pytest.mark.parametrize(
    ("original", "version", "expected"),
    [
        pytest.param("It cost $35,000,000 in all.", "It cost $36,000,000 in all.", [("$35,000,000", "$36,000,000")]),
        pytest.param("A rise of 3.5 percent.", "A rise of 3.6 percent.", [("3.5", "3.6")]),
        pytest.param("The opening was a success.", "The reopening was a success.", [("opening", "reopening")]),
        pytest.param(
            "He can't come at 8 a.m. today.", "He can come at 8 p.m. today.", [("can't", "can"), ("a.m.", "p.m.")]
        ),
        pytest.param("A part-time guard left.", "A full-time guard left.", [("part-time", "full-time")]),
        pytest.param("The U.S. paid.", "The US paid.", [("U.S.", "US")]),
        pytest.param("They saw nai\u0308ve art.", "They saw naive art.", [("nai\u0308ve", "naive")]),
    ],
)
def test_words_and_numbers_change_whole(original, version, expected):
    assert phrases(original, version) == expected


def test_punctuation_is_not_aligned_before_words():
    original = "Mayor, the council, the school, and the harbour."
    version = "Mayor and council; school and harbour: all of them."

    cut = " ".join(left for left, _ in phrases(original, version))

    assert not any(word in cut for word in ("mayor", "council", "school", "harbour"))


def test_a_mark_between_kept_words_changes_alone():
    assert phrases("He left, she said.", "He left; she said!") == [(",", ";"), (".", "!")]


def test_quote_marks_change_without_what_they_quote():
    assert phrases('He called it "a fine old bridge" twice.', "He called it “a fine old bridge” twice.") == [
        ('"', "“"),
        ('"', "”"),
    ]


def test_a_capital_makes_a_change_of_its_own_word_only():
    assert phrases("many western towns", "many Western towns") == [("western", "Western")]


def test_scraps_between_changed_phrases_are_joined():
    original = "On Monday the mayor of the town asked traders to leave."
    version = "On Monday an engineer of the ministry advised drivers to wait."

    assert phrases(original, version) == [
        ("the mayor of the town asked traders to leave", "an engineer of the ministry advised drivers to wait")
    ]


def test_a_name_between_two_changed_words_is_kept():
    assert phrases("the former mayor Bellini said today", "the late mayor Bellini claimed today") == [
        ("former", "late"),
        ("said", "claimed"),
    ]


def test_an_insertion_has_an_empty_place_behind_the_word_before_it():
    original, version = "under  Ann Bell", "under the careful Ann Bell"

    [(place, added)] = changes(original, version, (Span(0, len(original)), Span(0, len(version))))

    assert (place, added.of(version)) == (Span(5, 5), "the careful")


def test_sentences_too_long_for_diff_match_patch_are_compared_word_by_word_too():
    original = [f"word{n}" for n in range(LONG)]
    version = [word + "x" * (n % 5 == 0) for n, word in enumerate(original)]

    assert phrases(" ".join(original), " ".join(version)) == [(word, f"{word}x") for word in original[::5]]
