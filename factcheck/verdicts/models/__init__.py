"""Ratings, verdicts, evidence and revisions; and who works on what: assignments, comments, who has a page open."""

from factcheck.verdicts.models.submissions import Submission
from factcheck.verdicts.models.teamwork import Assignment, Comment, Presence
from factcheck.verdicts.models.unsaved import UnsavedText
from factcheck.verdicts.models.verdicts import (
    RELEASES,
    Evidence,
    NotAllowed,
    Rating,
    Revision,
    Verdict,
    VerdictQuerySet,
)

__all__ = [
    "RELEASES",
    "Assignment",
    "Comment",
    "Evidence",
    "NotAllowed",
    "Presence",
    "Rating",
    "Revision",
    "Submission",
    "UnsavedText",
    "Verdict",
    "VerdictQuerySet",
]
