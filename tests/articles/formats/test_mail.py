from datetime import date
from email.message import EmailMessage

import pytest

from factcheck.articles import formats
from factcheck.articles.formats.incoming import NotAnArticle
from factcheck.articles.formats.source import IncomingFile
from factcheck.articles.formats.wrapped_lines import paragraphs_of
from tests.articles.formats.reading_files import rows_of

FIRST = (
    "The lock at Brennow was closed on Tuesday, the canal board said, and boats are sent round by Ostrin until then."
)
TEXT = f"{FIRST}\n\nIts head denied that a barge had struck the gate – or any boat."


def mail(**headers):
    message = EmailMessage()
    named = {"From": "Mira Tolv <mira@board.example>", "To": "desk@paper.example", "Subject": "FW: Brennow lock closed"}
    for name, value in ({**named, "Date": "Tue, 03 Jun 2031 10:00:00 +0200"} | headers).items():
        message[name] = value
    return message


def test_a_mail_is_read_with_its_subject_sender_and_day(tmp_path):
    message = mail()
    message.set_content(TEXT, cte="quoted-printable")

    [row] = rows_of(tmp_path, "message.txt", message.as_bytes())

    assert (row.headline, row.byline, row.published_on) == ("Brennow lock closed", "Mira Tolv", date(2031, 6, 3))
    assert row.received == TEXT


def test_a_mail_of_html_alone_or_in_another_encoding_is_read(tmp_path):
    message = mail(Subject="Brennow: Schleuse geschlossen, größte Sperre")
    message.set_content("<p>Die Schleuse ist zu.</p><p>Die größte.</p>", subtype="html", charset="iso-8859-1")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="release.pdf")

    [row] = rows_of(tmp_path, "message.eml", message.as_bytes())

    assert row.received == "Die Schleuse ist zu.\n\nDie größte."
    assert row.headline == "Brennow: Schleuse geschlossen, größte Sperre"


def test_a_mail_that_only_has_something_attached_names_it(tmp_path):
    message = mail()
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="release.pdf")

    [refusal] = rows_of(tmp_path, "message.eml", message.as_bytes())

    assert isinstance(refusal, NotAnArticle)
    assert "only what is attached: release.pdf" in refusal.reason


def test_a_mail_under_an_agencys_name_names_the_agency(tmp_path):
    message = mail(From="Reuters <desk@wire.example>")
    message.set_content(TEXT)

    [row] = rows_of(tmp_path, "message.eml", message.as_bytes())

    assert (row.agency, row.byline) == ("Reuters", "")


@pytest.mark.parametrize(
    "content",
    [
        "Note: this is a list\nDate: Tuesday\n\nText of it.",
        "BRENNOW, June 3: The lock is closed.\n\nMore of it follows here.",
        "From: Mira\n\nA letter to the editor.",
    ],
)
def test_a_text_that_only_looks_like_a_mail_is_plain_text(content, tmp_path):
    path = tmp_path / "text.txt"
    path.write_text(content)

    with IncomingFile(path) as source:
        assert formats.shape_of(source) == "text"


def test_lines_that_were_broken_to_fit_are_joined_and_those_ended_on_purpose_are_not():
    lines = [
        "The lock at Brennow was closed, and the well-",
        "known lock keeper went home to his family in",
        "the village.",
        "Boats: 41",
        "- one barge",
        "- two tugs",
        "  Its head denied it.",
    ]

    assert list(paragraphs_of(lines)) == [
        "The lock at Brennow was closed, and the well-known lock keeper went home to his family in the village.",
        "Boats: 41",
        "- one barge",
        "- two tugs",
        "Its head denied it.",
    ]
