"""What readers write to the desk: an error that they report, a claim that they send, and what became of it."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from factcheck.people.throttle import network_of
from factcheck.public.letter_forms import ClaimLetterForm, LetterForm, ReportForm
from factcheck.public.pages import readers_form
from factcheck.site.form_origin import is_from_elsewhere
from factcheck.site.identity import the_site
from factcheck.verdicts.letters.receive_letter import TooManyLetters, receive
from factcheck.verdicts.models import Letter
from factcheck.verdicts.models.letters import LONGEST_PLACE


@readers_form
def report(request: HttpRequest) -> HttpResponse:
    """Report an error; `?page=` is the path of the page that it stands on."""
    page = request.GET.get("page", "").replace("\0", "")
    place = the_site().address(page) if page.startswith("/") else ""
    form = ReportForm(_sent(request), initial={"place": place[:LONGEST_PLACE]}, label_suffix="")
    return _send(request, form, Letter.Kind.ERROR, "public/letters/report.html")


@readers_form
def send_claim(request: HttpRequest) -> HttpResponse:
    form = ClaimLetterForm(_sent(request), label_suffix="")
    return _send(request, form, Letter.Kind.CLAIM, "public/letters/send_claim.html")


@login_not_required
@require_safe
def letter(request: HttpRequest, reference: str) -> HttpResponse:
    """What became of a letter, for whoever has its reference: no word of the letter itself."""
    shown = get_object_or_404(Letter.objects.select_related("claim", "verdict"), reference=reference)
    response = render(request, "public/letters/letter.html", {"letter": shown, "sends_mail": settings.SENDS_MAIL})
    add_never_cache_headers(response)
    response["Referrer-Policy"] = "no-referrer"  # its address opens it
    return response


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _send(request: HttpRequest, form: LetterForm, kind: Letter.Kind, template: str) -> HttpResponse:
    status = 422 if form.errors else 200
    if request.method == "POST" and is_from_elsewhere(request):
        form.add_error(None, _("Your browser says that this form stood on another site. Send it again from here."))
        status = 403
    elif form.is_valid():
        typed = {name: form.cleaned_data[name] for name in ("text", "place", "address")}
        language, network = get_language() or settings.LANGUAGE_CODE, network_of(request) or ""
        try:
            return redirect(receive(kind, language=language, network=network, **typed))
        except TooManyLetters:
            form.add_error(None, _("Too many letters came in from where you are. Nothing is lost: send it in an hour."))
            status = 429
    context = {"form": form, "days": settings.LETTER_ADDRESS_DAYS, "sends_mail": settings.SENDS_MAIL}
    return render(request, template, context, status=status)
