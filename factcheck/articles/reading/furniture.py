"""Page furniture around an article: links, sign-ups, appeals, contact lines, copyright lines and what follows them.

Wordings are data, in `lexicon/`. A rule that takes away many lines at once asks for more than one sign.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.articles.reading.findings import Line, TextFinding, What
from factcheck.articles.reading.lexicon import wordings
from factcheck.articles.reading.prose import TO_READERS, is_paragraph
from factcheck.languages.sentences import noted

END_HEADINGS = frozenset(wordings("end_headings") + wordings("learned/wordpress_comment_forms"))
END_OPENINGS = wordings("end_openings") + wordings("learned/wordpress_comment_forms")
BLOCK_HEADINGS = frozenset(wordings("block_headings"))
BLOCK_OPENINGS = wordings("block_openings")
_LINK_OPENINGS = "|".join(sorted(map(re.escape, wordings("link_openings")), key=len, reverse=True))
LINKS = re.compile(rf"(?:{_LINK_OPENINGS})\s*[:|–—»>]")
PLAIN_LINKS = wordings("plain_links")
LINK_STARTS = frozenset(opening[:3] for opening in wordings("link_openings"))
PROMOTIONS = wordings("promotions")
BUTTONS = frozenset(wordings("buttons"))
CONTACTS = wordings("contacts")
PLAIN_APPEALS = wordings("appeals")
EVERY_APPEAL = PLAIN_APPEALS + wordings("everyday_appeals")

COPYRIGHT = re.compile(
    r"(?:copyright\s*)?(?:©|\(c\)|copyright)\s*(?:\d{4}\s*[-–]\s*)?(?P<year>\d{4}),?\s*(?:by\s+)?(?P<holder>.*)",
    re.IGNORECASE,
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
ASKS_SUPPORT = noted("the page asks its readers for support")
CAPTION_SIGNS = ("photo", "image", "pic", "/", " via ")
COPYRIGHT_STARTS = "©(cC"
HEADED_LONGEST = 60
LONGEST = 300
APPEAL_LONGEST = 12  # lines from a salutation to the first words that ask
LEAST_BEFORE_END = 0.3
LEAST_BEFORE_APPEAL = 0.5
LONG_LINE = 60
LEAST_REPEATED = 0.25


class PagePart(NamedTuple):
    """A run of lines, from `at` up to `stop`, that the page puts into or behind its article.

    It `is_certain` where two signs say that the article is over: what stands there is other articles' and readers'.
    """

    at: int
    stop: int
    because: str
    is_certain: bool = False


def single_line(line: str) -> tuple[What, str] | None:
    """What a line is that stands between paragraphs and is none of the article's, and why; None for text."""
    if len(line) > LONGEST:
        return (What.CREDIT, noted("an agency's contact line")) if _is_contact(line.casefold()) else None
    lower = line.casefold()
    for holds, kind in SINGLE_LINES:
        if holds(line, lower):
            return kind
    return None


def copyright_holder(line: str) -> str | None:
    """Whom a copyright line with a year names; empty if nobody, None if the line is none."""
    found = COPYRIGHT.fullmatch(line) if len(line) <= LONGEST and line[:1] in COPYRIGHT_STARTS else None
    if not found:
        return None
    holder = re.split(r"\.\s|\ball rights\b", found["holder"], maxsplit=1, flags=re.IGNORECASE)[0]
    return re.sub(r",?\s*\b(?:L\.?P|Inc|Ltd|LLC|Limited|Corp|plc|GmbH)\b\.?\s*$", "", holder).strip(" .,")


def copyright_year(line: str) -> str:
    """The year of a copyright line, the last of two; empty if it is none."""
    found = COPYRIGHT.fullmatch(line) if len(line) <= LONGEST and line[:1] in COPYRIGHT_STARTS else None
    return found["year"] if found else ""


def page_parts(lines: Sequence[Line], *, first: int) -> Iterator[PagePart]:
    """What is the page's from line `first` on, in order: blocks of links, an appeal, and what follows the end."""
    total = sum(len(line.text) for line in lines[first:])
    passed, index = 0, first
    blocks: list[PagePart] = []
    while index < len(lines):
        line = lines[index].text
        if passed and (because := _heads_block(line)):
            blocks.append(PagePart(index, _end_of_links(lines, index + 1), because))
            index = blocks[-1].stop
        elif passed > LEAST_BEFORE_END * total and (because := _ends_article(line)):
            blocks.append(PagePart(index, len(lines), because, _ends_twice(lines[index:])))
            index = len(lines)
        else:
            passed += len(line)
            index += 1
    yield from blocks or _appeal(lines, first, total)


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
    found = LINKS.match(lower) if lower[:3] in LINK_STARTS else None
    return found is not None and (line[-1] not in '.”"' or found[0].startswith(PLAIN_LINKS))


