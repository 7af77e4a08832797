import pytest

from factcheck.compare.attributions import find_attributions
from tests.compare.attributions.reading import told


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“Leave the boats and run” was the advice given by the harbour master, Vera Holm, as the wind rose.",
         "the harbour master, Vera Holm"),
        ("“No surrender at all” was the message from the captain.", "the captain"),
        ("“Never again, never” was his verdict on the voyage.", "his"),
        ("“Too little, too late” was how the union leader described the offer.", "the union leader"),
    ],
)  # fmt: skip
def test_quoted_words_may_be_the_subject_of_their_sentence(text, source):
    assert [(who, said) for who, _, said in told(text)] == [(source, text[: text.index("”") + 1])]


@pytest.mark.parametrize(
    "text",
    ["“She Said Nothing” was the best film by Vera Holm.", "“Closed for good” was painted on the door."],
)
def test_a_title_or_an_inscription_is_nobodys_message(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("lead", "source"),
    [
        ("Holm (Lab)", "Holm"),
        ("Holm, 54", "Holm"),
        ("Vera Holm, smiling", "Vera Holm"),
        ("Holm, in a post", "Holm"),
        ("The verdict of one juror", "one juror"),
        ("Six words from Holm", "Holm"),
        ("The captain’s answer", "The captain’s"),
    ],
)
def test_a_colon_leads_in_a_quotation_behind_words_without_a_verb(lead, source):
    text = f"{lead}: “We are all done here.”"

    assert told(text) == [(source, ":", "“We are all done here.”")]


@pytest.mark.parametrize("lead", ["Title of the book", "On Monday, in Bonn", "Still, after all"])
def test_other_words_before_a_colon_name_no_speaker(lead):
    assert told(f"{lead}: “We are all done here.”") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The crowd chanted “No more tolls” as the mayor left.", "“No more tolls”"),
        ("The crowd called “God Save the King” and “No more tolls” as he left.",
         "“God Save the King” and “No more tolls” as he left"),
        ("Holm said “no evidence” had been found.", "“no evidence” had been found"),
    ],
)  # fmt: skip
def test_a_capital_shows_that_the_quoted_words_are_a_sentence_of_their_own(text, said):
    assert [content for _, _, content in told(text)] == [said]


def test_the_verb_that_tells_who_a_speaker_is_does_not_give_the_quotation():
    text = "“We are done here,” a spokesman, who asked not to be named, said by telephone."

    assert told(text) == [("a spokesman, who asked not to be named", "said", "“We are done here,”")]


@pytest.mark.parametrize(
    "text", ["The board, said Holm, “knows we are done”.", "The dead man, said police, had been seen in Leeds."]
)
def test_a_verb_and_its_speaker_may_part_what_was_said(text):
    ((_, cue, said),) = told(text)

    assert (cue, said) == ("said", text[:-1])


def test_what_is_said_by_turns_behind_names_is_direct_speech():
    turns = ["The Courier: Why swim it again?", "Vera Holm: Because it was there.", "The Courier: Does it hurt?"]
    text = "\n\n".join([*turns, "Vera Holm: Only my arms."])

    assert [one.direct for one in find_attributions(text)] == [True] * 4


def test_a_paragraph_without_marks_is_quoted_where_a_writing_reads_so():
    text = "The notice pinned up by the harbour master reads:\n\nAll boats must leave by noon."

    ((source, cue, said),) = told(text)

    assert (source, cue, said) == (
        "The notice pinned up by the harbour master", "reads", "All boats must leave by noon."
    )  # fmt: skip


def test_an_open_quotation_goes_on_in_the_next_paragraph():
    forward = "Holm said: “We looked for months.\n\n“We left.”\n\nThe hall was full."
    backward = "“We looked for months.\n\n“Then we left,” Holm said. The hall was full."

    assert told(forward) == [("Holm", "said", "“We looked for months.\n\n“We left.”")]
    assert told(backward) == [("Holm", "said", "“We looked for months.\n\n“Then we left,”")]


@pytest.mark.parametrize(
    "text",
    [
        "“The cost is high,” Holm was quoted as saying by the Gazette.",
        "“The cost is high,” the Gazette quoted Holm as saying.",
        "The Gazette quoted Holm as saying that the cost was high.",
        "Holm is on record as saying that the cost was high.",
    ],
)
def test_who_is_quoted_as_saying_it_is_the_source(text):
    assert [(source, cue) for source, cue, _ in told(text)] == [("Holm", "saying")]


def test_a_list_behind_a_colon_is_not_quoted():
    assert told("Holm made three points:\n\nAll boats must leave by noon.") == []
