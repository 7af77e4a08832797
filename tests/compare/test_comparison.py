import pytest
import regex
from hypothesis import given, settings

from factcheck.compare import RowKind, Span, compare
from tests.compare.texts import articles, boundaries, faults, furniture, reports, strings, versions

MIRRORED = {
    RowKind.CUT: RowKind.ADDED,
    RowKind.ADDED: RowKind.CUT,
    RowKind.SPLIT: RowKind.MERGED,
    RowKind.MERGED: RowKind.SPLIT,
}
NUMBER = regex.compile(r"\p{Sc}?\d+(?:[.,/:]\d+)*")


def shapes(comparison):
    """The rows without their kinds of edits, in no order."""
    return {
        (row.kind, row.original, row.version, row.moved, tuple((edit.original, edit.version) for edit in row.edits))
        for row in comparison.rows
    }


def mirrored(comparison):
    return {
        (MIRRORED.get(kind, kind), version, original, moved, tuple((right, left) for left, right in edits))
        for kind, original, version, moved, edits in shapes(comparison)
    }


def shifted(shape, by_original, by_version):
    kind, original, version, moved, edits = shape
    return (
        kind,
        further(original, by_original),
        further(version, by_version),
        moved,
        tuple((further(left, by_original), further(right, by_version)) for left, right in edits),
    )


def further(span, by):
    return span and Span(span.start + by, span.end + by)


@settings(max_examples=120)
@given(versions())
def test_every_character_lies_in_one_row_and_every_row_rebuilds_its_version(texts):
    assert not faults(compare(*texts), *texts)


@settings(max_examples=400)
@given(reports())
def test_who_says_so_and_how_sure_is_judged_however_the_marks_stand(texts):
    assert not faults(compare(*texts), *texts)
    assert not faults(compare(*texts[::-1]), *texts[::-1])


@settings(max_examples=120)
@given(strings, strings)
def test_any_two_strings_are_covered_and_rebuilt_without_dividing_a_grapheme(original, version):
    assert not faults(compare(original, version), original, version)


@settings(max_examples=120)
@given(versions())
def test_swapping_the_texts_mirrors_the_rows(texts):
    original, version = texts

    assert shapes(compare(version, original)) == mirrored(compare(original, version))


@settings(max_examples=120)
@given(articles)
def test_a_text_compared_with_itself_is_all_the_same(text):
    rows = compare(text, text).rows

    assert all(row.kind is RowKind.SAME and row.original == row.version and not row.moved for row in rows)
    assert all(row.severity is None and not row.kinds for row in rows)


@settings(max_examples=120)
@given(versions(), furniture)
def test_page_furniture_at_either_end_changes_no_inner_row(texts, pieces):
    above, below, above_too, below_too = ["".join(piece + "\n\n" for piece in some) for some in pieces]

    bare = compare(*texts)
    framed = compare(f"{above}{texts[0]}\n\n{below}", f"{above_too}{texts[1]}\n\n{below_too}")

    assert {shifted(row, len(above), len(above_too)) for row in shapes(bare)} <= shapes(framed)


@settings(max_examples=120)
@given(versions())
def test_no_edit_divides_a_number(texts):
    comparison = compare(*texts)

    for side, text in zip(("original", "version"), texts, strict=True):
        inside = {at for number in NUMBER.finditer(text) for at in range(number.start() + 1, number.end())}
        assert not inside & set(boundaries(comparison, side))


STORY = """The council voted on Monday to close the old bridge. "It is no longer safe," the mayor said.

Repairs would cost $35,000,000, according to an engineer who asked not to be named.

Traders on the north bank fear for their business. Two of them have hired a lawyer."""


def phrases(row, original, version):
    return [(edit.original.of(original), edit.version.of(version)) for edit in row.edits]


def test_a_sentence_split_in_two_is_one_row():
    original = "The council voted to close the old bridge, and traders on the north bank fear for their business."
    version = "The council voted to close the old bridge. Traders on the north bank fear for their business."

    [row] = compare(original, version).rows

    assert row.kind is RowKind.SPLIT
    assert phrases(row, original, version) == [(", and traders", ". Traders")]


def test_three_sentences_merged_into_one_are_one_row():
    original = "The bridge is old. The council voted to close it on Monday. Traders on the north bank are angry."
    version = "The bridge is old, the council voted to close it on Monday, and traders on the north bank are angry."

    [row] = compare(original, version).rows

    assert row.kind is RowKind.MERGED
    assert phrases(row, original, version) == [(". The", ", the"), (". Traders", ", and traders")]


def test_a_quotation_spliced_out_of_two_sentences_is_one_row():
    original = (
        '"We have looked at every plan for the crossing," Ann Bell, the mayor\'s deputy for transport, said on Monday. '
        '"And none of them keeps the bridge open through the winter," she told reporters.'
    )
    version = (
        "“We have looked at every plan for the crossing and none of them keeps the bridge open through the winter,” "
        "Deputy Mayor Ann Bell said."
    )

    [row] = compare(original, version).rows

    assert row.kind is RowKind.MERGED
    assert (row.original.of(original), row.version.of(version)) == (original, version)


