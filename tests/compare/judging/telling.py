"""What the comparison tells of two texts, in short."""

from __future__ import annotations

from factcheck.compare import EditKind, Severity, compare


def told(original: str, version: str) -> tuple[set[EditKind], Severity]:
    """The kinds of all that changed, and how much the worst of it matters."""
    rows = compare(original, version).rows
    severities = [row.severity for row in rows if row.severity]
    return {kind for row in rows for kind in row.kinds}, max(severities, key=lambda severity: severity.rank)
