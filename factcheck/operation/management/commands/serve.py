"""`manage.py serve`: the site and the workers beside it, by one command."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from factcheck.operation import metrics
from factcheck.operation.processes import Program, run_together
from factcheck.operation.release import waiting_migrations

QUEUES = {
    "mails and pages": ["--queue-name=*", f"--exclude-queues={settings.IMPORTS_QUEUE}"],
    "imports": [f"--queue-name={settings.IMPORTS_QUEUE}"],
}


class Command(BaseCommand):
    help = "Serves the site, with a worker for mails and fetched pages and one for imports. Ctrl-C ends all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--bind", default="127.0.0.1:8000", metavar="HOST:PORT", help="default: %(default)s")
        parser.add_argument(
            "--processes", type=int, default=3, metavar="N", help="that answer requests; default: %(default)s"
        )
        parser.add_argument(
            "--without-workers", action="store_true", help="where db_worker runs elsewhere, on this machine or others"
        )

    def handle(self, *args: Any, bind: str, processes: int, without_workers: bool, **options: Any) -> None:
        must_be_ready()
        with_workers = not without_workers and settings.TASKS["default"]["BACKEND"] == settings.BY_WORKERS
        web = [sys.executable, "-m", "gunicorn", "factcheck.wsgi", f"--bind={bind}", f"--workers={processes}"]
        programs = [Program("web", web), *(workers() if with_workers else ())]
        with TemporaryDirectory(prefix="factcheck-metrics-") as folder:
            os.environ.setdefault(metrics.SHARED_FOLDER, folder)  # where the processes add up what they measure
            ended_with = run_together(programs)
        if ended_with:
            raise CommandError(f"The web server ended by itself, with {ended_with}; what it wrote above says why.")


def workers() -> list[Program]:
    """One worker for what takes seconds, one for imports: a mail does not wait for a million articles."""
    manage = [sys.executable, sys.argv[0], "db_worker"]
    return [Program(name, [*manage, *queues], is_restarted=True) for name, queues in QUEUES.items()]


def must_be_ready() -> None:
    """Raises CommandError, in a sentence that says what to run, unless database and static files fit this release."""
    try:
        waiting = waiting_migrations()
    except DatabaseError as error:
        raise CommandError(f"The database cannot be asked: {str(error).partition('\n')[0]}") from None
    if waiting:
        raise CommandError(f"The database lacks {waiting} steps of this release. Run: manage.py migrate")
    if isinstance(staticfiles_storage, ManifestFilesMixin) and not staticfiles_storage.hashed_files:
        raise CommandError("Styles and scripts are not collected. Run: manage.py collectstatic --no-input")