def _is_caption(line: str, lower: str) -> bool:
    return any(sign in lower for sign in CAPTION_SIGNS) and bool(CAPTION.fullmatch(line))


SINGLE_LINES: tuple[tuple[Callable[[str, str], bool], tuple[What, str]], ...] = (
    (_is_link, (What.LINK, noted("a link to another article"))),
    (lambda line, lower: lower in BUTTONS, (What.FURNITURE, noted("a button or label of the page"))),
    (
        lambda line, lower: lower.startswith(PROMOTIONS),
        (What.FURNITURE, noted("the page asks its readers for something")),
    ),
    (lambda line, lower: _is_contact(lower), (What.CREDIT, noted("an agency's credit or contact line"))),
    (_is_caption, (What.CAPTION, noted("it ends with, or is, a picture's credit"))),
    (lambda line, lower: copyright_holder(line) is not None, (What.FURNITURE, noted("a copyright line"))),
)


def left_out(received: str, what: What, first: Line, last: Line, because: str) -> TextFinding:
    value = summed_up(received, first.start, last.stop)
    return TextFinding(what, value, first.start, last.stop, because, leaves_out=True)


def _is_contact(lower: str) -> bool:
    return lower.lstrip("-–—_* ").startswith(CONTACTS)


def _ends_twice(lines: Sequence[Line]) -> bool:
    """Whether a copyright line is followed by one that ends articles too; alone it may be a picture's."""
    is_copyright = copyright_holder(lines[0].text) is not None
    return is_copyright and any(_ends_article(line.text) or _heads_block(line.text) for line in lines[1:])


def _heads_block(line: str) -> str:
    if len(line) > HEADED_LONGEST:
        return ""
    lower = line.casefold().rstrip(" :…»>")
    is_heading = lower in BLOCK_HEADINGS or (lower.startswith(BLOCK_OPENINGS) and not is_paragraph(line))
    return noted("the heading “%(line)s” and the links below it", line=line) if is_heading else ""


def _end_of_links(lines: Sequence[Line], index: int) -> int:
    """Where prose begins again behind a heading over links, or the article ends."""
    while index < len(lines) and not is_paragraph(lines[index].text) and not _ends_article(lines[index].text):
        index += 1
    return index


def _ends_article(line: str) -> str:
    if line[0] in COPYRIGHT_STARTS and copyright_holder(line) is not None:
        return noted("it follows the copyright line “%(line)s”", line=line[:80])
    if len(line) > HEADED_LONGEST * 2:
        return ""
    lower = line.casefold()
    is_heading = lower.rstrip(" :…»>") in END_HEADINGS or lower.startswith(END_OPENINGS)
    return noted("it follows the heading “%(line)s”", line=line) if is_heading else ""


def _appeal(lines: Sequence[Line], first: int, total: int) -> Iterator[PagePart]:
    """A request for money or an address at the end: two lines of the second half that ask, one of them plainly.

    What lies between its greeting and the first of them goes; behind it, what speaks to readers or is no prose.
    """
    whole = "\n".join(line.text for line in lines[first + 1 :]).casefold()
    if not any(words in whole for words in PLAIN_APPEALS):
        return
    asking, after = [], 0
    for index in range(len(lines) - 1, first, -1):
        text = lines[index].text
        if after > (1 - LEAST_BEFORE_APPEAL) * total:
            break
        after += len(text)
        if _asks(text, EVERY_APPEAL):
            asking.append(index)
    if len(asking) < 2 or not any(_asks(lines[index].text, PLAIN_APPEALS) for index in asking):
        return
    begin = min(asking)
    greeted = (i for i in range(begin, max(first, begin - APPEAL_LONGEST), -1) if SALUTATION.fullmatch(lines[i].text))
    if (greeting := next(greeted, None)) is not None:
        yield PagePart(greeting, begin, ASKS_SUPPORT, is_certain=True)
    for index in range(begin, len(lines)):
        text = lines[index].text
        if index in asking or TO_READERS.search(text) or not is_paragraph(text):
            yield PagePart(index, index + 1, ASKS_SUPPORT)


def _asks(line: str, wordings: Iterable[str]) -> bool:
    lower = line.casefold()
    return line[0] not in '“"' and any(words in lower for words in wordings)


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
