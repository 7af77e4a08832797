"""What a verdict lacks: what stops it, what its reviewer ticks, and that publishing asks for both."""

from __future__ import annotations

import pytest

from factcheck.articles.models import Article, Outlet
from factcheck.claims.models import Claim, Conflict
from factcheck.ledger.chain import record, verify
from factcheck.verdicts.checklist import NotReady, checklist
from factcheck.verdicts.checklist.markup import what_breaks_the_markup
from factcheck.verdicts.models import Rating, Revision, Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.retract_verdict import retract_urgently
from factcheck.verdicts.review_verdict import seal, submit
from tests.factories import (
    ArticleFactory,
    CommentFactory,
    ConflictFactory,
    OutletFactory,
    PositionFactory,
    StatementFactory,
    StoryFactory,
    VerdictFactory,
)
from tests.verdicts.ticking import ticks_of

ORIGINAL = "The mayor said the bridge is safe. Ann Lee denied it. The bridge opened in June."


@pytest.fixture
def verdict(db):
    return VerdictFactory()


@pytest.fixture
def story(db):
    """An original with a denial, and a reprint without it."""
    story = StoryFactory()
    ArticleFactory(story=story, outlet=OutletFactory(name="The Original"), text=ORIGINAL)
    reprint = OutletFactory(name="The Reprint")
    ArticleFactory(story=story, outlet=reprint, reprint=True, text=ORIGINAL.replace("Ann Lee denied it. ", ""))
    return story


def found_in(verdict):
    """What the checklist finds now, by key."""
    return {finding.key: finding for finding in checklist(Verdict.objects.get(pk=verdict.pk)).findings}


def rest_on(verdict, statement):
    return verdict.evidence.create(statement=statement, archive_url="https://archive.example/1")


def test_a_whole_verdict_lacks_nothing(verdict):
    assert found_in(verdict) == {}


@pytest.mark.parametrize(
    ("fields", "key"),
    [({"rating": None}, "rating"), ({"conclusion": ""}, "conclusion"), ({"reasoning": " "}, "reasoning")],
)
def test_a_text_that_is_not_whole_is_stopped(verdict, fields, key):
    Verdict.objects.filter(pk=verdict.pk).update(**fields)

    assert found_in(verdict)[key].stops


def test_a_verdict_that_rests_on_nothing_is_stopped(verdict):
    verdict.evidence.all().delete()

    assert found_in(verdict)["evidence"].stops


def test_an_unknown_paper_that_readers_would_see_stops_it_and_leads_to_its_record(verdict):
    unknown = OutletFactory(name=Outlet.UNKNOWN)
    article = PositionFactory(claim=verdict.claim, statement__article__outlet=unknown).statement.article

    finding = found_in(verdict)[f"paper-{article.pk}"]

    assert finding.stops
    assert finding.mend == f"/desk/articles/{article.pk}/intake/"


def test_a_paper_without_a_date_stops_it_even_if_it_only_carries_a_quotation(verdict, story):
    PositionFactory(claim=verdict.claim, statement=StatementFactory(article=story.original))
    Article.objects.filter(relation="copy").update(published_on=None)

    key = f"date-{Article.objects.get(relation='copy').pk}"

    assert found_in(verdict)[key].stops


def test_a_denial_that_is_not_cited_is_to_be_looked_at_with_who_leaves_it_out(verdict, story):
    denial = StatementFactory(article=story.original, exact="Ann Lee denied it")
    PositionFactory(claim=verdict.claim, statement=denial, denies=True)

    finding = found_in(verdict)[f"denial-{denial.pk}"]

    assert not finding.stops
    assert "is not cited. The Reprint leaves it out." in finding.sentence


def test_a_denial_that_the_reasoning_quotes_is_cited(verdict):
    denial = PositionFactory(claim=verdict.claim, denies=True).statement
    Verdict.objects.filter(pk=verdict.pk).update(reasoning=f"But: [[statement:{denial.pk}]]")

    assert f"denial-{denial.pk}" not in found_in(verdict)


def test_the_same_words_cited_from_a_reprint_are_cited(verdict, story):
    article, reprint = story.versions
    denial = StatementFactory(article=article, exact="The bridge opened in June")
    again = StatementFactory(article=reprint, exact="The bridge opened in June")
    for statement in (denial, again):
        PositionFactory(claim=verdict.claim, statement=statement, denies=True)
    rest_on(verdict, again)

    assert not [key for key in found_in(verdict) if key.startswith(("denial", "alone"))]


