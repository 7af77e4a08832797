"""The ends of the desk's scale of ratings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from factcheck.prepared_queries import prepared
from factcheck.verdicts.claimreview import Scale
from factcheck.verdicts.models import Rating


def the_scale(ratings: Iterable[Rating] | None = None) -> Scale:
    """The scale of the desk; give its ratings where they were read."""
    numbers = _numbers() if ratings is None else [rating.number for rating in ratings if rating.number is not None]
    return Scale(worst=min(numbers, default=None), best=max(numbers, default=None))


@prepared
def _numbers() -> QuerySet[Rating, Any]:
    return Rating.objects.exclude(number=None).order_by().values_list("number", flat=True)
