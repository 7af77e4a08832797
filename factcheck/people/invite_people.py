"""Inviting somebody to the desk by a link, which works once and for a week.

The link's secret is stored as its hash alone, and drawn where the link is shown or mailed: who reads the database, the
tasks that wait in it too, cannot come in by it.
"""

from __future__ import annotations

import hashlib
import secrets

from django.contrib.auth.models import Group, User
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from factcheck.ledger.chain import record
from factcheck.people.models import VALID_FOR, Invitation

NOT_OPEN = gettext_lazy("This invitation was accepted or revoked, has expired, or never was.")


class AlreadyHere(Exception):
    """Whoever has this mail address has an account, or an invitation of a moment ago.

    It is told only to those who see the list of people and of invitations anyway.
    """


class NotOpen(Exception):
    """The invitation was accepted or revoked, has expired, or never was."""


class NameTaken(Exception):
    """Nobody can sign in by this name anew."""


@transaction.atomic
def invite(address: str, *, role: str, inviter: User) -> Invitation:
    """Invite whoever reads the mail of an address; `draw_secret` makes the link.

    An earlier invitation of the same address that was not answered counts no more. Raises AlreadyHere if an account
    has this address, or somebody else invites it at this moment.
    """
    if User.objects.filter(email__iexact=address, is_active=True).exists():
        raise AlreadyHere(
            _("Somebody with the address %(address)s has an account: see the list of people.") % {"address": address}
        )
    for earlier in Invitation.objects.select_for_update(no_key=True).unanswered().filter(address__iexact=address):
        revoke_invitation(earlier, actor=inviter)
    nobodys = _digest(secrets.token_urlsafe())
    invitation = Invitation(address=address, role=role, digest=nobodys, invited_by=inviter)
    invitation.expires_at = timezone.now() + VALID_FOR
    try:
        with transaction.atomic():
            invitation.save()
    except IntegrityError as error:
        raise AlreadyHere(_("Somebody else invited %(address)s a moment ago.") % {"address": address}) from error
    record("invitation.sent", actor=inviter, on=invitation, role=role)
    return invitation


def draw_secret(invitation: Invitation) -> str:
    """The secret of a new link to an invitation, instead of which an earlier link leads nowhere.

    Raises NotOpen if it cannot be accepted.
    """
    secret = secrets.token_urlsafe(32)
    if not Invitation.objects.open().filter(pk=invitation.pk).update(digest=_digest(secret)):
        raise NotOpen(NOT_OPEN)
    return secret


@transaction.atomic
def invite_again(invitation: Invitation, *, inviter: User) -> None:
    """Let an invitation count for a week from now, under another link. Raises NotOpen if it was answered already."""
    invitation = Invitation.objects.select_for_update(no_key=True).get(pk=invitation.pk)
    if invitation.accepted_at or invitation.revoked_at:
        raise NotOpen(_("This invitation was accepted or revoked already."))
    invitation.expires_at = timezone.now() + VALID_FOR
    invitation.digest = _digest(secrets.token_urlsafe())
    invitation.save(update_fields=["expires_at", "digest"])
    record("invitation.sent_again", actor=inviter, on=invitation, role=invitation.role)


@transaction.atomic
def revoke_invitation(invitation: Invitation, *, actor: User) -> None:
    """Have the link lead nowhere. Raises NotOpen if it was answered already."""
    invitation = Invitation.objects.select_for_update(no_key=True).get(pk=invitation.pk)
    if invitation.accepted_at or invitation.revoked_at:
        raise NotOpen(_("This invitation was accepted or revoked already."))
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at"])
    record("invitation.revoked", actor=actor, on=invitation)


def find_invitation(secret: str) -> Invitation:
    """The invitation that a link leads to. Raises NotOpen if it cannot be accepted."""
    invitation = Invitation.objects.open().filter(digest=_digest(secret)).first()
    if invitation is None:
        raise NotOpen(NOT_OPEN)
    return invitation


@transaction.atomic
def accept_invitation(secret: str, *, login: str, name: str, password: str) -> User:
    """Make the account of who was invited, with the role they were invited to.

    Raises NotOpen if the link cannot be used any more, NameTaken if an account has this login in any spelling.
    """
    invitation = Invitation.objects.select_for_update(no_key=True).get(pk=find_invitation(secret).pk)
    if not invitation.is_open:
        raise NotOpen(_("This invitation was accepted or revoked a moment ago."))
    person = _make_account(login, invitation.address, password, first_name=name)
    person.groups.set(Group.objects.filter(name=invitation.role))
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    record("invitation.accepted", actor=person, on=invitation, role=invitation.role)
    return person


def _make_account(login: str, address: str, password: str, **fields: str) -> User:
    taken = NameTaken(_("This name cannot be used to sign in here. Choose another."))
    if User.objects.filter(username__iexact=login).exists():
        raise taken
    try:
        with transaction.atomic():
            return User.objects.create_user(login, address, password, **fields)
    except IntegrityError as error:  # somebody else took it since
        raise taken from error


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
