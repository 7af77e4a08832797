"""Whether two names are one source: the answer to a question, or a merger that an editor asks for by name."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.claims.like_names import asked_about
from factcheck.claims.merge_sources import CannotMerge, merge, tell_apart
from factcheck.claims.models import Source
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.statements.offers import Offers, offers_for
from factcheck.desk.undo import offering_undo
from factcheck.verdicts.consequences import Consequences, consequences_of_change


@dataclass(frozen=True)
class MergerPage:
    """A source that would go, the one that would say all it said, and what that means; `near` are asked about."""

    source: Source
    into: Source | None
    typed: str
    near: list[Source]
    offers: Offers
    consequences: Consequences


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def merge_source(request: DeskRequest, slug: str) -> HttpResponse:
    """Say what merging would do, with a source that `?into=` names; posting does it."""
    source = get_object_or_404(Source.objects.prefetch_related("aliases").at_address(slug))
    typed = (request.POST or request.GET).get("into", "").replace("\0", "").strip()
    into = _named(typed)
    if request.method == "POST" and into and _merged(source, into, request):
        return redirect("desk:source", slug=into.slug)
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/sources/merge.html", {"page": _page(source, into, typed, request)}, status=status)


@require_POST
@editor_required
def tell_apart_sources(request: DeskRequest, slug: str) -> HttpResponse:
    """Answer that a source with a like name is somebody else."""
    source = get_object_or_404(Source.objects.at_address(slug))
    other = Source.objects.at_address(request.POST.get("other", "")).first()
    if not other:
        messages.error(request, _("The other source is not on the desk any more."))
        return redirect("desk:source", slug=source.slug)
    try:
        with offering_undo(request, _("Kept: %(source)s is not %(other)s.") % {"source": source, "other": other}):
            tell_apart(source, other=other, editor=request.user)
    except CannotMerge as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:source", slug=source.slug)


def _named(typed: str) -> Source | None:
    """The source of an address or a name."""
    if not typed:
        return None
    return Source.objects.at_address(typed).first() or Source.objects.named().known_as(typed).first()


def _merged(source: Source, into: Source, request: DeskRequest) -> bool:
    try:
        with offering_undo(request, _("Merged. %(source)s leads here, too.") % {"source": source}):
            merge(source, into=into, editor=request.user)
    except CannotMerge as refusal:
        messages.error(request, str(refusal))
        return False
    return True


def _page(source: Source, into: Source | None, typed: str, request: DeskRequest) -> MergerPage:
    return MergerPage(
        source,
        into if into != source else None,
        typed,
        asked_about(source),
        offers_for(),
        consequences_of_change(source, *filter(None, [into]), reader=request.user),
    )
