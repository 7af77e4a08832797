"""Reading a file of a name and a content, as tests of formats do, and what a page says of itself to machines."""

import json
from pathlib import Path

from factcheck.articles import formats
from factcheck.articles.formats.incoming import ImportRefused
from factcheck.articles.formats.source import IncomingFile


def rows_of(folder: Path, name, content, shape=""):
    """What a file holds: rows and refusals; a refusal of the whole file is its last."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = []
    try:
        with IncomingFile(path) as source:
            found.extend(formats.rows(source, shape))
    except ImportRefused as refusal:
        found.append(refusal)
    return found


def json_ld(**values):
    node = {"@context": "https://schema.org", "@type": "NewsArticle", **values}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'
