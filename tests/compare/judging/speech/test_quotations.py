"""What the comparison says where quoted words, their marks or the speaker's own doubts come and go."""

import pytest

from factcheck.compare import EditKind, Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity
QUOTE, HEDGE, ATTRIBUTION, FACT = EditKind.QUOTE, EditKind.HEDGE, EditKind.ATTRIBUTION, EditKind.FACT


def told_both_ways(original, version):
    return told(original, version), told(version, original)


@pytest.mark.parametrize(
    ("direct", "indirect"),
    [
        (
            "The harbour chief added: “The crane had slipped twice and was taken away for urgent repair.",
            "The harbour chief said the crane had slipped twice and needed urgent repair.",
        ),
        (
            "Renn said: “I was waiting for the ferry and chose to walk home along the dyke.”",
            "Renn said he was “waiting for the ferry” when he left home along the dyke.",
        ),
    ],
)
def test_direct_speech_made_indirect_for_the_same_speaker_is_minor(direct, indirect):
    kinds, severity = told(direct, indirect)

    assert QUOTE in kinds
    assert FACT not in kinds
    assert severity is MINOR


def test_a_paraphrase_made_a_quotation_is_substantive():
    kinds, severity = told(
        "The harbour chief said the crane had slipped twice and needed urgent repair.",
        "The harbour chief added: “The crane had slipped twice and was taken away for urgent repair.",
    )

    assert QUOTE in kinds
    assert FACT not in kinds
    assert severity is SUBSTANTIVE


@pytest.mark.parametrize(
    ("sure", "doubting"),
    [
        (
            "“The pier is safe for visitors this summer,” Renn said.",
            "“I think the pier is safe for visitors this summer,” Renn said.",
        ),
        ("Orr said the crew now trust her.", "Orr said: “Well, I guess the crew now trust her.”"),
        ("The pier is safe for visitors,” Renn said.", "I think the pier is safe for visitors,” Renn said."),
    ],
)
def test_i_think_at_the_head_of_a_quotation_says_how_sure_the_speaker_is(sure, doubting):
    for kinds, severity in told_both_ways(sure, doubting):
        assert {QUOTE, HEDGE} <= kinds
        assert severity is SUBSTANTIVE


def test_i_know_left_out_of_a_quotation_shortens_it_and_is_no_hedge():
    kinds, severity = told(
        "Renn said: “I know that nine boats were sold to the rebels in March.”",
        "Renn said that “nine boats were sold to the rebels in March”.",
    )

    assert QUOTE in kinds
    assert HEDGE not in kinds
    assert severity is MINOR


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("“I know the mayor of Tarn,” Renn said.", "“I met the mayor of Tarn,” Renn said."),
        ("“I feel the cold in my knees,” Renn said.", "“The cold is in my knees,” Renn said."),
    ],
)
def test_other_uses_of_such_verbs_are_no_hedge(original, version):
    assert HEDGE not in told(original, version)[0]


@pytest.mark.parametrize(
    ("quoted", "plain"),
    [
        ("The leaflet reads: “Two ferries sank in the storm of 1901.", "Two ferries sank in the storm of 1901."),
        ("He said: “The ferry can be seen from the dyke.”", "The ferry can be seen from the dyke."),
    ],
)
def test_words_that_lose_their_marks_and_their_source_change_quote_and_credit(quoted, plain):
    for kinds, severity in told_both_ways(quoted, plain):
        assert {QUOTE, ATTRIBUTION} <= kinds
        assert severity is SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("“We are safe,” he said. “We will stay in the hills.”", "“We are safe. We will stay in the hills.”"),
        ("He sang “Low Tide” at the fair on Friday.", "He sang Low Tide at the fair last Friday."),
        ("As the saying ‘many hands make light work’ goes, the pier was built fast.", "The pier was built fast."),
        ("The boxer, known as “the little hammer”, won in Tarn.", "The boxer won in Tarn."),
    ],
)
def test_a_tag_a_title_a_saying_or_a_nickname_is_no_change_of_what_was_quoted(original, version):
    for kinds, severity in told_both_ways(original, version):
        assert QUOTE not in kinds
        assert severity is not SUBSTANTIVE


@pytest.mark.parametrize(
    ("plain", "quoted"),
    [
        (
            "The court told the guild to repay every potter before the summer.",
            "The court told the guild to “repay every potter before the summer”.",
        ),
        ("Renn said the guild had no heart or sense.", "Renn said the guild had “no heart or sense of duty”."),
    ],
)
def test_marks_set_round_a_paraphrase_make_it_a_quotation(plain, quoted):
    kinds, severity = told(plain, quoted)

    assert QUOTE in kinds
    assert severity is SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Renn said the guild was “tired and slow” in May.", "Renn said the guild was tired and slow in May."),
        ("Renn said the guild was tired in May.", "Renn said the guild was “tired” in May."),
        ("The “reform” shuts nine kilns.", "The reform shuts nine kilns."),
    ],
)
def test_marks_that_go_or_set_a_word_apart_are_minor(original, version):
    kinds, severity = told(original, version)

    assert QUOTE in kinds
    assert severity is MINOR


@pytest.mark.parametrize("claim", ["'hid cash in flour tins'", "'lied' to potters"])
def test_marks_that_alone_ascribe_the_claim_of_a_headline_are_its_source(claim):
    for kinds, severity in told_both_ways(f"Mayor {claim}", f"Mayor {claim.replace("'", '')}"):
        assert {QUOTE, ATTRIBUTION} <= kinds
        assert severity is SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Mayor 'hid cash in tins', court told", "Mayor hid cash in tins, court told"),
        ("The 'Iron Potter' left Tarn", "The Iron Potter left Tarn"),
        ("He sold 'smart' kilns in Tarn.", "He sold smart kilns in Tarn."),
    ],
)
def test_marks_beside_a_source_and_of_a_nickname_are_not(original, version):
    assert told(original, version)[1] is not SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version", "worth"),
    [
        (
            "Dask said after the race that she was tired of losing.",
            "“I am tired of losing,” Dask said after the race.",
            SUBSTANTIVE,
        ),
        (
            "The guild said it wanted the weir to be mended.",
            "“We want the weir to be mended,” the guild said.",
            SUBSTANTIVE,
        ),
        (
            "“I am tired of losing,” Dask said after the race.",
            "Dask said after the race that she was tired of losing.",
            MINOR,
        ),
    ],
)
def test_what_was_reported_is_no_quotation_in_the_first_person(original, version, worth):
    assert told(original, version)[1] == worth
