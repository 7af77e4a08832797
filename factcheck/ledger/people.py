"""How people of the desk are named on its pages and in its records."""

from django.contrib.auth.models import User


def name_of(user: User) -> str:
    """The person's full name, or the name they sign in with."""
    return user.get_full_name() or user.get_username()
