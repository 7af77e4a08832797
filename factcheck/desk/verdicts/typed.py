"""What stands typed on a verdict's page when one of its buttons is pressed. Every button saves it before it acts.

The page is one form: its buttons lead to different addresses, and each address takes the whole form with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from factcheck.verdicts.models import Evidence, UnsavedText, Verdict

TEXT = ("rating", "conclusion", "reasoning", "base_rating", "base_conclusion", "base_reasoning")
DOCUMENT = ("title", "url", "archive_url", "note")
COMMENT = ("text",)
RETRACTION = ("retraction_note",)
SETTLEMENT = ("settlement",)
BESIDE = (*DOCUMENT, *COMMENT, *RETRACTION, *SETTLEMENT)
OF_PIECES = re.compile(r"(seen_)?(note|archive)_\d{1,18}", re.ASCII)


@dataclass(frozen=True)
class TypedForm:
    """All that was typed on the page, by field; `sitting` names the page that it was typed on."""

    sitting: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, posted: Mapping[str, str]) -> Self:
        known = {name: posted[name] for name in posted if name in (*TEXT, *BESIDE) or OF_PIECES.fullmatch(name)}
        return cls(posted.get("sitting", "")[:32], known)

    @classmethod
    def kept(cls, unsaved: UnsavedText) -> Self:
        return cls(unsaved.sitting, unsaved.fields)

    @property
    def holds_text(self) -> bool:
        """Whether the working text is among it; a form that stands elsewhere sends only its own fields."""
        return "reasoning" in self.fields

    @property
    def beside(self) -> dict[str, str]:
        """What was typed beside the text and is not saved by saving: a document, a comment, a note."""
        return {name: self.fields[name] for name in BESIDE if self.fields.get(name, "").strip()}

    def without(self, names: tuple[str, ...]) -> TypedForm:
        return TypedForm(self.sitting, {name: text for name, text in self.fields.items() if name not in names})

    def differs_from(self, verdict: Verdict) -> bool:
        """Whether its text is another than the one that is saved."""
        saved = (str(verdict.rating_id or ""), verdict.conclusion, verdict.reasoning)
        typed = tuple(self.fields.get(name, "").replace("\r\n", "\n").strip() for name in TEXT[:3])
        return self.holds_text and (typed != saved or any(self._is_new(piece) for piece in verdict.evidence.all()))

    def piece(self, evidence: Evidence) -> TypedPiece:
        names = {"note": f"note_{evidence.pk}", "archive_url": f"archive_{evidence.pk}"}
        now = {own: self.fields.get(name, getattr(evidence, own)) for own, name in names.items()}
        seen = {own: self.fields.get(f"seen_{name}", now[own]) for own, name in names.items()}
        changed = {own: text for own, text in now.items() if text.strip() != seen[own]}
        return TypedPiece(evidence, **now, changed=changed)

    def _is_new(self, evidence: Evidence) -> bool:
        changed = self.piece(evidence).changed
        return any(text.strip() != getattr(evidence, own) for own, text in changed.items())


@dataclass(frozen=True)
class OrderStep:
    """A button that moves one piece of evidence: the order that it brings about, as keys between commas."""

    label: str
    order: str


@dataclass(frozen=True)
class TypedPiece:
    """A piece of evidence with its note and archive link as typed; `changed` are those that the person changed."""

    evidence: Evidence
    note: str
    archive_url: str
    changed: Mapping[str, str]
    steps: Sequence[OrderStep] = ()

    @property
    def annotation(self) -> dict[str, str]:
        """Note and archive link as they are to be saved: what the person left alone stays as somebody else made it."""
        own = {"note": self.evidence.note, "archive_url": self.evidence.archive_url}
        return {**own, **self.changed}
