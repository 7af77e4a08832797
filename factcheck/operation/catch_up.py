"""What an older release, or a worker that is gone, did not work out of the stored rows, and working it out now."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from factcheck.articles.versions.record_comparisons import not_compared
from factcheck.claims.models import Statement
from factcheck.operation.abandoned_tasks import abandoned_tasks

STEPS = ("record_comparisons", "follow_statements", "suggest_conflicts")  # commands, each on what the one before found


def what_waits() -> Iterator[str]:
    """What is missing, each in a sentence; only what can be told by a row that is not there."""
    if not_compared().exists():
        yield _("Versions were not compared with their originals, so nothing is said of what they left out.")
    if Statement.objects.not_followed().exists():
        yield _("Statements were not followed into other versions, so it is not known what became of them.")
    if Statement.objects.without_terms().exists():
        yield _("Statements were not searched for conflicts, so none of theirs is suggested.")
    if abandoned_tasks().exists():
        yield _("Background tasks were begun and not ended, since the worker that had them is gone.")
