from hypothesis import given
from hypothesis import strategies as st

from factcheck.verdicts.merge_texts import merge, words_that_differ

BASE = """The lawmaker denied the report by telephone.

Four people spoke of contingency plans.

The reprint leaves the denial out."""


def test_changes_of_different_paragraphs_are_both_kept():
    theirs = BASE.replace("by telephone", "on the telephone on Thursday")
    mine = BASE.replace("leaves the denial out", "leaves the denial out altogether")

    assert merge(BASE, theirs, mine) == (
        BASE.replace("by telephone", "on the telephone on Thursday").replace("denial out", "denial out altogether")
    )


def test_a_new_paragraph_at_the_top_does_not_get_in_the_way_of_a_change_below():
    theirs = "A summary that somebody put first. " * 20 + "\n\n" + BASE
    mine = BASE.replace("Four people", "Four anonymous people")

    assert merge(BASE, theirs, mine) == theirs.replace("Four people", "Four anonymous people")


def test_two_changes_of_the_same_words_clash():
    theirs = BASE.replace("Four people spoke", "Four anonymous people talked")
    mine = BASE.replace("Four people spoke", "Several diplomats told reporters")

    assert merge(BASE, theirs, mine) is None


@given(st.text(), st.text())
def test_where_only_one_side_changed_that_side_is_the_result(base, changed):
    assert merge(base, changed, base) == changed
    assert merge(base, base, changed) == changed


@given(st.text(), st.text())
def test_words_that_differ_give_both_texts_again(before, after):
    words = words_that_differ(before, after)

    assert "".join(word.text for word in words if word.state != "added") == before
    assert "".join(word.text for word in words if word.state != "removed") == after
