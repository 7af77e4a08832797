"""What stands in a text between the words somebody said and is not theirs: notes, tags, entities, ellipses."""

from __future__ import annotations

from functools import lru_cache

import regex

from factcheck.compare.lexicon import lines_of
from factcheck.compare.words.damaged_text import ENTITY, LOST, MISREAD, read_again

FOOTNOTE = regex.compile(
    r"""
      \[ \s? (?: \d{1,3} | \p{Ll} | [*†‡§] | (?:note|n|fn)\.?\s?\d{1,3} | (?:citation|source)\ needed ) \s? \]
    | (?<=[\p{L}.,;:!?"”’)]) [¹²³⁰-⁹]{1,3} (?!\w)
    """,
    regex.VERBOSE,
)
_NOTES = {entry.strip() for line in lines_of("notes_in_quotations") for entry in line.split(",")}
NOTE = regex.compile(
    r"[\[(（［] \s? (?:"
    + "|".join(regex.escape(note).replace("'", "['’]") for note in sorted(_NOTES, key=len, reverse=True))
    + r") [.!]? \s? [\])）］]",
    regex.VERBOSE | regex.IGNORECASE,
)
# HTML Living Standard, 4.5: the elements of text within a line, and what older pages have for them.
TAG = regex.compile(
    r"""
      <sup\b [^<>]{0,200} > \s? (?:<a\b[^<>]{0,200}>)?+ \[?\d{1,3}\]? (?:</a>)?+ \s? </sup>
    | </? (?:a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time
          |tt|u|var|wbr) \b [^<>]{0,200} >
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
DAMAGE = regex.compile(f"{ENTITY}|{MISREAD}")
MARKED = regex.compile(rf"[\[(<&（［¹²³⁰-⁹{LOST}]|{MISREAD}")
LOST_SIGN = regex.compile(rf"(?<=\p{{L}}){LOST}++(?=\p{{L}})")
ELLIPSIS = regex.compile(r"…|\.\s?\.\s?\.")
SOFT_HYPHEN = "\u00ad"  # belongs to the word that it stands in, and is no sign of it


@lru_cache(maxsize=8)
def without_marks(text: str) -> str:
    """The text with notes and tags blanked, entities and misread signs read, every other character in its place."""
    if not MARKED.search(text):
        return text
    for marks in (TAG, FOOTNOTE, NOTE):
        text = marks.sub(lambda mark: " " * len(mark.group()), text)
    text = LOST_SIGN.sub(lambda lost: SOFT_HYPHEN * len(lost.group()), text)
    return DAMAGE.sub(_mended, text)


def has_ellipsis(text: str, start: int, end: int) -> bool:
    return ELLIPSIS.search(text, start, end) is not None


def _mended(written: regex.Match[str]) -> str:
    """The sign that an entity or misread UTF-8 stands for, filled up to as many characters."""
    sign = read_again(written.group())
    if len(sign) != 1:
        return str(written.group())
    filling = SOFT_HYPHEN if sign.isalpha() or sign in "'’" else " "
    return filling * (len(written.group()) - 1) + sign
