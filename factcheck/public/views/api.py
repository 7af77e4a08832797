"""The page that explains the API to people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join

from factcheck.public.api.document import document
from factcheck.public.api.exports import FORMATS, told_tables
from factcheck.public.api.shapes.site import licence_of
from factcheck.public.pages import readers_page
from factcheck.site.identity import the_site


@dataclass(frozen=True)
class Question:
    """One thing that can be asked: its address, what it answers, and what the address may say behind its `?`."""

    path: str
    summary: str
    parameters: list[tuple[str, str]]

    @property
    def is_link(self) -> bool:
        """Whether the address is one as it stands."""
        return "{" not in self.path


def questions_of(paths: Mapping[str, Any]) -> Iterable[tuple[str, list[Question]]]:
    """What can be asked, under the heading of each kind."""
    found: dict[str, list[Question]] = {}
    for path, operations in paths.items():
        asked = operations["get"]
        queries = [one for one in asked["parameters"] if one["in"] == "query"]
        named = [(one["name"], _with_code(one["description"])) for one in queries]
        found.setdefault(asked["tags"][0], []).append(Question(path, _with_code(asked["description"]), named))
    return found.items()


def _with_code(description: str) -> str:
    """A description as the page shows it; the document writes code between backticks, as OpenAPI has it."""
    parts = enumerate(description.split("`"))
    return format_html_join(
        "", "{}", ((format_html("<code>{}</code>", part) if at % 2 else part,) for at, part in parts)
    )


@readers_page
def api(request: HttpRequest) -> HttpResponse:
    told = document()
    context: dict[str, Any] = {"kinds": questions_of(told["paths"]), "licence": licence_of(the_site())}
    context |= {"tables": told_tables(), "formats": FORMATS}
    return render(request, "public/api.html", {**context, "rate": settings.API_RATE.partition("/")[0]})
