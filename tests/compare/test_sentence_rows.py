import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.sentence_rows import SentenceFate, SentenceRow, VersionText, sentence_rows
from factcheck.compare.words.segments import sentences

BASE = (
    "The council closed the bridge on Monday after an inspection found cracks in two pillars. "
    "Engineers expect repairs to last until the spring of next year. "
    "The bridge is not in danger, said Ana Ruiz, the mayor.\n\n"
    "Bus lines nine and eleven are diverted through the harbour district."
)
TRIMMED = (
    "The council shut the bridge on Monday after an inspection found cracks in two pillars. "
    "Engineers expect repairs to last until the spring of next year."
)


def fates(rows):
    return [row.fate for row in rows]


def test_each_sentence_of_the_base_has_its_fate_in_a_version():
    rows = sentence_rows(VersionText("", BASE), VersionText("", TRIMMED))

    assert fates(rows) == [SentenceFate.EDITED, SentenceFate.KEPT, SentenceFate.CUT, SentenceFate.CUT]


def test_a_denial_is_known_with_who_speaks():
    rows = sentence_rows(VersionText("", BASE), VersionText("", TRIMMED))

    assert [one.denied_by for row in rows for one in row.original] == [None, None, "Ana Ruiz", None]


def test_a_negated_sentence_that_nobody_says_is_no_denial():
    text = "The ministry did not answer. It has never rained like this."

    rows = sentence_rows(VersionText("", text), VersionText("", "It has never rained like this."))

    assert not any(one.is_denial for row in rows for one in row.original)


def test_the_row_of_the_headlines_stands_first_and_moves_no_place_of_the_text():
    rows = sentence_rows(VersionText("Bridge closed", BASE), VersionText("Bridge shut", TRIMMED))

    assert [row.is_headline for row in rows] == [True, False, False, False, False]
    assert [one.span.of(BASE) for one in rows[1].original] == [
        "The council closed the bridge on Monday after an inspection found cracks in two pillars."
    ]


@given(st.text(), st.text())
def test_every_sentence_of_both_texts_lies_in_one_row_and_what_is_kept_reads_the_same(base, version):
    rows = sentence_rows(VersionText("", base), VersionText("", version))

    assert sorted(one.span for row in rows for one in row.original) == sentences(base)
    assert sorted(one.span for row in rows for one in row.version) == sentences(version)
    assert [SentenceRow.read(row.as_json()) for row in rows] == rows


def test_whatever_is_denied_in_so_many_words_is_a_denial():
    text = "The mayor said the bridge is safe. Ann Lee denied it. The harbour office has denied the report."

    rows = sentence_rows(VersionText("", text), VersionText("", text))

    assert [one.denied_by for row in rows for one in row.original] == [None, "Ann Lee", "The harbour office"]


def test_a_word_that_only_holds_a_clause_together_is_nobody_s_name():
    text = "The harbour is shut. Most councils, which dismiss the report as a fraud, want it open."

    rows = sentence_rows(VersionText("", text), VersionText("", text))

    assert [one.denied_by for row in rows for one in row.original] == [None, ""]


@pytest.mark.parametrize(
    ("before", "said", "is_denial"),
    [
        ("A fire broke out at the mill.", "Nobody was hurt, police said.", False),
        ("Ten people were hurt at the mill, three workers said.", "Nobody was hurt, police said.", True),
        ("A fire broke out at the mill.", "“There were no victims,” said Ana Ruiz.", False),
        ("The mill may be sold, and talks begin in May.", "“There were no talks,” said Ana Ruiz.", True),
        ("A fire broke out at the mill.", "Ana Ruiz said she could not comment.", False),
        ("A fire broke out at the mill.", "“We do not know how many people came,” said Ana Ruiz.", False),
        ("A fire broke out at the mill.", "“It was not us,” said Ana Ruiz.", True),
        ("A fire broke out at the mill.", "A clerk said the report was false.", True),
    ],
)
def test_silence_and_a_report_that_nobody_contests_are_no_denials(before, said, is_denial):
    text = f"{before} {said}"

    rows = sentence_rows(VersionText("", text), VersionText("", text))

    assert [one.is_denial for row in rows for one in row.original] == [False, is_denial]
