"""Saving what stands typed on a verdict's page before one of its buttons acts, and giving back what is not saved.

The text, and what is said of each piece of evidence, are saved. Evidence or a comment that was begun and not sent is
kept with the person's unsaved words, and stands in its fields again on the next page.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from factcheck.desk.access import DeskRequest
from factcheck.desk.team.forms import CommentForm
from factcheck.desk.team.page import team_on
from factcheck.desk.verdicts.forms import DraftForm
from factcheck.desk.verdicts.merged import tell_what_was_merged
from factcheck.desk.verdicts.page import verdict_page
from factcheck.desk.verdicts.typed import TypedForm
from factcheck.verdicts.draft_verdict import Draft, EditClash, annotate_evidence, revise
from factcheck.verdicts.keep_unsaved import OtherWordsWait, forget_unsaved, keep_unsaved, unsaved_of
from factcheck.verdicts.models import NotAllowed, Rating, Verdict
from factcheck.verdicts.presence import greet


def save_typed(request: DeskRequest, shown: Verdict) -> HttpResponse | None:
    """Save what stands typed; where that cannot be done, the page that says why and gives everything back.

    htmx swaps a part of the page and leaves the text where it is, so nothing is saved for it.
    """
    typed = TypedForm.of(request.POST)
    if request.htmx or not typed.holds_text:
        return None
    before = Draft(shown.rating, shown.conclusion, shown.reasoning)
    form = DraftForm(request.POST, instance=shown)
    if not form.is_valid():
        return give_back(request, shown, form, typed, status=422)
    try:
        _save(request, shown, form, typed)
    except EditClash as clash:
        form.add_error(
            None, _("%(clash)s Your text is still here; below it stands what they saved.") % {"clash": clash}
        )
        form.rebase(before, shown.edition)
        return give_back(request, shown, form, typed, status=409, theirs=before)
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return give_back(request, shown, form, typed, status=409)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return give_back(request, shown, form, typed, status=422)
    return None


@transaction.atomic
def _save(request: DeskRequest, shown: Verdict, form: DraftForm, typed: TypedForm) -> None:
    saved = revise(shown, editor=request.user, base=form.base(), draft=form.draft())
    tell_what_was_merged(request, saved, form)
    for evidence in shown.evidence.all():
        piece = typed.piece(evidence)
        if piece.changed:
            annotate_evidence(evidence, editor=request.user, **piece.annotation)
    forget_unsaved(shown, person=request.user, sitting=typed.sitting)


def as_typed(shown: Verdict, typed: TypedForm) -> DraftForm:
    """The form of the text with what stands typed, or with what is saved where no text was sent."""
    return DraftForm(instance=shown, initial=typed.fields if typed.holds_text else None)


def keep_typed(request: DeskRequest, shown: Verdict) -> None:
    """Keep what stands typed and is not saved with the person's unsaved words. Raises OtherWordsWait."""
    typed = TypedForm.of(request.POST)
    if typed.differs_from(shown) or typed.beside:
        keep_unsaved(shown, person=request.user, sitting=typed.sitting, fields=typed.fields)
    else:
        forget_unsaved(shown, person=request.user, sitting=typed.sitting)


def go_on(request: DeskRequest, shown: Verdict, *, used: tuple[str, ...] = (), fragment: str = "") -> HttpResponse:
    """After an act: the evidence alone for htmx, else back to the page, or on to where the button leads.

    What was typed beside the text and not `used` is kept.
    """
    typed = TypedForm.of(request.POST).without(used)
    if request.htmx:
        context = {"verdict": shown, "page": verdict_page(shown, reader=request.user, typed=typed)}
        return render(request, "desk/verdicts/evidence.html", context)
    if typed.beside:
        try:
            keep_unsaved(shown, person=request.user, sitting=typed.sitting, fields=typed.beside)
        except OtherWordsWait:
            shown = Verdict.objects.with_people().get(pk=shown.pk)
            return give_back(request, shown, DraftForm(instance=shown), typed)
    then = request.POST.get("then", "")
    is_safe = url_has_allowed_host_and_scheme(then, allowed_hosts={request.get_host()})
    return redirect(then if is_safe else reverse("desk:verdict", args=[shown.slug], fragment=fragment or None))


def give_back(
    request: DeskRequest, shown: Verdict, form: DraftForm, typed: TypedForm, *, status: int = 200, **told: Any
) -> HttpResponse:
    """The verdict's page with all that was typed in its fields; `told` goes to `verdict_page`."""
    unsaved = unsaved_of(request.user, shown)
    return show_verdict(request, shown, form, typed, status=status, unsaved=unsaved, **told)


def show_verdict(
    request: DeskRequest, shown: Verdict, form: DraftForm, typed: TypedForm, *, status: int = 200, **told: Any
) -> HttpResponse:
    """The verdict's page with what stands in `form` and `typed`; `told` goes to `verdict_page`."""
    ratings = Rating.objects.all()
    form.offer(ratings)
    team = team_on(shown, request, comment_form=CommentForm(initial={"text": typed.fields.get("text", "")}))
    context = {
        "verdict": shown,
        "page": verdict_page(shown, reader=request.user, typed=typed, comments=team.comments, ratings=ratings, **told),
        "form": form,
        "team": team,
        "others": greet(request.user, shown),
    }
    return render(request, "desk/verdicts/detail.html", context, status=status)
