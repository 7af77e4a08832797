"""Where a quotation stands in another text, and what became of it there."""

from factcheck.compare.locating.location import locate

__all__ = ["locate"]
