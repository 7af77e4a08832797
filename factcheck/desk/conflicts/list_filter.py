"""Which conflicts an editor looks at: all of them, or those that concern one story or one source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import Count, F, Q
from django.http import HttpRequest

from factcheck.articles.models import Story
from factcheck.claims.models import Source
from factcheck.claims.models.conflicts import ConflictQuerySet

STORY, SOURCE = "article__story", "source"  # where either statement of a conflict names them
OFFERED = 60  # choices, those with the most conflicts


class OfferedSubject(NamedTuple):
    """A story or a source, and with how many conflicts it has to do."""

    subject: Story | Source
    conflicts: int


@dataclass(frozen=True)
class ConflictFilter:
    """What was asked for: a story, a source, both or neither."""

    story: Story | None = None
    source: Source | None = None

    @property
    def fits(self) -> Q:
        """The conflicts of which a statement of either side belongs to what was asked for."""
        return _concerns(STORY, self.story) & _concerns(SOURCE, self.source)

    @property
    def query(self) -> str:
        """What an address carries of it, with its question mark; empty if nothing was asked for."""
        asked = {name: one.slug for name, one in (("story", self.story), ("source", self.source)) if one}
        return f"?{urlencode(asked)}" if asked else ""

    def stories(self, conflicts: ConflictQuerySet) -> list[OfferedSubject]:
        """The stories among `conflicts` from which to choose, given the source."""
        counts = _counts(conflicts.filter(_concerns(SOURCE, self.source)), STORY, chosen=self.story)
        return _offered(Story.objects.in_bulk(counts), counts)

    def sources(self, conflicts: ConflictQuerySet) -> list[OfferedSubject]:
        """The sources among `conflicts` from which to choose, given the story."""
        counts = _counts(conflicts.filter(_concerns(STORY, self.story)), SOURCE, chosen=self.source)
        return _offered(Source.objects.in_bulk(counts), counts)


def filter_of(request: HttpRequest) -> ConflictFilter:
    """What `?story=` and `?source=` ask for; an address that leads nowhere asks for nothing."""
    story, source = (request.GET.get(name, "").replace("\0", "") for name in ("story", "source"))
    return ConflictFilter(
        Story.objects.at_address(story).first() if story else None,
        Source.objects.at_address(source).first() if source else None,
    )


def _concerns(field: str, subject: Story | Source | None) -> Q:
    if subject is None:
        return Q()
    return Q((f"first__{field}", subject)) | Q((f"second__{field}", subject))


def _offered(found: Mapping[int, Story | Source], counts: Mapping[int, int]) -> list[OfferedSubject]:
    return [OfferedSubject(found[pk], count) for pk, count in counts.items()]


def _counts(conflicts: ConflictQuerySet, field: str, *, chosen: Story | Source | None) -> dict[int, int]:
    """With how many conflicts each value of a field has to do, the most first; the one chosen is always there."""
    one, other = f"first__{field}", f"second__{field}"
    counts = Counter[int]()
    for name, rows in ((one, conflicts), (other, conflicts.exclude(**{one: F(other)}))):
        found = rows.exclude(**{name: None}).order_by().values_list(name).annotate(count=Count("pk"))
        counts.update(dict(found.order_by("-count", name)[: 2 * OFFERED]))
    offered = dict(counts.most_common(OFFERED))
    return offered if chosen is None else {chosen.pk: counts[chosen.pk]} | offered
