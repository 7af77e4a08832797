"""Parts of a file: rows that are stored at once, so that the queries are few; each with what was prepared ahead."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.articles.formats.incoming import ImportRefused, Incoming
from factcheck.articles.intake.new_article import exported_text, headline_to_read
from factcheck.articles.intake.workers import Prepared, Unread, prepare_all, prepared

TOGETHER = 200  # rows taken at once
MOST_CHARACTERS = 600_000  # of rows taken at once, but for the last; as many candidates are read with them
COLLECTED_EVERY = 10  # parts

type BlocksOf = Callable[[Incoming], frozenset[int]]  # what is known of the furniture of a row's outlet


class Numbered(NamedTuple):
    """A sound row, its number in the whole file, and what was worked out of its text ahead."""

    number: int
    incoming: Incoming
    prepared: Prepared | None = None

    def read(self) -> Prepared:
        """What can be worked out of its text alone, if it was not ahead."""
        return self.prepared or prepared(_unread(self.incoming))


class Refused(NamedTuple):
    """A row that cannot be taken, and its number in the whole file."""

    number: int
    refusal: ImportRefused


@dataclass(slots=True)
class _Part:
    """Rows that are taken at once, with the texts and addresses among them, and whether they name their stories."""

    rows: list[Numbered | Refused] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    kinds: set[bool] = field(default_factory=set)
    size: int = 0

    def has_room_for(self, row: Numbered | Refused) -> bool:
        is_full = len(self.rows) == TOGETHER or self.size > MOST_CHARACTERS
        return not is_full and len(self.kinds | _kinds_of(row)) < 2 and not self.keys & _keys_of(row)

    def add(self, row: Numbered | Refused) -> None:
        self.rows.append(row)
        self.keys |= _keys_of(row)
        self.kinds |= _kinds_of(row)
        self.size += len(row.incoming.received) if isinstance(row, Numbered) else 0


def together(rows: Iterable[Numbered | Refused], blocks_of: BlocksOf) -> Iterator[list[Numbered | Refused]]:
    """Rows to take at once; a text or an address that comes again waits until the first is stored.

    Rows that say in which story they belong stand among themselves.
    """
    part, parts = _Part(), 0
    with _no_garbage_collected():
        for row in _prepared(rows, blocks_of):
            if not part.has_room_for(row):
                yield part.rows
                part, parts = _Part(), parts + 1
                if parts % COLLECTED_EVERY == 0:
                    gc.collect()
            part.add(row)
        if part.rows:
            yield part.rows


@contextmanager
def _no_garbage_collected() -> Iterator[None]:
    """Have Python not look for garbage by itself: amid a part it finds none, and goes through all of it many times.

    What was there before is passed over too, so that looking for it between two parts takes next to nothing.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        if was_enabled:
            gc.enable()


def _keys_of(row: Numbered | Refused) -> set[str]:
    return {row.incoming.received, row.incoming.url} - {""} if isinstance(row, Numbered) else set()


def _kinds_of(row: Numbered | Refused) -> set[bool]:
    return {bool(row.incoming.story)} if isinstance(row, Numbered) else set()


def _prepared(rows: Iterable[Numbered | Refused], blocks_of: BlocksOf) -> Iterator[Numbered | Refused]:
    def text_of(row: Numbered | Refused) -> Unread | None:
        return _unread(row.incoming, blocks_of(row.incoming)) if isinstance(row, Numbered) else None

    for row, found in prepare_all(rows, text_of):
        yield row._replace(prepared=found) if isinstance(row, Numbered) else row


def _unread(incoming: Incoming, blocks: frozenset[int] = frozenset()) -> Unread:
    return Unread(incoming.received, headline_to_read(incoming), blocks, exported_text(incoming))
