"""What administrators set of the site: its name and logo, what it says of itself, where to write to."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from factcheck.desk.access import DeskRequest
from factcheck.desk.forms import PlainLabels
from factcheck.desk.site_pages import checklist_of_pages, keeper_of_the_site_required
from factcheck.site.change_site import change_site, store_logo
from factcheck.site.identity import Site, the_site
from factcheck.site.models import SiteProfile
from factcheck.verdicts.models import Rating
from factcheck.verdicts.pictures import PictureRefused, Rendition, clean_picture


class SiteForm(PlainLabels, forms.ModelForm[SiteProfile]):
    """All but its pages. A name or an address that stands there as the settings have it is not stored."""

    picture = forms.FileField(
        label=_("Logo"),
        required=False,
        widget=forms.FileInput({"accept": "image/png,image/jpeg,image/webp,image/gif"}),
        help_text=_("PNG, JPEG, WebP or GIF. It is drawn anew, small and on white."),
    )
    without_logo = forms.BooleanField(label=_("Take the logo away"), required=False)

    class Meta:
        model = SiteProfile
        fields = ["name", "email", "logo_alt"]
        help_texts = {
            "name": _("On every page, in feeds and in mails."),
            "email": _("Where readers report an error. It stands on a public page."),
            "logo_alt": _("What somebody who cannot see it hears, such as “Lantern”."),
        }

    logo: Rendition | None = None

    def __init__(self, *args: Any, site: Site, **kwargs: Any) -> None:
        shown = {"name": site.name, "email": site.email, "logo_alt": site.logo.alt if site.logo else ""}
        super().__init__(*args, initial=shown, **kwargs)
        self.site = site

    def clean_picture(self) -> Any:
        file = self.cleaned_data["picture"]
        if file:
            try:
                self.logo = clean_picture(file, most_bytes=settings.PICTURE_MAX_BYTES).small
            except PictureRefused as refusal:
                raise ValidationError(str(refusal)) from refusal
        return file

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        has_logo = self.logo or (self.site.logo and not data.get("without_logo"))
        if has_logo and not data.get("logo_alt"):
            self.add_error("logo_alt", gettext("Say in words what the logo shows, for readers who cannot see it."))
        return data

    def values(self) -> dict[str, Any]:
        """The fields of the profile; empty where they say what they would say unset."""
        data = self.cleaned_data
        unset = {"name": settings.SITE_NAME, "email": settings.SITE_EMAIL}
        values: dict[str, Any] = {name: "" if data[name] == unset[name] else data[name] for name in unset}
        values["logo_alt"] = data["logo_alt"]
        if self.logo:
            sha256 = hashlib.sha256(self.logo.data).hexdigest()
            values |= {"logo": sha256, "logo_width": self.logo.width, "logo_height": self.logo.height}
        elif data["without_logo"]:
            values |= {"logo": "", "logo_alt": "", "logo_width": 0, "logo_height": 0}
        return values


@require_http_methods(["GET", "HEAD", "POST"])
@keeper_of_the_site_required
def site(request: DeskRequest) -> HttpResponse:
    form = SiteForm(request.POST or None, request.FILES or None, site=the_site(), instance=SiteProfile(pk=1))
    if form.is_valid():
        values = form.values()
        if form.logo:
            store_logo(form.logo.data, sha256=values["logo"])
        change_site(editor=request.user, **values)
        messages.success(request, gettext("The site is as you set it. Readers see it within a minute."))
        return redirect("desk:site")
    context = {"form": form, "checklist": checklist_of_pages(), "ratings": Rating.objects.all()}
    return render(request, "desk/site/form.html", context, status=422 if form.errors else 200)
