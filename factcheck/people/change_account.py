"""What people change of their own account: name, mail address, password, the language of the desk."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.ledger.chain import record
from factcheck.people.end_sessions import forget_other_sessions
from factcheck.people.models import AccountLanguage
from factcheck.people.second_step import forgive_wrong_codes


@transaction.atomic
def change_name(person: User, *, name: str) -> None:
    """Have the desk and its readers know the person by another full name, or by none if it is empty.

    It is kept in one piece: where a first name ends is nobody's guess.
    """
    if person.get_full_name() == name:
        return
    person.first_name, person.last_name = name, ""
    person.save(update_fields=["first_name", "last_name"])
    record("person.name_changed", actor=person, on=person)


@transaction.atomic
def change_address(person: User, *, address: str) -> None:
    """Have mail go to another address; the ledger says that it changed, and not to what."""
    if person.email == address:
        return
    person.email = address
    person.save(update_fields=["email"])
    record("person.address_changed", actor=person, on=person)


def choose_language(person: User, *, language: str) -> None:
    """Have the desk speak it to this person, on any device; it is nobody else's matter, so the ledger is not told."""
    AccountLanguage.objects.update_or_create(person=person, defaults={"language": language})


@transaction.atomic
def change_password(person: User, *, password: str, session_key: str | None = None, act: str = "changed") -> None:
    """Set a new password and end all the person's sessions but the one with this key.

    `act` is what the ledger calls it: changed by who knew the old one, or reset by a link.
    """
    person.set_password(password)
    person.save(update_fields=["password"])
    forget_other_sessions(person, but=session_key)
    forgive_wrong_codes(person)
    record(f"person.password_{act}", actor=person, on=person)
