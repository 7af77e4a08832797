"""Reading a credit line: who wrote, for which agency, on which day. A line that says anything else is no credit line.

A date is read only if day, month and year stand there and can be taken in one way; nothing is filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from dateutil import parser

from factcheck.articles.reading.findings import What
from factcheck.articles.reading.lexicon import names, wordings
from factcheck.languages.sentences import noted

AGENCIES = names("agencies")
# Legal forms of companies behind their names, abbreviated as the ISO 20275 list of legal forms has them.
LEGAL_FORM = re.compile(
    r",?\s(?:L\.?P|L\.?L\.?C|Inc|Ltd|Corp|Co|P\.?L\.?C|GmbH|AG|S\.?A|S\.?p\.?A|N\.?V|B\.?V|Pty)\.?$", re.IGNORECASE
)
STAFF = wordings("staff")
PARTICLES = frozenset(wordings("particles"))

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)?"
_ISO = r"\d{4}-\d{1,2}-\d{1,2}(?!\d)"
_WORDED = rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?)\s+\d{{4}}\b"
_FIGURES = r"\d{1,2}[/.]\d{1,2}[/.]\d{4}\b"
DAY = rf"{_WEEKDAY}(?:(?P<iso>{_ISO})(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?|(?P<worded>{_WORDED})|(?P<figures>{_FIGURES}))"
_AGENCY = "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))
PART = re.compile(
    rf"""
    (?:(?:date|published|posted|(?P<updated>updated|last\ updated)|first\ published)(?:\ on|\ at)?:?\s+)?{DAY}
  | (?P<relative>(?:published|posted|updated)?:?\s*
      (?:(?:\d+|an?)\s+(?:minute|hour|day|week|month|year)s?\s+ago|yesterday|today|just\ now)\b)
  | (?P<time>(?:at\s+)?\d{{1,2}}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?\b\.?)?(?:\s*(?:[A-Z]{{2,4}}|[+-]\d\d:?\d\d)\b)?)
  | (?:source:\s*)?(?P<agency>{_AGENCY})\b(?=\s*(?:$|[|•·/,;)–—-]))
  | by:?\s+(?P<byline>[^|•·/\n]{{2,200}}?)
      (?=\s*(?:$|[|•·/(]|\s[–—-]|,?\s(?:on\s)?{_WEEKDAY}(?:{_ISO}|{_WORDED}|{_FIGURES})))
  | (?P<place>(?-i:[A-Z])[\w.'-]+(?:\s(?-i:[A-Z])[\w.'-]+){{0,2}})(?=\s*(?:$|[|•·]))
  | (?P<noise>\d+\s+min(?:ute)?s?\s+read|updated:?|published:?|posted:?|on)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
SEPARATORS = re.compile(r"[\s|•·/,;()–—-]*")
IN_FIGURES = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.]\d{4}(?!\d)")
MONTHS = 12
TWO_DAYS = noted("it can be read as two days, or as none")
LONGEST = 250
NAME_LONGEST = 6  # words
DIGIT = re.compile(r"\d")
NAME = re.compile(r"(?:(?<!\s)\s+)?(?:,|;|&|\band\b)\s*", re.IGNORECASE)


class Part(NamedTuple):
    """One thing a credit line says, and where in the line."""

    what: What
    value: str
    start: int
    end: int
    because: str


def credits_of(line: str) -> list[Part] | None:
    """What a credit line says, part by part; None if any part of it is something else."""
    if len(line) > LONGEST or not _may_be_credit(line):
        return None
    parts: list[Part] = []
    at = SEPARATORS.match(line).end()  # type: ignore[union-attr]
    while at < len(line):
        found = PART.match(line, at)
        if not found or found.end() == at or (found["byline"] and not _are_names(found["byline"])):
            return None
        if found["place"] and not parts:
            return None
        parts += _parts(found)
        at = SEPARATORS.match(line, found.end()).end()  # type: ignore[union-attr]
    return parts


def names_staff(line: str) -> bool:
    """Whether a short line ends like the byline of people it does not name: a desk, a team."""
    words = line.casefold().split()
    return 2 <= len(words) <= 6 and line.casefold().endswith(tuple(f" {word}" for word in STAFF))


