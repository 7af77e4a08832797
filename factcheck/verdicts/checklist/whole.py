"""The checklist of a verdict, computed; and what publishing and submitting ask of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.utils import timezone

from factcheck.languages.sentences import noted
from factcheck.site.identity import the_site
from factcheck.verdicts.checklist.citations import Citations
from factcheck.verdicts.checklist.findings import CheckFinding, Checklist
from factcheck.verdicts.checklist.markup import what_breaks_the_markup
from factcheck.verdicts.checklist.papers import (
    what_has_no_address,
    what_is_not_known_of_papers,
    what_is_not_known_of_the_claim,
)
from factcheck.verdicts.checklist.working_text import (
    what_is_not_archived,
    what_is_not_resolved,
    what_the_text_lacks,
    what_was_taken_down,
)
from factcheck.verdicts.claimreview import Scale, claim_review
from factcheck.verdicts.models import Comment, NotAllowed, Rating, Revision, Verdict
from factcheck.verdicts.rating_scale import the_scale
from factcheck.verdicts.snapshot import Ground, Snapshot


class NotReady(NotAllowed):
    """The checklist stops a verdict, or not all of it was ticked; `findings` are what is missing."""

    def __init__(self, beginning: str, findings: list[CheckFinding]) -> None:
        self.findings = findings
        super().__init__(" ".join([beginning, *(finding.sentence for finding in findings)]))


def checklist(
    verdict: Verdict,
    ground: Ground | None = None,
    comments: Iterable[Comment] | None = None,
    ratings: Iterable[Rating] | None = None,
) -> Checklist:
    """All that a verdict lacks as it stands now.

    Give its ground, the comments around it and the ratings of the desk where they were read.
    """
    ground = ground or Ground.of(verdict)
    comments = Comment.objects.open().around(verdict.claim) if comments is None else comments
    snapshot = Snapshot.of(verdict, ground, strips=[]) if verdict.rating else None
    markup = _markup_of(verdict, snapshot, the_scale(ratings)) if snapshot else None
    return Checklist([*_findings(verdict, ground, comments), *what_breaks_the_markup(markup or {})], markup)


def must_be_whole(verdict: Verdict) -> None:
    """Raises NotReady if anything stops a verdict."""
    if stopping := checklist(verdict).stopping:
        raise NotReady(noted("This is to be mended first."), stopping)


def must_be_ticked(found: Checklist, ticked: Collection[str]) -> None:
    """Raises NotReady if anything stops a verdict, or if its reviewer ticked less than there is to tick."""
    if found.stopping:
        raise NotReady(noted("Nothing was published; this is to be mended first."), found.stopping)
    if missing := [finding for finding in found.to_tick if finding.key not in ticked]:
        raise NotReady(noted("Nothing was published. Tick in the checklist that you have seen this:"), missing)


def _markup_of(verdict: Verdict, snapshot: Snapshot, scale: Scale) -> dict[str, Any]:
    """The ClaimReview that a verdict's page would hold if it were published now."""
    now = timezone.now()
    revision = Revision(verdict=verdict, kind=Revision.Kind.PUBLISHED, published_at=now, **snapshot.as_json())
    path = verdict.get_absolute_url()
    return claim_review(revision, snapshot, history=[revision], path=path, scale=scale, site=the_site())


def _findings(verdict: Verdict, ground: Ground, comments: Iterable[Comment]) -> Iterator[CheckFinding]:
    citations = Citations.of(verdict, ground)
    yield from what_the_text_lacks(verdict, ground)
    yield from what_is_not_known_of_papers(ground)
    yield from what_is_not_known_of_the_claim(verdict, ground)
    yield from what_has_no_address(ground)
    yield from citations.conflicts()
    yield from citations.denials_not_cited()
    yield from citations.denials_that_a_version_cut()
    yield from citations.carried_by_one()
    yield from citations.stories_cited_twice()
    yield from what_was_taken_down(ground)
    yield from what_is_not_archived(ground)
    yield from what_is_not_resolved(verdict, comments)
