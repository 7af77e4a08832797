"""In which order conflicts are read: what somebody judged comes before what is only suggested."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.claims.models import Conflict

STATES = (Conflict.State.OPEN, Conflict.State.EXPLAINED, Conflict.State.SUGGESTED, Conflict.State.DISMISSED)


def judged_first(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Open conflicts, then explained, suggested and dismissed ones; of each kind the likeliest first."""
    return sorted(conflicts, key=lambda conflict: (STATES.index(conflict.state), -conflict.score, -conflict.pk))
