"""The lines above an article: site name, headline, who wrote it, when. Pure functions on lines.

A line that is none of these, such as a second headline, stays in the reading text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.articles.reading.credit_line import Part, credits_of, names_a_person, names_staff
from factcheck.articles.reading.findings import Line, TextFinding, What
from factcheck.articles.reading.furniture import left_out, single_line
from factcheck.articles.reading.prose import LONGEST_LINE, is_paragraph, same_words
from factcheck.languages.sentences import noted

HEAD = 12  # lines among which the article is expected to begin
TITLE_JOINT = re.compile(r"(?<!\s)\s+[-–—|:»]\s+")


def first_of_body(lines: Sequence[Line]) -> int:
    """The index of the article's first paragraph; 0 if no line among the first looks like one."""
    for index, line in enumerate(lines[:HEAD]):
        if is_paragraph(line.text) and not credits_of(line.text) and not single_line(line.text):
            following = lines[index + 1].text if index + 1 < len(lines) else ""
            is_headline = index == 0 and len(line.text) <= LONGEST_LINE and _has_byline(credits_of(following))
            if not is_headline:
                return index
    return 0


def findings_in_head(received: str, head: Sequence[Line], last: Line | None, given: str) -> Iterator[TextFinding]:
    """What the lines above the article say; `last` is the text's last line, `given` a headline known already."""
    credited = [credits_of(line.text) for line in head]
    kinds = [_kind(line, parts) for line, parts in zip(head, credited, strict=True)]
    plain = [line for line, kind in zip(head, kinds, strict=True) if kind is None]
    page = [*head, *([last] if last else [])]
    headline = _headline_among(plain, before=_first_credit(head, credited), given=given, page=page)
    for index, line in enumerate(head):
        if kind := kinds[index]:
            yield left_out(received, kind[0], line, line, kind[1])
            yield from (_within(line, part) for part in credited[index] or ())
        elif headline is None:
            continue
        elif line is headline:
            yield left_out(
                received, What.HEADLINE, line, line, noted("a short line above the article, without a full stop")
            )
        elif line.start < headline.start:
            yield _above(received, line, headline, page)
        elif same_words(line.text, headline.text):
            yield left_out(received, What.DUPLICATE, line, line, noted("the headline stands here again"))
        elif names_staff(line.text) or (names_a_person(line.text) and _has_date(credited[index + 1 : index + 2])):
            yield left_out(received, What.BYLINE, line, line, noted("a line of names between headline and article"))


def site_in_title(line: str, headline: str) -> str | None:
    """The site's name in a page title “HEADLINE - SITE”; empty if the title has none, None if it is no title."""
    if same_words(line, headline):
        return ""
    for joint in TITLE_JOINT.finditer(line):
        if same_words(line[: joint.start()], headline):
            return line[joint.end() :].strip()
    return None


def _kind(line: Line, parts: list[Part] | None) -> tuple[What, str] | None:
    if parts is None:
        return single_line(line.text)
    return (
        (What.CREDIT, noted("a line of credits above the article"))
        if parts
        else (What.FURNITURE, noted("it holds no words"))
    )


def _headline_among(plain: Sequence[Line], *, before: int | None, given: str, page: Sequence[Line]) -> Line | None:
    """The headline: the given one, or the first line before the credits, unless it only names site or section."""
    if given:
        return next((line for line in plain if same_words(line.text, given)), None)
    likely = [line for line in plain if before is None or line.start < before] or list(plain)
    likely = [line for line in likely if any(c.isalpha() for c in line.text)]
    if len(likely) > 1 and _stands_above(likely[0], likely[1], page):
        return likely[1]
    return likely[0] if likely else None


def _stands_above(line: Line, headline: Line, page: Sequence[Line]) -> bool:
    """Whether a line names the site, a section or the whole page, and the headline is the line after it."""
    words, longer = line.text.count(" ") + 1, headline.text.count(" ") + 1
    if site_in_title(line.text, headline.text) is not None or words <= 2 < longer:
        return True
    return words <= 4 < longer and bool(_named_again(line, page))


def _named_again(line: Line, page: Sequence[Line]) -> list[str]:
    """How other lines of the page spell what this line says."""
    same = re.compile(rf"\b{re.escape(line.text)}\b", re.IGNORECASE)
    return [name for other in page if other.start != line.start for name in same.findall(other.text)]


def _above(received: str, line: Line, headline: Line, page: Sequence[Line]) -> TextFinding:
    """A line above the headline: the site's name if the page says it again, else a label."""
    site = site_in_title(line.text, headline.text)
    if site is not None:
        return left_out(received, What.FURNITURE, line, line, noted("the page's title"))
    spelled = _named_again(line, page)
    if not spelled:
        return left_out(received, What.FURNITURE, line, line, noted("a short line above the headline"))
    name = max([line.text, *spelled], key=lambda word: sum(c.isupper() for c in word) * (not word.isupper()))
    because = noted("the line above the headline, and the page names it again")
    return TextFinding(What.SITE_NAME, name, line.start, line.stop, because, leaves_out=True)


def _first_credit(head: Sequence[Line], credited: Sequence[list[Part] | None]) -> int | None:
    return next((line.start for line, parts in zip(head, credited, strict=True) if parts), None)


def _within(line: Line, part: Part) -> TextFinding:
    return TextFinding(part.what, part.value, line.start + part.start, line.start + part.end, part.because)


def _has_byline(parts: list[Part] | None) -> bool:
    return any(part.what == What.BYLINE for part in parts or ())


def _has_date(following: Sequence[list[Part] | None]) -> bool:
    return any(part.what == What.DATE for parts in following for part in parts or ())
