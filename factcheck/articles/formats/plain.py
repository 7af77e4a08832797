"""Plain text: the file is one article, as it was copied from a page."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.articles.formats.encoding import decode
from factcheck.articles.formats.incoming import LONGEST, ImportRefused, Incoming
from factcheck.articles.formats.source import IncomingFile
from factcheck.languages.sentences import noted


def rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    if source.size > LONGEST:
        reason = noted(
            "It holds %(size)s MB, which is more than one article can: %(longest)s MB.",
            size=f"{source.size / 1e6:,.0f}",
            longest=f"{LONGEST / 1e6:.0f}",
        )
        raise ImportRefused(reason, noted("Give each article its own file, or write them as JSON Lines."))
    text, encoding = decode(source.path.read_bytes(), source.encoding)
    yield Incoming(received=text, encoding=encoding, is_page=True)