@pytest.mark.parametrize(("cited", "stops"), [([0], True), ([1], True), ([], True), ([0, 1], False)])
def test_both_sides_of_an_open_conflict_have_to_be_cited(verdict, cited, stops):
    sides = [PositionFactory(claim=verdict.claim).statement, PositionFactory(claim=verdict.claim).statement]
    conflict = ConflictFactory(first=sides[0], second=sides[1], state=Conflict.State.OPEN)
    for side in cited:
        rest_on(verdict, sides[side])

    finding = found_in(verdict).get(f"conflict-{conflict.pk}")

    assert bool(finding and finding.stops) == stops


def test_an_open_conflict_with_a_statement_on_another_claim_is_to_be_looked_at(verdict):
    statement = PositionFactory(claim=verdict.claim).statement
    conflict = ConflictFactory(first=statement, second=StatementFactory(), state=Conflict.State.OPEN)
    rest_on(verdict, statement)

    assert not found_in(verdict)[f"conflict-{conflict.pk}"].stops


@pytest.mark.parametrize("state", ["suggested", "explained", "dismissed"])
def test_of_other_conflicts_only_one_that_nobody_looked_at_is_named(verdict, state):
    statements = [PositionFactory(claim=verdict.claim).statement for _ in range(2)]
    conflict = ConflictFactory(first=statements[0], second=statements[1], state=state, explanation="Both can be.")

    finding = found_in(verdict).get(f"conflict-{conflict.pk}")

    assert bool(finding) == (state == "suggested")
    assert not (finding and finding.stops)


def test_a_denial_that_a_cited_reprint_cut_and_nobody_marked_is_named(verdict, story):
    original, reprint = story.versions
    rest_on(verdict, StatementFactory(article=reprint))

    finding = found_in(verdict)[f"cut-{original.pk}-{reprint.pk}-1"]

    assert "The Reprint leaves out what The Original has" in finding.sentence
    assert "Ann Lee denied it." in finding.sentence


def test_a_statement_that_one_version_has_alone_is_named(verdict, story):
    denial = StatementFactory(article=story.original, exact="Ann Lee denied it")
    rest_on(verdict, denial)

    assert "In The Original alone, and not in The Reprint" in found_in(verdict)[f"alone-{denial.pk}"].sentence


def test_two_versions_of_one_story_count_once(verdict, story):
    for article in story.versions:
        rest_on(verdict, StatementFactory(article=article))

    keys = [key for key in found_in(verdict) if key.startswith("story")]

    assert len(keys) == 1


def test_who_made_the_claim_and_where_is_asked_for(verdict):
    Claim.objects.update(origin=None)

    assert "origin" in found_in(verdict)


def test_an_article_without_an_address_is_one_thing_to_look_at(verdict):
    Article.objects.update(url="")
    verdict.evidence.create(statement=verdict.claim.origin)

    found = found_in(verdict)

    assert [key for key in found if key.startswith(("address", "archive"))] == [
        f"address-{verdict.claim.origin.article_id}"
    ]


def test_evidence_without_an_archive_link_and_open_comments_are_named(verdict):
    evidence = verdict.evidence.create(title="A map", url="https://city.example/map")
    on_claim = CommentFactory(claim=verdict.claim)
    CommentFactory(claim=None, verdict=verdict, resolved_at="2026-01-01T00:00Z", resolved_by=verdict.author)

    found = found_in(verdict)

    assert set(found) == {f"archive-{evidence.pk}", f"comment-{on_claim.pk}"}
    assert found[f"comment-{on_claim.pk}"].mend == f"/desk/claims/{verdict.claim.slug}/#comments"


REVIEW = {
    "url": "https://desk.example/verdicts/x/",
    "claimReviewed": "The bridge is safe.",
    "author": {"name": "The desk"},
    "itemReviewed": {"author": {"name": "The mayor"}},
    "reviewRating": {
        "alternateName": "False",
        "ratingExplanation": "It is closed.",
        "ratingValue": 1,
        "worstRating": 1,
        "bestRating": 5,
    },
}


