"""Lines that were broken to fit a width, as paragraphs: what mails, wires and printed pages do to a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

FULL = 0.85  # share of the width; where the next word would have fitted into it, the line was ended on purpose
FEW_ARE_WIDER = 10  # one in so many lines may be wider than the width, such as an address
UNBROKEN = 200  # characters: a line that is longer was not broken to fit a width
LIST_MARK = re.compile(r"(?:[-–—•*·>]|\(?\d{1,3}[.)])\s")
BROKEN_WORD = re.compile(r"[^\W\d_]-$")


def paragraphs_of(lines: Sequence[str]) -> Iterator[str]:
    """The paragraphs of a text by its lines: a blank or indented line begins one, a line ended on purpose ends one.

    Lines are joined with a space; after a hyphen at a line's end without one, the hyphen kept.
    """
    width = _width(lines)
    held = ""
    for line, following in pairwise([*lines, ""]):
        held = _joined(held, line.strip())
        if held and not _goes_on(line.strip(), following, width):
            yield held
            held = ""


def _width(lines: Sequence[str]) -> int:
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    return lengths[-1 - len(lengths) // FEW_ARE_WIDER] if lengths else 0


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether the next line is of the same paragraph."""
    words = following.split(maxsplit=1)
    if not line or not words or following.startswith(("  ", "\t", "\u3000")) or LIST_MARK.match(following):
        return False
    return len(line) <= UNBROKEN and len(line) + 1 + len(words[0]) > FULL * width


def _joined(held: str, words: str) -> str:
    if held.endswith("\u00ad"):
        return held[:-1] + words
    if BROKEN_WORD.search(held) and words[:1].islower():
        return held + words
    return f"{held} {words}".strip()
