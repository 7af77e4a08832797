"""How the desk fares with an archive: importing it, and finding the versions of one new article among it.

    python -m benchmarks.archive [1000 10000 100000] [--databases sqlite postgresql] [--new 300] [--beside 0]

Each size has a database of its own, which is removed afterwards. PostgreSQL is the server of DATABASE_URL, or the one
on this machine. The archive is invented, so it is known which of its articles are versions of one another. With
`--beside` it is imported into a database that holds so many articles more, of which only the rows and as many random
fingerprints are made, by the database itself: quick, and as large for the lookup as the real ones.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import platform
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import django
import psycopg

SEED = 1
PRINTS = 39  # of an article among those that are put beside the archive
SERVER = "postgres://postgres@127.0.0.1/postgres"
COLUMNS = {
    "database": "",
    "articles": ",",
    "imported a second": ",.0f",
    "ms of one core": ".2f",
    "of them in the one that stores": ".2f",
    "ms to find, median": ".1f",
    "ms to find, 95th": ".1f",
    "recall": ".2%",
    "precision": ".2%",
    "bytes an article": ",.0f",
    "of them index": ",.0f",
    "peak MB": ",.0f",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 100_000], metavar="size")
    parser.add_argument("--databases", nargs="+", choices=["sqlite", "postgresql"], default=["sqlite", "postgresql"])
    parser.add_argument("--new", type=int, default=300, help="how many new articles are looked for")
    parser.add_argument("--beside", type=int, default=0, help="how many articles the database holds before")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--import", type=Path, dest="file", help=argparse.SUPPRESS)
    parser.add_argument("--keep-going", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.file:
        print(json.dumps(imported(arguments.file, keep_going=arguments.keep_going)))
        return
    if arguments.inside:
        print(json.dumps(measured(arguments.sizes[0], arguments.new, arguments.beside)))
        return
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))  # so that its databases are removed all the same
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load at the start {load}", flush=True)
    print(row(dict.fromkeys(COLUMNS)), row(dict.fromkeys(COLUMNS, "---")), sep="\n", flush=True)
    for size in arguments.sizes:
        for name in arguments.databases:
            with database(name) as url:
                print(row({"database": name, **run(url, size, arguments.new, arguments.beside)}), flush=True)


def run(url: str, size: int, new: int, beside: int) -> dict[str, Any]:
    """The figures of one size, measured in a process of its own."""
    environment = dict(os.environ, DATABASE_URL=url, DEBUG="0", SECRET_KEY="for measuring only, " * 3)
    return answered(environment, str(size), "--new", str(new), "--beside", str(beside), "--inside")


def answered(environment: Mapping[str, str], *words: str) -> dict[str, Any]:
    """What this benchmark prints when it is run with these words."""
    command = [sys.executable, "-m", "benchmarks.archive", *words]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(f"Measuring failed: {' '.join(words)}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@contextmanager
def database(name: str) -> Iterator[str]:
    """An empty database, by its address."""
    if name == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{folder}/archive.sqlite3"
        return
    server = os.environ.get("DATABASE_URL", "")
    server = server if server.startswith("postgres") else SERVER
    made = f"factcheck_archive_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{made}"')
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{made}"))
        finally:
            connection.execute(f'DROP DATABASE "{made}" WITH (FORCE)')


def row(values: dict[str, Any]) -> str:
    cells = [name if value is None else value for name, value in values.items()]
    shown = [
        cell if isinstance(cell, str) else f"{cell:{COLUMNS[name]}}" for name, cell in zip(values, cells, strict=True)
    ]
    return f"| {' | '.join(shown)} |"


# Inside the process that measures


def measured(size: int, new: int, beside: int) -> dict[str, Any]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    django.setup()
    from django.core.management import call_command

    from benchmarks.invented_archive import archive

    call_command("migrate", verbosity=0)
    put_beside(beside)
    before, index_before = bytes_stored(), bytes_of_index()
    invented = archive(size + new, seed=SEED)
    families: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "archive.jsonl")
        with file.open("w", encoding="utf-8") as out:
            for article in islice(invented, size):
                families[article.url] = article.family
                out.write(f"{json.dumps(article.as_row())}\n")
        importing = answered(os.environ, "--import", str(file))
    times = find_each(invented)
    recall, precision = scored(families)
    return {
        "articles": size + beside,
        "imported a second": size / importing["seconds"],
        "ms of one core": 1000 * importing["worked"] / size,
        "of them in the one that stores": 1000 * importing["written"] / size,
        "ms to find, median": statistics.median(times),
        "ms to find, 95th": times[int(len(times) * 0.95)],
        "recall": recall,
        "precision": precision,
        "bytes an article": (bytes_stored() - before) / size,
        "of them index": (bytes_of_index() - index_before) / size,
        "peak MB": importing["peak"] / 1024,
    }


def imported(file: Path, *, keep_going: bool = False) -> dict[str, float]:
    """Import a file; the seconds that took, those of a core, and the most kB that this process and its own held.

    `written` are those seconds of a core that this process took, the one that stores.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    django.setup()
    from django.core.management import call_command

    peaks: dict[str, int] = {}
    Thread(target=watch_peaks, args=[peaks], daemon=True).start()
    call_command("migrate", verbosity=0)
    began, at_work = time.perf_counter(), time.process_time()
    call_command("import_articles", file, keep_going=keep_going, stdout=io.StringIO())
    took, written = time.perf_counter() - began, time.process_time() - at_work
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "seconds": took,
        "written": written,
        "worked": sum(one.ru_utime + one.ru_stime for one in used),
        "peak": sum(peaks.values()),
    }


