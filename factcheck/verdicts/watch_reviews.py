"""What is in review does not change unseen: an act on anything that such a verdict shows takes it back to draft.

The ledger tells of every act. One that leaves no entry, such as another version of a story coming in by an import, is
found when the verdict is published.
"""

from __future__ import annotations

from django.db.models import Q

from factcheck.ledger.models import Entry
from factcheck.verdicts.models import Submission
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
    """Take back to draft each verdict in review that would come out otherwise after the act of `entry`."""
    paths = SHOWN.get(entry.subject_type)
    if paths is None:
        return
    shows = Q()
    for path in paths:
        shows |= Q(**{f"verdict__{path}": entry.subject_id})
    for submission in Submission.objects.in_review().filter(shows | _showed(entry)).distinct():
        reopen_if_changed(submission, cause=entry)


def _showed(entry: Entry) -> Q:
    """The verdict that a position was for, which is gone by now if the act removed it."""
    if entry.subject_type != "claims.position":
        return Q()
    claim = entry.details.get("claim") or entry.details.get("was", {}).get("claim")
    return Q(verdict__claim=claim)
