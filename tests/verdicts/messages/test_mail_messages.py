"""Mails of messages: what they say, to whom they go, and what happens when the server does not take them."""

import socket
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from factcheck.ledger.chain import record
from factcheck.verdicts.assignments import assign, assign_all
from factcheck.verdicts.comments import comment
from factcheck.verdicts.messages.choose_deliveries import choose_deliveries
from factcheck.verdicts.messages.mail_messages import MOST_TRIES, compose, mail_messages
from factcheck.verdicts.messages.read_messages import read
from factcheck.verdicts.models import Delivery, Message
from factcheck.verdicts.review_verdict import send_back
from tests.factories import ClaimFactory, MessageFactory, UserFactory, VerdictFactory
from tests.mail_server import mail_server

SMTP = "django.core.mail.backends.smtp.EmailBackend"
Mail = Message.Mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def ruth(db):
    return UserFactory(editor=True, username="ruth", email="ruth@desk.example")


@pytest.fixture
def server(settings):
    with mail_server() as server:
        settings.MAILERS = {"default": {"BACKEND": SMTP, "OPTIONS": {"host": "127.0.0.1", "port": server.port}}}
        yield server


@pytest.fixture
def no_server(settings):
    """An address where nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings.MAILERS = {"default": {"BACKEND": SMTP, "OPTIONS": {"host": "127.0.0.1", "port": port}}}


def killed(_messages):
    raise KeyboardInterrupt


def later(**time):
    """Let time pass for the mails that wait."""
    for message in Message.objects.filter(mail=Mail.WAITING):
        message.mail_due_at -= timedelta(**time)
        message.save()


def test_an_assigned_claim_comes_by_mail(ruth, editor, after_commit, server):
    claim = ClaimFactory(text="The bridge “Ōhashi” is safe.")

    after_commit(lambda: assign(claim, editor=editor, assignee=ruth))

    [mail] = server.taken
    message = Message.objects.get()
    text = mail.get_content().replace("\r\n", "\n")
    assert mail["To"] == "ruth@desk.example"
    subject = " ".join(mail["Subject"].split())  # Python may break a line beside a space, and its reader keeps both
    assert subject == f"{editor.first_name} assigned this claim to you: “The bridge “Ōhashi” is safe.”"
    assert mail.get_content_type() == "text/plain"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert f"{editor.first_name} assigned this claim to you:" in text
    assert f"http://localhost:8000/desk/messages/{message.pk}/\n" in text
    assert "stop it: http://localhost:8000/desk/messages/preferences/" in text
    assert (message.mail, message.mail_due_at) == (Mail.SENT, None)


def test_a_mail_holds_nothing_of_drafts_notes_or_comments(ruth, reviewer, after_commit, mailoutbox):
    verdict = VerdictFactory(author=ruth, in_review=True, conclusion="Under embargo.", reasoning="Secret until noon.")

    after_commit(lambda: send_back(verdict, reviewer=reviewer, note="The minister will be named."))
    after_commit(lambda: comment("@ruth, the minister again.", on=verdict, author=reviewer))

    said = " ".join(f"{mail.subject} {mail.body}" for mail in mailoutbox)
    assert len(mailoutbox) == 2
    assert verdict.claim.text in said
    assert not [word for word in ("embargo", "Secret", "minister", "False") if word in said]


def test_claims_assigned_together_come_in_one_mail_to_each(ruth, editor, after_commit, mailoutbox):
    claims = [ClaimFactory() for _ in range(3)]

    after_commit(lambda: assign_all(claims, editor=editor, assignee=ruth))

    [mail] = mailoutbox
    assert mail.subject == f"{editor.first_name} assigned this claim to you: “{claims[0]}”, and 2 more"
    assert all(claim.text in mail.body for claim in claims)
    assert set(Message.objects.values_list("mail", flat=True)) == {Mail.SENT}


@pytest.mark.parametrize(
    ("way", "address", "sends"),
    [
        (Delivery.Way.DESK, "ruth@desk.example", True),
        (Delivery.Way.MAIL, "", True),
        (Delivery.Way.MAIL, "ruth@desk.example", False),
    ],
)
def test_no_mail_goes_to_who_wants_none_or_has_no_address_or_where_none_is_sent(
    way, address, sends, ruth, editor, after_commit, mailoutbox, settings
):
    ruth.email, settings.SENDS_MAIL = address, sends
    ruth.save()
    choose_deliveries(ruth, ways={Message.Kind.ASSIGNED: way})

    after_commit(lambda: assign(ClaimFactory(), editor=editor, assignee=ruth))

    assert mailoutbox == []
    assert Message.objects.get().mail == Mail.NONE


def test_a_kind_that_usually_comes_on_the_desk_comes_by_mail_for_who_wants_it(ruth, editor, after_commit, mailoutbox):
    choose_deliveries(ruth, ways={Message.Kind.COMMENTED: Delivery.Way.MAIL})

    after_commit(lambda: comment("Too strong.", on=VerdictFactory(author=ruth), author=editor))

    assert [mail.to for mail in mailoutbox] == [["ruth@desk.example"]]


def test_a_line_break_in_a_claim_or_a_name_breaks_no_mail(ruth, after_commit, server):
    editor = UserFactory(editor=True, first_name="Eve\nBcc: all@desk.example")

    after_commit(lambda: assign(ClaimFactory(text="Safe?\r\nCc: all@desk.example"), editor=editor, assignee=ruth))

    [mail] = server.taken
    assert mail["Subject"] == "Eve Bcc: all@desk.example assigned this claim to you: “Safe? Cc: all@desk.example”"
    assert (mail["Cc"], mail["Bcc"]) == (None, None)


class TestWhenTheServerIsAway:
    def test_the_act_is_done_and_the_mail_waits(self, ruth, editor, after_commit, no_server):
        assignment = after_commit(lambda: assign(ClaimFactory(), editor=editor, assignee=ruth))

        message = Message.objects.get()
        assert assignment.assignee == ruth
        assert (message.mail, message.mail_tries) == (Mail.WAITING, 1)
        assert message.mail_due_at > timezone.now()

    def test_the_mail_goes_when_it_is_back(self, ruth, editor, after_commit, no_server, settings, mailoutbox, capsys):
        after_commit(lambda: assign(ClaimFactory(), editor=editor, assignee=ruth))
        settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
        call_command("mail_messages")
        assert mailoutbox == []

        later(minutes=1)
        call_command("mail_messages")

        assert capsys.readouterr().out.split("\n")[:2] == ["0 messages mailed.", "1 message mailed."]
        assert len(mailoutbox) == 1

    def test_it_is_given_up_after_some_tries(self, no_server):
        message = MessageFactory(to_mail=True)

        for _ in range(MOST_TRIES + 2):
            mail_messages.call()
            later(hours=3)

        message.refresh_from_db()
        assert (message.mail, message.mail_tries) == (Mail.FAILED, MOST_TRIES)

    def test_a_worker_tries_again_in_time(self, no_server, settings):
        settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
        message = MessageFactory(to_mail=True)

        mail_messages.call()

        message.refresh_from_db()
        assert [task.run_after for task in DBTaskResult.objects.all()] == [message.mail_due_at]

    def test_a_worker_that_died_over_it_is_followed_by_another(self, server, settings, monkeypatch):
        settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
        message = MessageFactory(to_mail=True)
        with monkeypatch.context() as dying:
            dying.setattr("factcheck.verdicts.messages.mail_messages.compose", killed)
            with pytest.raises(KeyboardInterrupt):
                mail_messages.call()

        message.refresh_from_db()
        [again] = DBTaskResult.objects.all()
        later(minutes=2)
        again.task.call()
        again.task.call()

        assert again.run_after == message.mail_due_at
        assert len(server.taken) == 1

    def test_the_log_names_nobody(self, no_server, caplog):
        MessageFactory(to_mail=True, recipient__email="ruth@desk.example", recipient__username="ruth")

        mail_messages.call()

        assert "could not be sent (ConnectionRefusedError): 1 messages wait for another try, 0 are" in caplog.text
        assert "ruth" not in caplog.text


@pytest.mark.parametrize("address", ["nobody@desk.example", "not an address", "ü@desk.example"])
def test_an_address_that_takes_no_mail_keeps_nobody_else_from_theirs(address, server, caplog):
    server.refused.add("nobody@")
    refused = MessageFactory(to_mail=True, recipient__email=address)
    taken = MessageFactory(to_mail=True)

    mail_messages.call()

    refused.refresh_from_db()
    assert [mail["To"] for mail in server.taken] == [taken.recipient.email]
    assert (refused.mail, refused.mail_tries) == (Mail.WAITING, 1)
    assert address not in caplog.text


def test_what_was_read_on_the_desk_meanwhile_is_not_mailed(mailoutbox):
    message = MessageFactory(to_mail=True)
    read(message)

    mail_messages.call()

    message.refresh_from_db()
    assert (mailoutbox, message.mail) == ([], Mail.NONE)


def test_nobody_is_mailed_whose_account_was_closed(mailoutbox):
    MessageFactory(to_mail=True, recipient__is_active=False)

    mail_messages.call()

    assert mailoutbox == []


def test_a_mail_goes_once_however_often_it_is_asked_for(mailoutbox):
    MessageFactory(to_mail=True)

    mail_messages.call()
    mail_messages.call()

    assert len(mailoutbox) == 1


def test_what_nobody_asked_for_is_said_of_the_desk(db):
    claim = ClaimFactory()
    unasked = record("verdict.reopened", actor=None, on=VerdictFactory(claim=claim))
    message = Message.objects.get(entry=unasked)

    assert compose([message]).subject.startswith("The desk took this verdict out of review, because")
