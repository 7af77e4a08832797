"""What a list says of who has a claim, as plain values that a part of a page is kept by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from factcheck.verdicts.models import Assignment


@dataclass(frozen=True)
class TaskLine:
    """An assignment as it reads today."""

    assignee_name: str
    priority: int
    due_in_words: str
    is_overdue: bool

    @classmethod
    def of(cls, assignment: Assignment) -> Self:
        due, is_overdue = assignment.due_in_words, assignment.is_overdue
        return cls(assignment.assignee_name, assignment.priority, due, is_overdue)
