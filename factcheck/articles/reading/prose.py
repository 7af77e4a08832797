"""What makes a line of a page running text, and what no rule may leave out without a person."""

from __future__ import annotations

import re

from factcheck.articles.reading.lexicon import wordings
from factcheck.compare import Span
from factcheck.compare.language.signals import denies
from factcheck.languages.sentences import noted

LONGEST_LINE = 220  # characters; what is longer is running text
LONG_PROSE = 40  # words
SENTENCE_END = re.compile(r"[.…。！？]['\"”’»)\]]*$")
SENTENCES = re.compile(r"[.!?…]['\"”’»)\]]*\s+['\"“‘«(]*[^\W\d_a-z]")
QUOTATION = re.compile(r"[“„”\"«»]\s*(\w[^“„”\"«»\n]{8,400})[“”\"«»]")
RIGHTS = wordings("rights")
TO_READERS = re.compile(rf"\b(?:{'|'.join(map(re.escape, wordings('to_readers')))})\b", re.IGNORECASE)


def is_paragraph(line: str) -> bool:
    """Whether a line is running text: a sentence with its full stop, or a question that follows one."""
    if len(line) > LONGEST_LINE:
        return True
    if SENTENCE_END.search(line, max(0, len(line) - 5)):
        return line.count(" ") >= 2 or line.rstrip("'\"”’»)]")[-1:] in "。！？"
    return line.rstrip("'\"”’»)]")[-1:] in ("?", "!") and line.count(" ") >= 15 and bool(SENTENCES.search(line))


def same_words(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def why_kept(line: str) -> str:
    """Why a person should decide whether a line is the article's; empty for one that may be left out."""
    lower = line.casefold()
    if any(words in lower for words in RIGHTS):
        return ""
    if denies(line, Span(0, len(line))):
        return noted("it denies something")
    if any(quoted.count(" ") >= 2 for quoted in QUOTATION.findall(line)):
        return noted("it quotes somebody")
    words = line.count(" ") + 1
    return (
        noted("it is prose of %(words)s words", words=words)
        if words > LONG_PROSE and not TO_READERS.search(line)
        else ""
    )
