import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles.reading.article import read
from factcheck.articles.reading.findings import What, joined, why_unfit

BODY = (
    "The river rose by two metres overnight, and the council closed the old bridge at dawn.\n\n"
    "Engineers said the pillars held. “We saw no cracks,” the chief engineer told reporters on Monday.\n\n"
    "The ferry will carry passengers until the inspection is over, which may take a week.\n\n"
    "Shopkeepers on both banks asked the council for help with their losses."
)


def left_out(reading):
    return {(finding.what, finding.value) for finding in reading.findings if finding.leaves_out}


def test_a_plain_article_is_its_own_reading_text():
    reading = read(BODY)

    assert reading.text == BODY
    assert reading.findings == ()


def test_a_short_first_line_without_a_full_stop_is_the_headline():
    reading = read(f"Old Bridge Closed as River Rises\n\n{BODY}")

    assert (reading.headline, reading.text) == ("Old Bridge Closed as River Rises", BODY)


def test_a_first_paragraph_that_ends_with_a_question_is_no_headline():
    text = (
        "The council closed the old bridge on Monday, and nobody in the town can say for how long. "
        "Who will pay for the ferry, and who would run it in winter?"
    )

    assert read(f"{text}\n\n{BODY}").text.startswith(text)


@pytest.mark.parametrize(
    ("line", "byline", "day", "agency"),
    [
        ("By Ana Ruiz | March 3, 2018 | 8:12pm EDT", "Ana Ruiz", "2018-03-03", ""),
        (
            " date 2018-03-03 By Ana Ruiz, Tom Lee and Ida Berg / Reuters",
            "Ana Ruiz, Tom Lee and Ida Berg",
            "2018-03-03",
            "Reuters",
        ),
        ("By Ana Ruiz, Associated Press", "Ana Ruiz", None, "AP"),
        (
            "By: Press Trust of India | Mumbai | Posted: March 3, 2018 6:40 am",
            "Press Trust of India",
            "2018-03-03",
            "PTI",
        ),
        ("Published: Saturday 3rd March 2018", "", "2018-03-03", ""),
        ("Posted 2018-03-03T10:00:00Z", "", "2018-03-03", ""),
        ("Published 3 March 2018 | Updated 9 March 2018", "", "2018-03-03", ""),
        ("BY ANA RUIZ", "ANA RUIZ", None, ""),
        ("31/01/2018", "", "2018-01-31", ""),
    ],
)
def test_a_line_of_credits_gives_names_day_and_agency(line, byline, day, agency):
    reading = read(f"Old Bridge Closed\n\n{line}\n\n{BODY}")

    told = (reading.byline, reading.published_on and reading.published_on.isoformat(), reading.agency)
    assert told == (byline, day, agency)
    assert reading.text == BODY


@pytest.mark.parametrize("line", ["3 hours ago", "02/03/2018", "February 30, 2018", "March 3", "Yesterday"])
def test_no_date_is_made_of_a_line_that_does_not_give_one_day(line):
    assert read(f"Old Bridge Closed\n\nAna Ruiz\n{line}\n{BODY}").published_on is None


@pytest.mark.parametrize("line", ["Updated 9 March 2018", "Last updated on March 9, 2018, 8:12 pm"])
def test_a_day_on_which_it_was_changed_is_no_day_of_publication(line):
    reading = read(f"Old Bridge Closed\n\n{line}\n\n{BODY}")

    assert (reading.published_on, reading.text) == (None, BODY)
    assert [finding.value for finding in reading.found(What.UPDATED)] == ["2018-03-09"]


@pytest.mark.parametrize(("other", "day"), [("23/01/2018", "2018-03-02"), ("01/23/2018", "2018-02-03")])
def test_figures_are_read_as_the_text_s_other_dates_are(other, day):
    reading = read(f"Old Bridge Closed\n\nPosted 02/03/2018\n\n{BODY}\n\nThe bridge was mended on {other}.")

    assert str(reading.published_on) == day


def test_dates_that_disagree_settle_nothing():
    ends = "It was mended on 23/01/2018, and again on 01/23/2018."

    assert read(f"Old Bridge Closed\n\nPosted 02/03/2018\n\n{BODY}\n\n{ends}").published_on is None


def test_the_year_of_a_copyright_line_is_told_and_is_no_day():
    reading = read(f"{BODY}\n\n© 2016-2018 The River News")

    assert reading.published_on is None
    assert [finding.because for finding in reading.found(What.DATE)] == [
        "the copyright line names the year 2018, which is no day"
    ]


def test_a_dateline_may_end_with_an_underscore():
    assert read(f"PERTH, Scotland (AP) _ {BODY}").agency == "AP"


def test_a_link_that_is_a_whole_sentence_is_still_one():
    assert read(BODY.replace("\n\nThe ferry", "\n\nRead more: The bridge is a hundred.\n\nThe ferry")).text == BODY


def test_a_sentence_that_begins_with_by_is_no_credit():
    text = "By the time the boats arrived, the bridge was closed"

    assert read(f"Old Bridge Closed\n\n{text}\n\n{BODY}").text.startswith(text)


