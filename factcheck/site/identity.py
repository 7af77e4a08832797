"""The site as every page, feed and mail names it: what administrators set, else what the environment says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.db import transaction

from factcheck.site.models import SiteProfile, SiteText
from factcheck.site.pages import SitePage, says_something_at_first
from factcheck.stamps.reads import stamp_of

KEY = "site-profile"
OPEN_AT_FIRST = tuple(filter(says_something_at_first, SitePage))
SECONDS_CACHED = 60  # for processes with a cache of their own; the one that changes it sees it at once


@dataclass(frozen=True)
class Logo:
    """The site's sign, as readers and the desk see it beside its name."""

    sha256: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class Site:
    """One desk's public site; `pages` are those that readers find."""

    name: str
    url: str
    email: str
    language: str
    is_demonstration: bool
    pages: Sequence[SitePage] = OPEN_AT_FIRST
    logo: Logo | None = None

    def address(self, path: str) -> str:
        """The whole address of a path: the same whatever name the server was asked by."""
        return f"{self.url}{path}"

    @property
    def scheme(self) -> str:
        return urlsplit(self.url).scheme

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc


def the_site() -> Site:
    """The site as it is set; asks the database once a minute, and at once for a page that is kept."""
    key = f"{KEY}{stamp_of(SiteProfile)}{stamp_of(SiteText)}"
    stored: dict[str, Any] = cache.get_or_set(key, _stored, SECONDS_CACHED) or {}
    written = stored.get("written", ())
    return Site(
        name=stored.get("name") or settings.SITE_NAME,
        url=settings.SITE_URL,
        email=stored.get("email") or settings.SITE_EMAIL,
        language=settings.LANGUAGE_CODE,
        is_demonstration=settings.IS_DEMONSTRATION,
        pages=tuple(page for page in SitePage if page in written or page in OPEN_AT_FIRST),
        logo=_logo(stored) if stored.get("logo") else None,
    )


def forget_site() -> None:
    """Have what was changed be seen, by this transaction and by everybody once it ends."""
    cache.delete(KEY)
    transaction.on_commit(lambda: cache.delete(KEY))


def _stored() -> dict[str, Any]:
    written = SiteText.objects.standing().exclude(text="").values_list("page", flat=True)
    return {**SiteProfile.values_stored(), "written": set(written)}


def _logo(stored: dict[str, Any]) -> Logo:
    return Logo(stored["logo"], stored["logo_alt"], stored["logo_width"], stored["logo_height"])
