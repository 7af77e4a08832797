"""What waits for the person who looks: the desk's first page, and the messages to them, one by one and all."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import replace_url

from factcheck.desk.access import DeskRequest, back_of, editor_required
from factcheck.desk.inbox.cards import inbox_page
from factcheck.desk.inbox.forms import DeliveriesForm
from factcheck.search.pages import page_of
from factcheck.typed_numbers import number_in
from factcheck.verdicts.accounts import WaitingKind
from factcheck.verdicts.messages import read_messages
from factcheck.verdicts.messages.choose_deliveries import choose_deliveries, deliveries_of
from factcheck.verdicts.models import Message


@require_safe
@vary_on_headers("HX-Request")
@editor_required
def home(request: DeskRequest) -> HttpResponse:
    """What waits for this person; `?kind=` shows one kind alone."""
    kind = request.GET.get("kind", "")
    page = inbox_page(request, WaitingKind(kind) if kind in WaitingKind.values else None)
    template = "desk/inbox/home.html" + ("#waiting" if request.htmx else "")
    return render(request, template, {"page": page})


@require_safe
@vary_on_headers("HX-Request")
@editor_required
def inbox(request: DeskRequest) -> HttpResponse:
    """The messages, newest first."""
    own = Message.objects.to(request.user)
    newest = own.values_list("pk", flat=True).first()
    context = {"page": page_of(own.with_causes(), request, by=("id",)), "newest": newest}
    if not request.htmx:
        return render(request, "desk/inbox/list.html", context)
    return replace_url(render(request, "desk/inbox/list.html#inbox", context), request.get_full_path())


@require_safe
@editor_required
def message(request: DeskRequest, pk: int) -> HttpResponse:
    """Follow a message to its page, and call it read. A mail leads here too."""
    followed = get_object_or_404(Message.objects.to(request.user).select_related("claim", "verdict"), pk=pk)
    read_messages.read(followed)
    return redirect(followed)


@require_POST
@editor_required
def read(request: DeskRequest, pk: int) -> HttpResponse:
    """Call a message read without following it."""
    read_messages.read(get_object_or_404(Message.objects.to(request.user), pk=pk))
    return redirect(back_of(request) or "desk:home")


def _read(count: int) -> str:
    return ngettext("%(count)d message marked as read.", "%(count)d messages marked as read.", count) % {"count": count}


@require_POST
@editor_required
def read_all(request: DeskRequest) -> HttpResponse:
    """Call all read that the page could show: what came in since stays unread."""
    until = number_in(request.POST.get("until", "")) or 0
    count = read_messages.read_all(request.user, until=until)
    done = _read(count) if count else _("Nothing was unread.")
    messages.success(request, done)
    return redirect("desk:inbox")


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def deliveries(request: DeskRequest) -> HttpResponse:
    """How the person wants to be told of each kind of thing."""
    form = DeliveriesForm(request.POST or None, initial=deliveries_of(request.user))
    if form.is_valid():
        choose_deliveries(request.user, ways=form.cleaned_data)
        messages.success(request, _("Saved. It holds for what happens from now on."))
        return redirect("desk:deliveries")
    last = Message.objects.to(request.user).exclude(mail=Message.Mail.NONE).first()
    context = {"form": form, "sends_mail": settings.SENDS_MAIL, "last_mailed": last}
    return render(request, "desk/inbox/deliveries.html", context, status=422 if form.errors else 200)
