"""Picture files for tests, drawn anew each time."""

from __future__ import annotations

from io import BytesIO

from PIL import Image


def drawn(size=(40, 30), colour="teal", mode="RGB"):
    return Image.new(mode, size, colour)


def file_of(image, shape="PNG", **how):
    """The image as a file in memory, read from its start."""
    file = BytesIO()
    image.save(file, shape, **how)
    file.seek(0)
    return file


def opened(data):
    return Image.open(BytesIO(data))
