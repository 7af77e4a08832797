"""WordNet's own files, read: synsets with their words and pointers, and how frequent each sense is.

The format is that of wndb(5WN) and senseidx(5WN). Debian's `wordnet-base` leaves `index.sense` out; the number of a
sense is its place in `index.<part of speech>`, and its tag count is in `cntlist.rev`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from scripts.learned.data import DataMissing

HOME = Path("/usr/share/wordnet")
PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSE_TYPES = {"n": 1, "v": 2, "a": 3, "r": 4, "s": 5}

type Key = tuple[str, int]  # the part of speech and the offset of a synset


class Pointer(NamedTuple):
    """From a word of a synset, or from all (0), to a word of another, or to all (0)."""

    symbol: str
    target: Key
    source_word: int
    target_word: int


class Sense(NamedTuple):
    """A word in one of its meanings: the how many-th of its meanings, and how often that was tagged in SemCor."""

    word: str
    number: int
    tagged: int


@dataclass(frozen=True)
class Synset:
    """A meaning: the words that have it, the lexicographer's file it stands in, and what it points to and says."""

    key: Key
    file: int
    senses: tuple[Sense, ...]
    pointers: tuple[Pointer, ...]
    gloss: str

    def to(self, *symbols: str) -> list[Key]:
        """The synsets that the whole of this one points to."""
        return [pointer.target for pointer in self.pointers if pointer.symbol in symbols]


def synsets() -> dict[Key, Synset]:
    """Every synset of WordNet by its key, in the order of the files."""
    if not (HOME / "data.noun").exists():
        raise DataMissing("WordNet is not on this machine: install the Debian package wordnet-base.")
    tagged = dict(_tag_counts())
    found = {}
    for part, name in PARTS.items():
        numbers = dict(_sense_numbers(part))
        for line in _lines(f"data.{name}"):
            synset = _synset(line, part, numbers, tagged)
            found[synset.key] = synset
    return found


def licence() -> str:
    """The licence that heads each of WordNet's files, without the numbers of its lines."""
    with (HOME / "data.noun").open(encoding="ascii") as lines:
        heading = takewhile(lambda line: line.startswith("  "), lines)
        return "".join(f"{line.strip().partition(' ')[2].rstrip()}\n" for line in heading)


def _lines(name: str) -> Iterator[str]:
    with (HOME / name).open(encoding="ascii") as lines:
        yield from (line for line in lines if not line.startswith("  "))


def _tag_counts() -> Iterator[tuple[str, int]]:
    for line in _lines("cntlist.rev"):
        sense, _, count = line.split()
        yield ":".join(sense.split(":")[:3]), int(count)


def _sense_numbers(part: str) -> Iterator[tuple[tuple[str, int], int]]:
    for line in _lines(f"index.{PARTS[part]}"):
        lemma, _, count, *rest = line.split()
        for number, offset in enumerate(rest[-int(count) :], 1):
            yield (lemma, int(offset)), number


def _synset(line: str, part: str, numbers: dict[tuple[str, int], int], tagged: dict[str, int]) -> Synset:
    columns, _, gloss = line.partition("|")
    fields = columns.split()
    offset, file, kind, size = int(fields[0]), int(fields[1]), fields[2], int(fields[3], 16)
    words = zip(fields[4 : 4 + 2 * size : 2], fields[5 : 5 + 2 * size : 2], strict=True)
    rest = fields[5 + 2 * size :]
    pointers = tuple(_pointer(rest[at : at + 4]) for at in range(0, 4 * int(fields[4 + 2 * size]), 4))
    senses = tuple(
        Sense(
            word := text.partition("(")[0],
            numbers[word.lower(), offset],
            tagged.get(f"{word.lower()}%{SENSE_TYPES[kind]}:{file:02}:{int(number, 16):02}", 0),
        )
        for text, number in words
    )
    return Synset((part, offset), file, senses, pointers, gloss.strip())


def _pointer(fields: list[str]) -> Pointer:
    symbol, offset, part, words = fields
    return Pointer(
        symbol, ("a" if part == "s" else part, int(offset)), *(int(word, 16) for word in (words[:2], words[2:]))
    )
