"""Who said what in a text, and whom a "he" beside a verb of saying may stand for."""

from factcheck.compare.attributions.finding import find_attributions
from factcheck.compare.attributions.naming import suggest_names

__all__ = ["find_attributions", "suggest_names"]
