"""An uploaded picture made safe to show: opened within bounds, drawn anew, and rid of all that is not its pixels.

Pure: bytes in, bytes out. What was uploaded is not kept: the place, the camera and the names that a file carries beside
its pixels go with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any

from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
MOST_PIXELS = 60_000_000  # more than phones and cameras make; decoded, it takes about 180 MB
PAGE_SIZE = (1280, 16_000)  # pixels: a wide column on a sharp screen, and what WebP can hold of a long screenshot
SMALL_SIZE = (320, 320)
MEDIA_TYPE = "image/webp"
QUALITY = 85


class PictureRefused(Exception):
    """A file that is no picture the desk can show; the message says why and what to do."""


@dataclass(frozen=True)
class Rendition:
    """One size of a picture: its WebP file, and how many pixels that has."""

    data: bytes
    width: int
    height: int


@dataclass(frozen=True)
class CleanPicture:
    """A picture as it is stored: for the page of a verdict, and small for a list."""

    page: Rendition
    small: Rendition

    @property
    def sha256(self) -> str:
        """The hash of the page's file, in hexadecimal."""
        return hashlib.sha256(self.page.data).hexdigest()


def clean_picture(file: IO[bytes], *, most_bytes: int) -> CleanPicture:
    """The picture in `file`, of an animation its first frame, turned upright, in sRGB and on white.

    Raises PictureRefused for what is longer than `most_bytes`, larger than MOST_PIXELS, broken, or of another format;
    its name and what a browser says of it are not asked.
    """
    data = file.read(most_bytes + 1)
    if not data:
        raise PictureRefused(_("The file is empty. Choose another."))
    if len(data) > most_bytes:
        raise PictureRefused(
            _("The file is larger than %(most_bytes)s MB. Make the picture smaller.")
            % {"most_bytes": most_bytes // 1000000}
        )
    pixels = _pixels(data)
    return CleanPicture(_rendition(pixels, PAGE_SIZE), _rendition(pixels, SMALL_SIZE))


def _pixels(data: bytes) -> Image.Image:
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            _must_be_in_bounds(image)
            image.draft(None, (2 * PAGE_SIZE[0], 2 * PAGE_SIZE[0]))  # spares memory: a JPEG is decoded smaller
            image.load()
            _must_be_in_bounds(image)  # the first frame of a GIF may be larger than it said
            return _flat(_in_srgb(ImageOps.exif_transpose(image)))
    except PictureRefused:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PictureRefused(_too_large()) from None
    except UnidentifiedImageError:
        raise PictureRefused(_("This is no PNG, JPEG, WebP or GIF. Save the picture as one of these.")) from None
    except Exception as error:  # a decoder may stumble over broken bytes in any way
        raise PictureRefused(_("The picture is broken or cut off, and cannot be read. Save it again.")) from error


def _must_be_in_bounds(image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise PictureRefused(_too_large())


def _too_large() -> str:
    return _("The picture has more than %(most_pixels)s million pixels. Make it smaller.") % {
        "most_pixels": MOST_PIXELS // 1000000
    }


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture in the colours that every screen takes it for once its own profile is gone."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return image
    mode: Any = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (OSError, ImageCms.PyCMSError):
        return image  # a broken profile says nothing of the colours
    return converted or image


def _flat(image: Image.Image) -> Image.Image:
    """The bare pixels on white: dark lines on nothing would vanish on a dark screen."""
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256).convert("L")
    layer = image.convert("RGBA")
    flat = Image.new("RGB", layer.size, "white")
    flat.paste(layer, mask=layer.getchannel("A"))
    return flat


def _rendition(pixels: Image.Image, size: Sequence[int]) -> Rendition:
    image = pixels.copy()
    image.thumbnail((size[0], size[1]), Image.Resampling.LANCZOS)
    file = BytesIO()
    image.save(file, "WEBP", quality=QUALITY, method=4)
    return Rendition(file.getvalue(), image.width, image.height)
