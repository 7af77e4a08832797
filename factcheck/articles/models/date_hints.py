"""What an undated text gives away of its day without saying it: never a date, only words for a person to go by."""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST = 3
HINTS = (
    re.compile(r"(?:©|\(c\)|\bcopyright\b)\s*(?:©\s*)?(?:\d{4}\s*[-–]\s*)?(?:19|20)\d\d", re.IGNORECASE),
    re.compile(r"\b(?:\d+|an?)\s+(?:minute|hour|day|week|month|year)s?\s+ago\b", re.IGNORECASE),
    re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+(?:\d{1,2}\s+\w+|\w+\s+\d{1,2})\b"),
    re.compile(r"\b(?:last|on)\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE),
)


def date_hints(received: str) -> list[str]:
    """The first words of each kind that point to a day, as they stand there: a year of copyright, “3 hours ago”."""
    return list(dict.fromkeys(_found(received)))[:MOST]


def _found(received: str) -> Iterator[str]:
    for pattern in HINTS:
        if match := pattern.search(received):
            yield " ".join(match.group().split())
