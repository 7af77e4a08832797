"""Plain text: the file is one article, as it was copied from a page."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.articles.formats.encoding import decode
from factcheck.articles.formats.incoming import LONGEST, ImportRefused, Incoming
from factcheck.articles.formats.source import IncomingFile


def rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    if source.size > LONGEST:
        reason = f"It holds {source.size / 1e6:,.0f} MB, which is more than one article can: {LONGEST / 1e6:.0f} MB."
        raise ImportRefused(reason, "Give each article its own file, or write them as JSON Lines.")
    text, encoding = decode(source.path.read_bytes(), source.encoding)
    yield Incoming(received=text, encoding=encoding, is_page=True)
