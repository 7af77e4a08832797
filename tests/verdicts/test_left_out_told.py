"""What a reprint left out, told where no page is read, over random families of versions: as fair as the pages are."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.models import Position
from factcheck.public.feed import LatestRevisions
from factcheck.site.identity import Site
from factcheck.verdicts.claimreview import Scale, claim_review
from factcheck.verdicts.models import Revision
from factcheck.verdicts.snapshot import CarriedBy, Quotation, QuotedSide, Snapshot, left_out_told
from tests.claims.families import DAYS, VERSIONS, family, may_be_blamed

SITE = Site("The Lantern", "https://lantern.example", "", "en", is_demonstration=False)
TIME = datetime(2026, 3, 9, tzinfo=UTC)


@given(VERSIONS, DAYS, st.sampled_from(Position.Stance.values), st.booleans())
def test_feeds_and_markup_name_exactly_the_papers_that_may_be_blamed(versions, first_day, stance, is_retracted):
    articles, carrying, utterance = family(versions, first_day)
    blamed = [one.outlet.name for one in articles if one not in carrying and may_be_blamed(one, carrying)]
    side = QuotedSide(stance, "", [quotation(utterance)])

    told = left_out_told([side])

    assert sorted(sentence.split(" left out ")[0] for sentence in told) == sorted(blamed)
    kind = Revision.Kind.RETRACTED if is_retracted else Revision.Kind.PUBLISHED
    item = Revision(conclusion="It is.", kind=kind, positions=[side.as_json()], published_at=TIME)
    assert LatestRevisions("atom").item_description(item) == " ".join(["It is.", *([] if is_retracted else told)])
    page = Snapshot("It.", "False", "", 1, "", "It is.", "", None, [side], [], "Ann", "Bob")
    review = claim_review(item, page, history=[item], path="/verdicts/it/", scale=Scale(1, 5), site=SITE)
    assert review.get("description", "") == " ".join(told)
    assert str(review).count("left out") == len(told)


def quotation(utterance):
    carriage = tuple(CarriedBy.of(telling) for telling in utterance.elsewhere)
    return Quotation(1, "", "words", "", "direct", None, None, "The Wire", "", "", None, "story", carriage)
