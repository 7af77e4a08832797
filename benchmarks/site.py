"""How many requests a second readers' pages take, beside the cheapest view that Django can serve and a static file.

    python -m benchmarks.site [1000 10000] [--seconds 1] [--rounds 5] [--processes 2]

Each size has a database of its own in SQLite: the demonstration, and so many published verdicts more, which are its
first verdict on invented claims. The site is served as `manage.py serve` does it. All rows of a table are asked of one
server, in turns of so many seconds, by as many clients as it has processes: what counts is how they compare. `made` is
a page that is made anew, `kept` one that is answered from what was kept.
"""

from __future__ import annotations

import argparse
import os
import platform
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
ALIKE = 1.3  # times the time of the cheapest view, of a page that is kept
DEARER = 8  # of one that is made
SINGLE = 5  # requests one after another, of what machines read


@dataclass
class Asked:
    """One row of the table: what is asked of the server, and how long each answer took, in seconds."""

    name: str
    address: str
    headers: dict[str, str] = field(default_factory=dict)
    taken: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)

    @property
    def a_second(self) -> float:
        return statistics.median(self.rates)

    @property
    def high(self) -> float:
        """The 95th percentile, in milliseconds."""
        return sorted(self.taken)[int(len(self.taken) * 0.95)] * 1_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000], metavar="verdicts")
    parser.add_argument("--seconds", type=float, default=1.0, help="of each turn")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--processes", type=int, default=2, help="of the server, and clients")
    given = parser.parse_args()
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, load before: {load:.1f}")
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            environment = prepare(Path(folder), size)
            with served(environment, given.processes, Path(folder) / "server.log") as url:
                measure(url, environment, given)


def prepare(folder: Path, size: int) -> dict[str, str]:
    """A database with so many verdicts, and a static file as large as the page of one; the environment to serve it."""
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "benchmarks.site_server",
        "SECRET_KEY": "for-a-few-minutes-on-this-machine-only",
        "DATABASE_URL": f"sqlite:///{folder}/site.sqlite3",
        "STATIC_ROOT": str(folder / "static"),
        "MEDIA_ROOT": str(folder / "media"),
        "PAGES_ROOT": str(folder / "pages"),
        "DEMONSTRATION": "1",
        "TASKS_BACKEND": "django.tasks.backends.immediate.ImmediateBackend",
    }
    for words in (["collectstatic", "--no-input"], ["migrate"], ["load_demo"]):
        manage = [sys.executable, "manage.py", *words, "--verbosity=0"]
        subprocess.run(manage, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "benchmarks.site_rows", str(size)], cwd=ROOT, env=environment, check=True)
    print(f"\n{size:,} verdicts, stored in {time.perf_counter() - began:.0f} s")
    return environment


@contextmanager
def served(environment: dict[str, str], processes: int, log: Path) -> Iterator[str]:
    with log.open("wb") as written, socket.create_server(("127.0.0.1", 0), backlog=512) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        command = [sys.executable, "-m", "gunicorn", f"--bind=fd://{listener.fileno()}", f"--workers={processes}"]
        server = subprocess.Popen(
            [*command, "--log-level=warning", "factcheck.wsgi"],
            cwd=ROOT,
            env={**environment, "SITE_URL": url},
            pass_fds=[listener.fileno()],
            stderr=written,
        )
    try:
        urllib.request.urlopen(f"{url}/empty/", timeout=60).close()
        yield url
    finally:
        server.terminate()
        server.wait(timeout=60)


def measure(url: str, environment: dict[str, str], given: argparse.Namespace) -> None:
    """Print what each page takes beside the cheapest view, and how long what machines read takes by itself."""
    pages = addresses(environment)
    tags = {name: etag_of(url + pages[name]) for name in ("verdict", "front page", "claim")}
    rows = [Asked("cheapest view", "/empty/"), Asked("static file as large as the verdict", pages.pop("static file"))]
    for name, tag in tags.items():
        rows += [
            Asked(f"{name}, made", f"{pages[name]}?unkept"),
            Asked(f"{name}, kept", pages[name]),
            Asked(f"{name}, 304", pages[name], {"If-None-Match": tag}),
        ]
    rows.append(Asked("verdict, kept, Brotli", pages["verdict"], {"Accept-Encoding": "br"}))
    for _ in range(given.rounds):
        for row in rows:
            take_turn(url, row, seconds=given.seconds, clients=given.processes)
    cheapest = rows[0].a_second
    print(f"{'':<38} a second   95th ms   times the cheapest")
    for row in rows:
        times, most = cheapest / row.a_second, DEARER if row.name.endswith("made") else ALIKE
        remark = "  over" if row.address != "/empty/" and times > most else ""
        print(f"{row.name:<38} {row.a_second:>8,.0f} {row.high:>9.1f} {times:>11.2f}{remark}")
    print(f"\n{'one after another, made':<38}       ms")
    for name, address in pages.items():
        row = Asked(name, f"{address}?unkept" if "?" not in address else address)
        for _ in range(SINGLE):
            ask(url, row)
        print(f"{name:<38} {statistics.median(row.taken) * 1_000:>8,.0f}")


def addresses(environment: dict[str, str]) -> dict[str, str]:
    """The pages that are asked for, by what they show."""
    command = [sys.executable, "-m", "benchmarks.site_rows", "--addresses"]
    told = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
    return dict(line.split("\t") for line in told.splitlines())


def etag_of(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        return str(answer.headers["ETag"])


def take_turn(url: str, row: Asked, *, seconds: float, clients: int) -> None:
    """Ask for one thing as often as it is answered, by some clients at once; one turn is one of the row's rates."""
    ends_at, before = time.perf_counter() + seconds, len(row.taken)

    def client(_: int) -> None:
        while time.perf_counter() < ends_at:
            ask(url, row)

    began = time.perf_counter()
    with ThreadPoolExecutor(clients) as together:
        list(together.map(client, range(clients)))
    row.rates.append((len(row.taken) - before) / (time.perf_counter() - began))


def ask(url: str, row: Asked) -> None:
    """One request on a connection of its own, by a socket: a client costs processor time that the server lacks."""
    host = urlsplit(url).netloc
    name, _, port = host.partition(":")
    lines = [f"GET {row.address} HTTP/1.1", f"Host: {host}", "Connection: close"]
    lines += [f"{header}: {value}" for header, value in row.headers.items()]
    began = time.perf_counter()
    with socket.create_connection((name, int(port)), timeout=120) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        status = connection.recv(65_536)[9:12]
        while connection.recv(65_536):
            pass
    row.taken.append(time.perf_counter() - began)
    if status not in (b"200", b"304"):
        raise RuntimeError(f"{row.address} was answered {status.decode()}")


if __name__ == "__main__":
    main()
