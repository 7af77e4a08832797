"""What every page may say of the site itself."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from factcheck.site.identity import the_site


def site(_request: HttpRequest) -> dict[str, Any]:
    """The site, its name, and whether it shows invented demonstration data."""
    site = the_site()
    return {"site": site, "site_name": site.name, "is_demonstration": site.is_demonstration}
