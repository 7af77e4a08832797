import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.mark_statement import SelectionRefused, find_selection, mark
from factcheck.compare import Span
from factcheck.ledger.models import Entry
from tests.factories import ArticleFactory, SourceFactory

TEXT = "The mayor said the bridge is safe. The engineer said the bridge is safe.\n\nNobody was hurt."


def test_a_statement_keeps_its_words_and_what_stands_around_them(editor):
    article = ArticleFactory(text=TEXT)

    statement = mark(article, span=Span(15, 33), manner="indirect", source=SourceFactory(), editor=editor)

    assert statement.exact == "the bridge is safe"
    assert (statement.prefix, statement.suffix) == ("The mayor said ", ". The engineer said the bridge i")
    assert Entry.objects.on(statement).get().actor == editor


def test_the_same_words_are_not_marked_twice(editor):
    article, source = ArticleFactory(text=TEXT), SourceFactory()
    mark(article, span=Span(15, 33), manner="indirect", source=source, editor=editor)

    with pytest.raises(ValidationError, match="marked as a statement already"):
        mark(article, span=Span(15, 33), manner="direct", source=source, editor=editor)


def test_words_without_a_source_must_be_the_paper_s_own(editor):
    with pytest.raises(ValidationError, match="Say who speaks"):
        mark(ArticleFactory(text=TEXT), span=Span(15, 33), manner="indirect", editor=editor)


def test_of_two_equal_phrases_the_one_in_its_context_is_found():
    second = TEXT.rindex("the bridge is safe")

    span = find_selection(TEXT, exact="the bridge is safe", prefix="The engineer said ", suffix=".")

    assert span.start == second


def test_a_selection_that_the_article_does_not_hold_is_refused():
    with pytest.raises(SelectionRefused, match="do not stand in this article"):
        find_selection(TEXT, exact="the tunnel is closed")


def test_an_empty_selection_is_refused():
    with pytest.raises(SelectionRefused, match="Nothing is selected"):
        find_selection(TEXT, exact="  \n ")


@given(st.data())
def test_every_selection_is_found_again_by_its_own_context(data):
    text = data.draw(st.text(min_size=1).filter(str.strip))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    exact = text[start:end]
    if not exact.strip():
        return

    span = find_selection(
        text, exact=exact, prefix=text[max(0, start - 32) : start], suffix=text[end : end + 32], start=start
    )

    assert span.of(text) == exact.strip()
