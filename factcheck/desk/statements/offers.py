"""What there is to pick from while somebody types who speaks, or which claim a statement is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import QuerySet
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from factcheck.claims.models import Claim, Source
from factcheck.prepared_queries import prepared

OFFERED = 200
NONE = SafeString()


@dataclass(frozen=True)
class Offers:
    """Options to pick from; `known` is the source that the `typed` name is of, `near` have like names."""

    sources: SafeString
    claims: SafeString = NONE
    typed: str = ""
    known: Source | None = None
    near: Sequence[Source] = ()


def offers_for(typed: str = "") -> Offers:
    """The newest sources and claims, and what the desk knows of the name that stands in the form already."""
    return Offers(newest_sources(), newest_claims(), typed, known_as(typed))


def newest_sources() -> SafeString:
    return options_of(*_newest_sources())


def newest_claims() -> SafeString:
    return options_of(*((text, "") for text in _newest_claims()))


def known_as(typed: str) -> Source | None:
    return Source.objects.named().known_as(typed).first() if typed else None


@lru_cache(16)
def options_of(*offered: tuple[str, str]) -> SafeString:
    """An option for each text, with what tells it from others like it."""
    return format_html_join("", '<option value="{}">{}</option>', offered)


@prepared
def _newest_sources() -> QuerySet[Source, tuple[str, str]]:
    return Source.objects.named().order_by("-id").values_list("name", "role")[:OFFERED]


@prepared
def _newest_claims() -> QuerySet[Claim, str]:
    return Claim.objects.order_by("-id").values_list("text", flat=True)[:OFFERED]
