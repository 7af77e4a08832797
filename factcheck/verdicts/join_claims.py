"""Joining two claims with what the desk keeps beside them: assignment, comments and messages move along."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.claims import join_claims
from factcheck.claims.models import Claim
from factcheck.verdicts.models import Assignment, Comment, Message, OutsideCheck


@transaction.atomic
def join(claim: Claim, *, into: Claim, editor: User) -> Claim:
    """Move everything said of `claim` and about it to `into`. Raises CannotJoin where claims do.

    A claim that is assigned keeps its own assignment.
    """
    Comment.objects.filter(claim=claim).update(claim=into)
    Message.objects.filter(claim=claim).update(claim=into)
    OutsideCheck.objects.filter(claim=claim).update(claim=into)
    assignment = Assignment.objects.filter(claim=claim)
    if Assignment.objects.filter(claim=into).exists():
        assignment.delete()
    else:
        assignment.update(claim=into)
    return join_claims.join(claim, into=into, editor=editor)
