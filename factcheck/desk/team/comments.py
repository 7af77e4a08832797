"""Comments on claims and on drafts: writing, resolving, reopening."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from factcheck.claims.models import Claim
from factcheck.desk.access import DeskRequest, editor_required, written_beside
from factcheck.desk.team.forms import CommentForm
from factcheck.desk.team.page import team_on
from factcheck.desk.undo import offering_undo
from factcheck.desk.verdicts.save_typed import go_on, save_typed
from factcheck.desk.verdicts.typed import COMMENT
from factcheck.verdicts.assignments import people_of_the_desk
from factcheck.verdicts.comments import AlreadySo, comment, reopen, resolve
from factcheck.verdicts.messages.people_named import unknown_names
from factcheck.verdicts.models import Comment, Verdict

MOST_NAMES = 8


@require_safe
@editor_required
def names(request: DeskRequest) -> HttpResponse:
    """The people whom a comment may name, by the beginning of their login or name: offered while somebody types it."""
    people = people_of_the_desk()
    for word in request.GET.get("name", "").split():
        begins = Q(username__istartswith=word) | Q(first_name__istartswith=word) | Q(last_name__istartswith=word)
        people = people.filter(begins)
    return render(request, "desk/team/names.html", {"people": people[:MOST_NAMES]})


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
@editor_required
def claim_comments(request: DeskRequest, slug: str) -> HttpResponse:
    return _comments(request, get_object_or_404(Claim.objects.at_address(slug)))


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
@editor_required
def verdict_comments(request: DeskRequest, slug: str) -> HttpResponse:
    return _comments(request, get_object_or_404(Verdict.objects.select_related("claim"), slug=slug))


@require_POST
@vary_on_headers("HX-Request")
@editor_required
def resolve_comment(request: DeskRequest, pk: int) -> HttpResponse:
    return _settle(request, pk, resolve, _("Comment resolved."))


@require_POST
@vary_on_headers("HX-Request")
@editor_required
def reopen_comment(request: DeskRequest, pk: int) -> HttpResponse:
    return _settle(request, pk, reopen, _("Comment open again."))


def _comments(request: DeskRequest, subject: Claim | Verdict) -> HttpResponse:
    """The comments as part of their page, or on a page of their own without JavaScript; posting adds one."""
    if failed := _save_beside(request, subject):
        return failed
    form = CommentForm(request.POST or None)
    if form.is_valid():
        try:
            comment(form.cleaned_data["text"], on=subject, author=request.user)
        except ValidationError as error:
            form.add_error("text", error.messages)
        else:
            _say_who_is_unknown(request, form.cleaned_data["text"])
            form = CommentForm()
            if not request.htmx:
                return _go_to_comments(request, subject, used=COMMENT)
    return _show(request, subject, form)


def _settle(request: DeskRequest, pk: int, act: Callable[..., Comment], done: str) -> HttpResponse:
    found = get_object_or_404(Comment.objects.select_related("claim", "verdict__claim"), pk=pk)
    if failed := _save_beside(request, found.subject):
        return failed
    try:
        with offering_undo(request, done):
            act(found, editor=request.user)
    except AlreadySo as refusal:
        messages.error(request, str(refusal))
    if not request.htmx:
        return _go_to_comments(request, found.subject)
    return _show(request, found.subject, CommentForm(initial={"text": request.POST.get("text", "")}))


def _say_who_is_unknown(request: DeskRequest, text: str) -> None:
    if unknown := unknown_names(text):
        names = ", ".join(f"@{name}" for name in unknown[:MOST_NAMES])
        messages.warning(
            request, _("Nobody of the desk is called %(names)s, so nobody was told by that name.") % {"names": names}
        )


def _save_beside(request: DeskRequest, subject: Claim | Verdict) -> HttpResponse | None:
    """Save the text of a verdict that is typed on the same page; where that cannot be done, what to answer."""
    return save_typed(request, subject) if isinstance(subject, Verdict) and request.method == "POST" else None


def _go_to_comments(request: DeskRequest, subject: Claim | Verdict, *, used: tuple[str, ...] = ()) -> HttpResponse:
    if isinstance(subject, Verdict) and "sitting" in request.POST:
        return go_on(request, subject, used=used, fragment="comments")
    page = "desk:verdict" if isinstance(subject, Verdict) else "desk:claim"
    return redirect(reverse(page, args=[subject.slug], fragment="comments"))


def _show(request: DeskRequest, subject: Claim | Verdict, form: CommentForm) -> HttpResponse:
    template = "desk/team/comments.html" if request.htmx else "desk/team/comments_page.html"
    context = {
        "team": team_on(subject, request, comment_form=form),
        "draft": "draft" if request.htmx and "sitting" in request.POST else "",
        "beside": written_beside(request),
    }
    return render(request, template, context, status=422 if form.errors else 200)
