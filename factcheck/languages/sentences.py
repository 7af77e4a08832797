"""Sentences that are kept in the database: in English there, in the language of whoever reads them on a page.

It knows no Django. `factcheck.languages.retold` tells them; `scripts.catalogues` finds what `stored` is given.
"""

from __future__ import annotations


def noted(sentence: str, /, **values: object) -> str:
    """The English sentence with its values in place of each `%(name)s`."""
    return sentence % values if values else sentence
