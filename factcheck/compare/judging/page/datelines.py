"""Datelines and labels at the head of a paragraph: "LISBON (AP) —", "(Reuters) -", "Tokyo:", "Photo:"."""

from __future__ import annotations

from functools import lru_cache

import regex

from factcheck.compare.findings import Span
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.lexicon import words_of
from factcheck.compare.words.plain_words import TOKEN, phrase

TAGS = frozenset(phrase(name) for name in words_of("en/judging/tags"))
PLACE = r"\p{Lu}[\p{L}.'’-]*+(?:,?\s+(?:\p{Lu}[\p{L}.'’-]*+|\d{1,2}\b)){0,6}+"
AGENCY = r"(?:\([^()]{1,40}\)|/\s?[^/\n]{1,30}/)"
BY = rf"(?:By|BY)\s+{PLACE}(?:(?:,|,?\s(?:and|AND|&))\s{PLACE}){{0,3}}+"
DATELINE = regex.compile(
    rf"(?:{BY}[,\s/|]*)?(?:{PLACE},?\s*{AGENCY}?|{AGENCY})\s*(?:—|–|--?|\|)(?=\s|\p{{Lu}}|$)|{PLACE}\s*:(?=\s|$)|{BY}\s*[|:—–-](?=\s)"
)
ROLE = r"(?:[\p{L}-]+\s){0,3}(?:correspondent|reporter|editor|writer|columnist|producer)s?"
BYLINE = regex.compile(rf"{BY}(?:[,\s/|—–-]+(?:in\s|for\s)?{PLACE})*+(?:,?\s{ROLE})?(?:\s?\([^()]{{1,40}}\))?\W*+")
CLOCK = regex.compile(
    r"""
      (?:(?:(?:last|first|originally)\s)?(?:posted|published|updated|modified|edited)\b[:\s]*)?+
      (?:an?|one|two|three|a\sfew|\d{1,3})\s?(?:sec|second|min|minute|hr|hour|day|week|month|year)s?\.?\sago
    | (?:(?:last|first|originally)\s)?(?:posted|published|updated|modified)(?:\s(?:on|at)|:)?\s
      (?:(?:\d[\d.:/-]*(?:st|nd|rd|th)?|[ap]\.?m\.?|at|on|of|(?-i:\p{Lu}\p{L}{2,8})\.?|(?-i:\p{Lu}{2,4})),?\s?){1,8}+
    | \d{1,2}(?:\s|-)min(?:ute)?s?\sread
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# Tells that a line is no sentence of the text: when it was put up, whose picture it is, who worked on it
MARKER = regex.compile(
    rf"""
      {CLOCK.pattern}
    | ^\W*by\s
    | \bcontributed\sto\sthis\s
    | ^\W*(?:additional\s)?(?:reporting|writing|editing|compiled|translation)\sby\s
    | ^\W*with\s[^.]++$
    | (?:^\W*|[(/:]\s?(?:[\p{{L}} ]+\s)?)photos?\s?[/:]
    | \bvia\sap\b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
ENUMERATOR = regex.compile(r"\W*(?:\d{1,3}|\p{L}|[ivxIVX]{1,5})[.)]\W*")
CONTROLS = frozenset(phrase(entry) for entry in words_of("en/judging/page_controls"))
SENTENCE_END = regex.compile(r"[.!?…][\"”’')\]]*$|[)\]]$")
DATE = regex.compile(r"\b\p{Lu}\p{L}++\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s\p{Lu}\p{L}++\.?\s\d{4}")
TIME = regex.compile(
    r"(?:\d{1,2}[:.]\d\d(?:\s?(?i:[ap]\.?m\b\.?))?+|\d{1,2}\s?(?i:[ap]\.?m\b\.?))(?:\s\p{Lu}{2,4}\b)?+"
)
BETWEEN_NAMES = words_of("en/judging/page_lines")
DAYS = words_of("en/words/days")
SPEAKING = frozenset(["person", "occupation", "organisation", "document"])
WORD = regex.compile(r"\p{L}[\p{L}.'’-]*+")
IN_CAPITALS = regex.compile(r"\p{Lu}{3,}+.*[—–-]")
SHORT_NAME = regex.compile(r"[,\s]*\(\p{Lu}[\p{Lu}\d.&-]{1,7}+\)[,:]?")
SITE = regex.compile(r"\([\p{L}\p{N}.-]+\.(?:com|org|net|info|co\.uk)\)")
MARKED = regex.compile(r"[()\[\]:|/#—–-]")
MARKS = regex.compile(r"[\s()\[\]:,.|/#–—-]+")
LONGEST = 120
LONGEST_TAG = 60
LONGEST_CONTROL = 24
LONGEST_END = 8  # of a sentence: its marks and the space behind them
OPENING = 400


def is_tag(text: str) -> bool:
    """Whether a phrase is no more than marks, an agency or a label set off by marks, or a short name in brackets."""
    if len(text) > LONGEST_TAG:
        return False
    if not TOKEN.search(text) or SHORT_NAME.fullmatch(text) or ENUMERATOR.fullmatch(text):
        return True
    return MARKED.search(text) is not None and is_label(text)


@lru_cache(maxsize=16_384)
def is_label(text: str) -> bool:
    """Whether a text names an agency or says what stands behind it, and nothing else."""
    if len(text) > LONGEST_TAG:
        return False
    return phrase(MARKS.sub(" ", text)) in TAGS or SITE.fullmatch(text.strip()) is not None


@lru_cache(maxsize=4_096)
def is_page_line(text: str) -> bool:
    """Whether a line tells only who wrote the text, took a picture or worked on it, or when it was put on the page."""
    line = text.strip(" \t\n.()[]|")
    if len(line) > LONGEST:
        return False
    if CLOCK.fullmatch(line) or BYLINE.fullmatch(line):
        return True
    return MARKER.search(text) is not None and all(map(_stands_by_names, WORD.findall(line)))


def is_control(text: str, span: Span, row: Span) -> bool:
    """Whether a span is what a page has to be pressed at the end of a row, behind its last sentence: "less"."""
    if span.end < row.end or span.end - span.start > LONGEST_CONTROL:
        return False
    before = text[max(0, span.start - LONGEST_END) : span.start].rstrip()
    return SENTENCE_END.search(before) is not None and phrase(MARKS.sub(" ", span.of(text))) in CONTROLS


@lru_cache(maxsize=4_096)
def stamped(text: str) -> tuple[str, ...]:
    """The date that a line gives, if it gives no more than when it was put on the page and by whom."""
    found = DATE.search(text) if len(text) <= LONGEST_TAG else None
    if not found:
        return ()
    rest = TIME.sub(" ", f"{text[: found.start()]} {text[found.end() :]}")
    others = [word for word in WORD.findall(rest) if word.lower() not in DAYS | BETWEEN_NAMES]
    return phrase(found.group()) if not others or is_label(" ".join(others)) else ()


def _stands_by_names(word: str) -> bool:
    return word[0].isupper() or word.replace(".", "") in BETWEEN_NAMES


def _says_who_speaks(text: str, span: Span, label: str) -> bool:
    if not label.endswith(":") or is_label(label) or BYLINE.fullmatch(label.rstrip(":")):
        return False
    last = WORD.findall(label)[-1].lower()
    line = text[span.start :].partition("\n")[0].rstrip()
    return class_of(last) in SPEAKING or not SENTENCE_END.search(line)


def dateline_end(text: str, span: Span) -> int:
    """Where the dateline or label that begins a span ends; the span's start if there is none.

    It stands only at the head of a paragraph. In the opening of a text any place will do; further on, where "Name:"
    says who speaks, only one in capitals or an agency. "Minister: …" and "Report: …" say so everywhere, and so does any
    name before what is no sentence: a headline.
    """
    before = text[max(0, span.start - 200) : span.start].rpartition("\n")[2]
    found = None if before.strip() else DATELINE.match(text, span.start, min(span.end, span.start + LONGEST))
    if found and _says_who_speaks(text, span, found.group()):
        return span.start
    if found and (span.start < OPENING or IN_CAPITALS.match(found.group()) or is_label(found.group())):
        return found.end()
    return span.start
