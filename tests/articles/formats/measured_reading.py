"""Reads a file in a process of its own, and prints what came of it and by how much the process grew, as JSON."""

import json
import resource
import sys
from pathlib import Path

from factcheck.articles import formats
from factcheck.articles.formats.incoming import ImportRefused
from factcheck.articles.formats.source import IncomingFile


def largest():
    """MB that this process held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def told_of(path):
    """The sentences on a file and on its rows."""
    refusals = []
    try:
        with IncomingFile(path) as source:
            refusals.extend(str(row) for row in formats.rows(source) if isinstance(row, ImportRefused))
    except ImportRefused as error:
        refusals.append(str(error))
    return " ".join(refusals)


before = largest()
sys.stdout.write(json.dumps({"told": told_of(Path(sys.argv[1])), "grown": largest() - before}))
