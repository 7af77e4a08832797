"""Ratings, verdicts, evidence and revisions; and who works on what: assignments, comments, who has a page open."""

from factcheck.verdicts.models.pictures import Picture
from factcheck.verdicts.models.ratings import Rating
from factcheck.verdicts.models.submissions import Submission
from factcheck.verdicts.models.teamwork import Assignment, Comment, Presence
from factcheck.verdicts.models.unsaved import UnsavedText
from factcheck.verdicts.models.verdicts import Evidence, NotAllowed, Revision, Verdict

__all__ = [
    "Assignment",
    "Comment",
    "Evidence",
    "NotAllowed",
    "Picture",
    "Presence",
    "Rating",
    "Revision",
    "Submission",
    "UnsavedText",
    "Verdict",
]
