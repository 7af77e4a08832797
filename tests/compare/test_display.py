import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare import compare
from factcheck.compare.display import Show, show
from factcheck.compare.plain_text import as_data, as_text

ORIGINAL = """The council may close the old bridge on Monday, three engineers said.

The mayor of the town called the report long and left the room without a further word.

Traffic in the harbour quarter has doubled since the ferry stopped running in the spring.

Shops on the eastern bank fear for their winter trade and have asked the state for help.

A second inspection of the northern pillars is planned for the last week of the month.

Buses will be sent around by the ring road until further notice, the operator announced.

The bridge was built in 1911 and has been repaired four times since the last war."""
VERSION = """The council will close the old bridge on Monday, three engineers said.

The bridge was built in 1911 and has been repaired four times since the last war."""


def words(runs):
    return "".join(run.text for run in runs)


def test_the_summary_can_be_read_aloud():
    summary = show(ORIGINAL, VERSION).summary

    assert summary == (
        "1 sentence kept, 1 edited, 5 not in the version; 1 change that matters: “may” → “will” (how sure)."
    )


def test_of_a_language_without_lists_it_says_that_kinds_were_not_judged():
    summary = show("Burmistrz zamknie stary most.", "Burmistrz nie zamknie starego mostu.", language="pl").summary

    assert summary.startswith("1 sentence edited. The kinds of changes in words were not judged")


def test_figures_and_marks_are_told_even_there():
    shown = show("Most ma 12 filarów.", "Most ma 21 filarów.", language="pl")

    assert "“12” → “21” (number)" in shown.summary
    assert not shown.is_judged


def test_two_equal_texts_say_so():
    assert show(VERSION, VERSION).summary == "2 sentences kept; no change that matters."


def test_two_empty_texts_say_so():
    assert show("", " \n ").summary == "Neither text has a sentence."


def test_a_cut_denial_is_told_in_the_summary_and_stands_outside_every_fold():
    sentences = ORIGINAL.split("\n\n")
    sentences[4] = "The builder denied that anybody had warned him of the cracks."

    shown = show("\n\n".join(sentences), VERSION)

    assert (
        "“The builder denied that anybody had warned him of the cracks.” not in the version (denial or negation)"
        in shown.summary
    )
    folded = [row.row.severity for group in shown.groups for row in group.folded]
    assert "substantive" not in folded


def test_a_long_run_of_cut_sentences_folds_behind_its_first():
    folds = [
        (len(group.rows), len(group.folded), group.what) for group in show(ORIGINAL, VERSION).groups if group.folded
    ]

    assert folds == [(1, 4, "not in the version")]


def test_hiding_house_style_leaves_its_words_unmarked():
    british = "The programme’s colour is grey, the mayor said."
    american = "The program's color is gray, the mayor said."

    assert show(british, american).changes == 1
    assert show(british, american, only=Show.CONTENT).changes == 0


def test_only_substantive_changes_are_shown_if_asked():
    shown = show(ORIGINAL, VERSION, only=Show.SUBSTANTIVE)

    assert [row.row.severity for row in shown.rows if row.is_shown] == ["substantive"]


def test_only_what_was_cut_is_shown_if_asked():
    shown = show(ORIGINAL, VERSION, only=Show.CUT)

    assert {row.row.kind for row in shown.rows if row.is_shown} == {"cut"}


def test_a_moved_sentence_says_where_from_and_where_to():
    first, *rest = ORIGINAL.split("\n\n")
    moved = [row for row in show(ORIGINAL, "\n\n".join([*rest, first])).rows if row.row.moved]

    assert [(row.from_sentence, row.to_sentence) for row in moved] == [(1, 7)]


@given(st.text(), st.text())
def test_the_runs_of_every_row_are_its_words(original, version):
    for shown in show(original, version).rows:
        if shown.row.original:
            assert words(shown.original) == shown.row.original.of(original)
        if shown.row.version:
            assert words(shown.version) == shown.row.version.of(version)


def test_a_terminal_without_colour_still_tells_what_was_taken_out_and_put_in():
    text = as_text(show(ORIGINAL, VERSION))

    assert "[-may-]{+will+}" in text
    assert "\033" not in text


@pytest.mark.parametrize("only", list(Show))
def test_colour_changes_nothing_but_the_marks(only):
    shown = show(ORIGINAL, VERSION, only=only)

    assert len(as_text(shown, in_colour=True).splitlines()) == len(as_text(shown).splitlines())


def test_the_data_can_be_written_as_json_and_cuts_the_texts_at_the_same_places():
    rows = json.loads(json.dumps(as_data(compare(ORIGINAL, VERSION))))

    start, end = rows[0]["edits"][0]["version"]
    assert VERSION[start:end] == "will"
    assert rows[0]["severity"] == "substantive"


def test_a_cut_sentence_is_one_run_that_was_removed_wherever_it_is_shown():
    shown = show(ORIGINAL, VERSION)

    [cut, *_] = [row for row in shown.rows if row.row.kind == "cut"]

    assert [run.state for run in cut.original] == [run.state for run in cut.inline] == ["removed"]
    assert cut.version == ()


def test_a_cut_sentence_that_is_not_shown_is_plain_words():
    shown = show(ORIGINAL, VERSION, only=Show.SUBSTANTIVE)

    assert {run.state for row in shown.rows if row.row.kind == "cut" for run in row.inline} == {"kept"}
