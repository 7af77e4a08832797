"""What no rule may leave out of a text without a person."""

import pytest

from factcheck.articles.reading.article import read
from factcheck.articles.reading.corrections import NOTES, is_correction
from factcheck.articles.reading.findings import What

START = (
    "The council of Ardmore sold the old school on Thursday for a tenth of what it was once valued at.\n\n"
    "Seven members voted for the sale and six against it, after a debate that went on past midnight."
)
DENIAL = "Councillor Ian Moss denied that the buyer was a friend of his."
QUOTED = "“Nobody asked me who bought it,” the clerk told the Ardmore Bell."
END = "The buyer wants to make twelve flats of it, and has until May to say how."


def text_of(*parts):
    return "\n\n".join(parts)


def questions(reading):
    return [finding.value for finding in reading.found(What.QUESTION)]


@pytest.mark.parametrize("heading", ["Most read in Ardmore", "More from the Bell", "Related articles", "READ NEXT:"])
def test_of_a_block_in_mid_article_only_its_heading_and_links_go(heading):
    links = "Ten ways to cook a herring\n\nSchool choir wins in Perth"

    reading = read(text_of(START, heading, links, DENIAL, END))

    assert reading.text == text_of(START, DENIAL, END)
    [block] = [finding for finding in reading.findings if finding.leaves_out]
    assert heading in block.because


def test_two_blocks_in_one_article_both_go():
    reading = read(text_of(START, "Most read", "Herring again", DENIAL, "Related", "School choir wins", END))

    assert reading.text == text_of(START, DENIAL, END)


@pytest.mark.parametrize("part", [DENIAL, QUOTED, " ".join(["The roof leaks on rainy days,"] * 8) + " he said."])
def test_prose_behind_a_button_that_looks_like_the_end_stays_with_a_question(part):
    reading = read(text_of(START, "Add a comment", part, "Terms of use"))

    assert reading.text == text_of(START, part)
    assert questions(reading)[0][:30] == part[:30]


def test_prose_beside_what_may_be_the_article_s_stays_too():
    reading = read(text_of(START, "Add a comment", END, DENIAL))

    assert reading.text == text_of(START, END, DENIAL)
    assert questions(reading) == [END, DENIAL]


def test_plain_furniture_behind_the_end_is_left_out_without_a_question():
    reading = read(text_of(START, END, "Comments", "Nice flats.", "Where do I sign?"))

    assert reading.text == text_of(START, END)
    assert not questions(reading)


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Councillor denies that he knew the buyer",
        "Related: “We were never asked,” say parents of the old school",
        "Additional reporting by Ann Roy, who was told that the clerk never signed",
    ],
)
def test_a_link_or_credit_that_denies_or_quotes_stays_with_a_question(line):
    reading = read(text_of(START, line, END))

    assert reading.text == text_of(START, line, END)
    assert len(questions(reading)) == 1


def test_a_notice_of_rights_denies_nothing():
    notice = "©2031 The Ardmore Bell. All rights reserved. This material may not be published or rewritten."

    reading = read(text_of(START, END, notice))

    assert (reading.text, questions(reading)) == (text_of(START, END), [])


def test_the_headline_said_again_at_the_end_is_no_loss():
    headline = "Councillor denies that he knew the buyer"

    reading = read(text_of(headline, START, END, f"{headline} - The Bell"), headline=headline)

    assert reading.text == text_of(START, END)


def test_a_body_that_stands_twice_is_read_once_whatever_it_denies():
    body = text_of(START, DENIAL, END)

    assert read(text_of(body, body)).text == body


def test_everyday_words_about_gifts_and_taxes_are_no_appeal():
    report = (
        "The gift to the school was tax deductible for the family that gave it.\n\n"
        "What counts as your contribution is for the tax office to say, a lawyer explained.\n\n"
        "The family asked the council to sign up for our common future, as it put it in a letter."
    )

    assert read(text_of(START, report)).text == text_of(START, report)


def test_what_reports_beside_an_appeal_stays():
    reading = read(text_of(START, "Support our journalism today.", END, "Your support keeps us going."))

    assert reading.text == text_of(START, END)


@pytest.mark.parametrize(
    "note",
    [
        "Correction: The school was sold on Thursday, not on Friday.",
        "CORRECTION, 4 May 2031: The school was sold on Thursday.",
        "Clarification — the flats are twelve.",
        "An earlier version of this story named another buyer.",
        "This article was amended on 4 May 2031 to name the buyer.",
        "Berichtigung: Die Schule wurde am Donnerstag verkauft.",
        "Una versión anterior de este artículo nombraba a otro comprador.",
    ],
)
def test_a_correction_stays_and_is_told_as_one(note):
    reading = read(text_of(START, END, "Comments", note))

    assert reading.text == text_of(START, END, note)
    assert [finding.value for finding in reading.found(What.CORRECTION)] == [note]


@pytest.mark.parametrize(
    "line",
    ["Correction officers voted for the sale.", "The correction, he said, came late.", "Corrections cost money."],
)
def test_a_line_about_corrections_is_none(line):
    assert not read(text_of(START, line)).found(What.CORRECTION)


@pytest.mark.parametrize("note", NOTES)
def test_each_wording_of_a_note_is_known(note):
    assert is_correction(f"Note: {note} the buyer.")


def test_several_corrections_of_one_article_are_told_each():
    notes = ["Correction, 4 May: The school is older.", "Correction, 9 May: The flats are twelve."]

    assert [finding.value for finding in read(text_of(START, *notes)).found(What.CORRECTION)] == notes


def test_a_picture_s_copyright_line_in_mid_article_ends_nothing_that_denies():
    reading = read(text_of(START, "© 2031 Ardmore Pictures", DENIAL, END))

    assert reading.text == text_of(START, DENIAL, END)


def test_other_articles_behind_the_copyright_line_and_a_heading_are_the_page_s_whatever_they_deny():
    reading = read(text_of(START, END, "© 2031 The Ardmore Bell", "Most read", "Fire at the mill", DENIAL, QUOTED))

    assert reading.text == text_of(START, END)
