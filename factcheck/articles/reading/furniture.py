"""Page furniture around an article: links, sign-ups, appeals, contact lines, copyright lines and what follows them.

Wordings are data, in `lexicon/`. A rule that takes away many lines at once asks for more than one sign.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from factcheck.articles.reading.findings import Line, TextFinding, What
from factcheck.articles.reading.lexicon import wordings

END_HEADINGS = frozenset(wordings("end_headings") + wordings("comment_forms"))
END_OPENINGS = wordings("end_openings") + wordings("comment_forms")
_LINK_OPENINGS = "|".join(sorted(map(re.escape, wordings("link_openings")), key=len, reverse=True))
LINKS = re.compile(rf"(?:{_LINK_OPENINGS})\s*[:|–—»>]")
PROMOTIONS = wordings("promotions")
BUTTONS = frozenset(wordings("buttons"))
CONTACTS = wordings("contacts")
APPEALS = wordings("appeals")

COPYRIGHT = re.compile(
    r"(?:copyright\s*)?(?:©|\(c\)|copyright)\s*(?:\d{4}\s*[-–]\s*)?\d{4},?\s*(?:by\s+)?(?P<holder>.*)", re.IGNORECASE
)
_PICTURE = r"(?:photo|photograph|image|picture|pic)"
_PICTURE_AGENCY = r"(?:getty(?:\ images)?|afp|ap|reuters|epa|shutterstock|bloomberg)"
CAPTION = re.compile(
    rf"""(?:file\ )?{_PICTURE}(?:\ by|\ credit)?\s*[:/|]\s*\S.{{0,120}}
      | .*[(\[](?:(?:ap|reuters|afp|epa|file|handout|courtesy)\ )?{_PICTURE}s?\b[^()\[\]]{{0,100}}[)\]]\.?
      | .*[(\[][^()\[\]]{{0,60}}(?:/|\bvia\ ){_PICTURE_AGENCY}[^()\[\]]{{0,40}}[)\]]\.?""",
    re.VERBOSE | re.IGNORECASE,
)
DASHES_ONLY = re.compile(r"[-–—_*#=•·.\s]+|-\s*30\s*-|#+\s*ends?\s*#+|ends", re.IGNORECASE)
SALUTATION = re.compile(
    r"(?:dear\s+)?(?P<site>\w[\w.&' -]{0,40}?)?\s*(?:readers?|friends?|supporters?)\s*,", re.IGNORECASE
)
CAPTION_SIGNS = ("photo", "image", "pic", "/", " via ")
HEADED_LONGEST = 60
LONGEST = 300
APPEAL_LONGEST = 12  # lines from a salutation to the first words that ask
LEAST_BEFORE_END = 0.3
LEAST_BEFORE_APPEAL = 0.5
LONG_LINE = 60
LEAST_REPEATED = 0.25


class Tail(NamedTuple):
    """Where the page goes on after its article: the first line that no longer belongs to it."""

    at: int
    because: str


def single_line(line: str) -> tuple[What, str] | None:
    """What a line is that stands between paragraphs and is none of the article's, and why; None for text."""
    if len(line) > LONGEST:
        return (What.CREDIT, "an agency's contact line") if _is_contact(line.casefold()) else None
    lower = line.casefold()
    return next((kind for holds, kind in SINGLE_LINES if holds(line, lower)), None)


def copyright_holder(line: str) -> str | None:
    """Whom a copyright line with a year names; empty if nobody, None if the line is none."""
    found = COPYRIGHT.fullmatch(line) if len(line) <= LONGEST and line[:1] in "©(cC" else None
    if not found:
        return None
    holder = re.split(r"\.\s|\ball rights\b", found["holder"], maxsplit=1, flags=re.IGNORECASE)[0]
    return re.sub(r",?\s*\b(?:L\.?P|Inc|Ltd|LLC|Limited|Corp|plc|GmbH)\b\.?\s*$", "", holder).strip(" .,")


def tail_of(lines: Sequence[Line], *, first: int) -> Tail | None:
    """Where the article is over and only the page goes on, looking after line `first`."""
    total = sum(len(line.text) for line in lines[first:])
    passed = 0
    for index, line in enumerate(lines[first:], first):
        if passed > LEAST_BEFORE_END * total and (because := _ends_article(line.text)):
            return Tail(index, because)
        passed += len(line.text)
    return _appeal(lines, first, total)


def salutation_site(line: str) -> str:
    """The site's own name in “NAME Reader,”."""
    found = SALUTATION.fullmatch(line)
    site = (found["site"] or "") if found else ""
    return site if site.casefold() not in ("dear", "our", "valued") else ""


