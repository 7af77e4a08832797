"""The comparison engine: text in, findings out. Pure functions on strings; knows no Django and no database."""

from factcheck.compare.attributions import find_attributions, suggest_names
from factcheck.compare.comparing import compare
from factcheck.compare.findings import (
    Attribution,
    Carried,
    Comparison,
    Edit,
    EditKind,
    Location,
    Relation,
    RelationLabel,
    Row,
    RowKind,
    Severity,
    Span,
)
from factcheck.compare.fingerprinting import fingerprint
from factcheck.compare.locating import locate
from factcheck.compare.relating import relate

__all__ = [
    "Attribution",
    "Carried",
    "Comparison",
    "Edit",
    "EditKind",
    "Location",
    "Relation",
    "RelationLabel",
    "Row",
    "RowKind",
    "Severity",
    "Span",
    "compare",
    "find_attributions",
    "fingerprint",
    "locate",
    "relate",
    "suggest_names",
]
