"""Lists, the newest first, paged by the key of the last row: no row is counted, and new rows move nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Field, Schema

from factcheck.site.identity import the_site

MOST = 100
LARGEST_KEY = 2**63 - 1


class PageQuery(Schema):
    """Which part of a list."""

    after: int | None = Field(None, ge=1, le=LARGEST_KEY, description="Rows older than this key; `next` names it.")
    limit: int = Field(50, ge=1, le=MOST, description="How many rows at most.")


class Listed[Item](Schema):
    """Some rows of a list, the newest first."""

    items: list[Item]
    next: str | None = Field(None, description="The address of the next part; null at the end.")


def listed[Row: Model, Item](
    rows: QuerySet[Row],
    request: HttpRequest,
    response: HttpResponse,
    query: PageQuery,
    shape: Callable[[Sequence[Row]], list[Item]],
) -> dict[str, Any]:
    """The part of `rows` that the query asks for; a `Link` in the answer leads to the next, too."""
    older = rows.filter(pk__lt=query.after) if query.after else rows
    found = list(older.order_by("-pk")[: query.limit + 1])
    shown = found[: query.limit]
    following = None
    if len(found) > query.limit:
        asked = request.GET.copy()
        asked["after"] = str(shown[-1].pk)
        following = the_site().address(f"{request.path}?{asked.urlencode()}")
        response["Link"] = f'<{following}>; rel="next"'
    return {"items": shape(shown), "next": following}
