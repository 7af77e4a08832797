"""The day that a delivery gives for an article, in the ways that feeds, agencies and mails write days.

The day is the one that stands there, in the paper's own zone. Words that can mean two days, or none, give none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from factcheck.articles.reading.credit_line import day_in
from factcheck.compare.language import locale_words

ISO = re.compile(r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)(?=$|[T\s])")
EAST_ASIAN = re.compile(r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일]")
WORDED = re.compile(
    r"(?<![\d-])(?P<day>\d{1,2})\.?(?:\s+de)?(?:\s+|-)(?P<name>[^\W\d_]+)\.?,?(?:\s+de)?(?:\s+|-)(?P<year>\d{4})(?!\d)"
)
MONTH_FIRST = re.compile(r"\b(?P<name>[^\W\d_]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})(?!\d)")
SHORT_YEAR = re.compile(
    r"^(?:[^\W\d_]+,\s*)?(?P<day>\d{1,2})(?:\s+|-)(?P<name>[^\W\d_]+)(?:\s+|-)(?P<year>\d\d)(?=\s+\d\d:)"
)
LANGUAGES = ("en", "es", "fr", "de", "pt", "it", "ru", "uk", "ar", "he", "th")  # whose months have names
FIRST_YEAR = 1600  # no paper is older; a machine that knows no day writes year 0 or 1


def day_told(words: str) -> date | None:
    """The day in ISO 8601, RFC 5322, or words in one of the languages that are compared; None if there is none."""
    words = words.strip()
    for form in (ISO, EAST_ASIAN):
        if found := form.match(words):
            return _date(int(found["year"]), int(found["month"]), int(found["day"]))
    for form in (WORDED, MONTH_FIRST, SHORT_YEAR):
        if found := form.search(words):
            month = _months().get(found["name"].casefold())
            year = int(found["year"])
            return _date(year if year > 99 else year + (2000 if year < 70 else 1900), month, int(found["day"]))
    return day_in(words.split(" ", 1)[0] if "/" in words[:3] else words)


@cache
def _months() -> Mapping[str, int]:
    """Months from 1 by their names and short forms; one that two languages give to different months is left out."""
    found: dict[str, set[int]] = {}
    for language in LANGUAGES:
        for name, month in locale_words.months(language).items():
            found.setdefault(name.casefold().rstrip("."), set()).add(month)
    return {name: months.pop() for name, months in found.items() if len(months) == 1}


def _date(year: int, month: int | None, day: int) -> date | None:
    try:
        return date(year, month, day) if month and year >= FIRST_YEAR else None
    except ValueError:
        return None
