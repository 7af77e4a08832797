"""The public page as it would be with what stands typed. Nothing is saved for it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.verdicts.forms import DraftForm
from factcheck.desk.verdicts.typed import TypedForm
from factcheck.verdicts.models import Rating, Revision, Verdict
from factcheck.verdicts.snapshot import Snapshot


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def preview(request: DeskRequest, slug: str) -> HttpResponse:
    """The page of the saved text, or of the text that is posted."""
    shown = get_object_or_404(Verdict.objects.with_people(), slug=slug)
    form = DraftForm(request.POST, instance=shown) if TypedForm.of(request.POST).holds_text else None
    errors = [] if form is None or form.is_valid() else [text for texts in form.errors.values() for text in texts]
    shown.rating = shown.rating or Rating(
        label=_("Not rated yet"), definition=_("a draft that nobody has rated."), colour="#888888"
    )
    snapshot = Snapshot.of(shown)
    context = {
        "verdict": shown,
        "snapshot": snapshot.as_printed(),
        "revision": Revision(
            verdict=shown, kind=Revision.Kind.PUBLISHED, published_at=timezone.now(), **snapshot.as_json()
        ),
        "errors": errors,
    }
    return render(request, "desk/verdicts/preview.html", context)
