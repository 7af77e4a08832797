"""How people of the desk are named: on its own pages and in its records, and to readers."""

from django.contrib.auth.models import User

NOBODY_NAMED = "an editor of this desk"
REVIEWER_UNNAMED = "a reviewer of this desk"


def name_of(user: User) -> str:
    """What colleagues know the person by: their full name, or the name they sign in with."""
    return user.get_full_name() or user.get_username()


def byline_of(user: User, *, unnamed: str = NOBODY_NAMED) -> str:
    """What readers know the person by: their full name, else `unnamed`; never a login or a mail address."""
    name = user.get_full_name()
    return unnamed if not name or "@" in name else name
