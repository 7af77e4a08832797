"""Doing what a form about a statement says: naming its source, marking it, taking its position."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from factcheck.claims.like_names import asked_about
from factcheck.claims.mark_statement import mark
from factcheck.claims.models import Conflict, Position, Source, Statement
from factcheck.claims.name_source import name_source
from factcheck.claims.take_position import state_claim, take_position
from factcheck.desk.access import DeskRequest
from factcheck.desk.statements.forms import StatementForm
from factcheck.desk.undo import offering_undo


def mark_as_typed(form: StatementForm, request: DeskRequest) -> Statement | None:
    """The new statement; None, with the reason in the form, if a rule forbids it."""
    try:
        with offering_undo(request, _("Marked as a statement.")), transaction.atomic():
            marked = _mark_as_said(form, request)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return None
    _point_at_conflict(marked, request)
    _ask_about_source(marked, request)
    return marked


def _mark_as_said(form: StatementForm, request: DeskRequest) -> Statement:
    data = form.cleaned_data
    marked = mark(
        form.article,
        span=data["span"],
        manner=data["manner"],
        source=name_typed_source(form, request),
        role=data["role"],
        said_on=data["said_on"],
        editor=request.user,
    )
    if data["claim"]:
        take_typed_position(marked, data, request)
    return marked


def name_typed_source(form: StatementForm, request: DeskRequest) -> Source | None:
    """Who speaks, as the form says: a source the desk knows, or a new one; nobody in the paper's own words."""
    data = form.cleaned_data
    if not data["source"]:
        return None
    return name_source(
        data["source"],
        kind=data["kind"],
        people=data["people"],
        role=data["role"],
        is_on_record=data["is_on_record"],
        story=form.article.story,
        editor=request.user,
    )


def _point_at_conflict(marked: Statement, request: DeskRequest) -> None:
    """Lead from the message that a statement is marked to what it most likely clashes with."""
    if likeliest := Conflict.objects.suggested().involving([marked]).with_statements().first():
        other = likeliest.second if likeliest.first_id == marked.pk else likeliest.first
        address = likeliest.get_absolute_url()
        told = format_html(
            _('It may clash with what {} says. <a href="{}">See both side by side</a>'),
            other.speaker,
            f"{address}?back={address}",  # who judges it has this matter in hand, not the list of suggestions
        )
        messages.info(request, told)


def _ask_about_source(marked: Statement, request: DeskRequest) -> None:
    """Ask, when the first words of a source are marked, whether it is one that the desk knows by a like name."""
    source = marked.source
    if not source or source.statements.exclude(pk=marked.pk).exists():
        return
    for like in asked_about(source)[:1]:
        told = format_html(
            _('{} is new to the desk. Is this {}? <a href="{}">Say yes or no</a>'),
            source,
            like,
            reverse("desk:source", args=[source.slug]),
        )
        messages.info(request, told)


def take_typed_position(marked: Statement, data: dict[str, Any], request: DeskRequest) -> None:
    claim = state_claim(data["claim"], editor=request.user)
    take_position(marked, claim=claim, stance=data["stance"] or Position.Stance.MENTIONS, editor=request.user)
