"""Ratings, verdicts, evidence and revisions; and who works on what: assignments, comments, messages, presence."""

from factcheck.verdicts.models.messages import Delivery, Message
from factcheck.verdicts.models.pictures import Picture
from factcheck.verdicts.models.ratings import Rating
from factcheck.verdicts.models.submissions import Submission
from factcheck.verdicts.models.teamwork import Assignment, Comment, Presence
from factcheck.verdicts.models.unsaved import UnsavedText
from factcheck.verdicts.models.verdicts import Evidence, NotAllowed, Revision, Verdict

__all__ = [
    "Assignment",
    "Comment",
    "Delivery",
    "Evidence",
    "Message",
    "NotAllowed",
    "Picture",
    "Presence",
    "Rating",
    "Revision",
    "Submission",
    "UnsavedText",
    "Verdict",
]
