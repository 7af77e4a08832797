"""Denials that a reprint left out and that nobody has dealt with: found by the desk itself, for an editor to judge.

Whoever marks the sentence, or dismisses it, has dealt with it. `record_comparisons` finds them, by what
`compare.clashing.denied_sentences` calls a denial.
"""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from factcheck.articles.models import DroppedDenial
from factcheck.articles.models.comparisons import DroppedDenialQuerySet
from factcheck.claims.models import Statement


def dropped_denials() -> DroppedDenialQuerySet:
    """The sentences, those of the newest versions first, each with its `version`, `original`, `words` and `speaker`."""
    marked = Statement.objects.filter(
        article=OuterRef("comparison__original"), start__lt=OuterRef("end"), end__gt=OuterRef("start")
    )
    found = DroppedDenial.objects.open().with_articles().filter(~Exists(marked))
    return found.order_by("-comparison__version", "start")
