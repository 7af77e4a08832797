"""The base forms an English word may be a form of."""

from __future__ import annotations

from functools import lru_cache

import regex

from factcheck.compare.language.american_spelling import LONG, american
from factcheck.compare.language.inflection import forms_of, with_ed, with_ing, with_s

IZE = regex.compile(r"iz(ed?|es|ing)$")  # what is read as British "-ise" may have it everywhere: praise, promise


@lru_cache(maxsize=4_096)
def bases_of(word: str) -> tuple[str, ...]:
    """The word, in lower case, and what it may be a form of: "denied" and "deny", "left" and "leave"."""
    if IZE.search(word):
        return tuple(dict.fromkeys((*_bases_of(word), *_bases_of(IZE.sub(r"is\1", word)))))
    return _bases_of(word)


def _bases_of(word: str) -> tuple[str, ...]:
    forms = forms_of(word)
    inflected = {made for form in forms if len(form) > 1 for made in (with_s(form), *with_ed(form), *with_ing(form))}
    return (word, *(form for form in forms if form != word and form not in inflected))


@lru_cache(maxsize=8_192)
def read_bases_of(word: str) -> tuple[str, ...]:
    """The same as `as_read` gives them: what to look up, for a word of a text or of a list."""
    return tuple(dict.fromkeys(map(as_read, bases_of(word))))


def as_read(word: str) -> str:
    """A long word in lower case as `plain_words` reads it: a doubled letter once, American for British spelling."""
    return american(word) if len(word) >= LONG else word
