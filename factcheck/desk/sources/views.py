"""Sources: the names papers give them, their roles over time, all they said."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from factcheck.claims.like_names import asked_about, like_named
from factcheck.claims.models import Source, SourceAlias, Statement
from factcheck.claims.name_source import add_alias, beginning, remove_alias
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.sources.page import reversals_of, roles_of
from factcheck.desk.statements.offers import Offers, options_of
from factcheck.typed_numbers import numbers_in

SHOWN = 500  # statements
OFFERED = 12  # names to pick from while typing


@require_safe
@editor_required
def source(request: DeskRequest, slug: str) -> HttpResponse:
    is_public = Exists(Statement.objects.public().filter(source=OuterRef("pk")))
    sources = Source.objects.annotate(is_public=is_public).prefetch_related("aliases")
    shown = get_object_or_404(sources.at_address(slug))
    if shown.slug != slug:
        return redirect("desk:source", slug=shown.slug)  # not for good: a merger may be taken back
    newest = Coalesce("said_on", "article__published_on").desc(nulls_last=True)
    statements = list(
        shown.statements.with_articles().prefetch_related("positions__claim").order_by(newest, "-id")[:SHOWN]
    )
    context = {
        "source": shown,
        "statements": statements,
        "roles": roles_of(shown, statements),
        "reversals": reversals_of(shown),
        "near": asked_about(shown),
    }
    return render(request, "desk/sources/detail.html", context)


@require_safe
@editor_required
def known_sources(request: DeskRequest) -> HttpResponse:
    """The sources that somebody may be typing the name of, and whether the name is a new one."""
    typed = request.GET.get("source", "").replace("\0", "").strip()
    known = Source.objects.named().known_as(typed).first()
    near = [] if known else like_named(typed)
    offered = options_of(*beginning(typed).values_list("name", "role")[:OFFERED])
    offers = Offers(offered, typed=typed, known=known, near=near)
    return render(request, "desk/statements/known_source.html", {"offers": offers})


@require_POST
@editor_required
def aliases(request: DeskRequest, slug: str) -> HttpResponse:
    """Add a name that papers give the source, or remove one."""
    shown = get_object_or_404(Source, slug=slug)
    if removed := shown.aliases.filter(pk__in=numbers_in([request.POST.get("remove", "")])).first():
        remove_alias(removed, editor=request.user)
        messages.success(request, _("“%(removed)s” leads here no longer.") % {"removed": removed.name})
        return redirect("desk:source", slug=slug)
    try:
        alias: SourceAlias = add_alias(shown, request.POST.get("name", ""), editor=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("“%(alias)s” leads to this source from now on.") % {"alias": alias.name})
    return redirect("desk:source", slug=slug)
