"""Who speaks on one side of a claim, each counted once: what the balance of a claim draws as dots.

Independent sources are counted by story: people whom a paper does not name are as many as their story gives, however
many papers carry it, and a person with ten statements is one. It asks no database.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from factcheck.claims.models import Source

IN_A_LINE = 6  # voices, where a list shows a weight
MOST_DOTS = 12  # drawn of people who are not named; the words beside them give the number
SQUARE = ("document", "paper")  # forms; of others dots are round
APART = 18  # from one dot to the next, in units of the picture


STRENGTH = re.compile(
    r"(?:(\d+) stor(?:y|ies))?(?: · )?(?:(\d+) named sources?)?(?: · )?(?:(\d+) anonymous (?:person|people))?"
)


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
        return sourcing(self.speaker) if self.speaker else _("in its own words")

    @property
    def dots(self) -> list[int]:
        """Where each dot stands in the picture."""
        return [APART // 2 + APART * number for number in range(min(self.people, MOST_DOTS))]

    @property
    def drawn(self) -> SafeString:
        """Its dots as an element of a page."""
        return _drawn(self.form, tuple(self.dots))


@dataclass(frozen=True)
class WeightInFigures:
    """What a line shows of a weight: the dots of its first voices, and how many of what stand behind it."""

    dots: tuple[tuple[str, tuple[int, ...]], ...]  # the form of each voice, and where its dots stand
    named: int
    unnamed: int
    stories: int
    papers: int

    @property
    def drawn(self) -> list[SafeString]:
        return [_drawn(form, dots) for form, dots in self.dots]

    @property
    def reach(self) -> str:
        """“1 story in 2 papers”."""
        papers = ngettext("{number} paper", "{number} papers", self.papers).format(number=self.papers)
        told = ngettext("{number} story in {papers}", "{number} stories in {papers}", self.stories)
        return told.format(number=self.stories, papers=papers)

    @property
    def people(self) -> str:
        """“1 named source, 4 anonymous people”."""
        return ", ".join(_people(self.named, self.unnamed)) or _("a paper’s own words")


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
    def figures(self) -> WeightInFigures:
        return WeightInFigures(
            dots=tuple((voice.form, tuple(voice.dots)) for voice in self.voices[:IN_A_LINE]),
            named=self.named,
            unnamed=self.unnamed,
            stories=self.stories,
            papers=len(self.papers),
        )

    @property
    def reach(self) -> str:
        return self.figures.reach

    @property
    def strength(self) -> str:
        """“1 story · 4 anonymous people”."""
        return _strength(self.stories, self.named, self.unnamed)


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
        Source.Kind.ANONYMOUS: ngettext("{number} person, not named", "{number} people, not named", speaker.people),
        Source.Kind.ORGANISATION: _("named organisation"),
        Source.Kind.DOCUMENT: _("document"),
    }
    who = told.get(Source.Kind(speaker.kind), _("named person")).format(number=speaker.people)
    return f"{who}, {_('on the record') if speaker.is_on_record else _('not on the record')}"


def strength_retold(strength: str) -> str:
    """A strength that was kept in English, in the language of the page."""
    numbers = STRENGTH.fullmatch(strength)
    return _strength(*(int(number or 0) for number in numbers.groups())) if numbers else strength


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


def _strength(stories: int, named: int, unnamed: int) -> str:
    told = [ngettext("{number} story", "{number} stories", stories).format(number=stories)] if stories else []
    return " · ".join([*told, *_people(named, unnamed)])


def _people(named: int, unnamed: int) -> list[str]:
    counts = [
        (named, ngettext("{number} named source", "{number} named sources", named)),
        (unnamed, ngettext("{number} anonymous person", "{number} anonymous people", unnamed)),
    ]
    return [told.format(number=number) for number, told in counts if number]
