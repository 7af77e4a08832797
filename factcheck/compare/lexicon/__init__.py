"""Word lists that an editor of the project can read and extend: one entry a line, `#` begins a comment.

A list stands in the folder of its language, and of English in a folder for what reads it; `learned` holds what scripts
write. Lists are named by that path: `words_of("en/judging/hedges")`, `words_of("es/negations")`.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """The entries of `lexicon/<name>.txt` in order."""
    lines = files(__package__).joinpath(f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(entry for line in lines if (entry := line.partition("#")[0].strip()))


@cache
def words_of(name: str) -> frozenset[str]:
    """The entries of `lexicon/<name>.txt` as a set, in lower case."""
    return frozenset(entry.lower() for entry in lines_of(name))


@cache
def pairs_of(name: str) -> dict[str, str]:
    """The entries of `lexicon/<name>.txt` that are two words each, the second by the first."""
    pairs = (line.partition(" ") for line in lines_of(name))
    return {first: second.strip() for first, _, second in pairs}


def has_list(name: str) -> bool:
    """Whether there is a `lexicon/<name>.txt`."""
    return files(__package__).joinpath(f"{name}.txt").is_file()
