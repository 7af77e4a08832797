"""A reader's answer in the smallest form that the browser says it unpacks.

Only what is the same for everybody passes here: compressed together, a secret and what a stranger typed give each other
away by their length.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Mapping

import brotli
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers

SHORTEST = 200  # bytes: below, it grows
LEVEL_OF_BROTLI, LEVEL_OF_GZIP = 5, 6  # an answer is compressed while somebody waits
COMPRESSIBLE = re.compile(r"text/|application/\S*(?:json|xml)")
REFUSED = re.compile(r";\s*q=0(?:\.0*)?\s*$")

COMPRESSED: Mapping[str, Callable[[bytes], bytes]] = {
    "br": lambda body: bytes(brotli.compress(body, quality=LEVEL_OF_BROTLI)),
    "gzip": lambda body: gzip.compress(body, LEVEL_OF_GZIP, mtime=0),
}

DECOMPRESSED: Mapping[str, Callable[[bytes], bytes]] = {"br": brotli.decompress, "gzip": gzip.decompress}


def encoding_for(request: HttpRequest) -> str:
    """The first of ours that the browser takes; empty where it takes none."""
    asked = request.headers.get("Accept-Encoding", "").lower().split(",")
    taken = {encoding.partition(";")[0].strip() for encoding in asked if not REFUSED.search(encoding)}
    return next((encoding for encoding in COMPRESSED if encoding in taken), "")


def compress(response: HttpResponseBase, encoding: str) -> None:
    """Compress a whole answer that is worth it, and say that it depends on what the browser takes."""
    if not isinstance(response, HttpResponse) or not COMPRESSIBLE.match(response.get("Content-Type", "")):
        return
    patch_vary_headers(response, ["Accept-Encoding"])
    if encoding and len(response.content) >= SHORTEST:
        response.content = COMPRESSED[encoding](response.content)
        response["Content-Encoding"] = encoding


def decompress(response: HttpResponse) -> None:
    """Take a whole answer's compression back."""
    if encoding := response.headers.get("Content-Encoding", ""):
        response.content = DECOMPRESSED[encoding](response.content)
        del response.headers["Content-Encoding"]
