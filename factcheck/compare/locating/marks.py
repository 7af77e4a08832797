"""What stands in a text between the words somebody said and is not theirs: footnote marks, entities, ellipses."""

from __future__ import annotations

from html import unescape

import regex

FOOTNOTE = regex.compile(
    r"""
      \[ \s? (?: \d{1,3} | \p{Ll} | [*†‡§] | (?:note|n|fn)\.?\s?\d{1,3} | (?:citation|source)\ needed ) \s? \]
    | (?<=[\p{L}.,;:!?"”’)]) [¹²³⁰-⁹]{1,3} (?!\w)
    """,
    regex.VERBOSE,
)
ENTITY = regex.compile(r"&(?:#\d{2,6}|#[xX][\da-fA-F]{2,5}|[a-zA-Z]{2,8});")
MARKED = regex.compile(r"[\[&¹²³⁰-⁹]")
ELLIPSIS = regex.compile(r"…|\.\s?\.\s?\.")
SOFT_HYPHEN = "\u00ad"  # belongs to the word that it stands in, and is no sign of it


def without_marks(text: str) -> str:
    """The text with footnote marks blanked and entities read, every other character in its place."""
    if not MARKED.search(text):
        return text
    return ENTITY.sub(_read, FOOTNOTE.sub(lambda mark: " " * len(mark.group()), text))


def has_ellipsis(text: str, start: int, end: int) -> bool:
    return ELLIPSIS.search(text, start, end) is not None


def _read(entity: regex.Match[str]) -> str:
    sign = unescape(entity.group())
    if len(sign) != 1:
        return str(entity.group())
    filling = SOFT_HYPHEN if sign.isalpha() or sign in "'’" else " "
    return filling * (len(entity.group()) - 1) + sign
