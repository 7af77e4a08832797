"""How people of the desk are named, on its own pages and to readers, and what is recorded of their accounts."""

from django.contrib.auth.models import User

from factcheck.languages.sentences import noted
from factcheck.ledger.chain import record
from factcheck.ledger.models import Entry

NOBODY_NAMED = noted("an editor of this desk")
REVIEWER_UNNAMED = noted("a reviewer of this desk")


def name_of(user: User) -> str:
    """What colleagues know the person by: their full name, or the name they sign in with."""
    return user.get_full_name() or user.get_username()


def byline_of(user: User, *, unnamed: str = NOBODY_NAMED) -> str:
    """What readers know the person by: their full name, else `unnamed`; never a login or a mail address."""
    name = user.get_full_name()
    return unnamed if not name or "@" in name else name


def record_password(user: User, *, actor: User | None) -> Entry:
    """Note that an account has another password, or none by now; never anything of the password itself."""
    return record("user.password_changed", actor=actor, on=user, is_usable=user.has_usable_password())
