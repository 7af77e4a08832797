"""Who speaks on one side of a claim, each counted once: what the balance of a claim draws as dots.

Independent sources are counted by story: people whom a paper does not name are as many as their story gives, however
many papers carry it, and a person with ten statements is one. It asks no database.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from django.utils.safestring import SafeString, mark_safe

from factcheck.claims.models import Source

MOST_DOTS = 12  # drawn of people who are not named; the words beside them give the number
SQUARE = ("document", "paper")  # forms; of others dots are round
APART = 18  # from one dot to the next, in units of the picture


class SourceFacts(Protocol):
    """A source, as the desk has it or as a page kept it."""

    @property
    def name(self) -> str: ...
    @property
    def slug(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def people(self) -> int: ...
    @property
    def is_on_record(self) -> bool: ...


@dataclass(frozen=True)
class Saying[T]:
    """One utterance, `what`: who says it (nobody: the paper itself), in which story, and what papers made of it."""

    what: T
    speaker: SourceFacts | None
    story: Hashable
    outlet: str
    carried_by: Sequence[str] = ()
    left_out_by: Sequence[str] = ()
    not_yet_in: Sequence[str] = ()

    @property
    def papers(self) -> list[str]:
        return [self.outlet, *self.carried_by]

    @property
    def voice(self) -> Hashable:
        """What is the same for all that one voice says."""
        if self.speaker is None:
            return "paper", self.outlet
        if self.speaker.kind == Source.Kind.ANONYMOUS:
            return "unnamed", self.story, self.speaker.name.casefold()
        return "named", self.speaker.slug or self.speaker.name.casefold()


@dataclass(frozen=True)
class Voice[T]:
    """One person, organisation or document, people whom one story does not name, or a paper in its own words."""

    speaker: SourceFacts | None
    outlet: str
    people: int
    said: Sequence[T]

    @property
    def name(self) -> str:
        return self.speaker.name if self.speaker else self.outlet

    @property
    def form(self) -> str:
        """How it is drawn: named people as full dots, others hollow, documents and papers as squares."""
        if self.speaker is None:
            return "paper"
        drawn = {Source.Kind.ANONYMOUS: "unnamed", Source.Kind.DOCUMENT: "document"}
        return drawn.get(Source.Kind(self.speaker.kind), "named")

    @property
    def more(self) -> int:
        """How many utterances there are of it beyond the first."""
        return len(self.said) - 1

    @property
    def sourcing(self) -> str:
        return sourcing(self.speaker) if self.speaker else "in its own words"

    @property
    def dots(self) -> list[int]:
        """Where each dot stands in the picture."""
        return [APART // 2 + APART * number for number in range(min(self.people, MOST_DOTS))]

    @property
    def drawn(self) -> SafeString:
        """Its dots as an element of a page."""
        return _drawn(self.form, tuple(self.dots))


@dataclass(frozen=True)
class Weight[T]:
    """How well one side is sourced: its voices, in how many stories, in which papers."""

    voices: Sequence[Voice[T]]
    stories: int
    papers: Sequence[str]
    missing_in: Sequence[str]  # papers that left some of it out, and carry none of it
    not_yet_in: Sequence[str]  # papers whose text is older than some of it

    @property
    def named(self) -> int:
        return sum(voice.form in ("named", "document") for voice in self.voices)

    @property
    def unnamed(self) -> int:
        return sum(voice.people for voice in self.voices if voice.form == "unnamed")

    @property
    def reach(self) -> str:
        """“1 story in 2 papers”."""
        return f"{_counted(self.stories, 'story', 'stories')} in {_counted(len(self.papers), 'paper', 'papers')}"

    @property
    def people(self) -> str:
        """“4 not named, 1 named”."""
        counts = [(self.named, "named"), (self.unnamed, "not named")]
        return ", ".join(f"{number} {what}" for number, what in counts if number) or "a paper’s own words"

    @property
    def strength(self) -> str:
        """“1 story · 4 anonymous people”."""
        counts = [
            (self.stories, "story", "stories"),
            (self.named, "named source", "named sources"),
            (self.unnamed, "anonymous person", "anonymous people"),
        ]
        return " · ".join(_counted(number, one, many) for number, one, many in counts if number)


def weight_of[T](sayings: Iterable[Saying[T]]) -> Weight[T]:
    """Count what stands on one side, in the order of the sayings."""
    sayings = list(sayings)
    together: dict[Hashable, list[Saying[T]]] = {}
    for saying in sayings:
        together.setdefault(saying.voice, []).append(saying)
    papers = dict.fromkeys(paper for saying in sayings for paper in saying.papers)
    left_out = dict.fromkeys(paper for saying in sayings for paper in saying.left_out_by)
    return Weight(
        voices=tuple(_voice(said) for said in together.values()),
        stories=len({saying.story for saying in sayings}),
        papers=tuple(papers),
        missing_in=tuple(paper for paper in left_out if paper not in papers),
        not_yet_in=tuple(dict.fromkeys(paper for saying in sayings for paper in saying.not_yet_in)),
    )


def one_sided[T](side: Weight[T], other: Weight[T]) -> list[str]:
    """The papers that print this side and nothing of the other, which their texts are not too old for."""
    if not other.voices:
        return []
    return [paper for paper in side.papers if paper not in other.papers and paper not in other.not_yet_in]


def sourcing(speaker: SourceFacts) -> str:
    """“4 people, not named, not on the record”."""
    told = {
        Source.Kind.ANONYMOUS: f"{_counted(speaker.people, 'person', 'people')}, not named",
        Source.Kind.ORGANISATION: "named organisation",
        Source.Kind.DOCUMENT: "document",
    }
    record = "on the record" if speaker.is_on_record else "not on the record"
    return f"{told.get(Source.Kind(speaker.kind), 'named person')}, {record}"


def _voice[T](said: Sequence[Saying[T]]) -> Voice[T]:
    people = max(saying.speaker.people if saying.speaker else 1 for saying in said)
    return Voice(said[0].speaker, said[0].outlet, people, tuple(saying.what for saying in said))


@lru_cache
def _drawn(form: str, dots: tuple[int, ...]) -> SafeString:
    shape = '<rect x="{}" y="3" width="12" height="12"/>' if form in SQUARE else '<circle cx="{}" cy="9" r="6"/>'
    shapes = "".join(shape.format(x - 6 if form in SQUARE else x) for x in dots)
    size = f'width="{APART * len(dots)}" height="18" viewBox="0 0 {APART * len(dots)} 18"'
    drawn = f'<svg class="dots {form}" {size} aria-hidden="true">{shapes}</svg>'
    return mark_safe(drawn)  # noqa: S308 - numbers, and forms of this module


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
