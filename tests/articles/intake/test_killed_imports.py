"""An import that is killed, however often and at whatever moment, and then given again, ends as if it never was."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from scripts.postgres import own_database

ROOT = Path(__file__).parents[3]
ROWS = 160
KILLS = 20
WORDS = [
    "river",
    "bridge",
    "council",
    "dawn",
    "engineer",
    "pillar",
    "crack",
    "Monday",
    "ferry",
    "island",
    "harbour",
    "mail",
    "winter",
    "school",
    "roof",
    "mayor",
]


class Desk:
    """A database of its own, and a process that runs commands on it."""

    def __init__(self, process, folder):
        self.process, self.folder = process, folder

    def start(self, *words):
        self.process.stdin.write(json.dumps([str(word) for word in words]) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def ended(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def run(self, *words):
        assert self.status_of(*words) == 0

    def status_of(self, *words):
        self.start(*words)
        return self.ended()

    def killed(self, moment, *words):
        """Whether the command was still at work when it was killed, a moment after it began."""
        process = self.start(*words)
        time.sleep(moment)
        os.kill(process, signal.SIGKILL)  # not waited for yet, so the number is still its own
        return bool(self.ended())

    def snapshot(self):
        path = self.folder / "snapshot.json"
        self.run("snapshot", path)
        return json.loads(path.read_text())


@contextmanager
def desk(folder):
    folder.mkdir()
    with ExitStack() as stack:
        database = os.environ.get("DATABASE_URL", "")
        if database.startswith("postgres"):
            database = stack.enter_context(own_database(database, f"factcheck_{folder.name}_{os.getpid()}"))
        else:
            database = f"sqlite:///{folder}/desk.sqlite3"
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": database,
            "MEDIA_ROOT": str(folder / "media"),
        }
        command = [sys.executable, "-m", "tests.articles.intake.forking"]
        process = stack.enter_context(
            subprocess.Popen(
                command, cwd=ROOT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        )
        stack.callback(process.stdin.close)
        one = Desk(process, folder)
        one.run("migrate", "--verbosity=0")
        yield one


@pytest.fixture
def file(tmp_path):
    """Rows of several papers, a line of the paper under each: reprints, new versions, and every fortieth refused."""
    chance = random.Random(4)
    path = tmp_path / "rows.jsonl"
    with path.open("w") as file:
        for number in range(ROWS):
            text = " ".join(chance.choices(WORDS, k=60)).capitalize() + "."
            paper = f"Paper {number % 5}"
            row = {"text": f"{text}\n\nMore of {paper}", "outlet": paper, "url": f"https://paper.example/{number % 12}"}
            if number % 40 == 39:
                row["published_on"] = "2019-02-30"
            file.write(json.dumps(row) + "\n")
            if number % 10 == 9:
                file.write(json.dumps({"text": text, "outlet": "The Reprint"}) + "\n")
    return path


@pytest.mark.slow
def test_twenty_kills_leave_what_an_uninterrupted_import_leaves(file, tmp_path):
    chance = random.Random(time.time_ns())
    command = ("import_articles", "--keep-going", file)
    with desk(tmp_path / "whole") as whole, desk(tmp_path / "killed") as killed:
        began = time.monotonic()
        whole.run(*command)
        long = time.monotonic() - began

        kills = sum(killed.killed(chance.uniform(0, 1.6 * long / KILLS), *command) for _ in range(KILLS))
        killed.run(*command)

        expected = whole.snapshot()
        found = killed.snapshot()
    assert kills >= KILLS / 2
    assert expected["imports"][0]["counts"]["refused"] == ROWS // 40
    assert len(expected["blocks"]) == 5
    assert found == expected


@pytest.mark.slow
def test_a_kill_leaves_nothing_of_a_file_that_is_imported_whole(file, tmp_path):
    lines = [line for line in file.read_text().splitlines(keepends=True) if "published_on" not in line]
    file.write_text("".join(lines))
    with desk(tmp_path / "desk") as one:
        empty = one.snapshot()

        for moment in (0.05, 0.1, 0.2, 0.4):
            if one.killed(moment, "import_articles", file) and (left := one.snapshot()) != empty:
                assert left["imports"][0]["status"] == "done"  # all was stored, and it was only about to end
                assert sum(left["imports"][0]["counts"].values()) == len(lines)
                break
        one.run("import_articles", file)

        assert one.snapshot()["imports"][0]["counts"].keys() <= {"created", "new version", "unchanged"}


@pytest.mark.slow
def test_the_page_tells_that_a_worker_was_killed_and_goes_on_with_nothing_doubled(file, tmp_path):
    page = tmp_path / "page.html"
    with desk(tmp_path / "whole") as whole, desk(tmp_path / "killed") as killed:
        whole.run("import_articles", "--keep-going", file)
        killed.run("upload", file)
        killed.run("work")
        killed.run("press", "import")

        assert killed.status_of("work", 3) == signal.SIGKILL
        killed.run("work")  # as it is started anew: the task that was cut off is not its own
        killed.run("look", page)
        left = killed.snapshot()
        killed.run("press", "import")
        killed.run("work")

        expected, found = whole.snapshot(), killed.snapshot()
    assert "Nothing was heard of it for a minute" in page.read_text()
    assert "Go on where it was" in page.read_text()
    assert left["imports"][0]["status"] == "importing"
    assert 0 < left["imports"][0]["taken"] < expected["imports"][0]["taken"]
    assert found.pop("acts")[-1][0] == expected.pop("acts")[-1][0] == "articles.imported"
    assert found == expected
