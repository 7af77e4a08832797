"""All public data as files, a noun in each: CSV for tables, JSON Lines for programs, in the shapes of the API.

A file is written while it is sent, a part of the rows at a time, so that its size does not matter.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import FETCH_RAISE, Model, QuerySet
from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import Schema
from pydantic import BaseModel

from factcheck.claims.models import Claim, Topic
from factcheck.public.api.operations.stories import readable_statements, statement_shapes
from factcheck.public.api.shapes.claims import ClaimRowShape, CountedTopicShape, OutsideReviewShape
from factcheck.public.api.shapes.sayings import StatementShape
from factcheck.public.api.shapes.site import CorrectionShape, licence_of
from factcheck.public.api.shapes.stories import SourceShape, StoryShape
from factcheck.public.api.shapes.verdicts import RevisionShape, VerdictRowShape
from factcheck.public.kept_pages import etag_of_all
from factcheck.public.visible import (
    QuotedNow,
    pages_named_in,
    public_sources,
    public_stories,
    public_verdicts,
)
from factcheck.site.identity import the_site
from factcheck.verdicts.add_outside_checks import rated_here
from factcheck.verdicts.models import OutsideCheck, Revision
from factcheck.verdicts.snapshot import Snapshot

IN_ONE_QUERY = 200
RATE = "100/h"  # of one address: each is a walk through the archive
FORMATS = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl; charset=utf-8"}
BEGINS_A_FORMULA = tuple("=+-@\t\r")


@dataclass(frozen=True)
class Table:
    """All public rows of one noun, and their shape."""

    told: Any  # what people call it
    shape: type[Schema]
    rows: Callable[[], Iterator[Schema]]


def export(request: HttpRequest, noun: str, form: str) -> StreamingHttpResponse:
    """The whole of one noun as a file, the oldest first; its `Link` names the licence.

    What is written while it is sent may stand in it: its ETag is that of the time before.
    """
    if noun not in TABLES or form not in FORMATS:
        raise Http404
    table, etag = TABLES[noun], etag_of_all(request)
    lines = csv_lines(table.shape, table.rows()) if form == "csv" else json_lines(table.rows())
    response = StreamingHttpResponse(lines, content_type=FORMATS[form])
    response["ETag"] = etag
    response["Content-Disposition"] = f'attachment; filename="{noun}.{form}"'
    if licence := licence_of(the_site()):
        response["Link"] = f'<{licence}>; rel="license"'
    return response


def json_lines(rows: Iterator[Schema]) -> Iterator[str]:
    for row in rows:
        yield f"{_as_json(row.model_dump())}\n"


def csv_lines(shape: type[Schema], rows: Iterator[Schema]) -> Iterator[str]:
    """A heading and a line for each row: parts of a part stand in columns of their own, lists as JSON in one."""
    columns = list(columns_of(shape))
    writer = csv.writer(Echo())
    yield writer.writerow(columns)
    for row in rows:
        values = row.model_dump()
        yield writer.writerow(cell(value_at(values, column)) for column in columns)


class Echo:
    """What a CSV writer writes to: it hands back each line."""

    def write(self, line: str) -> str:
        return line


def columns_of(shape: type[BaseModel], before: str = "") -> Iterator[str]:
    for name, field in shape.model_fields.items():
        part = _part(field.annotation)
        yield from columns_of(part, f"{before}{name}.") if part else [f"{before}{name}"]


def _part(annotation: Any) -> type[BaseModel] | None:
    """The shape of a part that a row has one of, or none."""
    kinds = getattr(annotation, "__args__", (annotation,)) if not hasattr(annotation, "__origin__") else ()
    return next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), None)


def value_at(values: Any, column: str) -> Any:
    for name in column.split("."):
        values = values.get(name) if values else None
    return values


def cell(value: Any) -> str:
    """A value as a spreadsheet reads it: never as a formula."""
    if value is None:
        return ""
    if isinstance(value, list):
        plain = all(isinstance(one, str) and ";" not in one for one in value)
        value = "; ".join(value) if plain else _as_json(value)
    if isinstance(value, str):
        return f"'{value}" if value.startswith(BEGINS_A_FORMULA) else value
    return _as_json(value).strip('"')  # a number, or a date


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder)


def parts_of[Row: Model](rows: QuerySet[Row]) -> Iterator[list[Row]]:
    """All rows by their keys, so many in a query: none is skipped, and nothing is held open meanwhile."""
    last = 0
    while part := list(rows.filter(pk__gt=last).order_by("pk")[:IN_ONE_QUERY]):
        yield part
        last = part[-1].pk


def _verdicts() -> Iterator[Schema]:
    for part in parts_of(Revision.objects.current().defer(*Revision.TEXTS).fetch_mode(FETCH_RAISE)):
        yield from VerdictRowShape.each(part)


def _revisions() -> Iterator[Schema]:
    found = Revision.objects.with_bylines().select_related("verdict__claim", "rating").fetch_mode(FETCH_RAISE)
    for part in parts_of(found):
        for revision in part:
            sealed = Snapshot.of_revision(revision)
            now = QuotedNow.of(sealed.quotations)
            yield RevisionShape.told(revision, sealed.as_printed(now.bounds), pages_named_in(sealed.quotations, now))


def _corrections() -> Iterator[Schema]:
    site = the_site()
    found = Revision.objects.since_publication().defer(*Revision.TEXTS).select_related("verdict")
    for part in parts_of(found.fetch_mode(FETCH_RAISE)):
        yield from CorrectionShape.each(part, site)


def _claims() -> Iterator[Schema]:
    found = Claim.objects.public().prefetch_related(public_verdicts(), "topics").fetch_mode(FETCH_RAISE)
    for part in parts_of(found):
        yield from ClaimRowShape.each(part)


def _statements() -> Iterator[Schema]:
    """Those of one article together: of all that is quoted from it the file prints no more than a page may."""
    keys = readable_statements().order_by("article").values_list("article", flat=True).distinct()
    for articles in batched(keys, IN_ONE_QUERY // 10):
        yield from statement_shapes(list(readable_statements().filter(article__in=articles).order_by("article", "pk")))


def _stories() -> Iterator[Schema]:
    for part in parts_of(public_stories().fetch_mode(FETCH_RAISE)):
        yield from map(StoryShape.told, part)


def _sources() -> Iterator[Schema]:
    for part in parts_of(public_sources().fetch_mode(FETCH_RAISE)):
        yield from SourceShape.each(part)


def _outside_reviews() -> Iterator[Schema]:
    found = OutsideCheck.objects.filter(claim__in=Claim.objects.public()).select_related("claim")
    for part in parts_of(found.fetch_mode(FETCH_RAISE)):
        yield from OutsideReviewShape.each(rated_here(part))


def _topics() -> Iterator[Schema]:
    yield from map(CountedTopicShape.of, Topic.objects.public())


TABLES = {
    "verdicts": Table(_("Verdicts as they stand"), VerdictRowShape, _verdicts),
    "revisions": Table(_("Every published state of each verdict, whole"), RevisionShape, _revisions),
    "corrections": Table(_("Corrections"), CorrectionShape, _corrections),
    "claims": Table(_("Claims"), ClaimRowShape, _claims),
    "statements": Table(_("Statements, and what they say of which claim"), StatementShape, _statements),
    "stories": Table(_("Stories, and who carried what"), StoryShape, _stories),
    "sources": Table(_("Sources"), SourceShape, _sources),
    "topics": Table(_("Topics"), CountedTopicShape, _topics),
    "outside-reviews": Table(_("Checks of other desks"), OutsideReviewShape, _outside_reviews),
}


def told_tables() -> Sequence[tuple[str, Any]]:
    """Each noun that there is a file of, and what people call it."""
    return [(noun, table.told) for noun, table in TABLES.items()]
