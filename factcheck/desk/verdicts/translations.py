"""The verdicts that say what one says in other languages: naming one, and taking this one out."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.undo import offering_undo
from factcheck.desk.verdicts.forms import TranslationForm
from factcheck.verdicts import translate_verdict
from factcheck.verdicts.models import NotAllowed, Verdict


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def translations(request: DeskRequest, slug: str) -> HttpResponse:
    """Those there are; posting names one more."""
    shown = get_object_or_404(Verdict.objects.with_people(), slug=slug)
    form = TranslationForm(request.POST or None, shown=shown, reader=request.user)
    if form.is_valid() and _name(request, form):
        return redirect("desk:translations", slug=slug)
    others = Verdict.objects.visible_to(request.user).beside(shown)
    context = {"verdict": shown, "form": form, "others": others}
    return render(request, "desk/verdicts/translations.html", context, status=422 if form.errors else 200)


@require_POST
@editor_required
def leave_translations(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Verdict, slug=slug)
    try:
        with offering_undo(request, _("Taken out. Readers are no longer led from one to the other.")):
            translate_verdict.leave_translations(shown, editor=request.user)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:translations", slug=slug)


def _name(request: DeskRequest, form: TranslationForm) -> bool:
    """Whether it was done; if not, the form says why."""
    verdict, of = form.joins
    try:
        with offering_undo(request, _("Readers are led from one to the other as soon as both are public.")):
            translate_verdict.name_translation(
                verdict, of=of, language=form.cleaned_data["language"], editor=request.user
            )
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
    except ValidationError as error:
        form.add_error(None, error.messages)
    return not form.errors
