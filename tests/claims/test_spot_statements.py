from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.models import Statement
from factcheck.claims.spot_statements import spot_statements

TEXT = """The harbour will close for a month, four people with knowledge of the plan said.

"Nobody has told us anything," said Finnish lawmaker Ana Torres, head of the harbour committee.
She called the report a rumour.

According to the transport ministry, no decision has been taken."""


def test_what_others_say_is_spotted_with_its_source_filled_in():
    spotted = {one.source.name: one for one in spot_statements(TEXT)}

    people = spotted["four people with knowledge of the plan"]
    assert (people.kind, people.source.people, people.is_on_record) == ("anonymous", 4, False)
    lawmaker = spotted["Ana Torres"]
    assert lawmaker.source.role == "Finnish lawmaker, head of the harbour committee"
    assert spotted["the transport ministry"].kind == "organisation"


def test_spoken_words_are_spotted_without_their_quotation_marks():
    direct = [one.exact for one in spot_statements(TEXT) if one.manner == Statement.Manner.DIRECT]

    assert direct == ["Nobody has told us anything"]


def test_what_is_marked_already_is_not_suggested_again():
    start = TEXT.index("Nobody")
    marked = Statement(start=start, end=start + 10)

    assert "Nobody has told us anything" not in [one.exact for one in spot_statements(TEXT, marked=[marked])]


@given(st.text())
def test_suggestions_of_any_text_stand_in_it_and_do_not_overlap(text):
    spotted = spot_statements(text)

    assert all(one.span.of(text) == one.exact for one in spotted)
    assert all(one.span.end <= other.span.start for one, other in pairwise(spotted))
