"""What becomes of an uploaded picture: its pixels stay, all else that its file carried goes."""

import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from factcheck.verdicts.pictures import MOST_PIXELS, PictureRefused, clean_picture
from tests.pictures import drawn, file_of, opened

BYTES = 5_000_000
SECRET = b"Somebody's own name"
GPS = 0x8825


def cleaned(file, most_bytes=BYTES):
    return clean_picture(file, most_bytes=most_bytes)


def page_of(file):
    return opened(cleaned(file).page.data)


def where_it_was_taken():
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()  # the camera's maker
    exif[GPS] = {1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 18.0)}
    return exif


@pytest.mark.parametrize("shape", ["PNG", "JPEG", "WEBP"])
def test_where_and_with_what_a_picture_was_taken_is_gone(shape):
    file = file_of(drawn(), shape, exif=where_it_was_taken())
    assert SECRET in file.getvalue()

    clean = cleaned(file)

    for rendition in (clean.page, clean.small):
        assert not opened(rendition.data).getexif()
        assert SECRET not in rendition.data


def test_comments_and_other_texts_in_a_file_are_gone():
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", SECRET.decode())
    texts.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET.decode()}</x>")
    files = [
        file_of(drawn(), "PNG", pnginfo=texts),
        file_of(drawn(), "JPEG", comment=SECRET),
        file_of(drawn(), "WEBP", xmp=SECRET),
        file_of(drawn(), "GIF", comment=SECRET),
    ]

    assert all(SECRET in file.getvalue() for file in files)
    assert not any(SECRET in cleaned(file).page.data for file in files)


def test_a_picture_taken_with_the_camera_turned_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it a quarter to the right
    image = drawn((40, 20), "white")
    image.paste("black", (0, 0, 20, 20))

    page = page_of(file_of(image, "PNG", exif=exif))

    assert page.size == (20, 40)
    assert page.getpixel((10, 5))[0] < 50
    assert page.getpixel((10, 35))[0] > 200


def test_colours_of_another_profile_are_told_in_those_of_every_screen():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = drawn(colour=(200, 30, 30))

    red, green, _blue = page_of(file_of(image, "PNG", icc_profile=profile)).getpixel((5, 5))

    assert abs(red - 200) < 12
    assert abs(green - 30) < 12
    assert "icc_profile" not in page_of(file_of(image, "PNG", icc_profile=profile)).info


def test_a_broken_profile_does_not_cost_the_picture():
    assert page_of(file_of(drawn(), "PNG", icc_profile=b"no profile at all")).size == (40, 30)


def test_what_is_see_through_stands_on_white():
    assert page_of(file_of(drawn(colour=(0, 0, 0, 0), mode="RGBA"))).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("mode", "shape"),
    [("1", "PNG"), ("L", "JPEG"), ("LA", "PNG"), ("P", "GIF"), ("I;16", "PNG"), ("CMYK", "JPEG"), ("RGBA", "WEBP")],
)
def test_every_way_of_keeping_colours_is_read(mode, shape):
    assert page_of(file_of(Image.new(mode, (40, 30)), shape)).mode == "RGB"


def test_of_an_animation_the_first_frame_is_kept():
    frames = [drawn(colour=colour) for colour in ("red", "lime", "blue")]

    page = page_of(file_of(frames[0], "GIF", save_all=True, append_images=frames[1:]))

    assert not getattr(page, "is_animated", False)
    assert page.getpixel((5, 5))[0] > 200


def test_a_large_picture_is_made_as_wide_as_a_page_and_small_for_a_list():
    clean = cleaned(file_of(drawn((4000, 2000)), "JPEG"))

    assert (clean.page.width, clean.page.height) == (1280, 640)
    assert (clean.small.width, clean.small.height) == (320, 160)


def test_a_picture_that_is_small_already_is_not_blown_up():
    clean = cleaned(file_of(drawn((100, 50))))

    assert (clean.page.width, clean.page.height, clean.small.width) == (100, 50, 100)


def test_a_long_screenshot_fits_what_a_file_can_hold():
    assert cleaned(file_of(drawn((1000, 30_000)))).page.height == 16_000


def test_one_picture_has_one_hash_whatever_its_file_carries():
    bare, told = file_of(drawn()), file_of(drawn(), exif=where_it_was_taken())

    assert cleaned(bare).sha256 == cleaned(told).sha256


def png_that_says(width, height):
    """A PNG of a few bytes that unpacks to a picture of this size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 4000)), (b"IEND", b"")]
    chunks = [
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    ]
    return BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))


@pytest.mark.parametrize("side", [8_000, 9_800, 14_000, 60_000])
def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_unpacked(side):
    assert side * side > MOST_PIXELS

    with pytest.raises(PictureRefused, match="more than 60 million pixels"):
        cleaned(png_that_says(side, side))


def test_a_file_that_is_too_large_is_refused_without_reading_the_rest():
    file = BytesIO(file_of(drawn()).getvalue() + b"\0" * 3_000_000)

    with pytest.raises(PictureRefused, match="larger than 1 MB"):
        cleaned(file, most_bytes=1_000_000)

    assert file.tell() == 1_000_001


@pytest.mark.parametrize("shape", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_file_that_is_cut_off_is_refused(shape):
    noise = Image.effect_noise((200, 200), 80).convert("RGB")
    data = file_of(noise, shape).getvalue()

    with pytest.raises(PictureRefused, match="broken or cut off"):
        cleaned(BytesIO(data[: len(data) // 2]))


@pytest.mark.parametrize(
    "data",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"<html><script>alert(1)</script>",
        b"%PDF-1.7 and so on",
        b"words",
        file_of(drawn(), "BMP").getvalue(),
        file_of(drawn(), "TIFF").getvalue(),
    ],
)
def test_nothing_but_the_four_formats_is_opened(data):
    with pytest.raises(PictureRefused, match="no PNG, JPEG, WebP or GIF"):
        cleaned(BytesIO(data))


def test_an_empty_file_is_told_to_be_empty():
    with pytest.raises(PictureRefused, match="empty"):
        cleaned(BytesIO())


@given(
    shape=st.sampled_from(["PNG", "JPEG", "WEBP", "GIF"]),
    changes=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), min_size=1, max_size=8),
)
def test_whatever_the_bytes_are_a_picture_comes_out_or_a_refusal(shape, changes):
    data = bytearray(file_of(Image.effect_noise((12, 9), 60), shape).getvalue())
    for at, value in changes:
        data[at % len(data)] = value

    with suppress(PictureRefused):
        assert page_of(BytesIO(bytes(data))).format == "WEBP"
