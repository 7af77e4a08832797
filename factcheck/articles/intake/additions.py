"""What an editor adds at once: files and a pasted text, packed as one import with one preview and one undo."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from tempfile import SpooledTemporaryFile

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile

from factcheck.articles.formats.incoming import Given
from factcheck.articles.formats.page import is_page
from factcheck.articles.intake.uploads import receive
from factcheck.articles.models import ImportBatch
from factcheck.languages.sentences import noted

IN_MEMORY = 5_000_000  # bytes of a pack before it goes to the disk
BY_ITSELF = (".zip", ".json")  # an archive is not read inside another, nor is a fixture
PASTED = noted("pasted text")


def add(files: Sequence[UploadedFile[bytes]], text: str, *, given: Given, actor: User) -> list[ImportBatch]:
    """Have all that was given looked at: together, but for what can only be imported by itself.

    Raises ImportRefused for what is plainly no article, and then nothing of it is kept.
    """
    alone = [file for file in files if PurePath(file.name or "").suffix.lower() in BY_ITSELF]
    others: list[UploadedFile[bytes]] = [file for file in files if file not in alone]
    pasted = [_pasted(text)] if text.strip() else []
    together = [*others, *pasted]
    if len(together) > 1:
        first = [_receive_packed(together, given, actor)]
    else:
        first = [_receive(file, given, actor) for file in together]
    return [*first, *(_receive(file, given, actor) for file in alone)]


def _receive(file: UploadedFile[bytes], given: Given, actor: User) -> ImportBatch:
    shape = _shape_of_pasted(file) if (file.name or "").startswith(PASTED) else ""
    return receive(file, shape=shape, encoding="", given=given, actor=actor)


def _pasted(text: str) -> UploadedFile[bytes]:
    content = ContentFile(text.replace("\r\n", "\n").encode("utf-8", "replace"))
    return UploadedFile(content, name=f"{PASTED}.txt", content_type="text/plain", size=content.size)


def _shape_of_pasted(file: UploadedFile[bytes]) -> str:
    """The source of a page is read as one; words are an article, however they look like a table."""
    start = file.read(4096)
    file.seek(0)
    return "page" if is_page(start) else "text"


def _receive_packed(files: Sequence[UploadedFile[bytes]], given: Given, actor: User) -> ImportBatch:
    with SpooledTemporaryFile(IN_MEMORY) as pack:
        with zipfile.ZipFile(pack, "w") as archive:
            for name, file in _named(files):
                with archive.open(name, "w", force_zip64=True) as member:
                    for chunk in file.chunks():
                        member.write(chunk)
        size = pack.tell()
        pack.seek(0)
        upload = UploadedFile(
            pack, name=noted("%(count)s files", count=len(files)), content_type="application/zip", size=size
        )
        return receive(upload, shape="zip", encoding="", given=given, actor=actor)


def _named(files: Sequence[UploadedFile[bytes]]) -> Iterator[tuple[str, UploadedFile[bytes]]]:
    """Each file with a name that no other has."""
    names: set[str] = set()
    for file in files:
        path = PurePath(file.name or "file")
        name, number = path.name, 1
        while name in names:
            number += 1
            name = f"{path.stem} ({number}){path.suffix}"
        names.add(name)
        yield name, file
