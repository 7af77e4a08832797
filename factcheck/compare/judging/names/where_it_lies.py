"""A country or state that a paper puts behind the name of a town, set off by commas: "Graz, Austria, …".

Papers differ in which towns stand alone (Associated Press Stylebook, "datelines"; Guardian style guide, "place names").
A town that has the name of another country's capital is not known without: "Paris, Texas".
"""

from __future__ import annotations

from functools import cache

from factcheck.compare.judging.row.changes import Change, Half
from factcheck.compare.language.locale_words import territories
from factcheck.compare.language.names import lies_elsewhere
from factcheck.compare.lexicon import lines_of
from factcheck.compare.words.plain_words import phrase

COMMA = ","
MARKS = ", "


def says_where_it_lies(change: Change) -> bool:
    """Whether one side has no more than the country or state of the town that both name, or has it in another form."""
    if any(half.signals for half in change.halves):
        return False
    left, right = map(_lies_in, change.halves)
    if left and right:
        return left == right
    return bool(left and not change.right.words) or bool(right and not change.left.words)


def _lies_in(half: Half) -> str:
    """The country or state that a half is no more than, if it stands behind a name and a comma."""
    side = half.side
    place = _places().get(half.span.of(side.text).strip(MARKS), "")
    if not place:
        return ""
    before = side.words[: half.places.start][-1:]
    follows = any(
        COMMA in side.text[word.end : half.span.end]
        and side.text[word.start].isupper()
        and not lies_elsewhere(word.plain, phrase(half.span.of(side.text)))
        for word in before
    )
    return place if follows else ""


@cache
def _places() -> dict[str, str]:
    """Countries and states, a state's abbreviations too, each with one name."""
    states = (line.split(" | ") for line in lines_of("en/words/us_states"))
    return dict(territories("en")) | {form: forms[0] for forms in states for form in forms}
