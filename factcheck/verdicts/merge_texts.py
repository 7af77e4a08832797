"""Bringing together what two people made of one text at the same time."""

from __future__ import annotations

from diff_match_patch import diff_match_patch


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
