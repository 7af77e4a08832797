from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from factcheck.verdicts.snapshot import Bound, Excerpts, Quotation
from factcheck.verdicts.snapshot.excerpts import MORE, SHORTEST, bounds_of, clipped
from tests.factories import ArticleFactory, OutletFactory, StatementFactory

WORDS = st.text("abcdefghij .,’漢字", max_size=900)


def quotation(key=1, *, before="", exact="It is safe", after=""):
    return Quotation(key, before, exact, after, "direct", None, None, "The Paper", "", "", None, "bridge")


def printed(quotations, bound, **bounds):
    excerpts = Excerpts(quotations, {one.statement: bound for one in quotations})
    return [excerpts.of(one) for one in quotations]


def letters_of(quotations):
    told = {(one.statement, one.before, one.exact, one.after) for one in quotations}
    return sum(len(text.replace(MORE, "")) for _, *texts in told for text in texts)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=8), st.integers(0, 1200))
def test_no_page_prints_more_of_an_article_than_its_bound(pieces, letters):
    quotations = [quotation(key, before=b, exact=e, after=a) for key, (b, e, a) in enumerate(pieces)]

    shown = printed(quotations, Bound(1, letters))

    assert letters_of(shown) <= letters


@given(st.lists(st.text("abc", min_size=1, max_size=9), max_size=300), st.integers(1, 90))
def test_of_one_statement_no_more_words_are_printed_than_the_setting_says(words, most):
    third = len(words) // 3
    before, exact, after = (" ".join(words[i : i + third]) for i in (0, third, 2 * third))

    with override_settings(QUOTE_WORDS=most):
        (shown,) = printed([quotation(before=before, exact=exact, after=after)], Bound(1, 100_000))

    assert sum(len(text.replace(MORE, "").split()) for text in (shown.before, shown.exact, shown.after)) <= most


@given(st.lists(st.text("abc", min_size=1, max_size=9), max_size=60).map(" ".join), st.integers(0, 200), st.booleans())
def test_a_text_is_cut_between_words_and_says_so(text, letters, from_end):
    shown = clipped(text, letters, from_end=from_end)

    kept = shown.replace(MORE, "").split()
    words = text.split()
    assert shown == text or MORE in shown
    assert kept == (words[len(words) - len(kept) :] if from_end else words[: len(kept)])


def test_the_marked_words_come_before_the_sentence_around_them():
    (shown,) = printed([quotation(before="He said: ", exact="It is safe", after=" and so on. " * 20)], Bound(1, 20))

    assert shown.exact == "It is safe"


def test_a_long_statement_takes_nothing_from_a_short_one_of_the_other_side():
    long, short = printed([quotation(1, exact="It is safe now. " * 90), quotation(2, exact="It is not")], Bound(1, 200))

    assert short.exact == "It is not"
    assert long.exact.endswith(MORE)


def test_a_statement_that_stands_twice_on_a_page_counts_once():
    twice = quotation(exact="x" * 90)

    first, second = printed([twice, replace(twice, carriage=[])], Bound(1, 100))

    assert first.exact == second.exact == twice.exact


def test_a_tenth_of_a_text_is_printed_at_most_and_a_sentence_of_a_short_one():
    assert Bound.read(1, 9_000, is_text_public=False).letters == 900
    assert Bound.read(1, 300, is_text_public=False).letters == SHORTEST


@pytest.mark.parametrize("is_text_public", [True, False])
def test_nothing_is_cut_of_an_outlet_that_lets_its_text_be_shown(db, is_text_public):
    outlet = OutletFactory(is_text_public=is_text_public)
    text = " ".join(["The mayor said that the bridge is safe,"] * 100)
    statement = StatementFactory(article=ArticleFactory(outlet=outlet, text=text), exact=text[:-1])
    whole = Quotation.of(statement)

    shown = Excerpts([whole], bounds_of([whole])).of(whole)

    assert (shown == whole) == is_text_public
    assert bounds_of([whole]) == {statement.pk: Bound.of(statement)}
