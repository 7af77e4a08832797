"""Lines of a page that are none of its text: buttons, links to other texts, what a page asks of its readers.

A line is told by its form alone: it has no other words than buttons have, begins as a page speaks to its readers, or
has a label before a link. What corrects a text is no furniture.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from factcheck.compare.findings import Span
from factcheck.compare.lexicon import lines_of, words_of

_WORDS = [
    (kind, words.split()) for line in lines_of("en/judging/page_words") for kind, _, words in [line.partition(":")]
]
OPENS = frozenset(word for kind, words in _WORDS if kind == "opens" for word in words)
OF_BUTTONS = OPENS.union(*(words for _, words in _WORDS))
OPENINGS = tuple(sorted(words_of("en/judging/page_openings")))
LABEL = regex.compile(
    rf"(?:{'|'.join(sorted(map(regex.escape, words_of('en/judging/page_labels')), key=len, reverse=True))})\s?[:|–—»>]",
    regex.IGNORECASE,
)
ADDRESS = regex.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+|@\w{2,30}", regex.IGNORECASE)
WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]*)?")
COUNT = regex.compile(r"\d[\d.,]*[kKmM]?\b")
SENTENCE_END = regex.compile(r"[.!?][\"”’)]*$")
TO_READERS = regex.compile(
    r"^©|\b(?:you|yours?|our|us|we|rights reserved|cookies|browser|javascript)\b"
    r"|\bthis (?:site|page|article|story|video|post)\b"
)
LONGEST_BUTTON = 12  # words
OVER_LINKS = frozenset(
    ["related", "recommended", "popular", "trending", "viewed", "read", "stories", "articles", "next"]
)
LONGEST_LINK, MOST_LINKS = 120, 10
LONGEST = 320


def is_in_furniture(text: str, span: Span) -> bool:
    """Whether a sentence stands in a line of the page that is none of its text."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - LONGEST)
    end = text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    if is_furniture(line) or (span.end - span.start < len(line) and is_furniture(span.of(text))):
        return True
    return _is_below_links(text, start, line)


def _is_below_links(text: str, start: int, line: str) -> bool:
    """Whether a line stands in a row of links below a heading over them: "Most read"."""
    if _is_sentence(line.strip()) or len(line) > LONGEST_LINK:
        return False
    for above in reversed(text[:start].splitlines()[-MOST_LINKS:]):
        if _is_of_buttons(above) and not OVER_LINKS.isdisjoint(WORD.findall(above.lower())):
            return True
        if not above.strip() or _is_sentence(above.strip()) or len(above) > LONGEST_LINK:
            return False
    return False


@lru_cache(maxsize=4_096)
def is_furniture(line: str) -> bool:
    """Whether a line is none of the text that a page shows."""
    bare = line.strip().strip("-–—•·*|>»[]() ")
    if not bare or len(bare) > LONGEST:
        return False
    lower = bare.casefold().replace("’", "'")
    if ADDRESS.fullmatch(bare) or (lower.startswith(OPENINGS) and (TO_READERS.search(lower) or not _is_sentence(bare))):
        return True
    return _is_link(bare) or _is_of_buttons(bare)


def _is_sentence(line: str) -> bool:
    return SENTENCE_END.search(line) is not None


def _is_link(line: str) -> bool:
    """Whether a label stands before a link: a headline, or several words, with no stop behind them."""
    return LABEL.match(line) is not None and not _is_sentence(line)


def _is_of_buttons(line: str) -> bool:
    if len(line) > LONGEST_LINK or _is_sentence(line):
        return False
    words = [word.lower().replace("’", "'") for word in WORD.findall(COUNT.sub(" ", line))]
    if not words or len(words) > LONGEST_BUTTON:
        return False
    return words[0] in OPENS and all(word in OF_BUTTONS for word in words)
