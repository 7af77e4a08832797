"""Runs management commands, each in a process of its own that can be killed at any moment: `python -m …forking`.

The processes are forked from this one, which has imported everything already, so that each starts in no time. A line
of standard input is a command's words as JSON; the answers are its process's number and, after an empty line, its
status when it ended.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path

import django
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.core.management import call_command
from django.test import Client, override_settings
from django.utils import timezone

django.setup()

from django.contrib.auth.models import User  # noqa: E402

from factcheck.articles.formats.export import lines  # noqa: E402
from factcheck.articles.formats.incoming import Given  # noqa: E402
from factcheck.articles.intake import batches, uploads  # noqa: E402
from factcheck.articles.journal import faults_of_imports  # noqa: E402
from factcheck.articles.management.commands import import_articles  # noqa: E402, F401
from factcheck.articles.models import (  # noqa: E402
    Article,
    Block,
    Fingerprint,
    ImportBatch,
    ImportRow,
    Outlet,
    Story,
)
from factcheck.ledger.chain import verify  # noqa: E402
from factcheck.ledger.models import Entry  # noqa: E402
from factcheck.operation.management.commands.serve import QUEUES  # noqa: E402
from factcheck.settings import BY_WORKERS, TASKS  # noqa: E402


def snapshot(path):
    """Write what the database holds, without keys and times."""
    prints = Counter(Fingerprint.objects.values_list("article__received_sha256", "hash"))
    told = {
        "articles": sorted(lines()),
        "previous": sorted(
            Article.objects.filter(previous__isnull=False).values_list("received", "previous__received")
        ),
        "batches": [sorted(map(str, Article.objects.values_list("batch__name", flat=True).distinct()))],
        "fingerprints": sorted([article, value, count] for (article, value), count in prints.items()),
        "blocks": sorted(Block.objects.counted().values_list("outlet__name", "text", "state", "articles")),
        "outlets": sorted(Outlet.objects.values_list("name", "domain")),
        "stories": sorted(Story.objects.values_list("slug", "title")),
        "imports": list(ImportBatch.objects.values("name", "sha256", "status", "counts", "taken")),
        "rows": list(ImportRow.objects.order_by("number", "pk").values("number", "fate", "before", "after", "line")),
        "acts": [[act, _without_keys(details)] for act, details in Entry.objects.values_list("act", "details")],
        "faults": list(faults_of_imports()),
        "ledger": verify(),
    }
    Path(path).write_text(json.dumps(told, default=str))


def _without_keys(details):
    """PostgreSQL gives no key twice, so a killed import leaves gaps, and the digest of its rows tells of them."""
    return {name: value for name, value in details.items() if name != "rows_sha256"}


def upload(path):
    """Have an administrator upload a file."""
    content = Path(path).read_bytes()
    file = UploadedFile(ContentFile(content), name=Path(path).name, size=len(content))
    administrator = User.objects.create_superuser("administrator")
    uploads.receive(file, shape="", encoding="", given=Given(), actor=administrator)


def press(button):
    """Press a button of the upload's page."""
    address, client = _page()
    assert client.post(address, {button: "1"}).status_code == 302


def look(path):
    """Write the upload's page as it is when nothing was heard of it for an hour."""
    ImportBatch.objects.update(alive_at=timezone.now() - timedelta(hours=1))
    address, client = _page()
    Path(path).write_bytes(client.get(address).content)


def work(parts=""):
    """Be the worker for imports until nothing waits; killed, if `parts` is given, when so many parts are stored."""
    if parts:
        take, left = batches._take_part, iter(range(int(parts)))

        def take_or_die(*words):
            if next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)
            take(*words)

        batches._take_part = take_or_die
    call_command("db_worker", "--batch", "--no-startup-delay", *QUEUES["imports"])


def _page():
    client = Client(headers={"Host": "localhost"})
    client.force_login(User.objects.get())
    return f"/desk/articles/added/{ImportBatch.objects.get().pk}/", client


STEPS = {step.__name__: step for step in (snapshot, upload, press, look, work)}


def run(words):
    if words[0] not in STEPS:
        call_command(*words)
        return
    with override_settings(TASKS={"default": {**TASKS["default"], "BACKEND": BY_WORKERS}}):
        STEPS[words[0]](*words[1:])


def answer(number):
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def main():
    for line in sys.stdin:
        process = os.fork()
        if not process:
            with Path(os.devnull).open("w") as nowhere:
                os.dup2(nowhere.fileno(), 1)
            try:
                run(json.loads(line))
            except BaseException as error:  # a fork must not go on as its parent
                sys.stderr.write(f"{error!r}\n")
                os._exit(1)
            os._exit(0)
        answer(process)
        sys.stdin.readline()  # whoever asked may kill it until then: its number stays its own
        answer(os.waitpid(process, 0)[1])


main()
