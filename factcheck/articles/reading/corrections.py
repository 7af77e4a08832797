"""A paper's note that it corrected, or will have to correct, what it published. Pure functions on lines."""

from __future__ import annotations

import re

from factcheck.articles.reading.lexicon import wordings

_LABELS = "|".join(sorted(map(re.escape, wordings("correction_labels")), key=len, reverse=True))
LABEL = re.compile(rf"\W{{0,3}}(?:{_LABELS})\b\s*(?:[:–—(-]|,[^:\n]{{1,40}}:|[^:,.\n]{{1,20}}:)")
NOTES = wordings("correction_notes")
# One of these words stands in every note: a whole text is looked through for them before its lines are.
IN_NOTES = ("version", "versión", "correct", "amended")
HINTS = (*IN_NOTES, *(label for label in wordings("correction_labels") if not label.startswith(IN_NOTES)))
FURTHEST = 250  # characters of a line among which a note begins


def may_hold_correction(text: str) -> bool:
    lower = text.casefold()
    return any(word in lower for word in HINTS)


def is_correction(line: str) -> bool:
    """Whether a line is a correction: it has the label of one, or says how an earlier version read."""
    start = line[:FURTHEST].casefold().replace("’", "'")
    if LABEL.match(start):
        return True
    return any(word in start for word in IN_NOTES) and any(words in start for words in NOTES)
