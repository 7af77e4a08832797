"""A strip as shapes: where each bar stands in an SVG as wide as its column, in per cent, and how high, in pixels.

Heights and outlines tell the fates apart without colour. Labels stand below, each on a line of its own, so that no two
of them meet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from factcheck.claims.fates import StatementFate
from factcheck.claims.strips.kept_words import STATES, added_together, label_retold
from factcheck.compare.sentence_rows import SentenceFate

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

    from factcheck.claims.strips.strip import Bar, Strip

GROUND = 40  # pixels from the top to the line that bars stand on
TALL, HIGH, LOW, FLAT = 38, 26, 18, 3  # pixels
BELOW = 5  # pixels that an added sentence reaches below the ground
BEHIND_HEADLINE = 0.7  # of a bar: the gap
WIDTH = 0.86  # of the room that a bar has
NARROW, WIDE = 0.3, 0.8  # of a bar: one sentence that was added, many at one place
HEIGHTS = {SentenceFate.KEPT: HIGH, SentenceFate.EDITED: LOW, SentenceFate.CUT: FLAT, SentenceFate.ADDED: LOW}
LINE = 18  # pixels of a label
MOST_LABELS = 3
ANCHORS = ((30, "start"), (70, "middle"), (101, "end"))  # up to which per cent


@dataclass(frozen=True, slots=True)
class Shape:
    """One bar, or the sentences added at one place: `x` and `width` in per cent, `y` and `height` in pixels."""

    x: float
    width: float
    height: int
    classes: str
    words: str
    row: int | None

    @property
    def is_plain(self) -> bool:
        """Whether nothing about it stands out, so that whoever goes by keyboard may pass it over."""
        return not {"denial", "marked", "left-out"}.intersection(self.classes.split())

    @property
    def is_added(self) -> bool:
        return "added" in self.classes.split()

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    @property
    def y(self) -> int:
        return GROUND - self.height + (BELOW if self.is_added else 0)

    @property
    def drawn(self) -> SafeString:
        """Its element. A page holds hundreds, which a template draws forty times as slowly."""
        place = f'x="{self.x}%" y="{self.y}" width="{self.width}%" height="{self.height}"'
        drawn = f'<rect class="{self.classes}" {place}><title>{escape(self.words)}</title></rect>'
        return mark_safe(drawn)  # noqa: S308 - numbers, classes of this module, and words that are escaped


@dataclass(frozen=True, slots=True)
class KeyShape:
    """A bar in the key: its `classes`, and what it means."""

    classes: str
    words: _StrOrPromise
    x: int = 0
    width: int = 12
    height: int = 12

    def means(self, classes: str) -> bool:
        """Whether a bar with these classes is one of these; one that is not there shows no denial and no mark."""
        own, drawn = set(self.classes.split()), set(classes.split())
        return own <= drawn and ("cut" in own or "cut" not in drawn)

    @property
    def y(self) -> int:
        return KEY_HEIGHT - self.height


KEY_HEIGHT = 16
KEY = (
    KeyShape("kept", STATES[SentenceFate.KEPT]),
    KeyShape("edited", STATES[SentenceFate.EDITED], height=8),
    KeyShape("cut", gettext_lazy("not in it"), height=3),
    KeyShape("added", StatementFate.ADDED.label, x=4, width=4),
    KeyShape("moved", gettext_lazy("in another place")),
    KeyShape("denial", gettext_lazy("denial"), height=16),
    KeyShape("cut left-out", StatementFate.LEFT_OUT.label, x=1, width=10, height=15),
    KeyShape("marked", gettext_lazy("quoted"), x=1, width=10, height=15),
)


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """Words below the bar that they are about."""

    x: str
    y: int
    anchor: str
    words: str
    classes: str


@dataclass(frozen=True)
class StripPicture:
    """The shapes of one strip, and its labels."""

    strip: Strip

    @property
    def ground(self) -> int:
        return GROUND

    @property
    def height(self) -> int:
        return GROUND + BELOW + 1

    @property
    def height_of_labels(self) -> int:
        return LINE * len(self.labels)

    @cached_property
    def shapes(self) -> list[Shape]:
        """Bars first; what was added stands over the gaps between them."""
        return sorted((shape for shape, _ in self._placed), key=lambda shape: shape.is_added)

    @property
    def bars(self) -> SafeString:
        """All shapes as elements, none of which leads anywhere."""
        return mark_safe("".join(shape.drawn for shape in self.shapes))  # noqa: S308 - each is escaped

    @property
    def runs(self) -> SafeString:
        """The same for a line of a list, in units of a hundredth of the width: neighbours of one kind are one shape."""
        drawn = (_run([*together]) for _, together in groupby(self.shapes, key=lambda shape: (shape.classes, shape.y)))
        return mark_safe("".join(drawn))  # noqa: S308 - numbers, and classes of this module

    @cached_property
    def labels(self) -> list[PlacedLabel]:
        """The first few of what stands out, each under its first bar; how many more there are behind the last."""
        found: dict[str, Shape] = {}
        for shape, bars in self._placed:
            for bar in bars:
                found.setdefault(label_retold(bar.label), shape)
        wanted = self.strip.labels[:MOST_LABELS]
        more = len(self.strip.labels) - len(wanted)
        return [
            PlacedLabel(
                x=f"{found[words].middle:.2f}",
                y=LINE * line - BELOW,
                anchor=next(anchor for most, anchor in ANCHORS if found[words].middle <= most),
                words=_("{label}, and {number} more").format(label=words, number=more)
                if more and line == len(wanted)
                else words,
                classes=found[words].classes,
            )
            for line, words in enumerate(wanted, start=1)
        ]

    @cached_property
    def _placed(self) -> list[tuple[Shape, list[Bar]]]:
        return [*self._place()]

    def _place(self) -> Iterator[tuple[Shape, list[Bar]]]:
        """Each shape with its bars, in the order of the strip; several that were added at one place share one."""
        unit = 100 / max(1, self._room)
        at = 0.0
        told = {state: str(words) for state, words in STATES.items()} | {SentenceFate.CUT: _(self.strip.cut_as)}
        for is_added, together in groupby(self.strip.bars, key=lambda bar: bar.state == SentenceFate.ADDED):
            bars = list(together)
            if is_added:
                yield self._added(bars, at * unit, unit), bars
                continue
            for bar in bars:
                yield _shape(bar, at * unit, unit, told), [bar]
                at += 1 + (BEHIND_HEADLINE if bar.is_headline else 0)

    @property
    def _room(self) -> float:
        own = [bar for bar in self.strip.bars if bar.state != SentenceFate.ADDED]
        return len(own) + BEHIND_HEADLINE * any(bar.is_headline for bar in own)

    def _added(self, bars: list[Bar], x: float, unit: float) -> Shape:
        first = max(bars, key=lambda bar: (bool(bar.label), bar.is_marked, bar.is_denial))
        stands_out = first.is_marked or first.is_denial
        width = unit * (WIDE if stands_out else min(WIDE, NARROW * len(bars)))
        words = label_retold(first.label) if first.label else added_together(self.strip.added_as, len(bars))
        x = min(max(0.0, x - width / 2), 100 - width)
        height = TALL if stands_out else HEIGHTS[SentenceFate.ADDED]
        return Shape(round(x, 3), round(width, 3), height, _classes(first), words, first.row)


def _shape(bar: Bar, x: float, unit: float, told: Mapping[SentenceFate, str]) -> Shape:
    is_tall = bar.is_left_out or (bar.state != SentenceFate.CUT and (bar.is_denial or bar.is_marked))
    height = TALL if is_tall else HEIGHTS[bar.state]
    words = label_retold(bar.label) if bar.label else told[bar.state]
    return Shape(round(x, 3), round(unit * WIDTH, 3), height, _classes(bar), words, bar.row)


def _run(shapes: list[Shape]) -> str:
    first, last = shapes[0], shapes[-1]
    width = round(last.x + last.width - first.x, 2)
    return f'<rect class="{first.classes}" x="{first.x:g}" y="{first.y}" width="{width:g}" height="{first.height}"/>'


def _classes(bar: Bar) -> str:
    told = {
        "denial": bar.is_denial,
        "marked": bar.is_marked,
        "moved": bar.is_moved,
        "headline": bar.is_headline,
        "left-out": bar.is_left_out,
    }
    return " ".join([bar.state.value, *(name for name, is_so in told.items() if is_so)])
