"""How much processor time readers' pages take as they are made, in times of the cheapest view that Django can serve.

    python -m benchmarks.site_cost [--rounds 20] [--profile PAGE]

Asks the application itself, in one process and without a server, of a database that `benchmarks.site_rows` filled (the
environment says which). Processor time hardly depends on what else the machine does, so this also tells of a busy one.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import statistics
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import django

WARM = 3  # requests before the first that counts
EMPTY = "/empty/"

type Application = Callable[[dict[str, Any], Callable[..., Any]], Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--profile", metavar="PAGE", help="tell where the time of one page goes instead")
    given = parser.parse_args()
    django.setup()
    from django.core.wsgi import get_wsgi_application

    from benchmarks.site_rows import addresses

    application = get_wsgi_application()
    pages = {"cheapest view": EMPTY} | {name: unkept(address) for name, address in addresses().items()}
    del pages["static file"]
    if given.profile:
        profile(application, pages[given.profile], given.rounds)
    else:
        measure(application, pages, given.rounds)


def unkept(address: str) -> str:
    return address if "?" in address else f"{address}?unkept"


def measure(application: Application, pages: dict[str, str], rounds: int) -> None:
    """Print what each page takes, asked for in turns."""
    taken: dict[str, list[float]] = {name: [] for name in pages}
    queries = {name: queries_of(application, address) for name, address in pages.items()}
    for _ in range(WARM + rounds):
        for name, address in pages.items():
            began = time.thread_time()
            ask(application, address)
            taken[name].append(time.thread_time() - began)
    middle = {name: statistics.median(times[WARM:]) * 1_000 for name, times in taken.items()}
    print(f"{'':<32} {'ms':>7} {'times':>7} {'queries':>8}")
    for name, ms in middle.items():
        print(f"{name:<32} {ms:>7.2f} {ms / middle['cheapest view']:>7.1f} {queries[name]:>8}")


def queries_of(application: Application, address: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        ask(application, address)
    return len(asked)


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
