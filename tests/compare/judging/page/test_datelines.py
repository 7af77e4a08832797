"""Datelines, agency tags and labels."""

import pytest

from factcheck.compare import Severity, compare
from factcheck.compare.findings import Span
from factcheck.compare.judging.page.datelines import dateline_end, is_label, is_tag


@pytest.mark.parametrize(
    "dateline",
    [
        "LISBON (AP) —",
        "(Reuters) -",
        "NEW YORK, March 3 (UPI) --",
        "Lisbon:",
        "HEADQUARTERS HARBOUR POLICE, PORTO –",
        "Photo:",
    ],
)
def test_a_dateline_at_the_head_of_a_text_ends_before_its_words(dateline):
    text = f"{dateline} The gallery opened late."

    assert dateline_end(text, Span(0, len(text))) == len(dateline)


@pytest.mark.parametrize(
    "text", ["The well-known gallery opened", "She came late: it rained", "“Lisbon: a guide” sold out"]
)
def test_a_sentence_has_no_dateline(text):
    assert dateline_end(text, Span(0, len(text))) == 0


def test_a_speakers_name_further_on_in_a_text_is_no_dateline():
    text = "All quiet. " * 50 + "\nDuarte: We shall see"
    line = Span(text.index("Duarte"), len(text))

    assert dateline_end(text, line) == line.start


def test_a_dateline_stands_only_at_the_head_of_a_paragraph():
    text = "They left. LISBON (AP) — The gallery opened"

    assert dateline_end(text, Span(11, len(text))) == 11


@pytest.mark.parametrize("text", ["(AP)", "(Reuters) -", "— ", "Source:", "(WHO)", ""])
def test_a_tag_says_only_where_a_text_is_from(text):
    assert is_tag(text)


@pytest.mark.parametrize("text", ["Reuters", "sources", "(Duarte)", "?", "said"])
def test_a_word_of_the_sentence_is_no_tag(text):
    assert not is_tag(text)


def test_a_line_of_its_own_needs_no_marks_to_be_a_label():
    assert is_label("Associated Press")


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("(AP Photo/Ana Ruiz)", "Photo: Ana Ruiz, AP"),
        (
            "Renn contributed to this report.",
            "Associated Press writers Ana Ruiz and Per Renn contributed to this report.",
        ),
        (
            "by ANA RUIZ & PER RENN, The Associated Press",
            "Ana Ruiz and Per Renn, AP Published 6:23 a.m. ET May 6, 2017",
        ),
        ("Renn, TARN TODAY Updated 7:15 a.m. ET May 6, 2017", "Renn, TARN TODAY Updated 7:59 a.m. ET May 6, 2017"),
    ],
    ids=["credit of a picture", "who contributed", "byline and time", "time"],
)
def test_lines_of_the_page_around_a_text_are_house_style(original, version):
    assert {row.severity for row in compare(original, version).rows} == {Severity.STYLE}


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("By Monday Ana Ruiz had left Tarn.", "By Friday Ana Ruiz had left Tarn."),
        ("Ruiz published a report on Tarn in May.", "Renn published a report on Tarn in May."),
    ],
    ids=["a day", "who published it"],
)
def test_a_sentence_that_only_looks_like_a_line_of_the_page_is_judged(original, version):
    assert all(row.severity != Severity.STYLE for row in compare(original, version).rows)


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("May 6, 2017 07:15 AM", "May 6, 2017"),
        ("Associated Press Friday, May 6, 2017", "1:05 am PDT, Friday, May 6, 2017"),
        ("Marrek waves to the crowd in Tarn on May 6.", "Marrek waves to the crowd in Tarn on May 6. less"),
        ("The ferry left Tarn before the fog came in.", "(tarntoday.com) The ferry left Tarn before the fog came in."),
    ],
    ids=["time", "agency", "control", "site"],
)
def test_what_a_page_puts_around_a_text_is_style(original, version):
    assert {row.severity for row in compare(original, version).rows} == {Severity.STYLE}
    assert {row.severity for row in compare(version, original).rows} == {Severity.STYLE}


@pytest.mark.parametrize(
    ("original", "version"),
    [("May 6, 2017", "May 7, 2017"), ("The yard paid a lot more.", "The yard paid a lot less.")],
    ids=["another day", "less"],
)
def test_another_date_or_amount_is_not_of_the_page(original, version):
    assert all(row.severity != Severity.STYLE for row in compare(original, version).rows)
