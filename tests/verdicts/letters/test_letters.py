"""Letters are answered once, told to who left an address, and forgotten in time."""

from __future__ import annotations

import socket
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from factcheck.claims.models import Claim
from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.verdicts import undo_acts
from factcheck.verdicts.letters.answer_letter import LetterClosed, answer, claim_of, dismiss, reopen
from factcheck.verdicts.letters.mail_answers import mail_answers
from factcheck.verdicts.letters.receive_letter import receive
from factcheck.verdicts.models import Letter, LetterCount, LetterWriter
from tests.factories import ClaimFactory, LetterFactory, LetterWriterFactory
from tests.mail_server import mail_server

SMTP = "django.core.mail.backends.smtp.EmailBackend"

pytestmark = pytest.mark.django_db


def test_an_answer_is_mailed_once_to_each_who_left_an_address_in_their_language(after_commit, editor, mailoutbox):
    letter = LetterFactory()
    LetterWriterFactory(letter=letter, address="ana@reader.example")
    LetterWriterFactory(letter=letter, address="ben@reader.example", language="es")

    after_commit(lambda: answer(letter, text="It is corrected.", editor=editor))
    mail_answers.call()

    assert [mail.to for mail in mailoutbox] == [["ana@reader.example"], ["ben@reader.example"]]
    assert letter.reference in mailoutbox[0].subject
    assert "It is corrected." in mailoutbox[0].body
    assert f"http://localhost:8000/letters/{letter.reference}/" in mailoutbox[0].body
    assert f"http://localhost:8000/es/letters/{letter.reference}/" in mailoutbox[1].body
    assert not LetterWriter.objects.filter(told_at=None).exists()


def test_who_sends_what_is_answered_already_is_told_at_once(after_commit, editor, mailoutbox):
    sent = {"text": "The pier.", "place": "/", "language": "en", "network": "192.0.2.1"}
    letter = receive(Letter.Kind.ERROR, address="", **sent)
    answer(letter, text="It is corrected.", editor=editor)

    after_commit(lambda: receive(Letter.Kind.ERROR, address="ben@reader.example", **sent))

    assert [mail.to for mail in mailoutbox] == [["ben@reader.example"]]


def test_nobody_is_mailed_where_the_desk_sends_no_mail_or_the_letter_is_put_aside(
    after_commit, editor, mailoutbox, settings
):
    writer, other = LetterWriterFactory(), LetterWriterFactory()
    after_commit(lambda: dismiss(other.letter, note="Spam", editor=editor))
    settings.SENDS_MAIL = False
    after_commit(lambda: answer(writer.letter, text="It is corrected.", editor=editor))

    assert mailoutbox == []


def test_what_the_server_does_not_take_is_tried_again_by_the_command(editor, settings):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    writer = LetterWriterFactory(letter__state="answered", letter__answer="It is corrected.")
    settings.MAILERS = {"default": {"BACKEND": SMTP, "OPTIONS": {"host": "127.0.0.1", "port": port}}}

    assert mail_answers.call() == 0

    writer.refresh_from_db()
    assert writer.told_at is None
    assert writer.mail_due_at > timezone.now()
    LetterWriter.objects.update(mail_due_at=timezone.now())
    with mail_server() as server:
        settings.MAILERS = {"default": {"BACKEND": SMTP, "OPTIONS": {"host": "127.0.0.1", "port": server.port}}}
        call_command("mail_messages", verbosity=0)
    writer.refresh_from_db()
    assert writer.told_at is not None


def test_a_worker_that_died_over_an_answer_is_followed_by_another(settings, monkeypatch, mailoutbox):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    writer = LetterWriterFactory(letter__state="answered", letter__answer="It is corrected.")

    def killed(_writer):
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr("factcheck.verdicts.letters.mail_answers.compose_answer", killed)
        with pytest.raises(KeyboardInterrupt):
            mail_answers.call()

    writer.refresh_from_db()
    [again] = DBTaskResult.objects.all()
    LetterWriter.objects.update(mail_due_at=timezone.now())
    again.task.call()
    again.task.call()
    assert again.run_after == writer.mail_due_at
    assert [mail.to for mail in mailoutbox] == [[writer.address]]


