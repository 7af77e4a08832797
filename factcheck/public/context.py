"""What every page may say of the site itself."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from factcheck.languages.of_page import is_for_readers, pages_in_languages
from factcheck.public.desk_twins import desk_twin
from factcheck.public.twins import json_twin
from factcheck.site.identity import the_site


def site(request: HttpRequest) -> dict[str, Any]:
    """The site, its languages, whether it shows invented data, and what of the desk stands behind a page."""
    site = the_site()
    named = {"site": site, "site_name": site.name, "is_demonstration": site.is_demonstration}
    spoken = {"languages": pages_in_languages(request), "is_for_readers": is_for_readers(request)}
    return {**named, **spoken, "desk_twin": desk_twin(request), "json_twin": json_twin(request)}
