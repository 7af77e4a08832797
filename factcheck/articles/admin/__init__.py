"""The administrators' pages of this room; `pages` registers them."""

from factcheck.articles.admin import pages

__all__ = ["pages"]
