"""Marking words of an article as a statement, anchored so that they are found again."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from factcheck.articles.models import Article
from factcheck.claims.follow_statements import follow
from factcheck.claims.models import Source, Statement
from factcheck.claims.suggest_conflicts import suggest_for
from factcheck.compare import Carried, Span, locate
from factcheck.ledger.chain import record

CONTEXT = 32


class SelectionRefused(Exception):
    """The selected words do not stand in the article; the message says what to do."""


@transaction.atomic
def mark(
    article: Article,
    *,
    span: Span,
    manner: str,
    editor: User | None,
    source: Source | None = None,
    role: str = "",
    said_on: date | None = None,
) -> Statement:
    """Record the words at `span` of the reading text as a statement; follow it into versions, suggest its conflicts.

    Raises ValidationError if a rule of statements is broken, for example if these words are marked already.
    """
    statement = Statement(
        article=article,
        source=source,
        manner=manner,
        **anchor(article.text, span),
        role=role,
        said_on=said_on,
        created_by=editor,
    )
    statement.full_clean()
    statement.save()
    record("statement.marked", actor=editor, on=statement, article=article.pk)
    follow(Statement.objects.filter(pk=statement.pk))
    suggest_for(statement)
    return statement


def anchor(text: str, span: Span) -> dict[str, Any]:
    """The text-quote and the text-position selector of the words at `span`, as a statement keeps them."""
    return {
        "exact": span.of(text),
        "prefix": text[max(0, span.start - CONTEXT) : span.start],
        "suffix": text[span.end : span.end + CONTEXT],
        "start": span.start,
        "end": span.end,
    }


def find_selection(text: str, *, exact: str, prefix: str = "", suffix: str = "", start: int | None = None) -> Span:
    """Where selected words stand in `text`, without the white space around them.

    A browser joins lines and counts in its own units, so its place is only a hint. Raises SelectionRefused if
    the words do not stand in the text as they were sent.
    """
    before, exact = exact[: len(exact) - len(exact.lstrip())], exact.strip()
    if not exact:
        raise SelectionRefused(_("Nothing is selected. Select at least one word of the article."))
    start = start if start is None else start + len(before)
    if start is not None and text[start : start + len(exact)] == exact:
        return Span(start, start + len(exact))
    place = locate(exact, text, prefix=prefix, suffix=suffix)
    if place.status != Carried.INTACT or len(place.spans) != 1:
        raise SelectionRefused(
            _("The selected words do not stand in this article. Reload the page and select them again.")
        )
    return place.spans[0]


def find_words(text: str, exact: str, *, near: int) -> Span:
    """Where words stand in `text`, of several places the nearest to `near`. Raises SelectionRefused."""
    exact = exact.strip()
    places = [place.start() for place in re.finditer(re.escape(exact), text)] if exact else []
    start = min(places, key=lambda place: abs(place - near), default=None)
    return find_selection(text, exact=exact, start=start)
