"""The administrators' pages under the site's own name, their models in groups that a person understands."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from factcheck.operation.catch_up import what_waits
from factcheck.site.identity import the_site

THE_REST = _("Site")
GROUPS = {
    _("Articles and papers"): ["article", "story", "outlet", "importbatch"],
    _("Claims"): ["claim", "statement", "source", "position", "conflict", "carriage"],
    _("Verdicts"): ["verdict", "revision", "evidence", "assignment", "comment", "outsidecheck", "outsiderating"],
    _("People"): ["user", "group"],
    _("Record"): ["entry"],
    THE_REST: ["rating", "policyreport"],
}


class Administration(AdminSite):
    """Django's pages, named and grouped as the desk is."""

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        name = the_site().name
        named = {
            "site_title": _("%(name)s, administration") % {"name": name},
            "site_header": _("%(name)s · administration") % {"name": name},
        }
        return {**super().each_context(request), **named}

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """The first page, which also says what an update left to be worked out."""
        return super().index(request, {"waiting": [*what_waits()], **(extra_context or {})})

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The groups in place of the applications; asked for one application, that one."""
        if app_label:
            return super().get_app_list(request, app_label)
        pages = {page["object_name"].lower(): page for app in super().get_app_list(request) for page in app["models"]}
        listed = {name for names in GROUPS.values() for name in names}
        groups = []
        for title, names in GROUPS.items():
            rest = [name for name in pages if name not in listed] if title is THE_REST else []
            held = [pages[name] for name in [*names, *rest] if name in pages]
            if held:
                groups.append(_group(str(title), held))
        return groups


def _group(title: str, pages: list[Any]) -> dict[str, Any]:
    label = title.lower().replace(" ", "-")
    return {
        "name": title,
        "app_label": label,
        "app_url": f"{reverse('admin:index')}#{label}",
        "has_module_perms": True,
        "models": pages,
    }
