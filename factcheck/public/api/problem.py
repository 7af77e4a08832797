"""The one form in which the API says that something is wrong: Problem Details, as RFC 9457 has them."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus

from django.http import HttpResponse
from ninja import Field, Schema

MEDIA_TYPE = "application/problem+json"


class Fault(Schema):
    """One thing in the address that cannot be read."""

    name: str = Field(description="The parameter.")
    reason: str


class Problem(Schema):
    """Why there is no answer, in a sentence."""

    title: str
    status: int
    detail: str
    errors: list[Fault] = Field([], description="What in the address cannot be read, where that is the matter.")


PROBLEMS: dict[int, type[Problem]] = dict.fromkeys((404, 422, 429), Problem)  # what any question may be answered


def problem(status: HTTPStatus, detail: str, faults: Iterable[Fault] = ()) -> HttpResponse:
    told = Problem(title=status.phrase, status=status.value, detail=detail, errors=list(faults))
    return HttpResponse(told.model_dump_json(), status=status, content_type=MEDIA_TYPE)
