"""Withdrawing an article that was added by mistake."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from factcheck.articles.models import Article
from factcheck.articles.versions.withdraw_article import ArticleStays, withdraw
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.forms import WithdrawalForm
from factcheck.verdicts.consequences import consequences_of_change


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def withdraw_article(request: DeskRequest, pk: int) -> HttpResponse:
    """Asks why an article should go, and removes it."""
    shown = get_object_or_404(Article.objects.in_lists(), pk=pk)
    form = WithdrawalForm(request.POST or None, examples=_("“Pasted by mistake”, “A page of adverts”"))
    if form.is_valid():
        try:
            withdraw(shown, reason=form.cleaned_data["reason"], actor=request.user)
        except ArticleStays as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Withdrawn: “%(headline)s”.") % {"headline": shown.headline})
            return redirect("desk:articles")
    context = {
        "article": shown,
        "form": form,
        "consequences": consequences_of_change(shown.story, reader=request.user),
    }
    return render(request, "desk/articles/withdraw.html", context, status=422 if form.errors else 200)
