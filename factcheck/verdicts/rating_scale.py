"""The ends of the desk's scale of ratings."""

from __future__ import annotations

from django.db.models import Max, Min

from factcheck.verdicts.claimreview import Scale
from factcheck.verdicts.models import Rating


def the_scale() -> Scale:
    return Scale(**Rating.objects.aggregate(worst=Min("number"), best=Max("number")))
