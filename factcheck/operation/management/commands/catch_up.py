"""`manage.py catch_up`: after an update or the end of a worker, work out of the stored rows what is missing."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from factcheck.operation.abandoned_tasks import begin_again
from factcheck.operation.catch_up import STEPS


class Command(BaseCommand):
    help = "Compares versions, follows statements and suggests conflicts as this release does; safe to repeat."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--only-missing", action="store_true", help="keep comparisons that an older release made")

    def handle(self, *args: Any, verbosity: int, only_missing: bool, **options: Any) -> None:
        if again := begin_again():
            self.stdout.write(f"{again} background tasks that were begun and not ended wait for a worker again.")
        for step in STEPS:
            anew = {"again": True} if step == "record_comparisons" and not only_missing else {}
            call_command(step, verbosity=verbosity, stdout=self.stdout, **anew)
