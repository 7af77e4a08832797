"""Parts of pages that are made once, and stand in each page that shows the same as when they were made.

What a part shows is what it is kept under, whole: it cannot be out of date, and nothing has to be emptied. Each process
keeps its own.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import cast

from django.conf import settings
from django.db.models import Model
from django.template import loader
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import get_current_timezone_name
from django.utils.translation import get_language

IN_MEMORY = 4096  # parts, in each process

_forget: list[Callable[[], None]] = []

type Given = tuple[tuple[str, type, Hashable], ...]


def kept_part(template: str, given: dict[str, Hashable]) -> SafeString:
    """What the template makes of these values, which it sees and nothing else.

    Give it plain values and frozen dataclasses of them. What is marked as safe is escaped like all else, since it
    equals what is not. Raises TypeError for a row of the database, which is the same row when it says another thing.
    """
    values = tuple((name, type(value), value) for name, value in zip(given, map(_plain, given.values()), strict=True))
    write = _write if settings.KEEPS_PAGES else _write.__wrapped__
    return write(template, get_language(), get_current_timezone_name(), values)


def kept_by_values[**Values, Part](make: Callable[Values, Part]) -> Callable[Values, Part]:
    """A function that makes the same of the same values, and of the last ones that it was given makes it once."""
    kept = lru_cache(IN_MEMORY // 16)(make)
    _forget.append(kept.cache_clear)
    return cast("Callable[Values, Part]", kept)


def forget_parts() -> None:
    """Make every part anew."""
    _write.cache_clear()
    for forget in _forget:
        forget()


def _plain(value: Hashable) -> Hashable:
    if isinstance(value, Model):
        raise TypeError(f"A part is not kept by a {type(value).__name__}.")
    return "".join([value]) if isinstance(value, SafeString) else value


@lru_cache(IN_MEMORY)
def _write(template: str, _language: str, _timezone: str, values: Given) -> SafeString:
    given = {name: value for name, _, value in values}
    return mark_safe(loader.render_to_string(template, given))  # noqa: S308 - a template escapes
