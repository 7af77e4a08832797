"""A paper's note that it corrected, or will have to correct, what it published. Pure functions on lines."""

from __future__ import annotations

import re

from factcheck.articles.reading.lexicon import wordings

LABELS = wordings("correction_labels")
_LABELS = "|".join(sorted(map(re.escape, LABELS), key=len, reverse=True))
LABEL = re.compile(rf"(?:{_LABELS})\b\s*(?:[:–—(-]|,[^:\n]{{1,40}}:|[^:,.\n]{{1,20}}:)")
STARTS = frozenset(label[:4] for label in LABELS)
NOTES = wordings("correction_notes")
FURTHEST = 250  # characters of a line among which a note begins


def is_correction(line: str) -> bool:
    """Whether a line is a correction: it has the label of one, or says how an earlier version read."""
    start = line[:FURTHEST].casefold().lstrip("*[(-–— ")
    if start[:4] in STARTS and LABEL.match(start):
        return True
    # Every line of every text comes by here, and nearly all hold none of these, of which each note has one.
    if "versi" not in start and "correct" not in start and "amended" not in start:
        return False
    return any(words in start for words in NOTES)
