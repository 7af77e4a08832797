"""How one published state of a verdict is cited: in a sentence as APA has it, as BibTeX, and as CSL-JSON.

The digest is that by which the ledger vouches for the state: whoever cites it can prove later what stood there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

UNSAFE = re.compile(r"([{}\\$&#_%~^])")
INSTEAD = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


@dataclass(frozen=True)
class Citation:
    """One published state, by what it takes to find it and to prove it."""

    slug: str
    title: str
    desk: str
    day: date
    url: str
    revision: int
    sha256: str

    @property
    def sentence(self) -> str:
        """As APA has it, with the digest behind."""
        told = _("{desk}. ({day}). {title} (revision {revision}). {url} [SHA-256 {sha256}]")
        return told.format(**{**vars(self), "day": date_format(self.day)})

    @property
    def bibtex(self) -> str:
        note = _("Revision {revision}, SHA-256 {sha256}").format(**vars(self))
        fields = {
            "author": f"{{{_escaped(self.desk)}}}",
            "title": f"{{{_escaped(self.title)}}}",
            "date": self.day.isoformat(),
            "year": str(self.day.year),
            "url": self.url,
            "note": note,
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
        return "\n".join([f"@online{{{self.slug},", *lines, "}", ""])

    @property
    def csl(self) -> dict[str, Any]:
        return {
            "id": self.slug,
            "type": "webpage",
            "title": self.title,
            "author": [{"literal": self.desk}],
            "container-title": self.desk,
            "issued": {"date-parts": [[self.day.year, self.day.month, self.day.day]]},
            "URL": self.url,
            "version": str(self.revision),
            "note": f"SHA-256 {self.sha256}",
        }


def _escaped(text: str) -> str:
    return UNSAFE.sub(lambda found: INSTEAD.get(found[1], f"\\{found[1]}"), text)
