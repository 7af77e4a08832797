"""Ratings, verdicts, evidence and revisions; and who works on what: assignments, comments, messages, presence."""

from factcheck.verdicts.models.letters import Letter, LetterCount, LetterWriter
from factcheck.verdicts.models.messages import Delivery, Message
from factcheck.verdicts.models.opinions import SecondOpinion
from factcheck.verdicts.models.outside_checks import OutsideCheck, OutsideRating
from factcheck.verdicts.models.pictures import Picture, Takedown
from factcheck.verdicts.models.ratings import Rating
from factcheck.verdicts.models.retractions import RetractionProposal
from factcheck.verdicts.models.revisions import RELEASES, Revision
from factcheck.verdicts.models.schedules import Schedule
from factcheck.verdicts.models.submissions import Submission
from factcheck.verdicts.models.teamwork import Assignment, Comment, Presence
from factcheck.verdicts.models.translations import Translation, Translations, translation_lines
from factcheck.verdicts.models.unsaved import UnsavedText
from factcheck.verdicts.models.verdicts import (
    RETURNS,
    Badge,
    Evidence,
    NotAllowed,
    Verdict,
    VerdictQuerySet,
    verdicts_of_claims,
)

__all__ = [
    "RELEASES",
    "RETURNS",
    "Assignment",
    "Badge",
    "Comment",
    "Delivery",
    "Evidence",
    "Letter",
    "LetterCount",
    "LetterWriter",
    "Message",
    "NotAllowed",
    "OutsideCheck",
    "OutsideRating",
    "Picture",
    "Presence",
    "Rating",
    "RetractionProposal",
    "Revision",
    "Schedule",
    "SecondOpinion",
    "Submission",
    "Takedown",
    "Translation",
    "Translations",
    "UnsavedText",
    "Verdict",
    "VerdictQuerySet",
    "translation_lines",
    "verdicts_of_claims",
]
