"""The pages on which the site says what it is: which of them are written, and writing one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from factcheck.desk.access import DeskRequest
from factcheck.desk.forms import PlainLabels
from factcheck.site.models import LONGEST_TEXT, SiteText
from factcheck.site.pages import SitePage, first_text, gaps_in
from factcheck.site.write_page import write_page
from factcheck.typed_numbers import number_in
from factcheck.verdicts.prose import render_markdown

SHOWN_VERSIONS = 30
PUBLISH, LOOK = "publish", "look"
keeper_of_the_site_required = permission_required("site.change_siteprofile", raise_exception=True)


@dataclass(frozen=True)
class PageState:
    """How far one page is in one language; `published` and `kept` are its texts, the latter only if it is newer."""

    page: SitePage
    language: str
    published: SiteText | None
    kept: SiteText | None

    @property
    def url(self) -> str:
        address = reverse("desk:site_page", args=[self.page])
        return f"{address}?language={self.language}"

    @property
    def is_written(self) -> bool:
        return self.published is not None and self.published.text != ""

    @property
    def has_gaps(self) -> bool:
        """Whether nobody sees the page in this language before it is written."""
        return bool(gaps_in(first_text(self.page, self.language).markdown))


@dataclass(frozen=True)
class SitePageEditor:
    """What somebody sees who writes a page: the form, how the typed text would look, and all the texts before it."""

    page: SitePage
    language: str
    form: SitePageForm
    preview: SafeString | None
    versions: list[SiteText]

    @property
    def places(self) -> list[tuple[str, PageState]]:
        """The same page in each language of the site, by the language's name."""
        return [(name, PageState(self.page, code, None, None)) for code, name in settings.LANGUAGES]

    @property
    def gaps(self) -> list[str]:
        return gaps_in(str(self.form["text"].value() or ""))


class SitePageForm(PlainLabels, forms.Form):
    """The text, and the newest one of before that its writer has seen."""

    text = forms.CharField(
        label=gettext_lazy("Text"),
        help_text=gettext_lazy("Markdown. Readers see no text in which [[something]] is still to be filled in."),
        max_length=LONGEST_TEXT,
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 24}),
    )
    last_seen = forms.IntegerField(required=False)

    def clean_text(self) -> str:
        """With the ends of lines as the code has them; browsers send others."""
        text = str(self.cleaned_data["text"]).replace("\r\n", "\n").strip()
        return f"{text}\n" if text else ""


def checklist_of_pages() -> list[PageState]:
    """Every page in every language of the site."""
    published = {(text.page, text.language): text for text in SiteText.objects.standing()}
    newest = {(text.page, text.language): text for text in SiteText.objects.newest().filter(is_published=False)}
    asked = [(page, language) for page in SitePage for language, _name in settings.LANGUAGES]
    return [PageState(*place, published.get(place), newest.get(place)) for place in asked]


@require_http_methods(["GET", "HEAD", "POST"])
@keeper_of_the_site_required
def site_page(request: DeskRequest, page: str) -> HttpResponse:
    if page not in SitePage.values:
        raise Http404("The site has no such page.")
    asked, language = SitePage(page), _language_of(request)
    texts = SiteText.objects.of(asked, language).select_related("written_by")
    versions = list(texts[:SHOWN_VERSIONS])
    form = SitePageForm(request.POST or None, initial=_initial(request, asked, language, versions))
    act = request.POST.get("act", "")
    preview = None
    if form.is_valid() and act == LOOK:
        preview = render_markdown(form.cleaned_data["text"], top=3)
    elif form.is_valid():
        try:
            write_page(asked, language=language, is_published=act == PUBLISH, editor=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error("text", refusal)
        else:
            done = _("Readers see it now.") if act == PUBLISH else _("Kept. Readers go on seeing what they saw.")
            messages.success(request, done)
            return redirect(PageState(asked, language, None, None).url)
    editor = SitePageEditor(asked, language, form, preview, versions)
    return render(request, "desk/site/page.html", {"editor": editor}, status=422 if form.errors else 200)


def _initial(request: DeskRequest, page: SitePage, language: str, versions: list[SiteText]) -> dict[str, Any]:
    """The newest text, the earlier one that the address asks for, or what the page says or asks at first."""
    asked = number_in(request.GET.get("version", ""))
    chosen = next((version for version in versions if version.pk == asked), versions[0] if versions else None)
    text = (chosen.text if chosen else "") or first_text(page, language).markdown
    return {"text": text}


def _language_of(request: DeskRequest) -> str:
    asked = request.GET.get("language", "")
    return asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
