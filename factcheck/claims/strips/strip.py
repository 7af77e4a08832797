"""One strip of a story's picture: a bar for each sentence of the original, and what each says.

A strip holds no words of any article, so it may be shown to everybody and be kept with a published page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Self

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from factcheck.articles.models import Outlet, public_name_of
from factcheck.claims.fates import NOT_IN_IT, StatementFate
from factcheck.claims.strips.kept_words import counted, counted_sentences, label_retold, told_headline
from factcheck.claims.strips.picture import KEY, KeyShape, StripPicture
from factcheck.compare.sentence_rows import SentenceFate
from factcheck.languages.catalogues import WRITTEN_IN

STATES = list(SentenceFate)
with override(WRITTEN_IN):
    UNKNOWN_PAPER, NOT_THERE_YET = public_name_of(Outlet.UNKNOWN), str(StatementFate.NOT_YET.label)


@dataclass(frozen=True, slots=True)
class Bar:
    """One sentence of the original in one version, or one that the version added.

    `is_marked` says that a statement is marked in it. `is_left_out` is said where a version may be blamed for the
    lack; `label` says what of, and is the same in bars that stand for one thing. `row` counts the rows of the
    comparison with the original from 1.
    """

    state: SentenceFate
    is_denial: bool = False
    is_marked: bool = False
    is_moved: bool = False
    is_headline: bool = False
    is_left_out: bool = False
    label: str = ""
    row: int | None = None

    def as_json(self) -> list[Any]:
        flags = sum(is_set << bit for bit, is_set in enumerate(self._flags))
        return [STATES.index(self.state), flags, self.row, *([self.label] if self.label else [])]

    @classmethod
    def read(cls, kept: Sequence[Any]) -> Self:
        state, flags, row, *label = kept
        denial, marked, moved, headline, left_out = (bool(flags >> bit & 1) for bit in range(5))
        return cls(STATES[state], denial, marked, moved, headline, left_out, "".join(label), row)

    @property
    def _flags(self) -> tuple[bool, ...]:
        return self.is_denial, self.is_marked, self.is_moved, self.is_headline, self.is_left_out


@dataclass(frozen=True)
class Strip:
    """What one version made of the original: `bars` in the original's order, those it added where they stand.

    `article` is the key of the version, `url` its address at the publisher; `cut_as` says what may be said of the
    sentences that it lacks, `added_as` of those that it has more. Words are kept in English and told in the page's
    language: `paper`, `kind` and `labels`.
    """

    outlet: str
    relation: str
    published_on: date | None
    headline: str
    article: int
    url: str
    is_base: bool
    cut_as: str
    added_as: str
    bars: tuple[Bar, ...]

    @cached_property
    def picture(self) -> StripPicture:
        return StripPicture(self)

    @property
    def paper(self) -> str:
        return public_name_of(Outlet.UNKNOWN) if self.outlet == UNKNOWN_PAPER else self.outlet

    @property
    def kind(self) -> str:
        """What it is to the original."""
        return pgettext("version", self.relation)

    @property
    def labels(self) -> list[str]:
        """What stands out in it, in words, each once: marked denials first."""
        labelled = (bar for bar in self.bars if bar.label)
        in_order = sorted(labelled, key=lambda bar: (not bar.is_marked, not bar.is_denial))
        return [label_retold(label) for label in dict.fromkeys(bar.label for bar in in_order)]

    @property
    def description(self) -> str:
        """The strip in words: “Harbour Times, reprint, 15 February 2019: 12 sentences kept, 8 edited, 35 left out”."""
        when = date_format(self.published_on) if self.published_on else _("undated")
        told = "; ".join(filter(None, [self._counted, self._told_headline, *self._told_marks, *self.labels]))
        return f"{self.paper}, {self.kind}, {when}: {told}."

    def as_json(self) -> dict[str, Any]:
        return {
            "outlet": self.outlet,
            "relation": self.relation,
            "published_on": self.published_on and self.published_on.isoformat(),
            "headline": self.headline,
            "article": self.article,
            "url": self.url,
            "is_base": self.is_base,
            "cut_as": self.cut_as,
            "added_as": self.added_as,
            "bars": [bar.as_json() for bar in self.bars],
        }

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Self:
        """The strip that `as_json` gave."""
        on = kept["published_on"]
        bars = tuple(map(Bar.read, kept["bars"]))
        return cls(**{**kept, "published_on": on and date.fromisoformat(on), "bars": bars})

    @property
    def _counted(self) -> str:
        counts = Counter(bar.state for bar in self.bars if not bar.is_headline)
        if self.is_base:
            return counted_sentences(counts.total())
        words = {state: state.value for state in SentenceFate}
        words |= {SentenceFate.CUT: self.cut_as, SentenceFate.ADDED: self.added_as}
        told = [counted(words[state], counts[state]) for state in SentenceFate if counts[state]]
        if moved := sum(bar.is_moved for bar in self.bars):
            told.append(counted("moved", moved))
        return _("sentences: {counts}").format(counts=", ".join(told)) if told else ""

    @property
    def _told_headline(self) -> str:
        states = (bar.state for bar in self.bars if bar.is_headline and not self.is_base)
        return next((told_headline(state) for state in states), "")

    @property
    def _told_marks(self) -> Iterator[str]:
        """How many denials and marked statements the strip has, of those that stand in the original."""
        there = [bar for bar in self.bars if bar.state != SentenceFate.CUT]
        if denying := sum(bar.is_denial for bar in there):
            told = ngettext("{number} of them denying something", "{number} of them denying something", denying)
            yield told.format(number=denying)
        if marked := sum(bar.is_marked for bar in there):
            yield ngettext("{number} of them marked", "{number} of them marked", marked).format(number=marked)


class Strips(tuple[Strip, ...]):
    """The strips of one story, which are read by one key."""

    def as_json(self) -> list[dict[str, Any]]:
        return [strip.as_json() for strip in self]

    @classmethod
    def read(cls, kept: Iterable[Mapping[str, Any]]) -> Self:
        """The strips that `as_json` gave."""
        return cls(map(Strip.read, kept))

    @property
    def notes(self) -> Iterator[str]:
        """Why nothing is held against some versions, each reason once, in a sentence."""
        silent = [strip for strip in self if not strip.is_base and strip.cut_as == NOT_IN_IT]
        undated = {strip.paper: None for strip in self if not strip.published_on and (strip in silent or strip.is_base)}
        if silent and undated:
            told = ngettext(
                "{papers} has no date, so it is not known what stood there first.",
                "{papers} have no date, so it is not known what stood there first.",
                len(undated),
            )
            yield told.format(papers=", ".join(undated))
        if earlier := {strip.paper: None for strip in self if strip.cut_as == NOT_THERE_YET}:
            told = ngettext(
                "{papers} came out before the original: what is not in it was not there yet.",
                "{papers} came out before the original: what is not in them was not there yet.",
                len(earlier),
            )
            yield told.format(papers=", ".join(earlier))
        if any(strip.outlet == UNKNOWN_PAPER for strip in silent):
            yield _("What is not in the version of a paper not known is held against nobody.")

    @property
    def key(self) -> list[KeyShape]:
        """What its bars mean, for those kinds of bars that it has."""
        drawn = {shape.classes for strip in self for shape in strip.picture.shapes}
        return [shape for shape in KEY if any(map(shape.means, drawn))]
