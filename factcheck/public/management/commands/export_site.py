"""`manage.py export_site DIR`: the public site as files."""

from __future__ import annotations

import logging
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factcheck.public.site_copy import CopyFailed, copy_site


class Command(BaseCommand):
    help = (
        "Copies the whole public site into DIR as files, for a web server to show while the site does not answer. DIR "
        "becomes a link to the newest copy beside it; pages that did not change are taken over from the one before."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        logging.getLogger("factcheck.operation.log_lines").setLevel(logging.WARNING)  # nobody asked for these pages
        try:
            copied = copy_site(folder)
        except CopyFailed as failure:
            raise CommandError(str(failure)) from None
        told = f"{copied.written} addresses written, {copied.same} as they were, {copied.gone} no longer there"
        self.stdout.write(f"{told}: {folder}")
