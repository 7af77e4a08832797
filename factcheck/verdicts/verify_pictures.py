"""Whether each picture that a published state shows is there, open to readers, and the one that was published.

One that was taken down is none of these, and the ledger has to say so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from factcheck.ledger.models import Entry
from factcheck.verdicts.models import Picture, Revision
from factcheck.verdicts.take_down_picture import told_of


def faults_of_pictures() -> Iterator[str]:
    """A sentence for each picture that was changed, removed or closed, and for each that was opened by no revision."""
    pictures = {picture.sha256: picture for picture in Picture.objects.select_related("takedown")}
    taken_down = _taken_down_by_entries()
    shown: set[str] = set()
    for revision in Revision.objects.select_related("verdict__claim").order_by("pk").iterator():
        for sha256 in _named_in(revision.evidence):
            picture = pictures.get(sha256)
            if picture is None or not picture.is_public:
                yield _("%(revision)s shows picture %(sha256)s, which readers cannot see.") % {
                    "revision": revision,
                    "sha256": sha256,
                }
            elif sha256 not in shown and sha256 not in taken_down and not _is_whole(picture):
                yield _("%(revision)s shows picture %(sha256)s, whose file is gone or was changed.") % {
                    "revision": revision,
                    "sha256": sha256,
                }
            shown.add(sha256)
    for picture in pictures.values():
        if picture.is_public and picture.sha256 not in shown:
            yield _("Picture %(sha256)s is public, and no published state shows it.") % {"sha256": picture.sha256}
    yield from _faults_of_takedowns(pictures, taken_down)


def _faults_of_takedowns(pictures: dict[str, Picture], entries: dict[str, Entry]) -> Iterator[str]:
    for sha256, picture in pictures.items():
        said = {"sha256": sha256, **told_of(picture.takedown)} if picture.is_taken_down else None
        entry = entries.get(sha256)
        if said and entry is None:
            yield _("Picture %(sha256)s is told to be taken down, and no entry says so.") % {"sha256": sha256}
        elif entry and said != entry.details:
            yield _("Picture %(sha256)s was taken down otherwise than entry %(pk)s says, or stands open again.") % {
                "sha256": sha256,
                "pk": entry.pk,
            }
        if entry and default_storage.exists(picture.page_file):
            yield _("Picture %(sha256)s was taken down, and its file is there again.") % {"sha256": sha256}


def _taken_down_by_entries() -> dict[str, Entry]:
    entries = Entry.objects.filter(act="picture.taken_down").order_by("-pk")
    return {str(entry.details.get("sha256")): entry for entry in entries}


def _named_in(evidence: Any) -> list[str]:
    """The hashes of the pictures in a revision's evidence, which may be anything if somebody altered it."""
    pieces = [piece for piece in evidence if isinstance(piece, dict)] if isinstance(evidence, list) else []
    pictures = [piece["picture"] for piece in pieces if isinstance(piece.get("picture"), dict)]
    return [str(picture.get("sha256")) for picture in pictures]


def _is_whole(picture: Picture) -> bool:
    if not default_storage.exists(picture.page_file):
        return False
    with default_storage.open(picture.page_file) as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == picture.sha256
