"""Words for people in the language that they read: the engine knows which, its caller how they are translated.

In English until somebody says otherwise. What a constant holds is `worded`, so that it is found for translation, and
told by `message` when it is shown.
"""

from __future__ import annotations

from collections.abc import Callable

type Translate = Callable[[str], str]
type TranslateCounted = Callable[[str, str, int], str]


class _Speech:
    one: Translate = staticmethod(str)
    counted: TranslateCounted = staticmethod(lambda one, many, number: one if number == 1 else many)


def speak(one: Translate, counted: TranslateCounted) -> None:
    """Have words be told by these two from now on, as `gettext` and `ngettext` do it."""
    _Speech.one, _Speech.counted = staticmethod(one), staticmethod(counted)


def worded(words: str) -> str:
    """The same words, which are told later."""
    return words


def message(words: str) -> str:
    """The words in the language that is read."""
    return _Speech.one(words)


def counted_message(one: str, many: str, number: int) -> str:
    """The form of the words that goes with the number; their `{number}` is filled in."""
    return _Speech.counted(one, many, number).format(number=number)
