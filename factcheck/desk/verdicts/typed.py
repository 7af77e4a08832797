"""What stands typed on a verdict's page when one of its buttons is pressed. Every button saves it before it acts.

The page is one form: its buttons lead to different addresses, and each address takes the whole form with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Self

from factcheck.verdicts.models import Evidence, UnsavedText, Verdict

TEXT = ("rating", "conclusion", "reasoning", "base_rating", "base_conclusion", "base_reasoning", "base_edition")
ADDED = ("medium", "title", "picture", "alt", "maker", "made_on", "url", "archive_url", "note")
COMMENT = ("text",)
CHANGE, SEND_BACK, RETRACT = "change", "send_back", "retract"  # the prefixes of the fields of each step
OF_STEPS = (f"{CHANGE}-kind", f"{CHANGE}-note", f"{SEND_BACK}-note", f"{RETRACT}-note", "publish_at")
SETTLEMENT = ("settlement",)
BESIDE = (*ADDED, *COMMENT, *OF_STEPS, *SETTLEMENT)
OF_PIECES = re.compile(r"(seen_)?(note|archive|alt)_\d{1,18}", re.ASCII)
TICK = "tick-"
OF_TICKS = re.compile(rf"{TICK}[a-z]{{1,20}}(-[a-z0-9]{{1,20}}){{0,200}}", re.ASCII)


@dataclass(frozen=True)
class TypedForm:
    """All that was typed on the page, by field; `sitting` names the page that it was typed on."""

    sitting: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, posted: Mapping[str, str]) -> Self:
        known = {name: posted[name] for name in posted if _is_of_the_page(name)}
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
        """What was typed beside the text and is not saved by saving: new evidence, a comment, notes of steps, ticks."""
        names = [name for name in self.fields if name in BESIDE or name.startswith(TICK)]
        typed = {name: self.fields[name] for name in names if self.fields[name].strip()}
        return {} if typed.keys() == {"medium"} else typed  # something is always chosen there

    @property
    def added(self) -> dict[str, str]:
        """What was typed of new evidence."""
        return {name: self.fields[name] for name in ADDED if name in self.fields}

    @property
    def ticked(self) -> frozenset[str]:
        """The keys of what was ticked in the checklist."""
        return frozenset(name.removeprefix(TICK) for name in self.fields if name.startswith(TICK))

    def of_step(self, step: str) -> dict[str, str]:
        """What was typed in the fields of one step, without its prefix."""
        prefix = f"{step}-"
        return {name.removeprefix(prefix): self.fields[name] for name in OF_STEPS if self._is_typed(name, prefix)}

    def without(self, names: tuple[str, ...]) -> TypedForm:
        return TypedForm(self.sitting, {name: text for name, text in self.fields.items() if name not in names})

    def differs_from(self, verdict: Verdict) -> bool:
        """Whether its text is another than the one that is saved."""
        saved = (str(verdict.rating_id or ""), verdict.conclusion, verdict.reasoning)
        typed = tuple(self.fields.get(name, "").replace("\r\n", "\n").strip() for name in TEXT[:3])
        return self.holds_text and (typed != saved or any(self._is_new(piece) for piece in verdict.evidence.all()))

    def piece(self, evidence: Evidence) -> TypedPiece:
        names = {"note": f"note_{evidence.pk}", "archive_url": f"archive_{evidence.pk}", "alt": f"alt_{evidence.pk}"}
        now = {own: self.fields.get(name, getattr(evidence, own)) for own, name in names.items()}
        seen = {own: self.fields.get(f"seen_{name}", now[own]) for own, name in names.items()}
        changed = {own: text for own, text in now.items() if text.strip() != seen[own]}
        return TypedPiece(evidence, **now, changed=changed)

    def _is_typed(self, name: str, prefix: str) -> bool:
        return name.startswith(prefix) and bool(self.fields.get(name))

    def _is_new(self, evidence: Evidence) -> bool:
        changed = self.piece(evidence).changed
        return any(text.strip() != getattr(evidence, own) for own, text in changed.items())


def _is_of_the_page(name: str) -> bool:
    return name in (*TEXT, *BESIDE) or bool(OF_PIECES.fullmatch(name) or OF_TICKS.fullmatch(name))


@dataclass(frozen=True)
class OrderStep:
    """A button that moves one piece of evidence: the order that it brings about, as keys between commas."""

    direction: Literal["up", "down"]
    order: str


@dataclass(frozen=True)
class TypedPiece:
    """A piece of evidence with what is said of it as typed; `changed` are the fields that the person changed."""

    evidence: Evidence
    note: str
    archive_url: str
    alt: str
    changed: Mapping[str, str]
    steps: Sequence[OrderStep] = ()

    @property
    def annotation(self) -> dict[str, str]:
        """What is said of it as it is to be saved: what the person left alone stays as somebody else made it."""
        own = {name: getattr(self.evidence, name) for name in ("note", "archive_url", "alt")}
        return {**own, **self.changed}