def test_a_letter_is_dealt_with_once_and_who_comes_second_is_told(editor, reviewer):
    letter = LetterFactory()
    answer(letter, text="It is corrected.", editor=reviewer)

    for act in (lambda: answer(letter, text="No.", editor=editor), lambda: dismiss(letter, note="", editor=editor)):
        with pytest.raises(LetterClosed, match=f"{reviewer.first_name} has dealt with this letter already"):
            act()

    assert Letter.objects.get().answer == "It is corrected."
    reopen(letter, editor=editor)
    assert Letter.objects.get().is_open


def test_an_answer_says_something(editor):
    with pytest.raises(ValidationError):
        answer(LetterFactory(), text=" ", editor=editor)

    assert Letter.objects.get().is_open
    assert not Entry.objects.exists()


def test_putting_aside_and_making_a_claim_are_undone(editor):
    aside, sent = LetterFactory(), LetterFactory(sent_claim=True)
    dismiss(aside, note="Spam", editor=editor)
    undo_acts.undo(Entry.objects.filter(act="letter.dismissed"), editor=editor)
    claim_of(sent, text="The pier was sold.", editor=editor)
    undo_acts.undo(Entry.objects.filter(act__in=["claim.stated", "letter.became_claim"]), editor=editor)

    assert Letter.objects.open().count() == 2
    assert not Claim.objects.exists()
    assert Letter.objects.get(pk=sent.pk).claim is None
    verify()


def test_a_claim_of_the_same_words_is_found_not_made(editor):
    known, letter = ClaimFactory(text="The pier was sold."), LetterFactory(sent_claim=True)

    assert claim_of(letter, text=" The pier  was sold.", editor=editor) == known

    assert Letter.objects.get().claim == known


def test_addresses_are_deleted_after_the_days_of_the_setting(settings):
    settings.LETTER_ADDRESS_DAYS = 30
    old = LetterWriterFactory(left_at=timezone.now() - timedelta(days=31))
    young = LetterWriterFactory(left_at=timezone.now() - timedelta(days=29))

    call_command("forget_readers", verbosity=0)

    assert list(LetterWriter.objects.all()) == [young]
    assert Letter.objects.filter(pk=old.letter.pk).exists()


def test_what_was_counted_of_a_network_is_deleted_after_a_day():
    LetterCount.objects.create(network="a", at=timezone.now() - timedelta(hours=25))
    young = LetterCount.objects.create(network="b", at=timezone.now() - timedelta(hours=23))

    call_command("forget_readers", verbosity=0)

    assert list(LetterCount.objects.all()) == [young]


def test_receiving_a_letter_deletes_old_addresses_too(settings):
    LetterWriterFactory(left_at=timezone.now() - timedelta(days=settings.LETTER_ADDRESS_DAYS + 1))

    receive(Letter.Kind.CLAIM, text="A claim.", place="", address="", language="en", network="192.0.2.1")

    assert not LetterWriter.objects.exists()


def test_somebody_who_asks_for_it_is_forgotten_with_what_they_alone_wrote(editor):
    alone, shared = LetterWriterFactory(address="Ana@reader.example"), LetterWriterFactory(address="ana@reader.example")
    other = LetterWriterFactory(letter=shared.letter)
    answer(alone.letter, text="Dear Ana, it is corrected.", editor=editor)

    call_command("forget_readers", "ana@reader.example", verbosity=0)

    forgotten = Letter.objects.get(pk=alone.letter.pk)
    assert (forgotten.text, forgotten.place, forgotten.answer, forgotten.note) == ("", "", "", "")
    assert Letter.objects.get(pk=shared.letter.pk).text == shared.letter.text
    assert list(LetterWriter.objects.all()) == [other]
    assert Entry.objects.filter(act="letter.forgotten").count() == 1
    verify()
