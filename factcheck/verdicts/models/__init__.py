"""Ratings, verdicts, evidence and revisions; and who works on what: assignments, comments, who has a page open."""

from factcheck.verdicts.models.opinions import SecondOpinion
from factcheck.verdicts.models.retractions import RetractionProposal
from factcheck.verdicts.models.schedules import Schedule
from factcheck.verdicts.models.submissions import Submission
from factcheck.verdicts.models.teamwork import Assignment, Comment, Presence
from factcheck.verdicts.models.unsaved import UnsavedText
from factcheck.verdicts.models.verdicts import (
    Badge,
    Evidence,
    NotAllowed,
    Rating,
    Revision,
    Verdict,
    verdicts_of_claims,
)

__all__ = [
    "Assignment",
    "Badge",
    "Comment",
    "Evidence",
    "NotAllowed",
    "Presence",
    "Rating",
    "RetractionProposal",
    "Revision",
    "Schedule",
    "SecondOpinion",
    "Submission",
    "UnsavedText",
    "Verdict",
    "verdicts_of_claims",
]
