"""An outlet's furniture: the lines that stand in many of its articles, and what people decided about them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from factcheck.articles.editing import CannotSettle, settle
from factcheck.articles.models import Block, Outlet
from factcheck.desk.access import DeskRequest, back_of, editor_required
from factcheck.search.pages import page_of

ANSWERS = {"yes": True, "no": False}
KEPT = {
    True: _("Kept. The line is left out of the articles of %(outlet)s that come in from now on."),
    False: _("Kept. The line stays in the articles of %(outlet)s that come in from now on."),
}


@require_safe
@editor_required
def furniture(request: DeskRequest, pk: int) -> HttpResponse:
    outlet = get_object_or_404(Outlet, pk=pk)
    state = request.GET.get("state", "")
    blocks = outlet.blocks.filter(state=state) if state in Block.State else outlet.blocks.all()
    context = {
        "outlet": outlet,
        "page": page_of(blocks.told(), request, by=("id",), size=20),
        "state": state,
        "states": Block.State.choices,
    }
    return render(request, "desk/furniture/list.html", context)


@require_POST
@editor_required
def block(request: DeskRequest, pk: int) -> HttpResponse:
    """Decide whether a block is furniture, and go back to where that was asked."""
    asked = get_object_or_404(Block.objects.select_related("outlet"), pk=pk)
    answer = ANSWERS.get(request.POST.get("is_furniture", ""))
    if answer is not None:
        try:
            settle(asked, is_furniture=answer, actor=request.user)
        except CannotSettle as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, KEPT[answer] % {"outlet": asked.outlet})
    return redirect(back_of(request) or asked)
