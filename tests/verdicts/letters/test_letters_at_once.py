"""Letters and answers that come at the same moment: one of each, and nobody waits for ever."""

import pytest
from django.db import connection  # noqa: F401 - the condition below reads it

from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.verdicts.letters.answer_letter import LetterClosed, answer, dismiss
from factcheck.verdicts.letters.receive_letter import TooManyLetters, receive
from factcheck.verdicts.models import Letter, LetterWriter
from tests.at_once import at_once, db  # noqa: F401 - the database of this module
from tests.factories import LetterFactory, UserFactory

pytestmark = [
    pytest.mark.usefixtures("db"),
    pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite lets only one of two writers begin at a time."),
]


def sending(text, address=""):
    def send():
        try:
            return receive(Letter.Kind.CLAIM, text=text, place="", address=address, language="en", network="192.0.2.1")
        except TooManyLetters:
            return None

    return send


def or_late(act):
    def attempt():
        try:
            return act() or "done"
        except LetterClosed:
            return "late"

    return attempt


def test_the_same_words_at_the_same_moment_are_one_letter_with_two_writers():
    for number in range(3):
        text = f"The ferry carries {number} people."
        one, other = at_once(sending(text, "ana@reader.example"), sending(text, "ben@reader.example"))
        assert one == other

    assert Letter.objects.count() == 3
    assert LetterWriter.objects.count() == 6
    assert Entry.objects.filter(act="letter.received").count() == 3
    assert verify() == 3


def test_no_more_are_taken_in_at_the_same_moment_than_one_after_the_other(settings):
    settings.LETTERS_PER_HOUR = 2

    taken = at_once(*(sending(f"The ferry carries {number} people.") for number in range(5)))

    assert len([letter for letter in taken if letter]) == 2
    assert Letter.objects.count() == 2


def test_two_who_deal_with_one_letter_at_the_same_moment_do_it_once():
    one, other = UserFactory(editor=True), UserFactory(editor=True)

    for letter in [LetterFactory() for _ in range(3)]:
        done = at_once(
            or_late(lambda letter=letter: answer(letter, text="Yes.", editor=one)),
            or_late(lambda letter=letter: dismiss(letter, note="", editor=other)),
        )
        assert sorted(done) == ["done", "late"]

    assert verify() == 3
