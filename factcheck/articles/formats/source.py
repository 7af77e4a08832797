"""A file on its way in: where it lies, what it is called, and how far it is read."""

from __future__ import annotations

from pathlib import Path
from typing import IO, Self

from factcheck.articles.formats.encoding import as_utf_8


class IncomingFile:
    """One file to read, or one member of an archive, which lies in a file of its own while it is read."""

    def __init__(self, path: Path, *, name: str = "", encoding: str = "") -> None:
        self.path, self.name, self.encoding = path, name or path.name, encoding
        self.size = path.stat().st_size
        self._file: IO[bytes] | None = None
        self._length = self.size

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self._file is not None:
            self._file.close()

    def start(self, length: int = 4096) -> bytes:
        with self.path.open("rb") as file:
            return file.read(length)

    def open(self) -> IO[bytes]:
        """The opened file; how far it is read counts as how far the source is."""
        self._file = self.path.open("rb")
        return self._file

    def open_text(self) -> tuple[IO[bytes], str]:
        """The opened file as UTF-8, and the name of its encoding if it was another. Raises ImportRefused."""
        file, encoding = as_utf_8(self.open(), self.encoding)
        if file is not self._file:
            self.__exit__()
            self._file = file
            self._length = self._size_of(file)
        return file, encoding

    @property
    def at(self) -> int:
        """How many of the source's bytes were read."""
        if self._file is None or self._file.closed:
            return 0
        return self._file.tell() * self.size // max(1, self._length)

    @staticmethod
    def _size_of(file: IO[bytes]) -> int:
        size = file.seek(0, 2)
        file.seek(0)
        return size
