"""What an edit touched and how much it matters, on plain examples and on any text at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.compare.findings import EditKind, Severity, Span
from factcheck.compare.judging.kinds import judge, judge_whole

STYLE, MINOR, SUBSTANTIVE = Severity


def edits(template: str, before: str = "", after: str = ""):
    """The edits of a sentence in which `before` became `after`; the mark `*` in the template is where it stands."""
    head, tail = template.split("*")
    original, version = head + before + tail, head + after + tail
    change = Span(len(head), len(head + before)), Span(len(head), len(head + after))
    return judge(original, version, (Span(0, len(original)), Span(0, len(version))), [change])


def judged(template: str, before: str = "", after: str = ""):
    found = edits(template, before, after)
    return frozenset().union(*(edit.kinds for edit in found)), max(found, key=lambda e: e.severity.rank).severity


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("colour", "color"),
        ("organised", "organized"),
        ("travelling", "traveling"),
        ("barrelled", "barreled"),
        ("manoeuvre", "maneuver"),
        ("catalogue", "catalog"),
        ("U.S.", "US"),
        ("United States", "U.S."),
        ("19 percent", "19%"),
        ("19 per cent", "19%"),
        ("seven", "7"),
        ("twenty-five", "25"),
        ("$5m", "$5 million"),
        ("10,000", "10000"),
        ("3.50", "3.5"),
        ("Sept. 30", "30 September"),
        ("June 5th", "5 June"),
        ("8 p.m.", "8pm"),
        ("isn’t", "is not"),
        ("“prudent”", '"prudent"'),
        ("well-known", "well known"),
        ("Guaidó", "Guaido"),
        ("Mr Okafor", "Okafor"),
        ("spokesman", "spokeswoman"),
        ("Department of Water Affairs", "DWA"),
        ("acute bog fever", "ABF"),
        ("small tide-powered mills", "STPMs"),
        ("toward", "towards"),
        ("Prime Minister", "prime minister"),
        (" — ", " -- "),
        ("", "the "),
        ("", "that "),
        ("(Reuters)", ""),
    ],
)
def test_house_style_is_style(before, after):
    kinds, severity = judged("On Monday the harbour office saw * again", before, after)

    assert (kinds, severity) == ({EditKind.HOUSE_STYLE}, STYLE)


def test_a_dateline_is_style_and_stands_apart_from_the_words_behind_it():
    found = edits("* opened on Friday", "LISBON (AP) — The gallery", "The museum")

    assert [edit.severity for edit in found] == [STYLE, MINOR]
    assert found[0].kinds == {EditKind.HOUSE_STYLE}


def test_a_label_in_the_middle_of_a_sentence_is_no_dateline():
    kinds, _ = judged("He gave one reason *for it", "", "Money: ")

    assert kinds == {EditKind.ADDED}


@pytest.mark.parametrize(("before", "after"), [("1.5", "15"), ("12", "1 2"), ("10:30", "10:3"), ("3rd", "2nd")])
def test_other_digits_are_never_style(before, after):
    _, severity = judged("The pipe is * long", before, after)

    assert severity is SUBSTANTIVE


@pytest.mark.parametrize(
    ("template", "before", "after"),
    [
        ("The mayor was*involved", " ", " not "),
        ("She has * signed the letter", "already", "never"),
        ("The bank * the loan", "confirmed", "denied"),
        ("He is * to travel", "able", "unable"),
        ("The company * to pay", "agreed", "failed"),
    ],
)
def test_a_statement_turned_round_is_a_substantive_negation(template, before, after):
    kinds, severity = judged(template, before, after)

    assert EditKind.NEGATION in kinds
    assert severity is SUBSTANTIVE


def test_a_negation_in_an_added_clause_is_added_content():
    kinds, severity = judged("The ferry sailed at noon*.", "", ", though its usual captain was not aboard this week")

    assert (kinds, severity) == ({EditKind.ADDED}, MINOR)


def test_did_not_turned_into_failed_to_is_only_reworded():
    assert judged("The guards * to stop him", "did not manage", "failed") == ({EditKind.REWORD}, MINOR)


@pytest.mark.parametrize(
    ("before", "after"), [("", "reportedly "), ("", "allegedly "), ("has", "may have"), ("will", "is expected to")]
)
def test_a_hedge_that_comes_or_goes_is_substantive(before, after):
    there = judged("The firm * sold the mill", before, after)
    back = judged("The firm * sold the mill", after, before)

    assert EditKind.HEDGE in there[0]
    assert there == back
    assert there[1] is SUBSTANTIVE


def test_one_hedge_for_another_is_minor_but_never_style():
    assert judged("The court * take this badly", "may", "might") == ({EditKind.HEDGE}, MINOR)


def test_a_hedge_moved_inside_the_sentence_is_only_reworded():
    original, version = "The mill allegedly burned down", "The mill burned down allegedly"
    changes = [(Span(9, 18), Span(9, 9)), (Span(30, 30), Span(21, 30))]

    found = judge(original, version, (Span(0, len(original)), Span(0, len(version))), changes)

    assert {(edit.kinds, edit.severity) for edit in found} == {(frozenset({EditKind.REWORD}), MINOR)}


def test_a_source_that_vanishes_is_a_substantive_attribution():
    kinds, severity = judged("The dam will close in May*.", ", two engineers said")

    assert (kinds, severity) == ({EditKind.ATTRIBUTION, EditKind.CUT}, SUBSTANTIVE)


def test_he_said_after_a_quotation_is_a_minor_attribution():
    kinds, severity = judged("“We will keep the dam open for as long as we can*”", "", ",” he said. “")

    assert (kinds, severity) == ({EditKind.ATTRIBUTION}, MINOR)


def test_another_agency_named_as_the_source_is_not_style():
    _, severity = judged("The dam will close, * reported.", "Reuters", "AP")

    assert severity is SUBSTANTIVE


def test_a_word_made_of_two_is_no_verb_of_saying():
    assert judged("They met *mayor Lund", "", "self-declared ") == ({EditKind.FACT, EditKind.ADDED}, SUBSTANTIVE)


def test_another_source_is_a_substantive_attribution():
    kinds, severity = judged("The dam will close, * said.", "officials", "activists")

    assert EditKind.ATTRIBUTION in kinds
    assert severity is SUBSTANTIVE


def test_according_to_turned_into_said_is_style():
    original, version = "It is shut, according to four engineers.", "It is shut, four engineers said."
    changes = [(Span(12, 25), Span(12, 12)), (Span(39, 39), Span(26, 31))]

    found = judge(original, version, (Span(0, len(original)), Span(0, len(version))), changes)

    assert {edit.severity for edit in found} == {STYLE}


def test_other_words_inside_quotation_marks_are_a_substantive_quote():
    kinds, severity = judged("She called the plan “a * mistake for the whole coast”", "costly", "criminal")

    assert (kinds, severity) == ({EditKind.QUOTE}, SUBSTANTIVE)


def test_a_name_in_brackets_for_a_pronoun_in_a_quotation_is_minor():
    kinds, severity = judged("“I hope that * leaves the island soon,” she said", "he", "[Duarte]")

    assert (kinds, severity) == ({EditKind.QUOTE}, MINOR)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("40", "400", SUBSTANTIVE),
        ("15 metres", "50ft", MINOR),
        ("20 miles", "32 kilometres", MINOR),
        ("20 miles", "20 kilometres", SUBSTANTIVE),
        ("£47,000", "$75,000", MINOR),
        ("12 March", "13 March", SUBSTANTIVE),
    ],
)
def test_a_value_that_changes_is_substantive_unless_it_is_converted(before, after, expected):
    kinds, severity = judged("The committee wrote * in its paper", before, after)

    assert (kinds, severity) == ({EditKind.NUMBER}, expected)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Oslo", "Bergen", ({EditKind.NAME}, SUBSTANTIVE)),
        ("Rodrigo", "Rodriga", ({EditKind.NAME}, MINOR)),
        ("Brazil", "Brazilian", ({EditKind.REWORD}, MINOR)),
        ("Oslo", "the capital", ({EditKind.NAME, EditKind.REWORD}, MINOR)),
    ],
)
def test_another_name_is_substantive_and_a_variant_of_it_is_not(before, after, expected):
    assert judged("They met in * for two days", before, after) == expected


@pytest.mark.parametrize(("before", "after"), [("Monday", "Tuesday"), ("injured", "killed"), ("senator", "governor")])
def test_a_word_that_cannot_be_true_as_well_is_another_fact(before, after):
    assert judged("In the end it was said of the * man", before, after) == ({EditKind.FACT}, SUBSTANTIVE)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("", "self-declared caretaker ", EditKind.ADDED),
        ("broad-shouldered ", "", EditKind.CUT),
        ("weary ", "exhausted ", EditKind.REWORD),
        ("", "also ", EditKind.REWORD),
    ],
)
def test_content_that_leaves_the_claim_alone_is_minor(before, after, kind):
    assert judged("They chose the *captain at once", before, after) == ({kind}, MINOR)


def test_another_tense_is_not_house_style():
    assert judged("It would be late, if it * at all", "happened", "happens") == ({EditKind.REWORD}, MINOR)


def test_sentences_joined_with_a_conjunction_are_style():
    kinds, severity = judged("The hall was full* the doors stayed shut.", ". And", ", and")

    assert (kinds, severity) == ({EditKind.HOUSE_STYLE}, STYLE)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The minister denied that any money had been paid.", ({EditKind.CUT, EditKind.NEGATION}, SUBSTANTIVE)),
        ("The pictures could not be independently verified.", ({EditKind.CUT, EditKind.NEGATION}, SUBSTANTIVE)),
        ("“I am not leaving this house,” the owner said.", ({EditKind.CUT, EditKind.NEGATION}, SUBSTANTIVE)),
        ("The hall holds nine hundred people.", ({EditKind.CUT}, MINOR)),
        ("(Reuters)", ({EditKind.HOUSE_STYLE}, STYLE)),
    ],
)
def test_a_sentence_left_out_matters_if_it_denies_or_doubts(sentence, expected):
    assert judge_whole(sentence, Span(0, len(sentence)), EditKind.CUT) == expected


WORDS = (
    "Ana Lund said may not 7 seven £3 the a colour color “ ” he reportedly Monday deny two — , officials people "
    "US us U.S. no none percent % hadn’t"
)
PHRASES = st.lists(st.sampled_from(WORDS.split()), max_size=7).map(" ".join)
KINDS_MIRRORED = {EditKind.CUT: EditKind.ADDED, EditKind.ADDED: EditKind.CUT}


@given(PHRASES, PHRASES)
@settings(max_examples=300)
def test_swapping_the_sides_mirrors_the_judgement_but_for_what_a_quotation_gains(before, after):
    there = edits("Once * more", before, after)
    back = edits("Once * more", after, before)

    for one, other in zip(there, back, strict=True):
        assert one.severity == other.severity or EditKind.QUOTE in one.kinds
    assert [{KINDS_MIRRORED.get(kind, kind) for kind in edit.kinds} for edit in there] == [edit.kinds for edit in back]


@given(PHRASES, PHRASES)
@settings(max_examples=300)
def test_a_negation_on_one_side_is_never_style(before, after):
    _, severity = judged("Once * more", before, f"{after} never")

    assert severity is not STYLE or "never" in before


@given(st.integers(0, 10**12), st.integers(0, 10**12))
@settings(max_examples=200)
def test_two_different_amounts_are_never_style(left, right):
    _, severity = judged("The fund holds * coins", f"{left:,}", str(right))

    assert (severity is STYLE) == (left == right)


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=20), st.text(max_size=20))
@settings(max_examples=300)
def test_edits_of_any_text_are_in_order_and_rebuild_the_version(head, tail, before, after):
    original, version = head + before + tail, head + after + tail
    change = Span(len(head), len(head + before)), Span(len(head), len(head + after))

    found = judge(original, version, (Span(0, len(original)), Span(0, len(version))), [change])

    rebuilt, at = "", 0
    for edit in found:
        rebuilt += original[at : edit.original.start] + edit.version.of(version)
        at = edit.original.end
        assert edit.kinds
    assert "".join((rebuilt + original[at:]).split()) == "".join(version.split())


@pytest.mark.parametrize(
    "text", ["no " * 50_000, "nearly " * 50_000, "Ana " * 50_000, "1 " * 50_000, "“said " * 50_000, "x" * 1_000_000]
)
def test_a_change_of_any_length_is_judged(text):
    kinds, _ = judged("*end", text, "")

    assert kinds
