"""What is in review or scheduled does not change unseen: an act on what such a verdict shows takes it back to draft.

The ledger tells of every act. One that leaves no entry, such as another version of a story coming in by an import, is
found when the verdict is published.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from factcheck.ledger.models import Entry
from factcheck.verdicts.models import Submission, Verdict, VerdictQuerySet
from factcheck.verdicts.review_verdict import reopen_if_changed

SHOWN = {  # by what an act is on: which verdicts may show it
    "claims.claim": ("claim",),
    "claims.position": ("claim__positions",),
    "claims.statement": ("claim__positions__statement", "evidence__statement", "claim__origin"),
    "claims.source": ("claim__positions__statement__source", "evidence__statement__source", "claim__origin__source"),
    "articles.article": ("claim__positions__statement__article", "evidence__statement__article"),
    "articles.outlet": ("claim__positions__statement__article__outlet", "evidence__statement__article__outlet"),
    "articles.story": ("claim__positions__statement__article__story", "evidence__statement__article__story"),
    "verdicts.rating": ("rating",),
    "auth.user": ("author",),
}


def watch_reviews(entry: Entry) -> None:
    """Take back to draft each verdict in review or scheduled that would come out otherwise after the act of `entry`."""
    if entry.subject_type in SHOWN or is_of_stories(entry):
        for submission in Submission.objects.waiting().filter(verdict__in=showing(entry)):
            reopen_if_changed(submission, cause=entry)


def is_of_stories(entry: Entry) -> bool:
    """Whether the act changed which articles are versions of which stories."""
    return "stories" in entry.details


def showing(entry: Entry) -> VerdictQuerySet:
    """The verdicts that may show what an act is on, or did until the act removed it."""
    shows = _showing(entry.subject_type, entry.subject_id)
    if entry.subject_type == "claims.position":
        shows |= Q(claim=entry.details.get("claim") or entry.details.get("was", {}).get("claim"))
    if entry.subject_type == "claims.statement":
        shows |= Q(claim__in=entry.details.get("claims", []))
    for label, details in (("articles.story", "stories"), ("claims.source", "sources")):
        for key in entry.details.get(details, []):
            shows |= _showing(label, key)
    return Verdict.objects.filter(shows).distinct() if shows else Verdict.objects.none()


def showing_row(row: models.Model) -> VerdictQuerySet:
    """The verdicts that may show a row as it stands."""
    shows = _showing(row._meta.label_lower, row.pk)
    return Verdict.objects.filter(shows).distinct() if shows else Verdict.objects.none()


def _showing(label: str, key: int) -> Q:
    shows = Q()
    for path in SHOWN.get(label, ()):
        shows |= Q(**{path: key})
    return shows
