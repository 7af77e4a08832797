"""How people of the desk are named on its pages and in its records, and what is recorded of their accounts."""

from django.contrib.auth.models import User

from factcheck.ledger.chain import record
from factcheck.ledger.models import Entry


def name_of(user: User) -> str:
    """The person's full name, or the name they sign in with."""
    return user.get_full_name() or user.get_username()


def record_password(user: User, *, actor: User | None) -> Entry:
    """Note that an account has another password, or none by now; never anything of the password itself."""
    return record("user.password_changed", actor=actor, on=user, is_usable=user.has_usable_password())
