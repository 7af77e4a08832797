"""The comparison engine: text in, findings out. Pure functions on strings; knows no Django and no database.

What needs word lists and patterns of its own is loaded when it is first asked for, a tenth of a second.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

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
from factcheck.compare.sharing.fingerprints import fingerprint
from factcheck.compare.sharing.relation import relate

if TYPE_CHECKING:
    from factcheck.compare.attributions import find_attributions, suggest_names
    from factcheck.compare.comparison import compare
    from factcheck.compare.locating import locate

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

LOADED_WHEN_ASKED = {
    "compare": "comparison",
    "find_attributions": "attributions",
    "locate": "locating",
    "suggest_names": "attributions",
}


def __getattr__(name: str) -> Any:
    if name not in LOADED_WHEN_ASKED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{LOADED_WHEN_ASKED[name]}"), name)
    globals()[name] = found
    return found
