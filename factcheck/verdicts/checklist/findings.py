"""What a checklist finds, told in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class CheckFinding:
    """One thing that a verdict lacks: it `stops` the verdict, or its reviewer ticks that they have seen it.

    `key` names it and what it is about, so that a tick counts for this finding alone. `mend` is the address of the page
    where it is mended, or a place on the verdict's own page.
    """

    key: str
    sentence: str
    mend: str
    stops: bool = False


@dataclass(frozen=True)
class Checklist:
    """All that was found in one verdict; `markup` is the ClaimReview that its page would hold, none before a rating."""

    findings: Sequence[CheckFinding]
    markup: Mapping[str, Any] | None = None

    @property
    def stopping(self) -> list[CheckFinding]:
        return [finding for finding in self.findings if finding.stops]

    @property
    def to_tick(self) -> list[CheckFinding]:
        return [finding for finding in self.findings if not finding.stops]


def key_of(name: str, *keys: int) -> str:
    """The key of a finding about rows with these keys."""
    return "-".join([name, *map(str, keys)])


def short(text: str, longest: int = 80) -> str:
    """The beginning of a text, in quotation marks."""
    words = " ".join(text.split())
    return f"“{words if len(words) <= longest else f'{words[: longest - 1]}…'}”"


def listed(names: Sequence[str], most: int = 3) -> str:
    """“A, B and C”; beyond the `most` that are named the rest is counted."""
    if len(names) > most:
        names = [*names[:most], f"{len(names) - most} more"]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