def test_a_dateline_names_the_agency_and_stays_in_the_text():
    reading = read(f"Old Bridge Closed\n\n(Bloomberg) -- {BODY}")

    assert (reading.agency, reading.text) == ("Bloomberg", f"(Bloomberg) -- {BODY}")
    assert reading.found(What.DATELINE)


def test_link_lines_and_captions_between_paragraphs_are_left_out():
    page = BODY.replace(
        "\n\nThe ferry", "\n\nRead more: Who Built the Bridge?\n\nThe old bridge (Photo: Town Hall)\n\nThe ferry"
    )

    reading = read(page)

    assert reading.text == BODY
    assert {what for what, _ in left_out(reading)} == {What.LINK, What.CAPTION}


def test_section_headings_stay():
    page = BODY.replace("\n\nThe ferry", "\nThe ferry: a way across\n\n\nThe ferry")

    assert read(page).text == page


def test_what_follows_the_copyright_line_is_furniture():
    furniture = "More Related News\n\nA cat was rescued from a tree in the park on Sunday.\n\nLeave a Comment"

    reading = read(f"{BODY}\n\n©2019 Bloomberg L.P.\n\n{furniture}")

    assert (reading.text, reading.outlet, reading.agency) == (BODY, "Bloomberg", "Bloomberg")


def test_an_agency_s_contact_lines_name_the_reporters_and_are_left_out():
    contacts = "To contact the reporters on this story: Ana Ruiz in Lima at;Ida Berg in Oslo at"

    reading = read(f"{BODY}\n\n--With assistance from Tom Lee.\n\n{contacts}")

    assert (reading.text, reading.byline) == (BODY, "Ana Ruiz and Ida Berg")


def test_an_appeal_for_money_after_the_end_is_furniture():
    appeal = (
        "RiverNews Reader,\n\nOthers will not tell you what the river does. We do.\n\n"
        "Donate today to help us go on.\n\nSign up for our RiverNews Letter to receive more."
    )

    reading = read(f"{BODY}\n\n{appeal}")

    assert (reading.text, reading.outlet) == (BODY, "RiverNews")


def test_an_article_about_a_donation_is_not_cut():
    body = BODY.replace("asked the council", "said “donate today” to help, and asked the council")

    assert read(body).text == body


def test_a_body_that_stands_twice_is_read_once():
    article = f"Old Bridge Closed as River Rises\n\nRiverwatch Editorial Team\n3 hours ago\n{BODY}"

    reading = read(f"Riverwatch\n\n{article}\n\n{article}\n\n   Old Bridge Closed as River Rises - Riverwatch News")

    assert (reading.text, reading.headline) == (BODY, "Old Bridge Closed as River Rises")
    assert (reading.byline, reading.outlet) == ("Riverwatch Editorial Team", "Riverwatch")
    assert reading.found(What.DUPLICATE)


def test_a_headline_that_is_known_is_taken_off_the_text():
    reading = read(f"OLD BRIDGE  closed\n\n{BODY}", headline="Old bridge closed")

    assert reading.text == BODY


def test_control_characters_that_are_white_space_are_read_as_spaces():
    reading = read(BODY.replace("“", "\x1c").replace("”", "\x1d"))

    assert "\x1c" not in reading.text
    assert reading.found(What.CONTROL)


LINES = st.lists(
    st.one_of(
        st.text(alphabet=string.printable + "“”—é\u2028\x85漢ا", max_size=90),
        st.sampled_from(
            [
                BODY,
                "©2019 Bloomberg L.P.",
                "By Ana Ruiz | March 3, 2018",
                "Read more: Elsewhere",
                "Donate today",
                "Dear reader,",
                "Comments",
                "3 hours ago",
                "Old Bridge Closed",
                "Old Bridge Closed - Site",
            ]
        ),
    ),
    max_size=30,
)


@given(LINES, st.sampled_from(["\n", "\n\n", "\r\n", "\r"]))
def test_every_character_is_in_the_reading_text_or_in_a_finding(lines, line_end):
    received = line_end.join(lines)

    reading = read(received)

    outside = joined(received, reading.findings)
    assert reading.text == outside
    kept = [
        c for at, c in enumerate(received) if not any(f.leaves_out and f.start <= at < f.end for f in reading.findings)
    ]
    assert "".join("".join(kept).split()) == "".join(reading.text.split())
    assert not received.strip() or reading.text
    assert all(0 <= f.start <= f.end <= len(received) for f in reading.findings)


@given(st.text())
def test_reading_never_fails(received):
    read(received)
    read(received, headline=received[:20])


@given(LINES, st.sampled_from(["\n", "\n\n", "\r\n", "\r"]))
def test_what_is_found_in_a_text_fits_it_and_hardly_a_shorter_one(lines, between):
    received = between.join(lines)
    findings = json.loads(json.dumps([finding.as_json() for finding in read(received).findings]))

    assert why_unfit(findings, received) == ""
    if any(finding["end"] for finding in findings):
        assert why_unfit(findings, "") != ""
