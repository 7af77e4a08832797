"""Ratings, verdicts, evidence and revisions; and who works on what: assignments, comments, messages, presence."""

from factcheck.verdicts.models.messages import Delivery, Message
from factcheck.verdicts.models.submissions import Submission
from factcheck.verdicts.models.teamwork import Assignment, Comment, Presence
from factcheck.verdicts.models.unsaved import UnsavedText
from factcheck.verdicts.models.verdicts import Evidence, NotAllowed, Rating, Revision, Verdict

__all__ = [
    "Assignment",
    "Comment",
    "Delivery",
    "Evidence",
    "Message",
    "NotAllowed",
    "Presence",
    "Rating",
    "Revision",
    "Submission",
    "UnsavedText",
    "Verdict",
]
