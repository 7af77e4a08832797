"""Addresses are readable whatever script a text is in."""

import pytest

from factcheck.slugs import LONGEST, slug_of


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Nicolás Maduro’s plane", "nicolas-maduros-plane"),
        ("Москва отрицает", "moskva-otritsaet"),
        ("Η Αθήνα διαψεύδει", "i-athina-diapseydei"),
        ("القاهرة تنفي", "lqhrh-tnfy"),
        ("Straße und Öl", "strasse-und-ol"),
        ("“…”", ""),
    ],
)
def test_an_address_has_the_words_in_latin_letters(text, slug):
    assert slug_of(text) == slug


def test_an_address_ends_with_a_whole_word():
    slug = slug_of("отрицает " * 40)

    assert len(slug) <= LONGEST
    assert set(slug.split("-")) == {"otritsaet"}