@pytest.mark.parametrize(
    ("changed", "keys"),
    [
        ({}, []),
        ({"url": "/verdicts/x/"}, ["markup-address"]),
        ({"claimReviewed": "False: the bridge is safe."}, ["markup-claim"]),
        ({"claimReviewed": "x" * 76}, ["markup-length"]),
        ({"itemReviewed": {"@type": "Claim", "datePublished": "2019-02-14"}}, ["markup-author"]),
        ({"alternateName": "True but misleading"}, ["markup-label"]),
        ({"alternateName": "Corrected: was True"}, ["markup-label"]),
        ({"alternateName": "Correct attribution"}, ["markup-label"]),
        ({"alternateName": "Biased framing"}, ["markup-label"]),
        ({"alternateName": "True", "ratingValue": 5}, []),
        ({"alternateName": "Mostly true", "ratingValue": 4}, []),
        ({"ratingValue": 6}, ["markup-scale"]),
        ({"worstRating": 1, "bestRating": 1}, ["markup-scale"]),
        ({"ratingExplanation": "It is closed. It was shut. Nobody knows."}, ["markup-conclusion"]),
    ],
)
def test_what_a_harvester_would_take_wrongly_is_named(changed, keys):
    rating = {**REVIEW["reviewRating"], **{k: v for k, v in changed.items() if k in REVIEW["reviewRating"]}}
    review = {**REVIEW, **{k: v for k, v in changed.items() if k in REVIEW}, "reviewRating": rating}

    assert [finding.key for finding in what_breaks_the_markup(review)] == keys


def test_the_markup_is_checked_as_the_page_would_hold_it(verdict):
    Rating.objects.filter(pk=verdict.rating_id).update(label="Correct attribution")

    assert found_in(verdict)["markup-label"].stops


def test_what_stops_a_verdict_keeps_it_from_review_and_each_reason_is_said(verdict, editor):
    Verdict.objects.filter(pk=verdict.pk).update(reasoning="")
    verdict.evidence.all().delete()

    with pytest.raises(NotReady, match=r"The reasoning is empty\. It rests on nothing") as refusal:
        submit(verdict, editor=editor)

    assert [finding.key for finding in refusal.value.findings] == ["reasoning", "evidence"]


def test_what_stops_a_verdict_that_is_in_review_keeps_it_from_being_published(reviewer):
    verdict = VerdictFactory(in_review=True)
    Article.objects.update(published_on=None)
    seal(Verdict.objects.get(pk=verdict.pk), editor=verdict.author)

    with pytest.raises(NotReady, match=r"Nothing was published.*has no date"):
        publish(verdict, reviewer=reviewer)


def test_a_reviewer_ticks_each_finding_by_name_before_they_publish(reviewer):
    verdict = VerdictFactory(in_review=True)
    first = CommentFactory(claim=None, verdict=verdict)
    ticked = ticks_of(verdict)
    second = CommentFactory(claim=None, verdict=verdict, text="And the second bridge?")

    with pytest.raises(NotReady, match="And the second bridge") as refusal:
        publish(verdict, reviewer=reviewer, ticked=ticked)

    assert [finding.key for finding in refusal.value.findings] == [f"comment-{second.pk}"]
    assert ticked == [f"comment-{first.pk}"]


def test_what_was_ticked_by_whom_and_when_is_kept_with_the_revision_and_proved(reviewer):
    verdict = VerdictFactory(in_review=True)
    CommentFactory(claim=None, verdict=verdict)

    revision = publish(verdict, reviewer=reviewer, ticked=ticks_of(verdict))

    (tick,) = Revision.objects.get(pk=revision.pk).checklist
    assert tick["sentence"] == "A comment is open: “Is the inspection report public?”"
    assert tick["by"] == reviewer.get_full_name()
    assert tick["at"]
    assert verify() == 1


def test_a_retraction_ticks_nothing(reviewer):
    verdict = VerdictFactory(in_review=True)
    CommentFactory(claim=None, verdict=verdict)
    publish(verdict, reviewer=reviewer, ticked=ticks_of(verdict))

    assert retract_urgently(verdict, reviewer=reviewer, note="Forged.").checklist is None


def test_a_revision_of_before_there_was_a_checklist_is_proved_still(reviewer):
    revision = publish(VerdictFactory(in_review=True), reviewer=reviewer)
    columns = [name for name in Revision.columns() if name != "checklist"]
    told = {"verdict": revision.verdict_id, "kind": "published", "number": 1}

    record("verdict.published", actor=reviewer, on=revision, **told, columns=columns, sha256=revision.sha256(columns))

    assert verify() == 2
