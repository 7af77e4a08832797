"""The site itself: its name, its address, and what it says of itself to readers and machines."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings


@dataclass(frozen=True)
class Site:
    """One desk's public site."""

    name: str
    url: str
    email: str
    language: str
    is_demonstration: bool

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
    return Site(
        name=settings.SITE_NAME,
        url=settings.SITE_URL,
        email=settings.SITE_EMAIL,
        language="en",
        is_demonstration=settings.IS_DEMONSTRATION,
    )
