"""`manage.py serve` on a database of its own: the site answers, background work is done, and all of it ends at once."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from factcheck.operation.processes import Program, run_together
from scripts.serving import ROOT

LONGEST = 120  # seconds: a busy machine takes long to start, and nothing else is waited for


def until(found, what):
    for _ in range(LONGEST * 5):
        if value := found():
            return value
        time.sleep(0.2)
    raise AssertionError(f"{what} within {LONGEST} seconds")


@pytest.fixture
def environment(tmp_path):
    return {
        "PATH": os.environ["PATH"],
        "SECRET_KEY": "for-a-few-minutes-on-this-machine-only",
        "DATABASE_URL": f"sqlite:///{tmp_path}/site.sqlite3",
        "STATIC_ROOT": str(tmp_path / "static"),
        "MEDIA_ROOT": str(tmp_path / "media"),
        "METRICS_TOKEN": "for-a-few-minutes",
    }


def manage(environment, *words):
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@contextmanager
def served(environment):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "manage.py", "serve", f"--bind=127.0.0.1:{port}", "--processes=2"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.terminate()
        process.wait(timeout=LONGEST)


def children_of(process):
    """The command line of each child, by its number."""
    numbers = [int(number) for number in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]
    return {number: command_of(number) for number in numbers}


def command_of(number):
    try:
        return Path(f"/proc/{number}/cmdline").read_text().replace("\0", " ")
    except (FileNotFoundError, ProcessLookupError):
        return ""


def measured(url):
    """How many requests for the front page all processes together have measured."""
    asked = urllib.request.Request(f"{url}/metrics", headers={"Authorization": "Bearer for-a-few-minutes"})
    with urllib.request.urlopen(asked, timeout=10) as response:
        figures = response.read().decode()
    line = 'factcheck_request_seconds_count{method="GET",route="/",status="200"} '
    return sum(float(told.removeprefix(line)) for told in figures.splitlines() if told.startswith(line))


def answers(url):
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            return response.status == 200
    except OSError:
        return False


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="This machine does not list a program's children.")
def test_one_command_serves_the_site_and_works_in_the_background_until_it_is_ended(environment):
    manage(environment, "collectstatic", "--no-input")
    manage(environment, "migrate")
    count = 'from django_tasks_db.models import DBTaskResult as T; print(T.objects.filter(status="SUCCESSFUL").count())'
    publish = "from factcheck.verdicts.schedule_verdict import publish_what_is_due as task; task.enqueue()"

    with served(environment) as (url, process):
        until(lambda: answers(f"{url}/"), "The site answers")
        begun = until(lambda: len(children := children_of(process)) == 3 and children, "Three programs run")
        [mails] = [number for number, command in begun.items() if "--exclude-queues" in command]
        os.kill(mails, signal.SIGKILL)
        manage(environment, "shell", "-c", publish)
        until(
            lambda: manage(environment, "shell", "-c", count).stdout.strip().endswith("1"), "A new worker did the task"
        )
        begun |= children_of(process)
        before = measured(url)
        assert all(answers(f"{url}/") for _ in range(12))
        assert measured(url) == before + 12  # whichever process answered, and whichever is asked

    assert process.returncode == 0
    assert not [command for number in begun if "db_worker" in (command := command_of(number))]


def test_a_database_of_an_earlier_release_is_told_in_a_sentence(environment):
    done = manage(environment, "serve")

    assert done.returncode == 1
    assert "steps of this release. Run: manage.py migrate" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_end_of_a_program_that_is_not_restarted_ends_all():
    waits = Program("waits", [sys.executable, "-c", "import time; time.sleep(600)"], is_restarted=True)
    fails = Program("fails", [sys.executable, "-c", "raise SystemExit(3)"])

    assert run_together([waits, fails]) == 3
    assert waits.ended_with == -signal.SIGTERM


@pytest.mark.django_db
def test_uncollected_styles_are_told_in_a_sentence(settings, tmp_path):
    settings.STATIC_ROOT = str(tmp_path)
    backend = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": backend}}

    with pytest.raises(CommandError, match="collectstatic"):
        call_command("serve")
