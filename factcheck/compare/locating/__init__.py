"""Where a quotation stands in another text, and what became of it there."""

from factcheck.compare.locating.finding import locate

__all__ = ["locate"]
