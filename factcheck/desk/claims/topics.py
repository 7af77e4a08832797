"""Topics at the desk: on one claim, on many, and all of them with what administrators may do."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from factcheck.claims.models import Claim, Topic
from factcheck.claims.rename_topic import join_topic, rename_topic
from factcheck.claims.set_topics import add_topics, names_in, set_topics
from factcheck.desk.access import DeskRequest, back_of, editor_required
from factcheck.desk.undo import offering_undo
from factcheck.typed_numbers import numbers_in

OFFERED = 12
topics_are_changed_by = permission_required("claims.delete_topic", raise_exception=True)


@require_safe
@editor_required
def topics(request: DeskRequest) -> HttpResponse:
    """All topics, each with how many claims it has."""
    return render(request, "desk/topics/list.html", {"topics": Topic.objects.counted()})


@require_safe
@editor_required
def topic_names(request: DeskRequest) -> HttpResponse:
    """Names to pick from that begin, or hold, what is being typed behind the last comma."""
    before, _, begun = request.GET.get("topics", "").replace("\0", "").rpartition(",")
    known = Topic.objects.commonest_first().filter(name__icontains=begun.strip())[:OFFERED]
    return render(request, "desk/topics/names.html", {"topics": known, "before": names_in(before)})


@require_POST
@vary_on_headers("HX-Request")
@editor_required
def claim_topics(request: DeskRequest, slug: str) -> HttpResponse:
    """Add what was typed to a claim's topics, or take one off."""
    claim = get_object_or_404(Claim.objects.at_address(slug))
    off = numbers_in([request.POST.get("without", "")])
    kept = [topic.name for topic in claim.topics.all() if topic.pk not in off]
    problem = ""
    try:
        with offering_undo(request, _("The topics are changed.")):
            set_topics(claim, names=[*kept, *names_in(request.POST.get("topics", ""))], editor=request.user)
    except ValidationError as refusal:
        problem = " ".join(refusal.messages)
    if request.htmx:
        context = {"claim": claim, "problem": problem, "typed": request.POST.get("topics", "") if problem else ""}
        return render(request, "desk/topics/of_claim.html", context, status=422 if problem else 200)
    if problem:
        messages.error(request, problem)
    return redirect(back_of(request) or reverse("desk:claim", args=[claim.slug]))


@require_POST
@editor_required
def tag_many(request: DeskRequest) -> HttpResponse:
    """Add what was typed to the topics of all ticked claims."""
    claims = list(Claim.objects.filter(pk__in=numbers_in(request.POST.getlist("claims"))).prefetch_related("topics"))
    names = names_in(request.POST.get("topics", ""))
    if not claims or not names:
        messages.error(request, _("Tick at least one claim in the list, and type a topic."))
        return redirect(back_of(request) or "desk:claims")
    try:
        with offering_undo(
            request, _("%(count)s claims are about %(names)s now.") % {"count": len(claims), "names": ", ".join(names)}
        ):
            add_topics(claims, names=names, editor=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    return redirect(back_of(request) or "desk:claims")


@require_POST
@topics_are_changed_by
def change_topic(request: DeskRequest, slug: str) -> HttpResponse:
    """Rename a topic, or join it into the one with the typed name."""
    topic = get_object_or_404(Topic, slug=slug)
    name = " ".join(request.POST.get("name", "").replace("\0", "").split())
    into = Topic.objects.named(name).exclude(pk=topic.pk).first()
    try:
        if into and "join" in request.POST:
            join_topic(topic, into=into, editor=request.user)
            messages.success(
                request,
                _("“%(topic)s” is part of “%(into)s” now. Its address leads there.")
                % {"topic": topic.name, "into": into},
            )
        elif into:
            messages.error(
                request, _("There is a topic “%(into)s” already. Press Join to make one of the two.") % {"into": into}
            )
        elif "join" in request.POST:
            messages.error(request, _("No other topic is called “%(name)s”.") % {"name": name})
        else:
            renamed = rename_topic(topic, name=name, editor=request.user)
            messages.success(
                request,
                _("The topic is called “%(renamed)s” now. Its former address leads to it.") % {"renamed": renamed},
            )
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    return redirect("desk:topics")
