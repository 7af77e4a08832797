"""`manage.py record_comparisons`: compare the versions that an older release, or a worker that is gone, left out."""

from __future__ import annotations

from argparse import ArgumentParser
from itertools import batched
from typing import Any

from django.core.management.base import BaseCommand

from factcheck.articles.models import RecordedComparison, Story
from factcheck.articles.versions.record_comparisons import record_comparisons

TOGETHER = 200  # stories looked at at once


class Command(BaseCommand):
    help = "Compares every version with the original of its story where that was not done; safe to repeat."

    def add_arguments(self, parser: ArgumentParser) -> None:
        again = "compare all anew, as after a release that judges otherwise"
        parser.add_argument("--again", action="store_true", help=again)

    def handle(self, *args: Any, verbosity: int, again: bool, **options: Any) -> None:
        if again:
            RecordedComparison.objects.update(original=None)
        count = 0
        for keys in batched(Story.objects.order_by("pk").values_list("pk", flat=True).iterator(), TOGETHER):
            count += record_comparisons(keys)
        if verbosity:
            self.stdout.write(f"{count:,} more versions compared with their originals.")
