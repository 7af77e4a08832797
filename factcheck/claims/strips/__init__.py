"""One picture of a story: a strip for each version, with a bar for each sentence of the original."""

from factcheck.claims.strips.of_stories import (
    strip_of_comparison,
    strip_of_two,
    strip_of_version,
    strips_of_balance,
    strips_of_stories,
)
from factcheck.claims.strips.strip import Bar, Strip, Strips

__all__ = [
    "Bar",
    "Strip",
    "Strips",
    "strip_of_comparison",
    "strip_of_two",
    "strip_of_version",
    "strips_of_balance",
    "strips_of_stories",
]
