"""The picture of a verdict that other sites show beside a link to it: claim, rating, and what each paper printed.

It is made when it is first asked for and kept under a digest of all that it shows, so that another verdict, name or
rating has another address.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any, Self

import font_roboto
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from PIL import Image, ImageDraw, ImageFont

from factcheck.claims.strips import Strip
from factcheck.languages.retold import retold
from factcheck.site.identity import Site, the_site
from factcheck.verdicts.models import Revision

DRAWN = 2  # counts the ways in which cards have been drawn
SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN, EDGE = 72, 24
PAPER, INK, QUIET = "#fcfbf8", "#1f1d1a", "#625d55"
FILLS = {"added": "#0b5563", "denial": "#a1261c", "edited": "#d6ac5e", "cut": "#cfcbbd", "kept": "#b7c6c4"}
LEFT_OUT = "#a1261c"
LONGEST = 5  # lines of a claim
NOT_THERE = "\uffff"
logger = logging.getLogger(__name__)


def digest_of(sha256: str, site: Site) -> str:
    """Of all that the picture of a state with this hash shows."""
    shown = (DRAWN, sha256, _site_named(site), get_language())
    return hashlib.sha256(repr(shown).encode()).hexdigest()[:20]


def _site_named(site: Site) -> str:
    return _("{site} (a demonstration)").format(site=site.name) if site.is_demonstration else site.name


@dataclass(frozen=True)
class VerdictCard:
    """The picture of one published state, which has the hash `sha256`."""

    revision: Revision
    sha256: str

    @classmethod
    def of(cls, revision: Revision) -> Self:
        return cls(revision, revision.sha256())

    @property
    def rating(self) -> str:
        return _("Retracted") if self.revision.is_retraction else retold(self.revision.rating_label)

    @property
    def colour(self) -> str:
        return QUIET if self.revision.is_retraction else self.revision.rating_colour

    @property
    def digest(self) -> str:
        return digest_of(self.sha256, the_site())

    def png(self) -> bytes:
        """The picture, as it was stored or as it is drawn now."""
        name = f"cards/{self.digest}.png"
        if default_storage.exists(name):
            with default_storage.open(name) as file:
                return bytes(file.read())
        drawn = self._drawn()
        try:
            default_storage.save(name, ContentFile(drawn))
        except OSError as error:
            logger.warning("A verdict's picture cannot be stored (%r), and is drawn anew each time.", error)
        return drawn

    def _drawn(self) -> bytes:
        image = Image.new("RGB", SIZE, PAPER)
        draw = ImageDraw.Draw(image)
        draw.rectangle((0, 0, EDGE, HEIGHT), fill=self.colour)
        strips = () if self.revision.is_retraction else _example(self.revision.strips or ())
        left, room = EDGE + MARGIN, WIDTH - EDGE - 2 * MARGIN
        _write(draw, (left, 48), _site_named(the_site()), font_of("Bold", 30), QUIET)
        bottom = HEIGHT - MARGIN - 150 * bool(strips)
        lines, font = _fitted(self.revision.claim_text, room, bottom - 190)
        for number, line in enumerate(lines):
            _write(draw, (left, 110 + number * font.size * 1.25), line, font, INK)
        draw.ellipse((left, bottom - 62, left + 44, bottom - 18), fill=self.colour)
        _write(draw, (left + 64, bottom - 72), self.rating, font_of("Bold", 52), INK)
        for number, strip in enumerate(strips):
            _draw_strip(draw, strip, left, bottom + 20 + number * 76, room)
        file = BytesIO()
        image.save(file, "PNG", optimize=True)
        return file.getvalue()


def _example(stories: Iterable[Iterable[Mapping[str, Any]]]) -> tuple[Strip, ...]:
    """The first report and one version of a story: of one that left something out, else of the first there is."""
    pairs = [(first, other) for first, *others in (map(Strip.read, story) for story in stories) for other in others]
    left_out = (pair for pair in pairs if any(bar.is_left_out for bar in pair[1].bars))
    return next(left_out, next(iter(pairs), ()))


@cache
def font_of(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_roboto.font_files[f"Roboto{weight.removesuffix('Regular')}"], size)


@cache
def is_written(letter: str) -> bool:
    """Whether the font has the letter; it has those of Latin, Greek and Cyrillic."""
    font = font_of("Regular", 20)
    return letter.isspace() or bytes(font.getmask(letter)) != bytes(font.getmask(NOT_THERE))


def _write(
    draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, font: ImageFont.FreeTypeFont, fill: str
) -> None:
    """The text, if its letters can all be written: boxes in place of letters would say nothing."""
    if all(map(is_written, set(text))):
        draw.text(at, text, font=font, fill=fill)


def _fitted(text: str, width: int, height: int) -> tuple[list[str], ImageFont.FreeTypeFont]:
    """The text in lines, as large as it fits."""
    for size in range(64, 30, -4):
        font = font_of("Bold", size)
        lines = _lines(text, font, width)
        if len(lines) <= LONGEST and len(lines) * size * 1.25 <= height:
            break
    return lines[:LONGEST], font


def _lines(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _draw_strip(draw: ImageDraw.ImageDraw, strip: Strip, left: int, top: int, width: int) -> None:
    """A bar for each sentence, as the page draws it; the name of the paper beside it."""
    name, names = font_of("Regular", 26), 250
    paper = strip.paper
    while name.getlength(paper) > names - 16 and len(paper) > 2:
        paper = f"{paper.rstrip('…')[:-1]}…"
    _write(draw, (left, top + 12), paper, name, INK)
    unit = (width - names) / 100
    for shape in strip.picture.shapes:
        x = left + names + shape.x * unit
        place = (x, top + shape.y, x + max(shape.width * unit - 1, 1), top + shape.y + shape.height)
        classes = shape.classes.split()
        if "left-out" in classes:
            draw.rectangle(place, outline=LEFT_OUT, width=3)
        else:
            draw.rectangle(place, fill=next((fill for kind, fill in FILLS.items() if kind in classes), FILLS["kept"]))
