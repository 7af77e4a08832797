"""Saying that words which look like a statement are none to be marked, so that nobody is asked of them again."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.articles.models import Article
from factcheck.claims.models import DismissedSuggestion
from factcheck.compare import Span
from factcheck.ledger.chain import record


@transaction.atomic
def dismiss(article: Article, *, span: Span, editor: User) -> DismissedSuggestion:
    """Keep the words at `span` of the reading text out of the article's suggestions.

    Raises ValidationError if there are no words, or if they are dismissed already.
    """
    words = span.of(article.text)
    dismissed = DismissedSuggestion(
        article=article, start=span.start, end=span.start + len(words), words=words, dismissed_by=editor
    )
    dismissed.full_clean()
    dismissed.save()
    record("suggestion.dismissed", actor=editor, on=dismissed, article=article.pk, start=span.start, end=span.end)
    return dismissed
