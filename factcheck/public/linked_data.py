"""Structured data in a page: what the page and the desk are, and how a script element holds it safely."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from factcheck.site.identity import Site
from factcheck.verdicts.claimreview import organisation

ESCAPES = [(sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029"]


def as_json(data: dict[str, Any]) -> SafeString:
    """JSON that can stand inside a script element: nothing in it can end the element."""
    written = json.dumps(data, ensure_ascii=False)
    for sign, escape in ESCAPES:
        written = written.replace(sign, escape)
    return mark_safe(written)  # noqa: S308 - escaped here


def web_page(name: str, *, crumbs: Iterable[tuple[str, str]], path: str, site: Site) -> dict[str, Any]:
    """The page itself; `crumbs` are the names and paths of the pages above it."""
    steps = [*crumbs, (name, path)]
    return {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": name,
        "url": site.address(path),
        "inLanguage": get_language() or site.language,
        "publisher": organisation(site),
        "breadcrumb": {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": position, "name": step, "item": site.address(its_path)}
                for position, (step, its_path) in enumerate(steps, 1)
            ],
        },
    }
