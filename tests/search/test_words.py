"""Reading what somebody typed into a search field."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from factcheck.search.matches import as_fts5, as_tsquery
from factcheck.search.words import NotAQuery, Query, SearchTerm, read


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("Maduro asylum", [SearchTerm(("maduro",)), SearchTerm(("asylum",))]),
        ('"going nowhere" Cuba', [SearchTerm(("going", "nowhere")), SearchTerm(("cuba",))]),
        ("“psychological warfare”", [SearchTerm(("psychological", "warfare"))]),
        ('"denied"', [SearchTerm(("denied",), is_exact=True)]),
        ("plan*", [SearchTerm(("plan",), is_prefix=True)]),
        ('"contingency pl"*', [SearchTerm(("contingency", "pl"), is_prefix=True)]),
        ('"contingency pl*"', [SearchTerm(("contingency", "pl"), is_prefix=True)]),
        ("US-Russia", [SearchTerm(("us", "russia"))]),
        ("isn't", [SearchTerm(("isn", "t"))]),
        ("Türkiye Erdog\u0306an", [SearchTerm(("türkiye",)), SearchTerm(("erdoğan",))]),
        ('an "open phrase', [SearchTerm(("an",)), SearchTerm(("open", "phrase"))]),
        ("AND OR NEAR(x)", [SearchTerm(("and",)), SearchTerm(("or",)), SearchTerm(("near", "x"))]),
        ("twice twice", [SearchTerm(("twice",))]),
        ("", []),
        ("   ", []),
    ],
)
def test_words_phrases_and_beginnings_are_told_apart(typed, terms):
    assert read(typed) == Query(tuple(terms))


@pytest.mark.parametrize("typed", ["***", '""', "— …", "“”"])
def test_signs_without_a_word_are_refused_with_a_sentence(typed):
    with pytest.raises(NotAQuery, match=r"no letter and no digit\. Type a word\."):
        read(typed)


def test_more_words_than_can_be_looked_for_are_refused_with_a_sentence():
    with pytest.raises(NotAQuery, match="These are 17 words and phrases; look for at most 16 at once"):
        read(" ".join(f"word{n}" for n in range(17)))


def test_a_query_is_handed_to_each_database_in_its_own_words():
    query = read('"going nowhere" Méx* deny')

    assert as_fts5(query) == '"going nowhere" AND "méx" * AND ("deny" OR "denies" OR "denied" OR "denying")'
    assert as_tsquery(query) == "'going' <-> 'nowhere' & 'mex':* & ('deny' | 'denies' | 'denied' | 'denying')"


@given(st.text(max_size=60))
def test_no_sign_that_a_database_would_read_as_its_own_gets_through(typed):
    try:
        query = read(typed)
    except NotAQuery:
        return

    assert all(regex.fullmatch(r"[\p{L}\p{N}\p{M}]+", word) for term in query.terms for word in term.words)
