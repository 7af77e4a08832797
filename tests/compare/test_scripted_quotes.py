"""Scripted quotations are found where they stand, in whatever a text puts between their words, and nowhere else."""

import pytest

from factcheck.compare import locate
from tests.compare.scripted_quotes import (
    by_another,
    by_the_same,
    with_ellipses,
    with_entities,
    with_footnotes,
    with_vowel_marks,
)


@pytest.mark.parametrize(("quote", "text"), [*with_footnotes(), *with_entities(), *with_vowel_marks()])
def test_marks_between_the_words_leave_a_quotation_intact(quote, text):
    assert locate(quote, text).status == "intact"


@pytest.mark.parametrize(("quote", "text"), with_ellipses())
def test_an_ellipsis_truncates_a_quotation(quote, text):
    assert locate(quote, text).status == "truncated"


@pytest.mark.parametrize(("quote", "text"), with_ellipses())
def test_a_quotation_with_an_ellipsis_is_found_where_all_of_it_stands(quote, text):
    short = text.partition("“")[2].partition(".”")[0]

    found = locate(short, f"Ana Ruiz said: “{quote}.”")

    assert found.status in ("intact", "split")
    assert found.similarity == 1


@pytest.mark.parametrize(("quote", "prefix", "text"), by_another())
def test_the_same_words_of_another_speaker_are_no_place_of_a_quotation(quote, prefix, text):
    assert locate(quote, text, prefix=prefix, suffix=".”").status == "cut"


@pytest.mark.parametrize(("quote", "prefix", "text"), by_the_same())
def test_another_form_of_the_speakers_name_leaves_a_quotation_in_place(quote, prefix, text):
    assert locate(quote, text, prefix=prefix, suffix=".”").status == "intact"


def test_a_quotation_with_its_speaker_is_not_found_at_another_speaker():
    quote = "Team Alpha said that the new pier cut waiting by nine minutes at each berth."
    text = (
        "Team Alpha withdrew its paper. Team Beta said that the new pier cut waiting by nine minutes at each berth. "
        "The union kept silent."
    )

    assert locate(quote, text).status == "cut"
