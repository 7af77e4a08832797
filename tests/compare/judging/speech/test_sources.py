"""Who said it: what is read as somebody's saying, what it covers, and who two texts give as the speaker."""

import pytest

from factcheck.compare import EditKind, Severity
from tests.compare.judging.telling import told

MINOR, SUBSTANTIVE = Severity.MINOR, Severity.SUBSTANTIVE


@pytest.mark.parametrize(
    "row",
    [
        "Two sailors tried to warn the mayor that the dam leaked",
        "The firm is expected to add $20 million to the fund of the port",
        "The mayor would not say if the dam leaked",
        "A crowd came to the unveiling of a stone for the dead of World War I",
        "The new (mo-SAY) engine of the ferry is quiet",
    ],
)
def test_a_credit_that_goes_is_missed_where_the_row_only_mentions_saying(row):
    kinds, severity = told(f"{row}, the Lowmere Post reported.", f"{row}.")

    assert EditKind.ATTRIBUTION in kinds
    assert severity is SUBSTANTIVE


@pytest.mark.parametrize("verb", ["had to admit", "went on to say", "continued to insist"])
def test_what_somebody_had_to_say_was_said(verb):
    kinds, severity = told(f"The mayor {verb} that the dam leaked.", "The dam leaked.")

    assert EditKind.ATTRIBUTION in kinds
    assert severity is SUBSTANTIVE


@pytest.mark.parametrize(
    ("noun", "rest"), [("estimates", "hold, the dam is the first of its kind"), ("claims", "were paid in full")]
)
def test_a_noun_is_no_word_of_saying(noun, rest):
    kinds, _ = told(f"If {noun} {rest} in Lowmere.", f"If plans {rest} in Lowmere.")

    assert EditKind.ATTRIBUTION not in kinds


@pytest.mark.parametrize(
    "credit",
    [
        "figures released on Monday show",
        "the research shows",
        "a survey suggests",
        "the court heard",
        "said council spokesman Ivo Lund of Lowmere",
        "according to the harbour office of Lowmere",
    ],
)
def test_a_credit_that_closes_the_sentence_is_the_source_of_all_of_it(credit):
    assert told(f"The dam leaked in May, {credit}.", "The dam leaked in May.")[1] is SUBSTANTIVE


def test_a_spokesman_named_behind_said_is_not_what_was_said():
    original = "The dam leaked after two lorries hit it, said council spokesman Ivo Lund of Lowmere."

    kinds, severity = told(original, "The dam leaked after two lorries hit it.")

    assert EditKind.ATTRIBUTION in kinds
    assert severity is SUBSTANTIVE


@pytest.mark.parametrize(
    "clause",
    [
        "saying they stood for the island",
        "which the harbour master said was “a fine thing”",
    ],
)
def test_a_clause_of_its_own_brings_its_own_credit(clause):
    _, severity = told(f"The council named nine new pilots, {clause}.", "The council named nine new pilots.")

    assert severity is MINOR


@pytest.mark.parametrize("opening", ["Figures released on Monday show", "Tests suggest", "Researchers found"])
def test_a_finding_without_that_is_a_credit(opening):
    kinds, severity = told(f"{opening} the dam is older than the port.", "The dam is older than the port.")

    assert EditKind.ATTRIBUTION in kinds
    assert severity is SUBSTANTIVE


def test_to_find_a_thing_is_no_credit():
    kinds, _ = told("Divers found the anchor in May.", "Divers kept the anchor in May.")

    assert EditKind.ATTRIBUTION not in kinds


def test_an_objection_after_which_something_happened_is_no_credit():
    original = "Two sailors bought the old ferry after the port objected to its flag."
    version = "Two sailors bought the old ferry, Lund said."

    assert EditKind.ATTRIBUTION in told(original, version)[0]
    assert told(original, version)[1] is SUBSTANTIVE


def test_keepers_who_acknowledge_something_do_not_only_say_it():
    kinds, severity = told(
        "Keepers of the ferries say they are tired.", "Keepers of the ferries acknowledge that they are tired."
    )

    assert EditKind.ATTRIBUTION in kinds
    assert severity is SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("A spokesperson for Lowmere city said it sank.", "A Lowmere official said it sank."),
        ("The US shipping bank said: “It sank in the old port.”", "“It sank in the old port,” Tarnham said."),
        (
            "The sale was confirmed by a senior official of the port.",
            "A senior official of the port confirmed the sale.",
        ),
        ("The mayor, Orla Dask, said Ivo Lund sank it.", "The mayor, Orla Dask, said from Tarn that Ivo Lund sank it."),
        ("“It sank in the old port,” she told reporters.", "“It sank in the old port,” Mayor Orla Dask said."),
    ],
)
def test_one_speaker_in_other_words_is_no_other_speaker(original, version):
    assert told(original, version)[1] is not SUBSTANTIVE


def test_who_explains_something_beside_another_verb_is_not_read_as_its_neighbour():
    original = "We sent a note to the islanders, explaining that the dam leaks."
    version = "A spokesman for the port said: “We sent a note to the islanders, explaining that the dam leaks."

    assert told(original, version)[1] is MINOR


@pytest.mark.parametrize(
    ("original", "version", "worth"),
    [
        ("Her remark on the levy drew jeers.", "Her admission on the levy drew jeers.", SUBSTANTIVE),
        ("Her statement on the levy drew jeers.", "Her allegation on the levy drew jeers.", SUBSTANTIVE),
        ("Her boast about the levy drew jeers.", "Her comment about the levy drew jeers.", SUBSTANTIVE),
        ("Her answer on the levy drew jeers.", "Her reply on the levy drew jeers.", MINOR),
        ("By the rebels' own count, 40 men fled.", "In all, 40 men fled.", SUBSTANTIVE),
    ],
)
def test_what_is_said_of_a_statement_by_its_name_is_told(original, version, worth):
    assert told(original, version)[1] == worth
