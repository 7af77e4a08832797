"""What must hold of the settings before the site is served: each fault in a sentence that names the variable.

Django asks before every command, so that `manage.py serve` and `migrate` refuse to start; `manage.py check` tells all.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from email.utils import parseaddr
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email
from django.http.request import validate_host

POSITIVE = ("QUOTE_WORDS", "IMPORT_MAX_BYTES", "PICTURE_MAX_BYTES")


@checks.register()
def check_settings(**_kwargs: Any) -> list[checks.CheckMessage]:
    faults = [*_of_the_secret(), *_of_addresses(), *_of_figures(), *_of_folders()]
    return [*(checks.Error(told, id=f"factcheck.{name}") for name, told in faults), *_warnings()]


def _of_the_secret() -> Iterator[tuple[str, str]]:
    try:
        _ = settings.SECRET_KEY
    except ImproperlyConfigured:
        yield "SECRET_KEY", "SECRET_KEY is not set: give it some 50 random characters, and keep them secret."


def _of_addresses() -> Iterator[tuple[str, str]]:
    site = urlsplit(settings.SITE_URL)
    if site.scheme not in ("http", "https") or not site.hostname or site.path or site.query:
        yield "SITE_URL", f"SITE_URL={settings.SITE_URL} is not the address of a site, such as https://desk.example."
    elif not settings.DEBUG and not validate_host(site.hostname, settings.ALLOWED_HOSTS):
        yield "ALLOWED_HOSTS", f"ALLOWED_HOSTS lacks {site.hostname}, the host of SITE_URL, so every page is refused."
    if settings.SITE_EMAIL and not _is_mail_address(settings.SITE_EMAIL):
        yield "SITE_EMAIL", f"SITE_EMAIL={settings.SITE_EMAIL} is no mail address."
    if settings.SENDS_MAIL and not _is_mail_address(parseaddr(settings.DEFAULT_FROM_EMAIL)[1]):
        yield "EMAIL_FROM", f"EMAIL_FROM={settings.DEFAULT_FROM_EMAIL} is no mail address to send from."


def _is_mail_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def _of_figures() -> Iterator[tuple[str, str]]:
    yield from ((name, f"{name} must be 1 or more.") for name in POSITIVE if getattr(settings, name) < 1)
    if settings.PROXIES < 0:
        yield "PROXIES", "PROXIES must be 0 or more: how many servers of yours a request passes first."
    backend = settings.TASKS["default"]["BACKEND"]
    if backend not in (settings.AT_ONCE, settings.BY_WORKERS):
        yield "TASKS_BACKEND", f"TASKS_BACKEND={backend} is neither {settings.BY_WORKERS} nor {settings.AT_ONCE}."


def _of_folders() -> Iterator[tuple[str, str]]:
    folders = {"MEDIA_ROOT": settings.MEDIA_ROOT}
    if settings.CACHES["pages"] != settings.CACHES["default"]:
        folders["PAGES_ROOT"] = settings.CACHES["pages"]["LOCATION"]
    if settings.BACKUP_BUCKET and find_spec("storages") is None:
        told = "BACKUP_BUCKET needs django-storages: pip install --require-hashes -r requirements/s3.txt"
        yield "BACKUP_BUCKET", told
    for name, folder in folders.items():
        if not _can_be_written(Path(folder)):
            yield name, f"{name}={folder} cannot be written by the account that serves the site."
    database = settings.DATABASES["default"]
    name = str(database["NAME"])
    if database["ENGINE"].endswith("sqlite3") and "memory" not in name and not _can_be_written(Path(name).parent):
        yield (
            "DATABASE_URL",
            f"The folder of DATABASE_URL, {Path(name).parent}, cannot be written: SQLite keeps files there.",
        )


def _can_be_written(folder: Path) -> bool:
    """Whether files can be made there; of a folder that is not there yet, whether it can be made."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _warnings() -> Iterator[checks.CheckMessage]:
    if settings.DEBUG and settings.SITE_URL.startswith("https://"):
        told = "DEBUG=1 shows how the site is built to whoever meets a fault; a site on the net goes without."
        yield checks.Warning(told, id="factcheck.DEBUG")
