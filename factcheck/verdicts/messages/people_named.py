"""Whom the names in comments mean: people of the desk, by login, whatever its capitals."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db.models import Q
from django.db.models.functions import Lower

from factcheck.verdicts.assignments import people_of_the_desk
from factcheck.verdicts.mentions import ENDS, names_in, reading_among, readings
from factcheck.verdicts.models import Comment


def people_named(texts: Iterable[str]) -> dict[str, User]:
    """The people whom `@login` in these texts means, by the name as it is written.

    One query, and none if no text holds such a name. Of logins that differ in capitals only, the one written so.
    """
    written = {reading for text in texts for name in names_in(text) for reading in readings(name)}
    if not written:
        return {}
    alike = Q(lower__in={name.lower() for name in written})
    found = list(people_of_the_desk().alias(lower=Lower("username")).filter(Q(username__in=written) | alike))
    exact = {person.username: person for person in found}
    in_any_case = {person.username.lower(): person for person in reversed(found)}
    people = ((name, exact.get(name) or in_any_case.get(name.lower())) for name in written)
    return {name: person for name, person in people if person}


def with_names(comments: Iterable[Comment]) -> list[Comment]:
    """The comments, each knowing whom it names."""
    comments = list(comments)
    people = people_named(comment.text for comment in comments)
    for comment in comments:
        comment.people = people
    return comments


def unknown_names(text: str) -> list[str]:
    """The names in a text that nobody of the desk has, each once."""
    people = people_named([text])
    unknown = (name.rstrip(ENDS) or name for name in names_in(text) if not reading_among(name, people))
    return list(dict.fromkeys(unknown))
