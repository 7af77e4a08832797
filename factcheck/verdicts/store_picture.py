"""Keeping an uploaded picture, opening it to readers when it is published, clearing away what nothing shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import IO

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from factcheck.ledger.chain import record, take_turn
from factcheck.verdicts.models import Picture, Revision, Takedown, UnsavedText
from factcheck.verdicts.pictures import PictureRefused, clean_picture
from factcheck.verdicts.snapshot import Snapshot

FOLDER = "pictures"


def store_picture(file: IO[bytes], *, editor: User) -> Picture:
    """Keep the picture in `file` for the desk; one that is there already is not kept twice.

    It is drawn before the transaction begins: that may take a second, in which nobody else could write.
    Raises PictureRefused, also for one that was taken down.
    """
    clean = clean_picture(file, most_bytes=settings.PICTURE_MAX_BYTES)
    with transaction.atomic():
        take_turn()
        if down := Takedown.objects.filter(picture__sha256=clean.sha256).first():
            raise PictureRefused(
                _("This picture was taken down on %(day)s: %(reason)s")
                % {"day": date_format(down.taken_down_at), "reason": down.reason}
            )
        now = timezone.now()
        new = {"width": clean.page.width, "height": clean.page.height, "uploaded_by": editor, "uploaded_at": now}
        picture, is_new = Picture.objects.get_or_create(sha256=clean.sha256, defaults=new)
        _write(picture.page_file, clean.page.data)
        _write(picture.small_file, clean.small.data)
        if is_new:
            record("picture.stored", actor=editor, on=picture, sha256=picture.sha256)
        else:
            Picture.objects.filter(pk=picture.pk).update(uploaded_at=now)
    return picture


def show_pictures(revision: Revision) -> None:
    """Let readers see the pictures that a published state shows, from now on for good."""
    shown = [picture.sha256 for picture in Snapshot.of_revision(revision).pictures]
    if shown:
        Picture.objects.filter(sha256__in=shown, first_shown_in=None).update(first_shown_in=revision)


@transaction.atomic
def clear_pictures(*, before: datetime) -> int:
    """Remove what was stored before the moment and is neither evidence, nor public, nor begun to be added.

    Returns how many pictures went. Files that no picture is known for go too.
    """
    begun = set(UnsavedText.objects.values_list("fields__picture", flat=True))
    unused = Picture.objects.unused_since(before).exclude(sha256__in=begun - {None})
    removed = 0
    for picture in unused.select_for_update(no_key=True, of=("self",)):
        record("picture.removed", actor=None, on=picture, sha256=picture.sha256)
        picture.delete()
        removed += 1
    transaction.on_commit(lambda: _remove_files(before))
    return removed


def _write(name: str, data: bytes) -> None:
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(data))


def _remove_files(before: datetime) -> None:
    shown = Picture.objects.filter(takedown=None)
    known = {name for picture in shown for name in (picture.page_file, picture.small_file)}
    for name in _files():
        if name not in known and default_storage.get_modified_time(name) < before:
            default_storage.delete(name)


def _files() -> Iterator[str]:
    if default_storage.exists(FOLDER):
        _folders, names = default_storage.listdir(FOLDER)
        yield from (f"{FOLDER}/{name}" for name in names)
