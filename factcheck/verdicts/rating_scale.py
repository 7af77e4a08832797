"""The ends of the desk's scale of ratings."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.verdicts.claimreview import Scale
from factcheck.verdicts.models import Rating


def the_scale(ratings: Iterable[Rating] | None = None) -> Scale:
    """The scale of the desk; give its ratings where they were read."""
    ratings = Rating.objects.all() if ratings is None else ratings
    numbers = [rating.number for rating in ratings if rating.number is not None]
    return Scale(worst=min(numbers, default=None), best=max(numbers, default=None))
