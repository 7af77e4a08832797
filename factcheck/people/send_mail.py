"""Mails about accounts: the link of an invitation, the link to a new password, word that an address changed.

They are tasks: with workers, no page waits for a mail server.
"""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.forms import PasswordResetForm
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.mail import EmailMessage, mailers
from django.tasks import task
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from factcheck.people.invite_people import draw_secret
from factcheck.people.models import Invitation, language_of
from factcheck.site.identity import the_site

BETWEEN_RESETS = 120  # seconds: nobody's mailbox is filled by somebody else's asking


@task
def send_invitation(pk: int, language: str) -> None:
    """In the language of whoever invites, since the invited person has chosen none; nothing if it is not open now.

    The list of the invited tells of a mail that could not be sent.
    """
    invitation = Invitation.objects.open().filter(pk=pk).first()
    if invitation is None:
        return
    link = invitation_link(invitation)
    invitation.mail_failed_at = timezone.now()
    try:
        with override(language):
            _send("desk/people/mail/invitation.txt", invitation.address, role=invitation.role_in_words, link=link)
        invitation.mail_failed_at = None
    finally:
        invitation.save(update_fields=["mail_failed_at"])


def invitation_link(invitation: Invitation) -> str:
    """A new link to it, the only one that leads there. Raises NotOpen."""
    return f"{settings.SITE_URL}{reverse('invitation', args=[draw_secret(invitation)])}"


@task
def send_word_of_change(former: str, language: str) -> None:
    """Tell the address that mail went to until now, in case somebody else changed it."""
    with override(language):
        _send("desk/people/mail/address_changed.txt", former)


def tell_former_address(former: str, *, person: User) -> None:
    """Have that word sent, if there was an address and mail can be sent."""
    if settings.SENDS_MAIL and former and former != person.email:
        send_word_of_change.enqueue(former, language_of(person))


@task
def send_reset_link(address: str) -> None:
    """Send a link to a new password to whoever has an account with this address.

    If nobody has, the mail server is asked all the same, so that the time it takes says nothing.
    """
    form = PasswordResetForm({"email": address})
    if not form.is_valid():
        return
    people = list(form.get_users(address))
    if people and _is_first_asking(address):
        site = urlsplit(settings.SITE_URL)
        told = {"site_name": the_site().name, "hours": str(settings.PASSWORD_RESET_TIMEOUT // 3600)}
        with override(language_of(people[0])):
            form.save(
                domain_override=site.netloc,
                use_https=site.scheme == "https",
                subject_template_name="desk/people/mail/reset_subject.txt",
                email_template_name="desk/people/mail/reset.txt",
                from_email=settings.DEFAULT_FROM_EMAIL,
                extra_email_context=told,
            )
    else:
        server = mailers.default
        server.open()
        server.close()


def _is_first_asking(address: str) -> bool:
    key = hashlib.sha256(address.lower().encode()).hexdigest()
    return cache.add(f"password-reset:{key}", 1, BETWEEN_RESETS)


def _send(template: str, address: str, **context: str) -> None:
    subject, _, body = render_to_string(template, {"site_name": the_site().name, **context}).partition("\n\n")
    EmailMessage(subject.strip(), body, to=[address]).send()
