"""Accounts with what waits for their owner."""

from __future__ import annotations

from django.contrib.auth.models import User

from factcheck.verdicts.accounts import with_what_waits
from factcheck.verdicts.models import SecondOpinion
from tests.factories import MessageFactory, UserFactory, VerdictFactory


def test_an_account_knows_how_many_messages_its_owner_has_not_read(db, editor):
    first, _ = MessageFactory(recipient=editor), MessageFactory(recipient=editor)
    MessageFactory(recipient=editor, read_at=first.at)
    idle = UserFactory(editor=True)

    accounts = with_what_waits(User.objects.all())

    assert accounts.get(pk=editor.pk).unread_messages == 2
    assert accounts.get(pk=idle.pk).unread_messages == 0


def test_only_who_is_asked_owes_a_second_opinion(db, editor, reviewer):
    SecondOpinion.objects.create(verdict=VerdictFactory(), asked_of=editor, asked_by=reviewer)

    owing = with_what_waits(User.objects.all()).filter(owes_opinion=True)

    assert list(owing) == [editor]
