"""`manage.py publish_due`: publish the scheduled verdicts whose time has come."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from factcheck.verdicts.schedule_verdict import publish_due


class Command(BaseCommand):
    help = "Publishes every scheduled verdict whose time has come. Run it each minute; a second run does nothing twice."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        for revision in publish_due():
            if verbosity:
                self.stdout.write(f"{revision.verdict} is public: revision {revision.number}.")
