"""Names in a comment: `@login`. Which words are such names; `messages.people_named` looks up whom they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User

AT_NAME = re.compile(r"(?<![\w.@+-])@([\w.+-][\w.@+-]*)")
ENDS = ".@+-"  # may belong to a login, or to the sentence around it


@dataclass(frozen=True)
class CommentPart:
    """A run of a comment's words; `person` is whom they name."""

    words: str
    person: User | None = None


def names_in(text: str) -> list[str]:
    """What stands behind each @, in order, with marks behind it that may end a sentence."""
    return [match[1] for match in AT_NAME.finditer(text)]


def readings(name: str) -> Iterator[str]:
    """A name as it is written, then without the marks behind it, one after the other."""
    yield name
    while len(name) > 1 and name[-1] in ENDS:
        name = name[:-1]
        yield name


def reading_among(name: str, people: Mapping[str, User]) -> str | None:
    """The longest reading of a name that is somebody's."""
    return next((reading for reading in readings(name) if reading in people), None)


def parts_of(text: str, people: Mapping[str, User]) -> list[CommentPart]:
    """The whole text in parts, the names of these people told apart."""
    parts, at = [], 0
    for match in AT_NAME.finditer(text):
        if name := reading_among(match[1], people):
            end = match.start() + len("@") + len(name)
            parts += [CommentPart(text[at : match.start()]), CommentPart(text[match.start() : end], people[name])]
            at = end
    return [part for part in [*parts, CommentPart(text[at:])] if part.words]
