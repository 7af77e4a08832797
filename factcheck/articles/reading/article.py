"""A received text, read: which part of it is the article, and what the rest says about it.

Pure functions on strings, without Django. Nothing is decided silently: whatever is left out of the reading text,
and whatever is taken from it, is a finding with its place and its because. All else stays word for word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from factcheck.articles.reading.corrections import is_correction
from factcheck.articles.reading.credit_line import IN_FIGURES, TWO_DAYS, agency_named, day_comes_first, day_in
from factcheck.articles.reading.doubtful import without_doubtful
from factcheck.articles.reading.findings import (
    CONTROL,
    ODD_SPACE,
    UNUSUAL,
    ArticleReading,
    Line,
    TextFinding,
    What,
    joined,
    lines_of,
)
from factcheck.articles.reading.furniture import (
    copyright_holder,
    copyright_year,
    is_rule,
    left_out,
    page_parts,
    repeated_runs,
    salutation_site,
    single_line,
)
from factcheck.articles.reading.head import findings_in_head, first_of_body, site_in_title
from factcheck.compare.language.detection import detected_language
from factcheck.languages.sentences import noted

DATELINE = re.compile(r"(?P<place>[^()\n]{0,60})\((?P<agency>[^()\n]{2,40})\)\s*(?:--|[-–—:_])(?=\s)")
REPORTERS = re.compile(
    r"to contact the (?:report|auth|writ)[eo]rs? (?:on|of) this story:\s*(?P<people>.*)", re.IGNORECASE
)
REPORTER = re.compile(r"\s*+(?P<name>[^;,]{3,60}?)\s++in\s++[^;]{2,40}?\s++at\b")
NOTE = noted("the paper corrects itself here, and the note stays in the text")
OTHER_DATES = noted("the text's other dates give day and month in this order")
LAST_LINES = 3  # among which a page's title may stand again


def read(received: str, *, headline: str = "") -> ArticleReading:
    """Find the article in a received text; `headline` is one that is known already.

    The reading text is the received text without what the findings leave out; if they would leave nothing,
    it is all of it.
    """
    lines = lines_of(received)
    findings = list(_duplicates(received, lines))
    lines = _outside(findings, lines)
    first = first_of_body(lines)
    head = list(findings_in_head(received, lines[:first], lines[-1] if lines else None, headline))
    known = headline or _first(head, What.HEADLINE)
    findings += without_doubtful(received, head, headline=known)
    findings += _findings_after(received, lines, first, known)
    findings += _corrections(lines)
    findings = [_by_other_dates(received, finding) for finding in findings]
    findings.sort(key=lambda finding: (finding.start, not finding.leaves_out))
    if UNUSUAL.search(received):
        findings = _with_controls(received, findings)
    text = joined(received, findings)
    return _reading(text, findings) if text else _reading(joined(received, ()), [])


def _with_controls(received: str, findings: Sequence[TextFinding]) -> list[TextFinding]:
    findings = [*findings, *_odd_spaces(received)]
    if not CONTROL.search(received):
        return findings
    return [*(replace(finding, value=CONTROL.sub("", finding.value)) for finding in findings), _controls(received)]


def _reading(text: str, findings: Sequence[TextFinding]) -> ArticleReading:
    day = _first(findings, What.DATE)
    return ArticleReading(
        headline=_first(findings, What.HEADLINE),
        byline=_first(findings, What.BYLINE),
        agency=_first(findings, What.AGENCY),
        outlet=_first(findings, What.SITE_NAME) or _first(findings, What.OUTLET),
        published_on=date.fromisoformat(day) if day else None,
        language=detected_language(text),
        text=text,
        findings=tuple(findings),
    )


def _findings_after(received: str, lines: Sequence[Line], first: int, headline: str) -> Iterator[TextFinding]:
    """What stands in and after the article, from line `first` on."""
    rest = set(range(first, len(lines)))
    for part in page_parts(lines, first=first):
        rest -= set(range(part.at, part.stop))
        found = [left_out(received, What.FURNITURE, lines[part.at], lines[part.stop - 1], part.because)]
        yield from found if part.is_certain else without_doubtful(received, found, headline=headline)
        yield from _names_in_tail(lines[part.at : part.stop])
    if lines and (dateline := _dateline(lines[first])):
        yield from dateline
    titles = set(sorted(rest)[-LAST_LINES:]) if headline else set()
    is_last = True
    for index in sorted(rest, reverse=True):
        line = lines[index]
        found = list(_line(received, line, headline if index in titles else "", is_last=is_last))
        yield from without_doubtful(received, found, headline=headline)
        is_last = is_last and any(finding.leaves_out for finding in found)


def _line(received: str, line: Line, headline: str, *, is_last: bool) -> Iterator[TextFinding]:
    """What one line of the article's part of the page is, if it is not the article's."""
    if headline and (site := site_in_title(line.text, headline)) is not None:
        yield left_out(received, What.FURNITURE, line, line, noted("the page's title stands here again"))
        if site:
            yield _at_end(What.OUTLET, site, line, noted("the page's title ends with it"))
    elif kind := single_line(line.text):
        yield left_out(received, kind[0], line, line, kind[1])
        yield from _names_in_tail([line])
        yield from _reporters(line)
    elif is_last and is_rule(line.text):
        yield left_out(received, What.FURNITURE, line, line, noted("it only marks the end"))
    elif is_last and (agency := agency_named(line.text.strip("()[]–—-*. ").removeprefix("Source:"))):
        yield left_out(received, What.CREDIT, line, line, noted("the last line only names an agency"))
        yield _at_end(What.AGENCY, agency, line, noted("the last line names it"))


def _names_in_tail(lines: Iterable[Line]) -> Iterator[TextFinding]:
    """Whom the page's copyright line or greeting names: its outlet, or the agency whose text it is."""
    for line in lines:
        if year := copyright_year(line.text):
            yield _at_end(
                What.DATE, "", line, noted("the copyright line names the year %(year)s, which is no day", year=year)
            )
        if holder := copyright_holder(line.text):
            if agency := agency_named(holder):
                yield _at_end(What.AGENCY, agency, line, noted("the copyright line names it"))
            yield _at_end(What.OUTLET, agency or holder, line, noted("the copyright line names it"))
            return
        if site := salutation_site(line.text):
            yield _at_end(What.OUTLET, site, line, noted("the page greets its readers by this name"))
            return


