"""Mailing answers to readers who left an address: a background task, as all mail is.

What fails is tried again, by a worker or by `manage.py mail_messages`. The log names nobody.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, mailers
from django.db import transaction
from django.tasks import task
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from factcheck.site.identity import the_site
from factcheck.verdicts.models import LetterWriter
from factcheck.verdicts.models.letters import MOST_MAIL_TRIES

logger = logging.getLogger(__name__)


@task
def mail_answers() -> int:
    """Send the answers that are due, and return how many."""
    sent = 0
    while writer := _take():
        try:
            sent += _send(writer)
        except OSError as error:  # the server cannot be reached, or takes no mail for this address
            logger.warning("An answer to a reader could not be mailed (%s).", type(error).__name__)
            break
    return sent


def compose_answer(writer: LetterWriter) -> EmailMessage:
    """The mail to one reader, in the language in which they wrote."""
    known = writer.language if writer.language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    site, letter = the_site(), writer.letter
    with override(known):
        context = {"site_name": site.name, "letter": letter, "address": site.address(letter.get_absolute_url())}
        subject, _, body = render_to_string("public/letters/mail.txt", context).partition("\n\n")
    return EmailMessage(subject.strip(), body, to=[writer.address], headers={"Auto-Submitted": "auto-replied"})


@transaction.atomic
def _take() -> LetterWriter | None:
    """Somebody to be told, put off at once: whoever else looks meanwhile, or after a crash, tells them not again.

    A worker looks again in time, whether they could not be told or this process died over it.
    """
    due = LetterWriter.objects.to_mail().select_for_update(no_key=True, of=("self",), skip_locked=True)
    writer = due.select_related("letter").order_by("mail_due_at", "pk").first()
    if writer:
        writer.mail_tries += 1
        writer.mail_due_at = _next_try(writer.mail_tries)
        writer.save(update_fields=["mail_tries", "mail_due_at"])
        if mail_answers.get_backend().supports_defer:
            mail_answers.using(run_after=writer.mail_due_at).enqueue()
    return writer


def _send(writer: LetterWriter) -> bool:
    try:
        with mailers.default as mailer:
            mailer.send_messages([compose_answer(writer)])
    except ValueError:  # an address that no mail can have
        logger.warning("A reader left an address that no mail can be sent to.")
        LetterWriter.objects.filter(pk=writer.pk).update(mail_tries=MOST_MAIL_TRIES)
        return False
    return bool(LetterWriter.objects.filter(pk=writer.pk).update(told_at=timezone.now()))


def _next_try(tries: int) -> datetime:
    return timezone.now() + timedelta(minutes=5 ** (tries - 1))
