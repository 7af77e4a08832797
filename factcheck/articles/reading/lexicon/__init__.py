"""Wordings of page furniture and credits that an editor of the project can extend: one a line, `#` begins a comment."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import product


@cache
def wordings(name: str) -> tuple[str, ...]:
    """The entries of `lexicon/<name>.txt` in order, in lower case; "by/from" in one stands for either word."""
    lines = files(__package__).joinpath(f"{name}.txt").read_text("utf-8").splitlines()
    entries = (entry.casefold() for line in lines if (entry := line.partition("#")[0].strip()))
    return tuple(" ".join(words) for entry in entries for words in product(*(w.split("/") for w in entry.split(" "))))


@cache
def names(name: str) -> dict[str, str]:
    """The entries of a file of names, `Name: other form, other form`, as other form → name, in lower case."""
    found: dict[str, str] = {}
    for line in files(__package__).joinpath(f"{name}.txt").read_text("utf-8").splitlines():
        known_as, _, forms = line.partition("#")[0].partition(":")
        found |= {form.strip().casefold(): known_as.strip() for form in [known_as, *forms.split(",")] if form.strip()}
    return found
