"""A day, a month or a year: as much of a date as is known of when something was made."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

PATTERNS = {  # by how much of 2019-02-14 is kept: what people type
    len("2019-02-14"): ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d.%m.%Y"),
    len("2019-02"): ("%Y-%m", "%B %Y", "%b %Y"),
    len("2019"): ("%Y",),
}
SHOWN = dict(zip(PATTERNS, ("DATE_FORMAT", "YEAR_MONTH_FORMAT", "Y"), strict=True))


@dataclass(frozen=True)
class PartialDate:
    """`iso` is 2019, 2019-02 or 2019-02-14."""

    iso: str

    @classmethod
    def read(cls, text: str) -> Self:
        """The date in what a person typed, such as 2019-02 or 14 February 2019. Raises ValueError if it is none."""
        words = " ".join(text.split())
        for length, patterns in PATTERNS.items():
            for pattern in patterns:
                try:
                    year, month, day = time.strptime(words, pattern)[:3]
                except ValueError:
                    continue
                return cls(date(year, month, day).isoformat()[:length])
        raise ValueError(
            _("“%(words)s” is no date. Write it as 2019-02-14, or 2019-02 or 2019 if no more is known.")
            % {"words": words}
        )

    def __str__(self) -> str:
        first = date.fromisoformat(f"{self.iso}-01-01"[: len("2019-02-14")])
        return date_format(first, SHOWN[len(self.iso)])


def must_be_partial_date(text: str) -> None:
    """Raises ValidationError unless the text is a date as it is kept."""
    try:
        is_kept = PartialDate.read(text).iso == text
    except ValueError as error:
        raise ValidationError(str(error)) from None
    if not is_kept:
        raise ValidationError(_("Write the date as %(iso)s.") % {"iso": PartialDate.read(text).iso})
