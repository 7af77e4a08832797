"""The denials that one version left out, as pages of the desk name them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from factcheck.articles.models import DroppedDenial, RecordedComparison
from factcheck.claims.strips import Strips, strip_of_comparison

NAMED = 4  # denials in one place


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What one version left out, and its picture. Give the comparison with both articles and their outlets."""

    comparison: RecordedComparison
    denials: list[DroppedDenial]

    @property
    def first(self) -> list[DroppedDenial]:
        """Those to name: one of each speaker before a second of any, people with a name before all others."""
        spoken: Counter[str] = Counter()
        places = []
        for denial in sorted(self.denials, key=lambda denial: denial.start):
            is_name = denial.speaker[:1].isupper()
            places.append((spoken[denial.speaker], not is_name, not denial.speaker, denial.start, denial))
            spoken[denial.speaker] += 1
        return [place[-1] for place in sorted(places, key=lambda place: place[:-1])[:NAMED]]

    @property
    def rest(self) -> int:
        return len(self.denials) - len(self.first)

    @property
    def strips(self) -> Strips:
        return strip_of_comparison(self.comparison)
