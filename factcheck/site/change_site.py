"""Changing what the site is called and says of itself."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from factcheck.ledger.chain import record, take_turn
from factcheck.site.identity import forget_site
from factcheck.site.models import SiteProfile


def logo_file(sha256: str) -> str:
    """The name of a logo's file in the store."""
    return f"site/{sha256}.webp"


def store_logo(data: bytes, *, sha256: str) -> None:
    """Keep the picture of a logo, which was drawn anew already."""
    if not default_storage.exists(logo_file(sha256)):
        default_storage.save(logo_file(sha256), ContentFile(data))


@transaction.atomic
def change_site(*, editor: User, **values: Any) -> None:
    """Set these fields of the site's profile; nothing is recorded if nothing changes.

    Raises ValidationError if one of them is refused, or a logo comes without words for it.
    """
    take_turn()
    profile = SiteProfile.objects.filter(pk=1).first() or SiteProfile(pk=1)
    before = {name: getattr(profile, name) for name in values}
    for name, value in values.items():
        setattr(profile, name, value)
    changes = {name: [before[name], value] for name, value in values.items() if before[name] != value}
    if not changes:
        return
    profile.full_clean()
    profile.save()
    record("site.changed", actor=editor, on=profile, changes=changes)
    forget_site()