def watch_peaks(peaks: dict[str, int]) -> None:
    """Note now and then the most kB of their own that this process and its children held, by their numbers.

    What a system tells of a child afterwards counts what its parent held when it began, and a mapped file.
    """
    own = os.getpid()
    while True:
        children = Path(f"/proc/{own}/task/{own}/children").read_text().split()
        for number in [str(own), *children]:
            with suppress(OSError, IndexError):  # one that ended meanwhile
                status = Path(f"/proc/{number}/status").read_text()
                held = int(status.partition("RssAnon:")[2].split()[0])
                peaks[number] = max(held, peaks.get(number, 0))
        time.sleep(0.1)


def put_beside(articles: int) -> None:
    """Make articles without text, each in a story of its own, with as many random fingerprints as a real one has."""
    from django.db import connection
    from django.utils import timezone

    from factcheck.articles.models import Outlet

    if not articles:
        return
    outlet = Outlet.objects.create(name="An Old Paper").pk
    is_postgresql = connection.vendor == "postgresql"
    some = "floor(random() * 9e18)::bigint" if is_postgresql else "random() & 9223372036854775807"
    empty = "'', '', '', '', '', '', '[]', 'en'"
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO articles_story (id, title, slug, created_at)"
            f" SELECT n, 'Old story', 'old-' || n, %s FROM {numbers(articles)}",
            [timezone.now()],
        )
        cursor.execute(
            "INSERT INTO articles_article (id, outlet_id, story_id, relation, is_story_chosen, received_sha256,"
            " fingerprint_count, created_at, url, headline, byline, agency, received, text, findings, language)"
            f" SELECT n, %s, n, 'original', %s, 'old-' || n, %s, %s, {empty} FROM {numbers(articles)}",
            [outlet, False, PRINTS, timezone.now()],
        )
        cursor.execute(
            "INSERT INTO articles_fingerprint (hash, article_id)"
            f" SELECT {some}, 1 + n % {articles} FROM {numbers(articles * PRINTS)} ORDER BY 1"
        )
        if is_postgresql:
            cursor.execute(f"SELECT setval('articles_story_id_seq', {articles})")
            cursor.execute(f"SELECT setval('articles_article_id_seq', {articles})")


def numbers(last: int) -> str:
    """A table of the numbers from 1, in SQL that both databases read."""
    made = f"SELECT 1 AS n UNION ALL SELECT n + 1 FROM made WHERE n < {last}"
    return f"(WITH RECURSIVE made AS ({made}) SELECT n FROM made) AS numbers"


def find_each(invented: Iterable[Any]) -> list[float]:
    """Milliseconds to find the versions of one new article after the other, from its text to its story; sorted."""
    from factcheck.articles.models import Article, Outlet
    from factcheck.articles.versions.placement import Shelf
    from factcheck.articles.versions.sketch import prints_of

    outlet = Outlet.objects.get_or_create(name="A New Paper")[0]
    times = []
    for article in invented:
        values = article.as_row()
        new = Article(
            outlet=outlet, headline=values["headline"], text=values["text"], published_on=article.published_on
        )
        began = time.perf_counter()
        prints = prints_of(new.text)
        shelf = Shelf([prints], [])
        shelf.place(new, prints)
        shelf.close()
        times.append((time.perf_counter() - began) * 1000)
    return sorted(times)


def scored(families: dict[str, int]) -> tuple[float, float]:
    """Recall and precision of the pairs of articles that are in one story."""
    from factcheck.articles.models import Article

    together: Counter[tuple[int, int]] = Counter()
    for url, story in Article.objects.exclude(url="").values_list("url", "story").iterator():
        together[families[url], story] += 1
    known, said = defaultdict(int), defaultdict(int)
    for (family, story), count in together.items():
        known[family] += count
        said[story] += count
    right = sum(map(pairs, together.values()))
    return right / max(1, sum(map(pairs, known.values()))), right / max(1, sum(map(pairs, said.values())))


def pairs(count: int) -> int:
    return count * (count - 1) // 2


def bytes_stored() -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            return int(asked(cursor, "SELECT pg_database_size(current_database())"))
        asked(cursor, "PRAGMA wal_checkpoint(TRUNCATE)")
        return int(asked(cursor, "PRAGMA page_count")) * int(asked(cursor, "PRAGMA page_size"))


def bytes_of_index() -> int:
    """The bytes of the fingerprints; SQLite tells them only where it was built to."""
    from django.db import OperationalError, connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            return int(asked(cursor, "SELECT pg_total_relation_size('articles_fingerprint')"))
        try:
            return int(asked(cursor, "SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%fingerprint%'") or 0)
        except OperationalError:
            return 0


def asked(cursor: Any, statement: str) -> Any:
    cursor.execute(statement)
    return cursor.fetchone()[0]


if __name__ == "__main__":
    main()