def names_a_person(line: str) -> bool:
    words = line.split()
    return 2 <= len(words) <= 4 and line[-1] not in ".:;!?" and all(word[0].isupper() for word in words)


def agency_named(words: str) -> str:
    """The agency of this name or short form, its legal form left out, as it is commonly written; empty if none."""
    name = LEGAL_FORM.sub("", words.strip()).strip(" .,")
    return AGENCIES.get(name.casefold(), "")


def day_in(words: str, *, is_day_first: bool | None = None) -> date | None:
    """The one day that `words` can mean, with its year; None if there is none or there are two.

    Of two readings of figures the one counts whose order is known, as from the paper's other dates.
    """
    found = re.fullmatch(DAY, words.strip(), re.VERBOSE | re.IGNORECASE)
    return _day(found, is_day_first=is_day_first) if found else None


def day_comes_first(text: str) -> bool | None:
    """Whether a text's dates in figures give the day before the month; None if none says so, or they disagree."""
    pairs = [(int(first), int(second)) for first, second in IN_FIGURES.findall(text)]
    orders = {first > MONTHS for first, second in pairs if (first > MONTHS) != (second > MONTHS)}
    return orders.pop() if len(orders) == 1 else None


def _may_be_credit(line: str) -> bool:
    return line[:3].casefold().startswith("by") or bool(DIGIT.search(line)) or len(line) <= 60


def _parts(found: re.Match[str]) -> Iterator[Part]:
    if found["byline"]:
        yield from _people(found["byline"], found.start("byline"))
    elif found["agency"]:
        agency = agency_named(found["agency"])
        yield Part(What.AGENCY, agency, *found.span("agency"), noted("the credit line names the agency"))
    elif found["relative"]:
        yield Part(
            What.DATE, "", *found.span("relative"), noted("it counts back from an unknown day, so it is no date")
        )
    elif found["iso"] or found["worded"] or found["figures"]:
        day = _day(found)
        because = noted("the credit line gives the day") if day else TWO_DAYS
        because = noted("the credit line says that it was changed on this day") if day and found["updated"] else because
        what = What.UPDATED if found["updated"] else What.DATE
        yield Part(what, day.isoformat() if day else "", *found.span(), because)


def _people(byline: str, start: int) -> Iterator[Part]:
    """The names, and the agency if the last of them is one."""
    people, comma, last = byline.rpartition(",")
    agency = agency_named(last)
    kept = people.strip() if agency and comma else byline.strip()
    yield Part(What.BYLINE, kept, start, start + len(kept), noted("the line begins with “By”"))
    agency = agency or agency_named(" ".join(word for word in kept.split() if word.casefold() not in STAFF))
    if agency:
        yield Part(What.AGENCY, agency, start, start + len(byline), noted("the byline names the agency"))


def _are_names(byline: str) -> bool:
    """Whether words after “By” can be names, not the beginning of a sentence."""
    people = [person.split() for person in NAME.split(byline) if person.strip()]
    return bool(people) and all(
        len(p) <= NAME_LONGEST and p[0][0].isupper() and all(map(_is_of_a_name, p)) for p in people
    )


def _is_of_a_name(word: str) -> bool:
    return word[0].isupper() or word.casefold() in PARTICLES or word.casefold() in STAFF


def _day(found: re.Match[str], *, is_day_first: bool | None = None) -> date | None:
    words = found["iso"] or found["worded"] or found["figures"]
    try:
        if not found["figures"]:
            return parser.parse(words).date()
        first, second, year = (int(figure) for figure in re.split(r"[/.]", words))
        readings = {is_first: day for is_first, day in _readings(year, first, second) if day}
    except (ValueError, OverflowError):
        return None
    one = next(iter(readings.values())) if len(set(readings.values())) == 1 else None
    return one or (readings.get(is_day_first) if is_day_first is not None else None)


def _readings(year: int, first: int, second: int) -> Iterator[tuple[bool, date | None]]:
    """What two figures mean if the day comes first, and if the month does."""
    yield True, _date(year, second, first)
    yield False, _date(year, first, second)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
