"""One source as the desk knows it: what papers called it when, what it said, and where it changed its word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from factcheck.claims.models import Conflict, Source, Statement


@dataclass(frozen=True)
class Role:
    """What papers called a source, and from when to when."""

    name: str
    first: date | None
    last: date | None


def roles_of(source: Source, statements: Iterable[Statement]) -> list[Role]:
    """The roles that papers gave, the earliest first; the source's own where no statement names one."""
    days: dict[str, list[date]] = {}
    for statement in statements:
        if role := statement.role or source.role:
            days.setdefault(role, []).extend(filter(None, [statement.said_or_published_on]))
    roles = [Role(role, min(told, default=None), max(told, default=None)) for role, told in days.items()]
    return sorted(roles, key=lambda role: (str(role.first or "9999"), role.name))


def reversals_of(source: Source) -> list[Conflict]:
    """Where the source changed its word: conflicts between two of its statements that nobody dismissed."""
    own = Conflict.objects.standing().filter(first__source=source, second__source=source)
    return list(own.with_statements())
