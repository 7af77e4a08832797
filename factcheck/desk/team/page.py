"""What a claim's page and its verdict's page show of who works on it: the assignment, and the comments on either."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from factcheck.claims.models import Claim
from factcheck.desk.access import DeskRequest
from factcheck.desk.team.forms import CommentForm
from factcheck.prepared_queries import prepared
from factcheck.verdicts.messages.people_named import with_names
from factcheck.verdicts.models import Assignment, Comment, Verdict


@dataclass(frozen=True)
class Team:
    """Who works on a claim and what is said beside it; `subject` is what new comments on this page are about."""

    subject: Claim | Verdict
    assignment: Assignment
    comments: list[Comment]
    comment_form: CommentForm

    @property
    def claim(self) -> Claim:
        return self.assignment.claim

    @property
    def open(self) -> list[Comment]:
        return [comment for comment in self._here() if not comment.is_resolved]

    @property
    def resolved(self) -> list[Comment]:
        return [comment for comment in self._here() if comment.is_resolved]

    @property
    def open_elsewhere(self) -> int:
        """How many open comments stand on the other page: the verdict's for a claim, the claim's for a verdict."""
        there = None if self.is_on_verdict or not self.claim.verdict else self.claim.verdict.pk
        other = [comment for comment in self.comments if comment.verdict_id == there and not comment.is_resolved]
        return len(other) if self.is_on_verdict or there else 0

    @property
    def is_on_verdict(self) -> bool:
        return isinstance(self.subject, Verdict)

    def _here(self) -> list[Comment]:
        here = self.subject.pk if self.is_on_verdict else None
        return [comment for comment in self.comments if comment.verdict_id == here]


def team_on(
    subject: Claim | Verdict,
    request: DeskRequest,
    *,
    comment_form: CommentForm | None = None,
) -> Team:
    """The team's part of the page of a claim or verdict, with the comment as it was typed where it was refused."""
    claim = subject.claim if isinstance(subject, Verdict) else subject
    assignment = assignment_of(claim, request)
    return Team(
        subject,
        assignment,
        with_names(_comments(claim=claim.pk)),
        comment_form or CommentForm(),
    )


def assignment_of(claim: Claim, request: DeskRequest) -> Assignment:
    """The claim's assignment, or an empty one that nobody has saved."""
    return claim.assignment if hasattr(claim, "assignment") else Assignment(claim=claim, assigned_by=request.user)


@prepared
def _comments(claim: int) -> QuerySet[Comment]:
    return Comment.objects.around(claim)
