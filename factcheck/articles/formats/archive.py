"""ZIP: every file in it, each by its own format. Members are read one at a time, never unpacked to their names."""

from __future__ import annotations

import shutil
import stat
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from factcheck.articles.formats.incoming import ImportRefused, Incoming
from factcheck.articles.formats.source import IncomingFile
from factcheck.languages.sentences import noted

type Read = Callable[[IncomingFile], Iterator[Incoming | ImportRefused]]

MOST_BYTES = 8_000_000_000  # of all members, unpacked
MOST_MEMBERS = 200_000
MOST_SWELLING = 200  # times that a member may be larger than it is packed; text swells by 30 at the most
SMALL = 1_000_000  # bytes below which nothing swells enough to matter
PASSED_OVER = ("__MACOSX/", ".DS_Store", "Thumbs.db")
UNPACK = noted("Unpack it yourself and import the files.")


def rows(source: IncomingFile, read: Read) -> Iterator[Incoming | ImportRefused]:
    """The rows of every member in turn, each with the member's name. Raises ImportRefused for a dangerous archive."""
    try:
        with zipfile.ZipFile(source.open()) as archive, TemporaryDirectory(prefix="import-") as folder:
            members = _members(archive)
            for member in members:
                yield from _member(archive, member, Path(folder) / "member", source.encoding, read)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, ValueError) as error:
        raise ImportRefused(
            noted("It is a broken ZIP archive: %(error)s.", error=error), noted("Make or copy it again.")
        ) from None


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path, encoding: str, read: Read
) -> Iterator[Incoming | ImportRefused]:
    with archive.open(member) as packed, path.open("wb") as file:
        shutil.copyfileobj(packed, file)
    path_of_format = path.with_suffix(PurePosixPath(member.filename).suffix.lower())
    path.rename(path_of_format)
    try:
        with IncomingFile(path_of_format, name=member.filename, encoding=encoding) as source:
            for row in read(source):
                name = member.filename
                yield row.within(name) if isinstance(row, ImportRefused) else replace(row, file=name)
    except ImportRefused as refusal:
        yield refusal.within(member.filename)
    finally:
        path_of_format.unlink()


def must_be_bounded(archive: zipfile.ZipFile) -> None:
    """Raises ImportRefused for an archive that would swell, leads out of itself or holds too much."""
    members = [one for one in archive.infolist() if not one.is_dir()]
    for member in archive.infolist():
        _must_be_plain(member)
    if len(members) > MOST_MEMBERS:
        raise ImportRefused(
            noted(
                "It holds %(count)s files; %(most_members)s is the most.",
                count=f"{len(members):,}",
                most_members=f"{MOST_MEMBERS:,}",
            ),
            noted("Split it."),
        )
    size = sum(member.file_size for member in members)
    if size > MOST_BYTES:
        reason = noted(
            "It would unpack to %(size)s GB; %(most_bytes)s GB is the most.",
            size=f"{size / 1e9:,.0f}",
            most_bytes=f"{MOST_BYTES / 1e9:.0f}",
        )
        raise ImportRefused(reason, UNPACK)


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files of an archive, none of them dangerous. Raises ImportRefused."""
    must_be_bounded(archive)
    members = [one for one in archive.infolist() if not one.is_dir()]
    return [one for one in members if not one.filename.startswith(PASSED_OVER[0]) and _name(one) not in PASSED_OVER]


def _must_be_plain(member: zipfile.ZipInfo) -> None:
    name = member.orig_filename
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if name.startswith(("/", "\\")) or ".." in parts or ":" in (parts or ("",))[0] or "\0" in name:
        raise ImportRefused(noted("The name “%(name)s” in it leads out of the archive.", name=name), UNPACK)
    if stat.S_ISLNK(member.external_attr >> 16):
        raise ImportRefused(noted("“%(name)s” in it is a link to another file.", name=name), UNPACK)
    if member.flag_bits & 0x1:
        raise ImportRefused(noted("“%(name)s” in it is encrypted.", name=name), UNPACK)
    if member.file_size > SMALL and member.file_size > MOST_SWELLING * max(1, member.compress_size):
        times = member.file_size // max(1, member.compress_size)
        raise ImportRefused(
            noted("“%(name)s” in it would swell %(times)s times when unpacked.", name=name, times=f"{times:,}"), UNPACK
        )


def _name(member: zipfile.ZipInfo) -> str:
    return PurePosixPath(member.filename).name
