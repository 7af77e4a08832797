"""What every page may say of the site itself."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    """The site's name, and whether it shows invented demonstration data."""
    return {"site_name": settings.SITE_NAME, "is_demonstration": settings.IS_DEMONSTRATION}
