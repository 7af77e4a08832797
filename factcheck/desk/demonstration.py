"""The way from a reader's page of a demonstration to its desk: one button, no name and no password to type.

It opens the account whose password the page to sign in tells to everybody, and no other.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from factcheck.desk.sign_in import CarriedForm, let_in
from factcheck.site.form_origin import is_from_here
from factcheck.verdicts.management.commands.load_demo import EDITOR, PASSWORD


@csrf_exempt  # a token would need a cookie, and readers' pages set none; the form's origin is asked instead
@login_not_required
@never_cache
@require_POST
def sit_down(request: HttpRequest) -> HttpResponse:
    """Sign in as the demonstration's editor. Anywhere but in a demonstration there is no such page."""
    if not settings.IS_DEMONSTRATION:
        raise Http404("This is no demonstration.")
    if not is_from_here(request):
        raise PermissionDenied(_("The form is of another site."))
    if request.user.has_perm("verdicts.change_verdict"):
        return redirect("desk:home")
    editor = authenticate(request, username=EDITOR, password=PASSWORD)
    if not isinstance(editor, User):
        raise Http404("The demonstration is not loaded, or its editor has another password.")
    return let_in(request, editor, CarriedForm(reverse("desk:home"), ()))
