"""Kept pages as files: they survive a restart, and all processes on the machine share them."""

from __future__ import annotations

import logging
import pickle
import random
import zlib
from typing import Any

from django.core.cache.backends.filebased import FileBasedCache

COUNTED_EVERY = 500  # pages, about
BROKEN = (OSError, EOFError, ValueError, LookupError, AttributeError, ImportError, zlib.error, pickle.PickleError)
logger = logging.getLogger(__name__)


class PageFiles(FileBasedCache):
    """Django's cache in files. No page fails with it: what cannot be read or written is made anew.

    It counts its files now and then only, since that takes as long as making a page does.
    """

    def get(self, key: Any, default: Any = None, version: Any = None) -> Any:
        try:
            return super().get(key, default, version)
        except BROKEN as error:
            logger.warning("A kept page cannot be read (%r), and is made anew.", error)
            return default

    def set(self, key: Any, value: Any, *args: Any, **options: Any) -> None:
        try:
            super().set(key, value, *args, **options)
        except OSError as error:
            logger.warning("A page cannot be kept (%r), and is made anew each time.", error)

    def _createdir(self) -> None:
        try:
            super()._createdir()  # type: ignore[misc]  # Django's own, which its stubs do not know
        except OSError as error:
            logger.warning("There is no folder for kept pages (%r).", error)

    def _cull(self) -> None:
        if random.randrange(COUNTED_EVERY) == 0:  # noqa: S311 - nobody gains by guessing it
            super()._cull()  # type: ignore[misc]
