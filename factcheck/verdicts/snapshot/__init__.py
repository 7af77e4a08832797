"""What a verdict's page says, as frozen values: taken from the desk's rows, kept as JSON in a revision, read back."""

from factcheck.verdicts.snapshot.differences import differences
from factcheck.verdicts.snapshot.excerpts import Bound, Excerpts, bounds_of
from factcheck.verdicts.snapshot.ground import Ground
from factcheck.verdicts.snapshot.quotations import CarriedBy, Quotation, QuotedSource, web_address
from factcheck.verdicts.snapshot.sides import (
    DrawnSide,
    QuotedSide,
    drawn_sides,
    left_out_told,
    printed_sides,
    timeline_of,
    words_of_sides,
)
from factcheck.verdicts.snapshot.whole import Exhibit, ShownPicture, Snapshot, takedowns_of

__all__ = [
    "Bound",
    "CarriedBy",
    "DrawnSide",
    "Excerpts",
    "Exhibit",
    "Ground",
    "Quotation",
    "QuotedSide",
    "QuotedSource",
    "ShownPicture",
    "Snapshot",
    "bounds_of",
    "differences",
    "drawn_sides",
    "left_out_told",
    "printed_sides",
    "takedowns_of",
    "timeline_of",
    "web_address",
    "words_of_sides",
]
