"""Who wrote an article, out of what pages and feeds put where the author's name belongs. Pure functions on strings.

They put addresses of mail there, numbers, the outlet's own name, "By" in several languages, two people in one field
and the agency behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.articles.reading.credit_line import (
    AGENCIES,
    DAY,
    LEGAL_FORM,
    NAME_LONGEST,
    agency_named,
    names_staff,
)
from factcheck.articles.reading.lexicon import wordings

_OPENINGS = "|".join(sorted(map(re.escape, wordings("byline_openings")), key=len, reverse=True))
_JOINTS = "|".join(map(re.escape, wordings("byline_joints")))
_ENDINGS = "|".join(map(re.escape, wordings("byline_endings")))
_AGENCIES = "|".join(sorted((re.escape(name) for name in AGENCIES if " " in name), key=len, reverse=True))
OPENING = re.compile(rf"\A\W*(?:{_OPENINGS})(?::\s*|\s+)(?=\S)", re.IGNORECASE)
UNNAMED = re.compile(r"\S{0,80}@\S+|(?:https?://|www\.)\S+|\+?\d[\d ()/-]{5,}\d|\b\d+\b", re.IGNORECASE)
PARTED = re.compile(rf"(?:(?<!\s)\s+)?[,;/|•·()\[\]]\s*|(?<!\s)\s+(?:&|{_JOINTS})\s+", re.IGNORECASE)
ENDING = re.compile(
    rf"(?:(?<![\s|•·,(–—-])[\s|•·,(–—-]+)?(?:(?<!\w)(?:{_ENDINGS})(?!\w)|{DAY}).*\Z",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
# An agency whose name is several words is known without a sign before or behind it.
LONG_AGENCY = re.compile(
    rf"(?:(?<!\W)\W+)?(?:\b(?:of|for|from|with)\s+)?(?:\bthe\s+)?\b({_AGENCIES})\b\W*", re.IGNORECASE
)
# Words of one letter join names in some languages and stand inside one in others: only whole names are parted by them.
SHORT_JOINT = re.compile(r"(?<=\w)\s+(?:y|e|i|en)\s+(?=\w)")


class Byline(NamedTuple):
    """The people, as they are written, and the agency that they wrote for; `staff` are desks that name nobody."""

    people: tuple[str, ...]
    agency: str
    staff: tuple[str, ...]


def byline_in(said: Iterable[str], *, outlets: Iterable[str] = ()) -> Byline:
    """What such words say of the authors; `outlets` are names of the paper, which wrote nothing itself."""
    papers = {_letters(name) for name in outlets} - {""}
    people: dict[str, str] = {}
    agencies, staff = [], []
    for name in (one for words in said for one in _names(words)):
        if agency := agency_named(name):
            agencies.append(agency)
        elif _letters(name) in papers or not any(map(str.isalpha, name)):
            continue
        elif names_staff(name):
            staff.append(name)
        else:
            people.setdefault(_letters(name), name)
    return Byline(tuple(people.values()), next(iter(agencies), ""), tuple(dict.fromkeys(staff)))


def opens_byline(words: str) -> bool:
    """Whether short words of a page are “By” and names, in one of several languages."""
    found = OPENING.match(words)
    names = UNNAMED.sub("", words[found.end() :]).split() if found else []
    return 2 <= len(names) <= NAME_LONGEST * 2 and sum(name[0].isupper() for name in names) * 2 > len(names)


def and_joined(names: Iterable[str]) -> str:
    *most, last = list(dict.fromkeys(names)) or [""]
    return " and ".join(filter(None, [", ".join(most), last]))


def _names(words: str) -> Iterator[str]:
    """The single names in one field; “Dask, Orla” is one, and one word behind a whole name is the place."""
    words = LONG_AGENCY.sub(r", \1, ", ENDING.sub("", OPENING.sub("", words, count=1)))
    words = UNNAMED.sub("", words).strip(" ,")
    parts = [part.strip(" .:-–—*") for part in PARTED.split(words)]
    parts = [OPENING.sub("", part, count=1) for part in parts if part]
    if len(parts) == 2 and "," in words and not any(" " in part or agency_named(part) for part in parts):
        yield f"{parts[1]} {parts[0]}"
        return
    for part in parts[:1] + [part for part in parts[1:] if " " in part or agency_named(part) or " " not in parts[0]]:
        halves = SHORT_JOINT.split(part)
        yield from halves if all(" " in half for half in halves) else [part]


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, LEGAL_FORM.sub("", name).casefold()))
