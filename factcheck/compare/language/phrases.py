"""Words as read, and finding phrases of several of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple


class Word(NamedTuple):
    """A word as it reads, and the place of what it was read from."""

    plain: str
    start: int
    end: int


class Phrases[Label]:
    """Phrases of one word or more, each with a label."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], Label]]) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], Label]]] = {}
        for phrase, label in sorted(entries, key=lambda entry: -len(entry[0])):
            self.by_first.setdefault(phrase[0], []).append((phrase, label))

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(word for phrases in self.by_first.values() for phrase, _ in phrases for word in phrase)

    @cached_property
    def has_stems(self) -> bool:
        return any(word.endswith("*") for word in self.words)

    def at(self, plain: Sequence[str], position: int) -> tuple[int, Label] | None:
        """The length and the label of the longest phrase that begins at `position`."""
        second = plain[position + 1] if position + 1 < len(plain) else None
        for phrase, label in self.by_first.get(plain[position], ()):
            if len(phrase) == 1:
                return 1, label
            if phrase[1] == second and tuple(plain[position : position + len(phrase)]) == phrase:
                return len(phrase), label
        return None

    def find(self, plain: Sequence[str]) -> Iterator[tuple[range, Label]]:
        """Where phrases stand, from left to right, none over another."""
        past = 0
        for position, word in enumerate(plain):
            if word in self.by_first and position >= past and (found := self.at(plain, position)):
                past = position + found[0]
                yield range(position, past), found[1]
