"""How much processor time readers' pages take, in times of the cheapest view that Django can serve.

    python -m benchmarks.site_cost 1000 [10000] [--rounds 20] [--profile PAGE]

Asks the application itself, in one process and without a server, of a database as `benchmarks.site` makes it; without a
number, of the one that the environment names and `benchmarks.site_rows` filled. Processor time hardly depends on what
else the machine does, so this also tells of a busy one. `first` is a page of which nothing is kept, `made` one that is
made anew of what is read and of parts that are kept, and `again` one that is kept, after something else was written to
every table that it shows but those of the site itself. `asking` is the time that a page that is made anew waits for its
queries, which no processor time of this process tells where the database is a server.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import django

from benchmarks.site import ROOT, prepare

WARM = 3  # requests before the first that counts
CHEAPEST, EMPTY = "cheapest view", "/empty/"
UNKEPT = "?unkept"

type Application = Callable[[dict[str, Any], Callable[..., Any]], Any]


def main() -> None:
    at_each_size("benchmarks.site_cost", __doc__, measure_here)


def at_each_size(module: str, told: str | None, measure_here: Callable[[argparse.Namespace], None]) -> None:
    """Run a module that measures costs as its command line says, in a process for each number of verdicts."""
    parser = argparse.ArgumentParser(description=told, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, metavar="verdicts")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--profile", metavar="PAGE", help="tell where the time of one page goes instead")
    given = parser.parse_args()
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", module, "--rounds", str(given.rounds)]
            command += ["--profile", given.profile] if given.profile else []
            subprocess.run(command, cwd=ROOT, env=prepare(Path(folder), size), check=True, stderr=subprocess.DEVNULL)
    if not given.sizes:
        measure_here(given)


def measure_here(given: argparse.Namespace) -> None:
    """Measure in the database that the environment names."""
    django.setup()
    from django.core.wsgi import get_wsgi_application

    from benchmarks.site_rows import addresses

    application = get_wsgi_application()
    pages = {CHEAPEST: EMPTY} | {name: unkept(address) for name, address in addresses().items()}
    del pages["static file"]
    if given.profile:
        profile(application, pages[given.profile], given.rounds)
    else:
        measure(application, pages, given.rounds)


def unkept(address: str) -> str:
    return address if "?" in address else f"{address}{UNKEPT}"


def measure(application: Application, pages: dict[str, str], rounds: int) -> None:
    """Print what each page takes, asked for in turns."""
    from factcheck.public.kept_pages import forget_pages

    kept = {name: address.removesuffix(UNKEPT) for name, address in pages.items()}
    ways: dict[str, tuple[dict[str, str], Callable[[], None]]] = {
        "first": (pages, forget_pages),
        "made": (pages, lambda: None),
        "again": (kept, write_elsewhere),
    }
    middle = {way: medians(application, asked, before, rounds) for way, (asked, before) in ways.items()}
    queries = {name: queries_of(application, address) for name, address in pages.items()}
    print(
        f"{'':<32}" + "".join(f"{f'{way}, ms':>11} {'times':>7}" for way in ways) + f"{'queries':>9} {'asking, ms':>11}"
    )
    for name in pages:
        told = ((middle[way][name], middle[way][name] / middle[way][CHEAPEST]) for way in ways)
        print(f"{name:<32}" + "".join(f"{ms:>11.2f} {times:>7.1f}" for ms, times in told) + f"{queries[name]}")


def medians(
    application: Application, pages: dict[str, str], before: Callable[[], None], rounds: int
) -> dict[str, float]:
    """How long each page takes in the middle, in milliseconds, asked for in turns."""
    taken: dict[str, list[float]] = {name: [] for name in pages}
    for _ in range(WARM + rounds):
        for name, address in pages.items():
            before()
            began = time.thread_time()
            ask(application, address)
            taken[name].append(time.thread_time() - began)
    return {name: statistics.median(times[WARM:]) * 1_000 for name, times in taken.items()}


def write_elsewhere() -> None:
    """Stamp every table but those of the site itself, as whatever writes to it does; no row that is shown changes."""
    from factcheck.public.shown_rows import SHOWN
    from factcheck.stamps.models import Stamp
    from factcheck.stamps.writes import fold

    written = (model._meta.db_table for model in SHOWN if model._meta.app_label != "site")
    Stamp.objects.bulk_create(Stamp(scope=table, number=secrets.randbelow(2**30)) for table in written)
    fold()


@dataclass(frozen=True)
class Asking:
    """How many queries a page sends, and how long it waits for their answers, in milliseconds."""

    queries: int
    ms: float

    def __str__(self) -> str:
        return f"{self.queries:>9} {self.ms:>11.1f}"


def queries_of(application: Application, address: str) -> Asking:
    from django.db import connection

    taken: list[float] = []

    def timed(execute: Callable[..., Any], *statement: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(*statement)
        finally:
            taken.append(time.perf_counter() - began)

    with connection.execute_wrapper(timed):
        ask(application, address)
    return Asking(len(taken), sum(taken) * 1_000)


def profile(application: Application, address: str, rounds: int) -> None:
    for _ in range(WARM):
        ask(application, address)
    profiler = cProfile.Profile()
    profiler.enable()
    for _ in range(rounds):
        ask(application, address)
    profiler.disable()
    told = pstats.Stats(profiler).strip_dirs()
    told.sort_stats("cumulative").print_stats(70)
    told.sort_stats("tottime").print_stats(30)


def ask(application: Application, address: str) -> bytes:
    from django.test import RequestFactory

    parts = urlsplit(address)
    environment = RequestFactory(SERVER_NAME="localhost").get(parts.path, query_params=None).environ
    environment["QUERY_STRING"] = parts.query
    started: list[str] = []
    answer = application(environment, lambda status, _headers: started.append(status))
    body = b"".join(answer)
    answer.close()
    if not started[0].startswith("200"):
        raise RuntimeError(f"{address} was answered {started[0]}")
    return body


if __name__ == "__main__":
    main()
