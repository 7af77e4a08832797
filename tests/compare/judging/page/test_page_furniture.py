"""What the comparison says of lines that a page puts around and into a text."""

import pytest

from factcheck.compare import Severity, compare
from factcheck.compare.judging.page.page_furniture import is_furniture
from tests.compare.judging.telling import told

TEXT = "The ferry had left the pier.\n{}\nThe fog came in at noon."


@pytest.mark.parametrize(
    "line",
    [
        "Share on Facebook | Share on X | Copy link",
        "Comments (31)",
        "12 comments",
        "Listen to this article · 6 min",
        "Subscribers only",
        "ADVERTISEMENT",
        "Most read",
        "Skip past newsletter promotion",
        "Read more: How the ferry was built",
        "Related | Ten ferries that sank",
        "Topics: Ferries, Tarn, Fog",
        "Sign up to the Harbour Letter, in your inbox every Friday.",
        "Follow us on Instagram and TikTok",
        "You may also like",
        "This article is more than 3 years old",
        "To view this content you need to accept cookies.",
        "View this post on Instagram",
        "A post shared by Tarn Harbour (@tarnharbour)",
        "pic.twitter.com/aB3dE5fG",
        "https://tarn.example/ferry",
        "© 2031 Tarn Post. All rights reserved.",
        "By Orla Dask, harbour correspondent",
    ],
)
def test_a_line_of_the_page_is_house_style(line):
    with_line, without = TEXT.format(line), TEXT.replace("{}\n", "")
    for one, other in ((with_line, without), (without, with_line)):
        assert {row.severity for row in compare(one, other).rows} == {Severity.STYLE, None}


def test_links_below_a_heading_over_links_are_house_style():
    with_links = TEXT.format("Related stories\nHow the ferry was built\nTen years of fog")

    rows = compare(TEXT.replace("{}\n", ""), with_links).rows

    assert {row.severity for row in rows} == {Severity.STYLE, None}


def test_two_lines_of_the_page_are_house_style():
    assert told("Comments (31)", "Comments (4)")[1] is Severity.STYLE


@pytest.mark.parametrize(
    "line",
    [
        "Comments by the mayor angered the ferrymen.",
        "Follow the money, the judge told the jury.",
        "Subscribers of the Tarn Post fell by a third.",
        "Sign up for the militia has stopped, the mayor said.",
        "By signing up to the pact the town gave up its pier.",
        "Watch: the mayor says the pier was never safe.",
        "Share prices of the ferry company fell",
        "Readers of this page",
        "Correction: the ferry left at noon",
        "This article was amended on 3 May to remove a false claim.",
    ],
)
def test_a_sentence_of_the_text_is_no_furniture(line):
    assert not is_furniture(line)
