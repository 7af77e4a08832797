"""The words of a text in any language, with what is only its dress folded away: case, points, joiners, apostrophes.

Unlike in `folded_words`, accents stay, which tell words apart in most languages; nothing here is English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

import regex

from factcheck.compare.findings import Span
from factcheck.compare.words.folded_words import WORD

POINTS = regex.compile(
    r"[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640\p{Cf}]+"
)
APOSTROPHE = regex.compile(r"(?<=\p{L})['’ʼ](?=\p{L})|\u05be")  # and the hyphen of Hebrew
AS_WRITTEN = re.compile(rf"{WORD.pattern} | [％٪]", re.VERBOSE)
CORNER_MARK = regex.compile(r"[\u3008-\u3020\u3030\u303d\u30a0\u30fb]")
SAME_LETTERS = str.maketrans(  # two forms of one letter, as one paper or the other writes it
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ё": "е", "٪": "%"}
)


def accented_words(text: str) -> tuple[str, ...]:
    """The words in order: "L’État" gives "l", "état". A script without spaces gives one word for each sign."""
    plain = APOSTROPHE.sub(" ", POINTS.sub("", normalize("NFKC", text)).casefold().translate(SAME_LETTERS))
    return tuple(word for word in WORD.findall(plain) if not CORNER_MARK.match(word))


def accented_words_at(text: str, within: Span) -> Iterator[tuple[str, Span]]:
    """The words of a part of a text, each with where it stands."""
    for found in AS_WRITTEN.finditer(text, within.start, within.end):
        for word in accented_words(found.group()):
            yield word, Span(found.start(), found.end())
