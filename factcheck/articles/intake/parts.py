"""Parts of a file: rows that are stored at once, so that the queries are few; each with what was prepared ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from factcheck.articles.formats.incoming import ImportRefused, Incoming
from factcheck.articles.intake.new_article import exported_text, headline_to_read
from factcheck.articles.intake.workers import Prepared, Unread, prepare_all, prepared

TOGETHER = 200  # rows taken at once
MOST_CHARACTERS = 4_000_000  # of rows taken at once, but for the last

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


def together(rows: Iterable[Numbered | Refused], blocks_of: BlocksOf) -> Iterator[list[Numbered | Refused]]:
    """Rows to take at once; a text or an address that comes again waits until the first is stored.

    Rows that say in which story they belong stand among themselves.
    """
    held: list[Numbered | Refused] = []
    seen: set[str] = set()
    kinds: set[bool] = set()
    size = 0
    for row in _prepared(rows, blocks_of):
        incoming = row.incoming if isinstance(row, Numbered) else None
        keys = {incoming.received, incoming.url} - {""} if incoming else set()
        kind = {bool(incoming.story)} if incoming else set()
        if len(held) == TOGETHER or size > MOST_CHARACTERS or len(kinds | kind) > 1 or seen & keys:
            yield held
            held, seen, kinds, size = [], set(), set(), 0
        held.append(row)
        seen |= keys
        kinds |= kind
        size += len(incoming.received) if incoming else 0
    if held:
        yield held


def _prepared(rows: Iterable[Numbered | Refused], blocks_of: BlocksOf) -> Iterator[Numbered | Refused]:
    def text_of(row: Numbered | Refused) -> Unread | None:
        return _unread(row.incoming, blocks_of(row.incoming)) if isinstance(row, Numbered) else None

    for row, found in prepare_all(rows, text_of):
        yield row._replace(prepared=found) if isinstance(row, Numbered) else row


def _unread(incoming: Incoming, blocks: frozenset[int] = frozenset()) -> Unread:
    return Unread(incoming.received, headline_to_read(incoming), blocks, exported_text(incoming))
