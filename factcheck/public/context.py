"""What every page may say of the site itself."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from factcheck.public.desk_twins import desk_twin
from factcheck.site.identity import the_site


def site(request: HttpRequest) -> dict[str, Any]:
    """The site, its name, whether it shows invented demonstration data, and what of the desk stands behind a page."""
    site = the_site()
    named = {"site": site, "site_name": site.name, "is_demonstration": site.is_demonstration}
    return {**named, "desk_twin": desk_twin(request)}
