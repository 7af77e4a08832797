"""One contested claim as the papers had it: an original, a reprint without the denial, and a verdict on it."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.articles.models import Article
from factcheck.claims.models import Position
from factcheck.verdicts.draft_verdict import Draft, add_evidence, revise
from factcheck.verdicts.models import Evidence, Verdict
from factcheck.verdicts.review_verdict import submit
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    OutletFactory,
    PositionFactory,
    SourceFactory,
    StatementFactory,
    StoryFactory,
    VerdictFactory,
)
from tests.verdicts.ticking import publish_ticked

REST = " ".join(f"Pier {number} was rebuilt in the year the storm took the old sea wall." for number in range(1, 41))
ORIGINAL = (
    "Plans to close the harbour are being drawn up, four people with knowledge of the talks said.\n\n"
    '"Nobody is closing anything," said Anna Brandt, the harbour master, by telephone.\n\n'
    f"Ships came and went on Monday as they always do.\n\n{REST}"
)
REPRINT = (
    "Plans to close the harbour are being drawn up, four people with knowledge of the talks said.\n\n"
    f"Ships came and went on Monday as they always do.\n\n{REST}"
)


@pytest.fixture
def story(db):
    story = StoryFactory(title="Harbour to close", slug="harbour-to-close")
    ArticleFactory(
        story=story,
        outlet=OutletFactory(name="The Original"),
        headline="Plans drawn up to close harbour",
        url="https://original.example/harbour,1.html",
        published_on=date(2019, 2, 14),
        text=ORIGINAL,
    )
    ArticleFactory(
        story=story,
        outlet=OutletFactory(name="The Reprint"),
        relation=Article.Relation.COPY,
        headline="Harbour may close",
        url="https://reprint.example/harbour",
        published_on=date(2019, 2, 15),
        text=REPRINT,
    )
    return story


@pytest.fixture
def claim(story):
    claim = ClaimFactory(text="The harbour will be closed.", slug="the-harbour-will-be-closed", shown=True)
    support = StatementFactory(
        article=story.original,
        source=SourceFactory(anonymous=True, slug="four-people"),
        exact="Plans to close the harbour are being drawn up",
    )
    denial = StatementFactory(
        article=story.original,
        source=SourceFactory(name="Anna Brandt", slug="anna-brandt", role="harbour master"),
        manner="direct",
        exact="Nobody is closing anything",
    )
    PositionFactory(claim=claim, statement=support)
    PositionFactory(claim=claim, statement=denial, stance=Position.Stance.DENIES)
    return claim


@pytest.fixture
def draft(claim):
    """The verdict while its author still writes it: nothing of it is public."""
    verdict = VerdictFactory(
        claim=claim,
        slug="the-harbour-will-be-closed",
        conclusion="The harbour master denies it under her name.",
        reasoning="The plans are *somebody's* plans. See [the minutes](https://city.example/minutes).",
    )
    verdict.evidence.all().delete()
    add_evidence(verdict, Evidence(statement=claim.positions.last().statement), editor=verdict.author)
    minutes = Evidence(
        title="Minutes of the council",
        url="https://city.example/minutes",
        archive_url="https://archive.example/minutes",
        note="No closure is on the agenda.",
    )
    add_evidence(verdict, minutes, editor=verdict.author)
    return Verdict.objects.get(pk=verdict.pk)


@pytest.fixture
def release(reviewer):
    """Publishes a verdict as its next revision: `release(verdict, kind="corrected", note="…", conclusion="…")`."""

    def release(verdict, *, kind="", note="", **fields):
        verdict = Verdict.objects.get(pk=verdict.pk)
        before = Draft(verdict.rating, verdict.conclusion, verdict.reasoning)
        after = Draft(**{**vars(before), **fields})
        verdict = revise(verdict, editor=verdict.author, base=before, draft=after)
        submit(verdict, editor=verdict.author)
        publish_ticked(verdict, reviewer=reviewer, kind=kind, note=note)
        return Verdict.objects.get(pk=verdict.pk)

    return release


@pytest.fixture
def without_checks(monkeypatch):
    """What was published before there was a checklist stays public as it is."""
    monkeypatch.setattr("factcheck.verdicts.review_verdict.must_be_whole", lambda _verdict: None)
    monkeypatch.setattr("factcheck.verdicts.publish_verdict.must_be_ticked", lambda _found, _ticked: None)


@pytest.fixture
def published(draft, release):
    return release(draft)


@pytest.fixture
def corrected(published, release):
    return release(
        published,
        kind="corrected",
        note="The harbour master spoke by telephone, not in writing.",
        conclusion="The harbour master denies it by telephone.",
    )
