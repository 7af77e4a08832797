"""Blocks: lines that an outlet puts above or below its articles. Pure functions, without Django.

A line is known by the hash of its words, whatever their case and the white space between them. Numbers count: what a
story tells may differ from another by a number alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple

from factcheck.articles.reading.findings import ArticleReading, Line, What, joined, lines_of
from factcheck.articles.reading.furniture import left_out
from factcheck.articles.reading.prose import TO_READERS
from factcheck.compare import Span
from factcheck.compare.language.signals import denies
from factcheck.languages.sentences import noted

FIRST, LAST = 3, 6  # lines of an article that are looked at: what a page puts around it stands there
LONGEST = 500
NONE: frozenset[int] = frozenset()
QUOTED = re.compile("[\"“”„«»‘]|(?<!\\w)'")
SENTENCE_END = re.compile(r"[.!?…。！？]['\"”’»)\]]*$")


class Trimmed(NamedTuple):
    """What is left of a reading text without some blocks, and the hashes of the lines at its edges.

    `left_out` are those of the blocks that stood in it, each with its line in the received text.
    """

    blocks: frozenset[int]
    text: str
    left_out: tuple[tuple[int, Line], ...]
    edges: tuple[int, ...]


@lru_cache(maxsize=4096)
def hash_of(line: str) -> int:
    """Equal for lines of the same words; it fits a BIGINT, and is the same on every machine and in every run."""
    folded = " ".join(line.casefold().split())
    return int.from_bytes(blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)


def edges_of(text: str) -> tuple[int, ...]:
    """The hashes of a text's first and last lines, each once; paragraphs too long for furniture are passed over."""
    lines = [line for line in text.split("\n") if line and not line.isspace()]
    at_edges = chain(lines[:FIRST], lines[-LAST:])
    return tuple(dict.fromkeys(hash_of(line) for line in at_edges if len(line) <= LONGEST))


def trim(received: str, reading: ArticleReading, blocks: frozenset[int]) -> Trimmed:
    """Leave the blocks out that stand above or below an article, unless nothing would be left.

    As many other lines as are looked at are passed over on the way, so that blocks among them are found too.
    """
    edges = edges_of(reading.text)
    if blocks.isdisjoint(edges):
        return Trimmed(blocks, reading.text, (), edges)
    lines = _lines_read(received, reading)
    found = {*_blocks(lines, FIRST, blocks), *_blocks(reversed(lines), LAST, blocks)}
    findings = [left_out(received, What.FURNITURE, line, line, "") for _, line in found]
    text = joined(received, (*reading.findings, *findings))
    if not text:
        return Trimmed(blocks, reading.text, (), edges)
    return Trimmed(blocks, text, tuple(sorted(found, key=lambda one: one[1].start)), edges_of(text))


def line_of(text: str, known_as: int) -> str:
    """The line of a text that has this hash; empty if none has."""
    return next((line.text for line in lines_of(text) if hash_of(line.text) == known_as), "")


def doubt_about(line: str, *, names: Iterable[str]) -> str:
    """Why a person should decide whether a line in many articles is furniture; empty if it is plain.

    Reports on one matter may end with the same sentence each time, a denial among them, and that is no furniture.
    `names` are those of the outlet.
    """
    if QUOTED.search(line) or denies(line, Span(0, len(line))):
        return noted("it quotes or denies something")
    named = (re.search(rf"\b{re.escape(name)}\b", line, re.IGNORECASE) for name in names if name)
    if SENTENCE_END.search(line) and not TO_READERS.search(line) and not any(named):
        return noted("it is a sentence that neither speaks to readers nor names the outlet")
    return ""


def _lines_read(received: str, reading: ArticleReading) -> list[Line]:
    spans = [(finding.start, finding.end) for finding in reading.findings if finding.leaves_out]
    return [line for line in lines_of(received) if not any(start <= line.start < end for start, end in spans)]


def _blocks(lines: Iterable[Line], others: int, blocks: frozenset[int]) -> Iterator[tuple[int, Line]]:
    """The blocks among lines, up to where so many other lines have gone by."""
    for line in lines:
        if (known_as := hash_of(line.text)) in blocks:
            yield known_as, line
        elif others == 1:
            return
        else:
            others -= 1
