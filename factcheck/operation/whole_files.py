"""Uploaded and drawn files on the disk, of which none is ever half there.

Files are named after what they hold, and one that is there already is not written again: what a full disk or a killed
process left of it would stay for good.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage

UNFINISHED = ".unfinished"


class WholeFiles(FileSystemStorage):
    """Django's storage of files; a file takes its name only once all of it is written."""

    def _save(self, name: str, content: Any) -> str:
        unfinished = f"{name}.{secrets.token_hex(8)}{UNFINISHED}"
        try:
            super()._save(unfinished, content)  # type: ignore[misc]  # Django's own, which its stubs do not know
            name = self.get_available_name(name)
            Path(self.path(unfinished)).rename(self.path(name))
        except BaseException:
            Path(self.path(unfinished)).unlink(missing_ok=True)
            raise
        return name
