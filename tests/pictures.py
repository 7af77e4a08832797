"""Pictures for tests, drawn anew each time; a test that stores one asks for the `media` folder."""

from __future__ import annotations

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from factcheck.verdicts.draft_verdict import add_evidence
from factcheck.verdicts.models import Evidence
from factcheck.verdicts.store_picture import store_picture


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


def upload(name="holiday.png", *, colour="teal", shape="PNG", size=(40, 30)):
    """A picture as a browser sends it."""
    return SimpleUploadedFile(name, file_of(drawn(size, colour), shape).getvalue(), content_type="image/png")


def shown_in(verdict, *, colour="teal", alt="A teal square.", **fields):
    """Evidence of the verdict with an uploaded picture, which its author put there."""
    picture = store_picture(file_of(drawn(colour=colour)), editor=verdict.author)
    about = {"medium": Evidence.Medium.SCREENSHOT, "title": "A post, since deleted", **fields}
    return add_evidence(verdict, Evidence(picture=picture, alt=alt, **about), editor=verdict.author)
