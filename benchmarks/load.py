"""How the site bears many people at once, and the loss of what it stands on.

    python -m benchmarks.load [--editors 200] [--readers 2000] [--seconds 300]

PostgreSQL and Redis are servers of the benchmark's own, in a folder that goes with it; the site is served by
`manage.py serve` with two processes and two workers. First all is well; then, for a tenth of the time each, a process
of the site is killed, Redis is stopped, PostgreSQL is started anew. At the end each editor's draft must hold what the
site last said it had saved. Needs the programs of PostgreSQL and redis-server.
"""

from __future__ import annotations

import argparse
import json
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
VERDICTS = 1_000
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


@dataclass
class Database:
    """A server of PostgreSQL; one that root starts runs as another account, since it refuses root."""

    folder: Path
    port: int

    @property
    def url(self) -> str:
        return f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def make(self) -> None:
        self.run("initdb", "--auth=trust", "--username=postgres", "--no-sync", "--pgdata", str(self.folder / "data"))
        self.control("start")

    def control(self, act: str) -> None:
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c max_connections=50"
        self.run(
            "pg_ctl", f"--pgdata={self.folder}/data", f"--log={self.folder}/log", "-w", "-o", options, act, "-mfast"
        )

    def run(self, program: str, *words: str) -> None:
        found = shutil.which(program) or next((str(place / program) for place in PROGRAMS), program)
        account = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
        subprocess.run([found, *words], check=True, stdout=subprocess.DEVNULL, cwd=self.folder, **account)


@dataclass
class Redis:
    """A server of Redis that keeps nothing on disk."""

    port: int
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        words = ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        self.process = subprocess.Popen(words, stdout=subprocess.DEVNULL)

    def stop(self) -> None:
        assert self.process
        self.process.terminate()
        self.process.wait(timeout=30)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--editors", type=int, default=200)
    parser.add_argument("--readers", type=int, default=2_000)
    parser.add_argument("--seconds", type=float, default=300.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        with servers(folder) as (database, redis):
            environment = prepare(folder, database, redis, editors=given.editors)
            with served(environment, folder) as (url, site):
                measure(given, folder, url, environment, disturbances(site, database, redis))


@contextmanager
def servers(folder: Path) -> Iterator[tuple[Database, Redis]]:
    place = folder / "postgresql"
    place.mkdir()
    if os.geteuid() == 0:
        shutil.chown(place, pwd.getpwnam("postgres").pw_uid)
    database, redis = Database(place, free_port()), Redis(free_port())
    database.make()
    redis.start()
    try:
        yield database, redis
    finally:
        redis.stop()
        database.control("stop")


def prepare(folder: Path, database: Database, redis: Redis, *, editors: int) -> dict[str, str]:
    """Fill the database; the environment of the site."""
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "factcheck.settings",
        "SECRET_KEY": "for-a-few-minutes-on-this-machine-only",
        "DATABASE_URL": database.url,
        "CACHE_URL": f"redis://127.0.0.1:{redis.port}/0",
        "STATIC_ROOT": str(folder / "static"),
        "MEDIA_ROOT": str(folder / "media"),
        "DEMONSTRATION": "1",
        "LOG_FORMAT": "json",
    }
    for words in (["collectstatic", "--no-input"], ["migrate"], ["load_demo"]):
        manage(environment, *words, "--verbosity=0")
    run(environment, "benchmarks.site_rows", str(VERDICTS))
    (folder / "editors.json").write_text(run(environment, "benchmarks.load_rows", str(editors)))
    told = (line.split("\t") for line in run(environment, "benchmarks.site_rows", "--addresses").splitlines())
    read = {name: address for name, address in told if "search" not in name and "static" not in name}
    (folder / "addresses.json").write_text(json.dumps(read))
    return environment


@contextmanager
def served(environment: dict[str, str], folder: Path) -> Iterator[tuple[str, psutil.Process]]:
    place = f"127.0.0.1:{free_port()}"
    environment["SITE_URL"] = url = f"http://{place}"
    words = [sys.executable, "manage.py", "serve", f"--bind={place}", "--processes=2"]
    with (folder / "site.log").open("wb") as log:
        site = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        await_answer(url)
        yield url, psutil.Process(site.pid)
    finally:
        site.terminate()
        site.wait(timeout=60)


def disturbances(
    site: psutil.Process, database: Database, redis: Redis
) -> dict[str, tuple[Callable[[], None], Callable[[], None]]]:
    """What happens in the middle of a turn, and what ends it, by what it is called."""

    def kill_a_process() -> None:
        web = next(child for child in site.children() if any("gunicorn" in word for word in child.cmdline()))
        web.children()[0].kill()

    def nothing() -> None:
        pass

    return {
        "all is well": (nothing, nothing),
        "a process of the site is killed": (kill_a_process, nothing),
        "Redis is stopped": (redis.stop, redis.start),
        "PostgreSQL is started anew": (lambda: database.control("restart"), nothing),
    }


def measure(
    given: argparse.Namespace,
    folder: Path,
    url: str,
    environment: dict[str, str],
    turns: dict[str, tuple[Callable[[], None], Callable[[], None]]],
) -> None:
    people = f"{given.editors} editors, {given.readers} readers"
    print(f"{os.cpu_count()} cores, load before: {os.getloadavg()[0]:.1f}; {people}")
    for name, (begin, end) in turns.items():
        seconds = given.seconds if name == "all is well" else given.seconds / 10
        words = [url, str(folder / "editors.json"), str(folder / "addresses.json"), str(seconds), str(given.readers)]
        with (folder / "users.log").open("wb") as log:
            users = subprocess.Popen(
                [sys.executable, "-m", "benchmarks.load_users", *words], cwd=ROOT, stdout=subprocess.PIPE, stderr=log
            )
        time.sleep(40 + seconds / 3)
        begin()
        time.sleep(seconds / 3)
        end()
        answered, _ = users.communicate(timeout=seconds + 300)
        if users.returncode:
            sys.exit((folder / "users.log").read_text())
        report(name, json.loads(answered), environment)


def report(name: str, told: dict[str, object], environment: dict[str, str]) -> None:
    print(f"\n{name}\n{'':38}{'requests':>9}{'failed':>8}{'a second':>10}{'median':>9}{'95 %':>8}{'99 %':>8}")
    for row in told["rows"]:
        figures = f"{row['requests']:>9}{row['failures']:>8}{row['a second']:>10}"
        print(f"{row['name']:38}{figures}{row['p50']:>6} ms{row['p95']:>8}{row['p99']:>8}")
    for error in told["errors"][:12]:
        print(f"  {error}")
    stored = json.loads(run(environment, "benchmarks.load_rows"))
    lost = [
        address
        for address, reasoning in told["saved"].items()
        if stored[address.split("/")[3]] not in (reasoning, told["sent"][address])  # the last may still have arrived
    ]
    print(f"  {len(told['saved'])} drafts with a save that the site said it has; {len(lost)} of them lost it: {lost}")


def manage(environment: dict[str, str], *words: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", *words], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL
    )


def run(environment: dict[str, str], module: str, *words: str) -> str:
    command = [sys.executable, "-m", module, *words]
    return subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def await_answer(url: str) -> None:
    for _ in range(240):
        try:
            urllib.request.urlopen(f"{url}/healthz", timeout=10).close()
        except OSError:
            time.sleep(0.25)
        else:
            return
    sys.exit("The site did not start.")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


if __name__ == "__main__":
    main()