def test_a_sentence_left_out_is_cut_where_it_stood():
    version = STORY.replace("Two of them have hired a lawyer.", "").replace(
        '"It is no longer safe," the mayor said.', ""
    )

    kinds = [row.kind.value for row in compare(STORY, version).rows]

    assert kinds == ["same", "cut", "same", "same", "cut"]


def test_a_paragraph_that_moved_says_so_and_shows_only_what_changed_inside():
    first, second, third = STORY.split("\n\n")
    version = "\n\n".join([second.replace("would", "could"), first, third])

    rows = compare(STORY, version).rows

    assert [(row.kind.value, row.moved) for row in rows] == [
        ("edited", True),
        ("same", False),
        ("same", False),
        ("same", False),
        ("same", False),
    ]
    assert phrases(rows[0], STORY, version) == [("would", "could")]


def test_the_shortest_paragraphs_are_the_ones_that_moved():
    first, second, third = STORY.split("\n\n")

    rows = compare(STORY, "\n\n".join([third, first, second])).rows

    assert [row.moved for row in rows] == [True, True, False, False, False]


def test_the_body_that_stands_twice_is_kept_once_and_added_once():
    rows = compare(STORY, f"{STORY}\n\n{STORY}").rows

    assert [row.kind.value for row in rows] == ["same"] * 5 + ["added"] * 5
    assert not any(row.moved for row in rows)


def test_white_space_alone_is_no_difference():
    rows = compare(STORY, STORY.replace("\n\n", "\n   \t").replace("old bridge", "old  bridge")).rows

    assert {row.kind for row in rows} == {RowKind.SAME}


def test_an_empty_text_has_no_rows_of_its_own():
    assert compare("", " \n").rows == ()
    assert {row.kind for row in compare(STORY, "").rows} == {RowKind.CUT}
    assert {row.kind for row in compare("", STORY).rows} == {RowKind.ADDED}


def test_long_texts_are_not_shown_as_replaced_whole():
    original = "\n\n".join(f"{STORY} In town number {n} the mayor is called M{n}." for n in range(300))
    version = original.replace("old bridge", "ancient bridge")

    rows = compare(original, version).rows

    assert {row.kind for row in rows} == {RowKind.SAME, RowKind.EDITED}
    assert {phrase for row in rows for phrase in phrases(row, original, version)} == {("old", "ancient")}


def test_arabic_sentences_are_paired_and_only_the_changed_word_is_marked():
    original = "أعلن رئيس البلدية إغلاق الجسر القديم. قال التجار إنهم غاضبون!"
    version = "أعلن رئيس المجلس إغلاق الجسر القديم. قال التجار إنهم غاضبون!"

    first, second = compare(original, version).rows

    assert phrases(first, original, version) == [("البلدية", "المجلس")]
    assert second.kind is RowKind.SAME


def test_chinese_sentences_are_paired_and_only_the_changed_signs_are_marked():
    original = "市议会周一投票决定关闭旧桥。商人们担心生意。"
    version = "商人们担心生意。市议会周二投票决定关闭旧桥。"

    rows = compare(original, version).rows

    assert [(row.kind.value, row.moved) for row in rows] == [("same", True), ("edited", False)]
    assert phrases(rows[1], original, version) == [("一", "二")]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("original", "version"),
    [
        pytest.param("word " * 50_000, "word " * 49_990 + "other " * 10, id="one word"),
        pytest.param("old bridge " * 20_000, "old ford " * 20_000, id="no sentence ends"),
        pytest.param("\n".join(map(str, range(100_000))), "\n".join(map(str, range(99_999, -1, -1))), id="lines"),
        pytest.param("x" * 1_000_000, "x" * 999_999 + "y", id="one long word"),
        pytest.param("旧桥" * 20_000, "旧路" * 20_000, id="no spaces"),
        pytest.param('."' * 20_000, '."' * 10_000 + '".' * 10_000, id="only marks"),
    ],
)
def test_hostile_texts_are_compared_whole(original, version):
    rows = compare(original, version).rows

    assert sum(row.original.end - row.original.start for row in rows if row.original) >= len("".join(original.split()))
    assert sum(row.version.end - row.version.start for row in rows if row.version) >= len("".join(version.split()))


def test_headlines_are_compared_as_the_first_row_however_they_differ():
    original = "Council shuts Hare Bridge\n\nThe bridge is shut. Buses run."
    version = "River crossing closed: why drivers must wait\n\nThe bridge is shut. Buses run."

    rows = compare(original, version, has_headlines=True).rows

    assert [row.kind.value for row in rows] == ["edited", "same", "same"]
    assert rows[0].original.of(original) == "Council shuts Hare Bridge"
    assert rows[0].version.of(version) == "River crossing closed: why drivers must wait"


def test_a_denial_in_a_headline_is_substantive():
    original, version = "Mayor says he is leaving\n\nHe spoke.", "Mayor denies he is leaving\n\nHe spoke."

    row = compare(original, version, has_headlines=True).rows[0]

    assert row.severity == "substantive"


@given(versions())
@settings(max_examples=100, deadline=None)
def test_headlines_as_first_rows_leave_every_word_in_one_row(pair):
    comparison = compare(*pair, has_headlines=True)

    assert not faults(comparison, *pair)
