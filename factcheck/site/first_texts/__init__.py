"""What each page of the site says until its administrators say it in their own words. Markdown.

What holds for every desk that runs this program is told to readers at once. The other texts are outlines: they have
gaps, `[[who owns the desk]]`, which only the desk can fill, and no reader sees one before that.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.site.first_texts import english, spanish

FIRST_TEXTS: Mapping[str, Mapping[str, str]] = {"en": english.TEXTS, "es": spanish.TEXTS}
