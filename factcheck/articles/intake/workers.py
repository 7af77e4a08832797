"""What is worked out of a row before the database is asked: its reading, and the fingerprints of its text.

The rows of a long file are prepared ahead, in other processes, while those before are stored. What comes out, and in
which order, is the same as without them.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing.connection import wait
from threading import Thread
from typing import NamedTuple

from factcheck.articles.reading.article import read
from factcheck.articles.reading.findings import ArticleReading
from factcheck.articles.reading.outlet_lines import NONE, Trimmed, edges_of, trim
from factcheck.articles.versions.sketch import prints_of

FEW = 200  # rows: so many are prepared here before another process would be ready
TOGETHER = 50  # rows given to a process at once
MOST_CHARACTERS = 200_000  # of them, but for the last
WAITING = 4  # such parts for each process
PROCESSES = min(4, (os.cpu_count() or 1) - 1)


class Unread(NamedTuple):
    """A text as received, the headline that came beside it, and what blocks its outlet is known to have.

    `text` is its reading text as the desk that exported it knew it: nothing is read or left out of it again.
    """

    received: str
    headline: str = ""
    blocks: frozenset[int] = NONE
    text: str = ""


class Prepared(NamedTuple):
    """A text, read, without the blocks of its outlet, with the fingerprints by which it is stored and looked for."""

    reading: ArticleReading
    trimmed: Trimmed
    prints: Sequence[int]


type Part[Row] = tuple[list[Row], list[Unread | None]]


def prepared(text: Unread) -> Prepared:
    """What can be worked out of a text alone; of one that was exported, its fingerprints and edges."""
    if text.text:
        reading = ArticleReading("", "", "", "", None, "", text.text, ())
        trimmed = Trimmed(NONE, text.text, (), edges_of(text.text))
    else:
        reading = read(text.received, headline=text.headline)
        trimmed = trim(text.received, reading, text.blocks)
    return Prepared(reading, trimmed, prints_of(trimmed.text))


def prepare_all[Row](
    rows: Iterable[Row], text_of: Callable[[Row], Unread | None]
) -> Iterator[tuple[Row, Prepared | None]]:
    """Each row with what was worked out of its text; None for one that has no text to read."""
    rest = iter(rows)
    for row in islice(rest, FEW):
        yield row, _prepared_or_none(text_of(row))
    if PROCESSES < 1 or multiprocessing.current_process().daemon:
        yield from ((row, _prepared_or_none(text_of(row))) for row in rest)
    elif (more := next(rest, None)) is not None:
        yield from _ahead(_parts(chain([more], rest), text_of))


def _ahead[Row](parts: Iterator[Part[Row]]) -> Iterator[tuple[Row, Prepared | None]]:
    waiting: deque[tuple[list[Row], Future[list[Prepared | None]]]] = deque()
    with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn"), _end_with_parent) as pool:
        while True:
            for rows, texts in islice(parts, PROCESSES * WAITING - len(waiting)):
                waiting.append((rows, pool.submit(_prepared_all, texts)))
            if not waiting:
                return
            rows, found = waiting.popleft()
            yield from zip(rows, found.result(), strict=True)


def _end_with_parent() -> None:
    """Have this process end when the import that started it is killed; it would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_await_end_of, args=[parent.sentinel], daemon=True).start()


def _await_end_of(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _parts[Row](rows: Iterable[Row], text_of: Callable[[Row], Unread | None]) -> Iterator[Part[Row]]:
    held: list[Row] = []
    texts: list[Unread | None] = []
    size = 0
    for row in rows:
        text = text_of(row)
        held.append(row)
        texts.append(text)
        size += len(text.received) if text else 0
        if len(held) == TOGETHER or size >= MOST_CHARACTERS:
            yield held, texts
            held, texts, size = [], [], 0
    if held:
        yield held, texts


def _prepared_all(texts: Sequence[Unread | None]) -> list[Prepared | None]:
    return [_prepared_or_none(text) for text in texts]


def _prepared_or_none(text: Unread | None) -> Prepared | None:
    return prepared(text) if text else None
