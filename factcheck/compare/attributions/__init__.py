"""Who said what in a text, and whom a "he" beside a verb of saying may stand for."""

from factcheck.compare.attributions.pronouns import suggest_names
from factcheck.compare.attributions.whole_text import find_attributions

__all__ = ["find_attributions", "suggest_names"]
