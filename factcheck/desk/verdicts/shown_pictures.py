"""The pictures that readers see with a verdict, in any of its published states, and taking one of them down."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.verdicts.forms import TakedownForm
from factcheck.verdicts.models import NotAllowed, Picture, Verdict
from factcheck.verdicts.snapshot import Exhibit, Snapshot
from factcheck.verdicts.take_down_picture import take_down


@dataclass
class PublishedPicture:
    """A picture, how it was last told of, the numbers of the revisions that show it, and the form to take it down."""

    picture: Picture
    exhibit: Exhibit
    revisions: list[int]
    form: TakedownForm


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def shown_pictures(request: DeskRequest, slug: str) -> HttpResponse:
    """Every picture that readers were shown; posting the hash of one with a reason takes it down."""
    verdict = get_object_or_404(Verdict.objects.select_related("claim"), slug=slug)
    published = _published_pictures(verdict)
    chosen = None
    if request.method == "POST":
        chosen = _chosen(request, published)
        chosen.form = TakedownForm(request.POST, auto_id=f"{chosen.picture.sha256}-%s")
        if chosen.form.is_valid() and _take_down(request, chosen):
            return redirect("desk:shown_pictures", slug)
    context = {"verdict": verdict, "pictures": list(published.values())}
    refused = chosen is not None and bool(chosen.form.errors)
    return render(request, "desk/verdicts/shown_pictures.html", context, status=422 if refused else 200)


def _chosen(request: DeskRequest, published: dict[str, PublishedPicture]) -> PublishedPicture:
    """The one that a reviewer wants to take down. Raises PermissionDenied for anybody else, Http404 if it is none."""
    if not request.user.has_perm("verdicts.review_verdict"):
        raise PermissionDenied
    chosen = published.get(request.POST.get("picture", ""))
    if chosen is None:
        raise Http404("Readers were never shown this picture with the verdict.")
    return chosen


def _published_pictures(verdict: Verdict) -> dict[str, PublishedPicture]:
    """By hash, those of the newest state first."""
    told: dict[str, Exhibit] = {}
    numbers: dict[str, list[int]] = defaultdict(list)
    for revision in verdict.revisions.order_by("-number"):
        for exhibit in Snapshot.of_revision(revision).exhibits:
            if exhibit.picture:
                told.setdefault(exhibit.picture.sha256, exhibit)
                numbers[exhibit.picture.sha256].append(revision.number)
    stored = Picture.objects.select_related("takedown").in_bulk(told, field_name="sha256")
    return {
        sha256: PublishedPicture(stored[sha256], exhibit, numbers[sha256], TakedownForm(auto_id=f"{sha256}-%s"))
        for sha256, exhibit in told.items()
    }


def _take_down(request: DeskRequest, chosen: PublishedPicture) -> bool:
    """Whether it was taken down; if not, its form says why."""
    try:
        take_down(chosen.picture, reviewer=request.user, **chosen.form.cleaned_data)
    except (NotAllowed, ValidationError) as refusal:
        chosen.form.add_error(None, refusal.messages if isinstance(refusal, ValidationError) else str(refusal))
        return False
    messages.success(request, _("Taken down. Readers see the reason in its place."))
    return True
