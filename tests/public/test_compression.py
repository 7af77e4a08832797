"""What readers get is compressed as their browser takes it; what is for one person never is."""

from __future__ import annotations

import gzip

import brotli
import pytest

from tests.public.reading import PAGE
from tests.public.test_access import ADDRESSES

UNPACKED = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}


@pytest.mark.parametrize(
    ("taken", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("BR", "br"),
        ("brotli, xgzip", ""),
        ("", ""),
    ],
)
def test_a_page_is_compressed_as_the_browser_takes_it(taken, encoding, corrected, client):
    plain = client.get(PAGE)

    response = client.get(PAGE, headers={"Accept-Encoding": taken})

    assert response.get("Content-Encoding", "") == encoding
    assert UNPACKED[encoding](response.content) == plain.content
    assert "Accept-Encoding" in response["Vary"]
    assert (response["ETag"] == plain["ETag"]) is (encoding == "")


def test_all_that_readers_and_machines_read_is_compressed(corrected, client):
    for address in ADDRESSES:
        response = client.get(address, headers={"Accept-Encoding": "br"})

        assert response.get("Content-Encoding") == "br" or len(response.content) < 200, address


def test_what_may_hold_secrets_is_never_compressed(corrected, as_user, editor, client):
    desk = as_user(editor)

    for reader, address in ((desk, PAGE), (desk, "/desk/"), (client, "/login/")):
        assert "Content-Encoding" not in reader.get(address, headers={"Accept-Encoding": "br"})
