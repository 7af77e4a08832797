"""The administrators' pages of the ledger, of people and groups; and what pages of other rooms are made of.

Django's own discovery imports this package, and with it the pages.
"""

from factcheck.ledger.admin import pages as pages
from factcheck.ledger.admin.recorded_pages import ReadOnlyAdmin, RecordedAdmin, person_of

__all__ = ["ReadOnlyAdmin", "RecordedAdmin", "person_of"]
