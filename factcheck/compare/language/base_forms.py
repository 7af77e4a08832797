"""The base forms an English word may be a form of."""

from __future__ import annotations

from functools import lru_cache

from factcheck.compare.language.inflection import forms_of, with_ed, with_ing, with_s


@lru_cache(maxsize=4_096)
def bases_of(word: str) -> tuple[str, ...]:
    """The word, in lower case, and what it may be a form of: "denied" and "deny", "left" and "leave"."""
    forms = forms_of(word)
    inflected = {made for form in forms if len(form) > 1 for made in (with_s(form), *with_ed(form), *with_ing(form))}
    return (word, *(form for form in forms if form != word and form not in inflected))
