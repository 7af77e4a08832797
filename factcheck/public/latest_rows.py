"""When the parts of a long list changed last: counted once over all rows, and from then on over those that are new."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.cache import caches
from django.db.models import F, Max, QuerySet

READ_AGAIN = 200  # keys before the last one known: transactions end in another order than they took theirs


@dataclass(frozen=True)
class KnownRows:
    """The row with the highest key that was read, and when the last row of each part came, by the part's number."""

    last: tuple[int, datetime] | None = None
    latest: dict[int, datetime] = field(default_factory=dict)


@dataclass(frozen=True)
class ComingRows:
    """Rows by whose coming parts change: `key` leads to what parts go by, `at` to when; neither changes of a row.

    Where rows were deleted, a part may be said to have changed when one of them came.
    """

    rows: QuerySet[Any]
    key: str
    at: str

    def latest(self, part: int) -> dict[int, datetime]:
        """When something came last to each part of so many keys, by its number from 0 on."""
        name = f"latest:{self.rows.model._meta.label_lower}:{self.key}:{self.at}:{part}"
        known: KnownRows = caches["pages"].get(name) or KnownRows()
        given = self.rows.order_by("pk").filter(**{f"{self.key}__isnull": False, f"{self.at}__isnull": False})
        rows = given.annotate(part=F(self.key) / part).values_list("pk", "part", self.at)
        new = list(rows.filter(pk__gt=known.last[0] - READ_AGAIN)) if known.last else []
        if known.last not in {(pk, at) for pk, _, at in new}:  # nothing is known, or of other rows
            found = given.order_by().values(part=F(self.key) / part).annotate(latest=Max(self.at))
            known, new = KnownRows(None, latest_of(found.values_list("part", "latest"))), list(rows.reverse()[:1])
        if new and (last := (new[-1][0], new[-1][2])) != known.last:
            came = ((number, at) for _, number, at in new)
            known = KnownRows(last, latest_of([*known.latest.items(), *came]))
            caches["pages"].set(name, known)
        return known.latest


def latest_of(times: Iterable[tuple[int, datetime | None]]) -> dict[int, datetime]:
    """Of each key the latest of its times; keys that have none are not there."""
    latest: dict[int, datetime] = {}
    for key, at in times:
        if at:
            latest[key] = max(at, latest.get(key, at))
    return latest
