"""Removes uploaded pictures that no verdict rests on and readers never saw."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from factcheck.verdicts.store_picture import clear_pictures


class Command(BaseCommand):
    help = "Remove uploaded pictures that no verdict rests on and no published state shows."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, default=30, help="keep those that are younger (default: 30)")

    def handle(self, *, days: int, **options: Any) -> None:
        removed = clear_pictures(before=timezone.now() - timedelta(days=days))
        self.stdout.write(f"{removed} {'picture' if removed == 1 else 'pictures'} removed.")
