from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.compare.words.folded_words import WORD, fold, fold_word, folded_words
from factcheck.compare.words.memory import LONGEST, MOST, Remembered

LETTERS = st.text("aBé'’.,-_ \n\t\u00a0\u0085\u0301\u200d12$%“”市ا\u064b", max_size=40)


@given(st.one_of(LETTERS, st.text()))
@example("U.S. forces, 3.5kg, 10,000 men; it's a.b _a.b_ a_.b '90s")
def test_the_words_of_a_text_are_those_of_its_parts_between_white_space(text):
    assert folded_words(text) == [fold_word(word) for word in WORD.findall(text)]


def test_answers_are_remembered_but_neither_too_many_nor_of_long_words():
    asked = []
    answers = Remembered(lambda word: asked.append(word) or len(word))
    long = "x" * (LONGEST + 1)

    assert [answers[word] for word in ["a", "a", long, long]] == [1, 1, LONGEST + 1, LONGEST + 1]
    assert asked == ["a", long, long]
    for number in range(MOST):
        assert answers[f"{number}"]
    assert 0 < len(answers) <= MOST


def test_letters_that_a_paper_may_lack_are_written_plainly():
    assert fold("Łódź, œuvre, Ærø, Đinđić, þing").words == fold("Lodz, oeuvre, Aero, Dindic, thing").words


def test_letters_with_an_accent_of_their_own_sound_stay_apart_from_two_letters():
    assert fold("Müller").words != fold("Mueller").words