def _reporters(line: Line) -> Iterator[TextFinding]:
    found = REPORTERS.match(line.text)
    people = [m["name"] for part in found["people"].split(";") if (m := REPORTER.match(part))] if found else []
    if people:
        names = " and ".join(filter(None, [", ".join(people[:-1]), people[-1]]))
        yield _at_end(What.BYLINE, names, line, noted("the contact line names the reporters"))


def _dateline(line: Line) -> list[TextFinding]:
    """The agency named in brackets before the first sentence; the dateline itself stays in the text."""
    found = DATELINE.match(line.text)
    agency = agency_named(found["agency"].partition(",")[0]) if found else ""
    if not found or not agency:
        return []
    start, end = line.start + found.start(), line.start + found.end()
    return [
        TextFinding(
            What.DATELINE, found.group(), start, end, noted("it stands before the first sentence, and in the text")
        ),
        TextFinding(What.AGENCY, agency, start, end, noted("the dateline names it")),
    ]


def _corrections(lines: Iterable[Line]) -> Iterator[TextFinding]:
    """What the paper says that it corrected; the note stays in the text."""
    for line in lines:
        if is_correction(line.text):
            yield TextFinding(What.CORRECTION, line.text[:300], line.start, line.start + len(line.text), NOTE)


def _by_other_dates(received: str, finding: TextFinding) -> TextFinding:
    """A day that can be read in two ways, read as the text's other dates are."""
    if finding.because != TWO_DAYS:
        return finding
    said = IN_FIGURES.search(received, finding.start, finding.end)
    day = day_in(said[0], is_day_first=day_comes_first(received)) if said else None
    return replace(finding, value=day.isoformat(), because=OTHER_DATES) if day else finding


def _odd_spaces(received: str) -> list[TextFinding]:
    """Control characters that count as white space, some of them once quotation marks: each is read as a space."""
    found = [m.start() for m in ODD_SPACE.finditer(received)]
    because = noted("control characters stand in %(count)s places, and are read as spaces", count=len(found))
    return [TextFinding(What.CONTROL, f"{len(found)}", found[0], found[0] + 1, because)] if found else []


def _controls(received: str) -> TextFinding:
    found = [m.start() for m in CONTROL.finditer(received)]
    because = noted("control characters stand in %(count)s places, and are left out", count=len(found))
    return TextFinding(What.CONTROL, f"{len(found)}", found[0], found[0] + 1, because)


def _duplicates(received: str, lines: Sequence[Line]) -> Iterator[TextFinding]:
    for start, stop in repeated_runs(lines):
        yield left_out(
            received, What.DUPLICATE, lines[start], lines[stop - 1], noted("these lines stand in the text before")
        )


def _outside(findings: Sequence[TextFinding], lines: list[Line]) -> list[Line]:
    if not findings:
        return lines
    return [line for line in lines if not any(finding.start <= line.start < finding.end for finding in findings)]


def _first(findings: Iterable[TextFinding], what: What) -> str:
    return next((finding.value for finding in findings if finding.what == what and finding.value), "")


def _at_end(what: What, value: str, line: Line, because: str) -> TextFinding:
    return TextFinding(what, value, line.start, line.start + len(line.text), because)
