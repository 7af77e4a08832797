"""What one person may do with a verdict beside writing and reviewing it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User

from factcheck.verdicts.models import Submission, Verdict
from factcheck.verdicts.recall_submission import may_recall


@dataclass(frozen=True, kw_only=True)
class OpenActs:
    """The acts that stand open to one person on one verdict's page."""

    may_recall: bool


def acts_of(verdict: Verdict, submission: Submission | None, *, reader: User) -> OpenActs:
    """The acts for `reader`; `submission` is what waits for review, if anything does."""
    return OpenActs(may_recall=verdict.is_in_review and may_recall(verdict, submission, person=reader))
