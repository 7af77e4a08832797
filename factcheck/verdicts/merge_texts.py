"""Bringing together what two people made of one text at the same time."""

from __future__ import annotations

import re
from collections.abc import Iterable

from diff_match_patch import diff_match_patch

from factcheck.compare.display import Run, RunState

STATES = {-1: RunState.REMOVED, 0: RunState.KEPT, 1: RunState.ADDED}


def words_that_differ(before: str, after: str) -> list[Run]:
    """Both texts as one, word by word; without what was added it is `before`, without what was removed `after`."""
    tokens: dict[str, str] = {}
    coded = ["".join(_codes(text, tokens)) for text in (before, after)]
    words = {code: token for token, code in tokens.items()}
    matcher = diff_match_patch()
    matcher.Diff_Timeout = 0
    return [
        Run("".join(words[code] for code in codes), STATES[fate]) for fate, codes in matcher.diff_main(*coded, False)
    ]


def _codes(text: str, tokens: dict[str, str]) -> Iterable[str]:
    for token in re.findall(r"\s+|\S+", text):
        yield tokens.setdefault(token, chr(0x100000 + len(tokens)))


def merge(base: str, theirs: str, mine: str) -> str | None:
    """Apply what `mine` changed in `base` to `theirs`; None if a change finds no safe place.

    Three-way merge by patches (Fraser, Differential Synchronization, 2009), but nothing is guessed: a patch applies
    only where its whole context still stands, however far it has moved.
    """
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    matcher = diff_match_patch()
    matcher.Diff_Timeout = 0
    matcher.Match_Threshold = 0.01
    matcher.Match_Distance = 10**9
    matcher.Patch_DeleteThreshold = 0.0
    merged, applied = matcher.patch_apply(matcher.patch_make(base, mine), theirs)
    return str(merged) if all(applied) else None