def repeated_runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Runs of lines (from, to) that stand in the text before already, in the same order, and make a good part of it."""
    total = sum(len(line.text) for line in lines)
    first_at: dict[str, int] = {}
    index = floor = 0
    while index < len(lines):
        before = first_at.setdefault(lines[index].text, index) if len(lines[index].text) >= LONG_LINE else index
        start, stop = _extended(lines, before, index, floor) if before < index else (index, index + 1)
        if before < index and _is_body(lines[start:stop], total):
            yield start, stop
            floor = stop
        index = max(stop, index + 1)


def is_rule(line: str) -> bool:
    """Whether a line only marks an end: dashes, stars, “ENDS”."""
    return len(line) <= HEADED_LONGEST and bool(DASHES_ONLY.fullmatch(line))


def summed_up(received: str, start: int, end: int) -> str:
    """The first words of a part, for a person to recognise it by."""
    words = " ".join(received[start : min(end, start + 400)].split())
    return words if len(words) <= 100 else f"{words[:99].rstrip()}…"


def _is_link(line: str, lower: str) -> bool:
    return bool(LINKS.match(lower)) and line[-1] not in '.”"'


def _is_caption(line: str, lower: str) -> bool:
    return any(sign in lower for sign in CAPTION_SIGNS) and bool(CAPTION.fullmatch(line))


SINGLE_LINES: tuple[tuple[Callable[[str, str], bool], tuple[What, str]], ...] = (
    (_is_link, (What.LINK, "a link to another article")),
    (lambda line, lower: lower in BUTTONS, (What.FURNITURE, "a button or label of the page")),
    (lambda line, lower: lower.startswith(PROMOTIONS), (What.FURNITURE, "the page asks its readers for something")),
    (lambda line, lower: _is_contact(lower), (What.CREDIT, "an agency's credit or contact line")),
    (_is_caption, (What.CAPTION, "it ends with, or is, a picture's credit")),
    (lambda line, lower: copyright_holder(line) is not None, (What.FURNITURE, "a copyright line")),
)


def left_out(received: str, what: What, first: Line, last: Line, because: str) -> TextFinding:
    value = summed_up(received, first.start, last.stop)
    return TextFinding(what, value, first.start, last.stop, because, leaves_out=True)


def _is_contact(lower: str) -> bool:
    return lower.lstrip("-–—_* ").startswith(CONTACTS)


def _ends_article(line: str) -> str:
    if len(line) > LONGEST:
        return ""
    lower = line.casefold().rstrip(" :…»>")
    if lower in END_HEADINGS or (len(line) <= HEADED_LONGEST * 2 and line.casefold().startswith(END_OPENINGS)):
        return f"it follows the heading “{line}”"
    if copyright_holder(line) is not None:
        return f"it follows the copyright line “{line[:80]}”"
    return ""


def _appeal(lines: Sequence[Line], first: int, total: int) -> Tail | None:
    """A request for money or an address at the end: two lines that ask, in the second half of the text."""
    asking, after = [], 0
    for index in range(len(lines) - 1, first, -1):
        text = lines[index].text
        if after > (1 - LEAST_BEFORE_APPEAL) * total:
            break
        after += len(text)
        if _asks_readers(text):
            asking.append(index)
    if len(asking) < 2:
        return None
    begin = min(asking)
    greeted = (i for i in range(begin, max(first, begin - APPEAL_LONGEST), -1) if SALUTATION.fullmatch(lines[i].text))
    return Tail(next(greeted, begin), "the page asks its readers for support")


def _asks_readers(line: str) -> bool:
    lower = line.casefold()
    return line[0] not in '“"' and any(words in lower for words in APPEALS)


def _extended(lines: Sequence[Line], before: int, index: int, floor: int) -> tuple[int, int]:
    """The run around line `index` that repeats the run around line `before`; the two do not overlap."""
    back = 0
    while (
        before - back > 0
        and index - back - 1 > max(before, floor - 1)
        and (lines[before - back - 1].text == lines[index - back - 1].text)
    ):
        back += 1
    start, length = index - back, 0
    while (
        start + length < len(lines)
        and before - back + length < start
        and (lines[before - back + length].text == lines[start + length].text)
    ):
        length += 1
    return start, start + length


def _is_body(run: Sequence[Line], total: int) -> bool:
    long_ones = sum(len(line.text) >= LONG_LINE for line in run)
    return long_ones >= 2 and sum(len(line.text) for line in run) >= LEAST_REPEATED * total
