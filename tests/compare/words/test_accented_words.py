import pytest

from factcheck.compare.findings import Span
from factcheck.compare.words.accented_words import accented_words, accented_words_at


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("L’État", "l'état"),
        ("قَالَ أحمد", "قال احمد"),
        ("הַגֶּשֶׁר", "הגשר"),
        ("12％", "12%"),
        ("ещё", "еще"),
        ("Straße", "strasse"),
        ("café", "cafe\u0301"),
        ("「橋」", "『橋』"),
    ],
)
def test_what_is_only_the_dress_of_words_is_folded_away(text, other):
    assert accented_words(text) == accented_words(other)


@pytest.mark.parametrize(("text", "other"), [("schon", "schön"), ("esta", "está"), ("мой", "мои"), ("no", "non")])
def test_an_accent_or_a_letter_that_tells_words_apart_stays(text, other):
    assert accented_words(text) != accented_words(other)


def test_each_word_knows_where_it_stands():
    text = "Le maire n’est pas là."

    found = accented_words_at(text, Span(0, len(text)))

    assert [(word, span.of(text)) for word, span in found] == [
        ("le", "Le"),
        ("maire", "maire"),
        ("n", "n’est"),
        ("est", "n’est"),
        ("pas", "pas"),
        ("là", "là"),
    ]
