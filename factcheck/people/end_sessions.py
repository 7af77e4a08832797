"""Signing a person out of other browsers."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.ledger.chain import record
from factcheck.people.models import OpenSession


@transaction.atomic
def end_session(session: OpenSession, *, actor: User) -> None:
    """Sign one browser out."""
    person = session.person or actor
    session.delete()
    record("person.session_ended", actor=actor, on=person)


@transaction.atomic
def end_other_sessions(person: User, *, but: str | None) -> int:
    """Sign a person out everywhere but in the session with the key `but`; returns of how many browsers."""
    ended = forget_other_sessions(person, but=but)
    if ended:
        record("person.other_sessions_ended", actor=person, on=person, count=ended)
    return ended


def forget_other_sessions(person: User, *, but: str | None) -> int:
    """The same as a part of another act, which has its own entry in the ledger."""
    sessions = OpenSession.objects.filter(person=person)
    return sessions.exclude(pk=but).delete()[0] if but else sessions.delete()[0]
