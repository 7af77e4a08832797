"""Verdicts: the draft and its evidence, review, publication and retraction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from factcheck.claims.balance import weigh
from factcheck.claims.models import Statement
from factcheck.desk.access import DeskRequest, editor_required, reviewer_required
from factcheck.desk.forms import DocumentForm, DraftForm, NoteForm, PublishForm
from factcheck.desk.team.forms import ManyForm
from factcheck.desk.team.page import team_on
from factcheck.desk.undo_offer import offering_undo
from factcheck.search.pages import page_of
from factcheck.verdicts import draft_verdict, publish_verdict, review_verdict
from factcheck.verdicts.models import Evidence, NotAllowed, Verdict
from factcheck.verdicts.presence import greet
from factcheck.verdicts.prose import render_markdown


@require_safe
@editor_required
def verdicts(request: DeskRequest) -> HttpResponse:
    status = request.GET.get("status", "")
    found = Verdict.objects.select_related("claim__assignment__assignee", "rating", "last_editor", "current")
    if status in Verdict.Status.values:
        found = found.filter(status=status)
    page = page_of(found, request, by=("changed_at", "id"))
    context = {"page": page, "status": status, "statuses": Verdict.Status.choices, "many": ManyForm()}
    return render(request, "desk/verdicts/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def verdict(request: DeskRequest, slug: str) -> HttpResponse:
    """The working text; posting saves it, merged with what somebody else saved meanwhile."""
    verdicts = Verdict.objects.with_people().select_related("claim__assignment__assignee")
    shown = get_object_or_404(verdicts, slug=slug)
    before = draft_verdict.Draft(shown.rating, shown.conclusion, shown.reasoning)
    form = DraftForm(request.POST or None, instance=shown)
    if form.is_valid():
        try:
            draft_verdict.revise(shown, editor=request.user, base=form.base(), draft=form.draft())
        except draft_verdict.EditClash as clash:
            form.add_error(None, f"{clash} Your text is still here; below it stands what they saved.")
            form.rebase(before)
            return render(request, "desk/verdicts/detail.html", _page(shown, form, request, theirs=before), status=409)
        except NotAllowed as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "Saved.")
        return redirect("desk:verdict", slug=slug)
    context = _page(shown, form, request)
    return render(request, "desk/verdicts/detail.html", context, status=422 if form.errors else 200)


@require_POST
@editor_required
def evidence(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Verdict, slug=slug)
    if request.POST.get("statement", "").isdecimal():
        found = get_object_or_404(Statement, pk=request.POST["statement"])
        new, form = Evidence(statement=found), None
    else:
        form = DocumentForm(request.POST, instance=Evidence(verdict=shown))
        if not form.is_valid():
            return _refused(
                request, shown, *(f"{name}: {text}" for name, texts in form.errors.items() for text in texts)
            )
        new = form.instance
    return _attempt(
        request, shown, lambda: draft_verdict.add_evidence(shown, new, editor=request.user), "Evidence added."
    )


@require_POST
@editor_required
def remove_evidence(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    shown = get_object_or_404(Evidence.objects.select_related("verdict"), pk=pk, verdict__slug=slug)
    return _attempt(
        request, shown.verdict, lambda: draft_verdict.remove_evidence(shown, editor=request.user), "Evidence removed."
    )


@require_POST
@editor_required
def submit(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Verdict, slug=slug)
    done = "It is in review. Somebody else has to approve it."
    return _attempt(request, shown, lambda: review_verdict.submit(shown, editor=request.user), done)


@require_POST
@reviewer_required
def send_back(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Verdict, slug=slug)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _refused(request, shown, "Say in a sentence what is to be done before it can be published.")
    note = form.cleaned_data["note"]
    return _attempt(
        request, shown, lambda: review_verdict.send_back(shown, reviewer=request.user, note=note), "Sent back."
    )


@require_POST
@reviewer_required
def publish(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Verdict, slug=slug)
    told: dict[str, str] = {}
    if shown.is_public:
        form = PublishForm(request.POST)
        if not form.is_valid():
            return _refused(request, shown, "Say what the new revision is, and what changed and why.")
        told = form.cleaned_data
    return _attempt(
        request,
        shown,
        lambda: publish_verdict.publish(shown, reviewer=request.user, **told),
        "Published. Readers see it now.",
    )


@require_POST
@reviewer_required
def retract(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Verdict, slug=slug)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _refused(request, shown, "Say why the verdict is retracted; readers see the reason.")
    note = form.cleaned_data["note"]
    return _attempt(
        request, shown, lambda: publish_verdict.retract(shown, reviewer=request.user, note=note), "Retracted."
    )


def _attempt(request: DeskRequest, shown: Verdict, act: Callable[[], Any], done: str) -> HttpResponse:
    """Call a verb, say what came of it, and go back to the verdict."""
    try:
        with offering_undo(request, done):
            act()
    except NotAllowed as refusal:
        return _refused(request, shown, str(refusal))
    except ValidationError as error:
        return _refused(request, shown, *error.messages)
    return redirect("desk:verdict", slug=shown.slug)


def _refused(request: DeskRequest, shown: Verdict, *reasons: str) -> HttpResponse:
    messages.error(request, " ".join(reasons))
    return redirect("desk:verdict", slug=shown.slug)


def _page(
    shown: Verdict, form: DraftForm, request: DeskRequest, *, theirs: draft_verdict.Draft | None = None
) -> dict[str, Any]:
    is_reviewer = request.user.has_perm("verdicts.review_verdict")
    evidence = list(shown.evidence.select_related("statement__source", "statement__article__outlet"))
    held = {one.statement_id for one in evidence}
    balance = weigh(shown.claim)
    return {
        "verdict": shown,
        "form": form,
        "theirs": theirs,
        "preview": render_markdown(shown.reasoning),
        "evidence": evidence,
        "balance": balance,
        "offered": [p for side in balance.sides for p in side.positions if p.statement_id not in held],
        "document_form": DocumentForm(),
        "note_form": NoteForm(),
        "publish_form": PublishForm(),
        "may_review": is_reviewer,
        "may_approve": is_reviewer and shown.is_in_review and shown.last_editor_id != request.user.pk,
        "revisions": shown.revisions.all() if shown.is_public else [],
        "team": team_on(shown, request),
        "others": greet(request.user, shown),
    }
