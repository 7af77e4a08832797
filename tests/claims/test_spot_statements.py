from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.models import Statement
from factcheck.claims.spot_statements import spot_statements
from factcheck.compare import Span

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
    marked = Span(start, start + 10)

    assert "Nobody has told us anything" not in [one.exact for one in spot_statements(TEXT, taken=[marked])]


@given(st.text())
def test_suggestions_of_any_text_stand_in_it_and_do_not_overlap(text):
    spotted = spot_statements(text)

    assert all(one.span.of(text) == one.exact for one in spotted)
    in_order = sorted(one.span for one in spotted)
    assert all(one.end <= other.start for one, other in pairwise(in_order))


RANKED = """The ferry will sail in spring, the harbour office said.

The quay is sound, Ana Torres said.

Piet Vorn denied that the crane had failed.

Torres said the office had not asked for the levy."""


def test_denials_are_suggested_first_and_then_what_a_reprint_left_out():
    reprint = RANKED.replace("The quay is sound, Ana Torres said.\n\n", "")

    exact = [one.exact for one in spot_statements(RANKED, versions=[reprint])]

    assert exact == [
        "that the crane had failed",
        "the office had not asked for the levy",
        "The quay is sound",
        "The ferry will sail in spring",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Torres declined to name the bidders.",
        "Ana Torres wants to reopen the quay.",
        "A clerk asked not to be identified.",
        "Ana Torres asked whether the quay would hold.",
        "Ana Torres did not say that the quay was sound.",
        "Ana Torres would say that the quay is sound.",
        "Ana Torres urged him to reopen the quay.",
        "Ana Torres explained why the ferry was late.",
        "Ana Torres called the mayor on Monday.",
        "If Ana Torres says the quay is sound, the ferry will sail.",
        "It is not true that Ana Torres said the quay was sound.",
        "Piet Vorn Says Quay Repairs Will Take Years",
    ],
)
def test_what_is_no_statement_by_itself_is_not_suggested(text):
    assert spot_statements(text) == []


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Ana Torres promised to reopen the quay.", "to reopen the quay"),
        ("Piet Vorn denied the report on the crane.", "the report on the crane"),
        ("Ana Torres believes the quay is sound.", "the quay is sound"),
        ("If the crane fails, the quay will close, Ana Torres said.", "If the crane fails, the quay will close"),
    ],
)
def test_a_promise_a_denial_and_a_belief_are_suggested(text, exact):
    assert [one.exact for one in spot_statements(text)] == [exact]


def test_of_another_language_denials_are_suggested_first_too():
    text = "«El muelle es seguro», dijo Ana Torres.\n\n«La grúa no ha fallado nunca», dijo Piet Vorn."

    exact = [one.exact for one in spot_statements(text, language="es")]

    assert exact == ["La grúa no ha fallado nunca", "El muelle es seguro"]
