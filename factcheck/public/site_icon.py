"""The site's sign as pixels, for what reads no SVG: the shapes of static/icon.svg, in any size."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

UNITS = 32  # of the drawing
FINER = 4  # times as large it is drawn, and made smaller then: edges are smooth
GROUND, LINES, TICK = "#0b5563", "#ffffff", "#fdd86a"
STROKE = 3
STROKES = (
    (LINES, ((7, 10), (25, 10))),
    (LINES, ((7, 16), (18, 16))),
    (LINES, ((7, 22), (14, 22))),
    (TICK, ((17, 23), (20, 26), (26, 18))),
)
OF_FAVICON = (16, 32, 48)


@cache
def png(size: int) -> bytes:
    return _saved(_drawn(size), "PNG")


@cache
def favicon() -> bytes:
    return _saved(_drawn(OF_FAVICON[-1]), "ICO", sizes=[(size, size) for size in OF_FAVICON])


def _drawn(size: int) -> Image.Image:
    unit = size * FINER / UNITS
    image = Image.new("RGBA", (size * FINER, size * FINER))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((0, 0, size * FINER - 1, size * FINER - 1), radius=6 * unit, fill=GROUND)
    for colour, points in STROKES:
        placed = [(x * unit, y * unit) for x, y in points]
        draw.line(placed, fill=colour, width=round(STROKE * unit), joint="curve")
        for x, y in placed:
            draw.circle((x, y), STROKE * unit / 2, fill=colour)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def _saved(image: Image.Image, form: str, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()
