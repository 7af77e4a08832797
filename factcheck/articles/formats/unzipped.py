"""A gzip file as what is in it, bounded: in how it may swell, and in how much is read where little should stand."""

from __future__ import annotations

import sys
import zlib
from typing import IO

from factcheck.articles.formats.incoming import ImportRefused
from factcheck.languages.sentences import noted

GZIP = b"\x1f\x8b"
MOST_SWELLING = 200  # times that all read so far may be larger than it was packed; text swells by 30 at the most
SMALL = 10_000_000  # bytes below which nothing swells enough to matter
PIECE = 1 << 16


class UnzippedFile:
    """A file to read from its start, unpacked if it is gzip: one piece, or many one after the other.

    `allow` says how many bytes may be read from now on; a parser that reads on without end is stopped so.
    Raises ImportRefused where it swells too much, is broken, or more is read than was allowed.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._is_packed = file.read(len(GZIP)) == GZIP
        file.seek(0)
        self._unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._packed = b""
        self._taken = self._given = 0
        self._allowed = sys.maxsize

    def allow(self, size: int = sys.maxsize) -> None:
        self._allowed = size

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes, or a piece where none is given; empty at the end."""
        size = PIECE if size < 0 else size
        found = self._unpacked(size) if self._is_packed else self._file.read(size)
        self._allowed -= len(found)
        if self._allowed < 0:
            raise ImportRefused(noted("It has a head without an end."), noted("Fetch or copy the file again."))
        return found

    def _unpacked(self, size: int) -> bytes:
        found = b""
        while not found and self._has_more():
            try:
                found = self._unpacker.decompress(self._packed, size)
            except zlib.error:
                raise ImportRefused(
                    noted("Its compression is broken."), noted("Fetch or copy the file again.")
                ) from None
            self._packed = self._unpacker.unconsumed_tail or self._unpacker.unused_data
            self._given += len(found)
            self._must_not_swell()
        return found

    def _has_more(self) -> bool:
        """Whether there is more to unpack; a piece that ended gives way to the next. Padding counts as the end."""
        if not self._packed:
            self._packed = self._file.read(PIECE)
            self._taken += len(self._packed)
        if self._unpacker.eof and self._packed:
            self._packed = self._packed.lstrip(b"\0")
            self._unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        return bool(self._packed)

    def _must_not_swell(self) -> None:
        if self._given > SMALL and self._given > MOST_SWELLING * self._taken:
            times = self._given // max(1, self._taken)
            reason = noted("It swells more than %(times)s times when unpacked, as no text does.", times=f"{times:,}")
            raise ImportRefused(reason, noted("Unpack it yourself and import what is in it."))
