"""Mailing messages: a background task, so that no act waits for the mail server or fails with it.

A mail holds who did what to which claim, and where to see it: no words of drafts, notes or comments. Several messages
of one person that wait at the same moment go as one mail. What fails is tried again after 1, 5, 25 and 125 minutes: by
a worker if there is one, else with the next mail or by `manage.py mail_messages`. The log names no person.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from django.conf import settings
from django.core.mail import EmailMessage, mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Q, QuerySet
from django.tasks import task
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import override

from factcheck.languages.retold import retold
from factcheck.ledger.people import name_of
from factcheck.people.models import language_of
from factcheck.site.identity import the_site
from factcheck.verdicts.models import Message

MOST_TRIES = 5
AT_ONCE = 200  # messages in one go

logger = logging.getLogger(__name__)


@task
def mail_messages() -> int:
    """Send the mails that are due, and return how many messages they held."""
    _drop_unwanted()
    sent = 0
    while messages := _take():
        sent += _send(messages)
    return sent


def compose(messages: Sequence[Message]) -> EmailMessage:
    """The mail of one or several messages to one person, in the language that they chose."""
    with override(language_of(messages[0].recipient)):
        told = [(sentence_of(message), message) for message in messages]
        context = {"told": told, "site_name": the_site().name, "site_url": settings.SITE_URL}
        return EmailMessage(
            subject=_subject(messages),
            body=render_to_string("desk/inbox/mail.txt", context),
            to=[messages[0].recipient.email],
            headers={"Auto-Submitted": "auto-generated"},
        )


def sentence_of(message: Message) -> str:
    """Who did what, without a full stop."""
    return f"{name_of(message.actor) if message.actor else _('The desk')} {retold(message.what)}"


def _subject(messages: Sequence[Message]) -> str:
    first, more = messages[0], len(messages) - 1
    told = f"{sentence_of(first)}: “{Truncator(first.claim.text).chars(80)}”"
    subject = _("%(told)s, and %(more)s more") % {"told": told, "more": more} if more else told
    return " ".join(subject.split())


def _drop_unwanted() -> None:
    """No mail for what was read on the desk meanwhile, nor to people whose account was closed."""
    waiting = Message.objects.filter(mail=Message.Mail.WAITING)
    unwanted = waiting.filter(Q(read_at__isnull=False) | Q(recipient__is_active=False))
    unwanted.update(mail=Message.Mail.NONE, mail_due_at=None)


@transaction.atomic
def _take() -> list[Message]:
    """Messages whose mail is due, put off at once: whoever else looks meanwhile, or after a crash, sends none twice.

    A worker looks again in time, whether they could not be sent or this process died over them.
    """
    due = Message.objects.to_mail().select_for_update(no_key=True, of=("self",), skip_locked=True)
    messages = list(due.with_causes().select_related("recipient").order_by("recipient_id", "pk")[:AT_ONCE])
    for message in messages:
        message.mail_tries += 1
        message.mail_due_at = _next_try(message.mail_tries)
    Message.objects.bulk_update(messages, ["mail_tries", "mail_due_at"])
    again = [message.mail_due_at for message in messages if message.mail_due_at]
    if again and mail_messages.get_backend().supports_defer:
        mail_messages.using(run_after=max(again)).enqueue()
    return messages


def _send(messages: Iterable[Message]) -> int:
    sent, unsent = 0, list(messages)
    try:
        with mailers.default as mailer:
            for _, group in groupby(unsent[:], key=lambda message: message.recipient_id):
                own = list(group)
                sent += _send_to_one(own, mailer)
                unsent = unsent[len(own) :]
    except OSError as error:  # the server cannot be reached; all errors of smtplib are of this kind
        _put_off(unsent, error)
    return sent


def _send_to_one(messages: Sequence[Message], mailer: BaseEmailBackend) -> int:
    try:
        mailer.send_messages([compose(messages)])
    except (OSError, ValueError) as error:  # a ValueError is an address that no mail can have
        _put_off(messages, error)
        return 0
    _all(messages).update(mail=Message.Mail.SENT, mail_due_at=None)
    return len(messages)


def _put_off(messages: Sequence[Message], error: Exception) -> None:
    """Give those up that were tried often enough; have the others tried again."""
    given_up = _all(messages).filter(mail_tries__gte=MOST_TRIES).update(mail=Message.Mail.FAILED, mail_due_at=None)
    logger.warning(
        "Mails could not be sent (%s): %d messages wait for another try, %d are given up.",
        type(error).__name__,
        len(messages) - given_up,
        given_up,
    )


def _all(messages: Iterable[Message]) -> QuerySet[Message]:
    return Message.objects.filter(pk__in=[message.pk for message in messages])


def _next_try(tries: int) -> datetime:
    return timezone.now() + timedelta(minutes=5 ** (tries - 1))
