from dataclasses import replace

import pytest

from factcheck.articles.models import Article, RecordedComparison
from factcheck.articles.versions.record_comparisons import record_in_stories
from factcheck.verdicts.models import Revision, Submission, Verdict
from factcheck.verdicts.publish_verdict import ChangedInReview
from factcheck.verdicts.review_verdict import seal
from factcheck.verdicts.snapshot import Snapshot
from tests.factories import ArticleFactory, PositionFactory, StatementFactory, VerdictFactory
from tests.verdicts.ticking import publish_ticked


def released(reviewer):
    verdict = VerdictFactory(in_review=True, reasoning="It *stood* in both.")
    position = PositionFactory(claim=verdict.claim, statement__said_on="2019-02-14")
    PositionFactory(claim=verdict.claim, denies=True)
    verdict.evidence.create(statement=position.statement, note="The plan itself.")
    verdict.evidence.create(
        title="Minutes", url="https://town.example/minutes", archive_url="https://archive.example/1"
    )
    seal(verdict, editor=verdict.author)
    return publish_ticked(verdict, reviewer=reviewer)


def test_what_a_revision_keeps_reads_back_as_the_same_snapshot(reviewer):
    revision = Revision.objects.get(pk=released(reviewer).pk)

    kept = Snapshot.of_revision(revision)

    assert Snapshot.read(kept.as_json()) == kept
    assert kept == Snapshot.of(Verdict.objects.get(pk=revision.verdict_id))
    assert {name: getattr(revision, name) for name in kept.as_json()} == kept.as_json()


def test_a_key_that_an_older_revision_lacks_is_read_as_empty(reviewer):
    revision = released(reviewer)
    del revision.positions[0]["statements"][0]["carriage"]
    del revision.claimant["source"]["same_as"]
    del revision.evidence[2]["archive_url"]

    kept = Snapshot.of_revision(revision)

    assert kept.supporting[0].left_out == []
    assert kept.claimant.source.same_as == ""
    assert kept.exhibits[2].archive_url == ""


def test_an_address_that_is_none_of_the_web_is_kept_out_of_pages(reviewer):
    verdict = VerdictFactory(in_review=True)
    statement = StatementFactory(article__url="javascript:alert(1)")
    PositionFactory(claim=verdict.claim, statement=statement)

    assert Snapshot.of(verdict).supporting[0].url == ""


def story_in_two_papers(verdict):
    """An original that says something and a reprint that lacks it, on the claim of the verdict."""
    text = "The bridge is safe, she said. It rained. “No engineer ever signed that report,” said Ada Bell."
    original = ArticleFactory(text=text, outlet__name="The Wire", published_on="2019-02-14")
    shorter = text.partition(" “No engineer")[0]
    reprint = ArticleFactory(
        story=original.story, text=shorter, outlet__name="The Echo", reprint=True, published_on="2019-02-15"
    )
    record_in_stories([original.story_id])
    for words, denies in [("The bridge is safe", False), ("No engineer ever signed that report", True)]:
        statement = StatementFactory(article=original, exact=words, source__name="Ada Bell")
        PositionFactory(claim=verdict.claim, statement=statement, denies=denies)
    return reprint


def test_a_published_state_keeps_the_picture_of_what_each_paper_printed(reviewer):
    verdict = VerdictFactory(in_review=True)
    story_in_two_papers(verdict)
    seal(verdict, editor=verdict.author)
    revision = publish_ticked(verdict, reviewer=reviewer)
    RecordedComparison.objects.all().delete()

    ((original, reprint),) = Snapshot.of_revision(Revision.objects.get(pk=revision.pk)).strips

    assert (original.outlet, reprint.outlet) == ("The Wire", "The Echo")
    assert reprint.labels == ["denial by Ada Bell: left out"]


def test_a_state_without_strips_reads_as_one_and_keeps_its_hash(reviewer):
    revision = released(reviewer)

    kept = Snapshot.of_revision(revision)

    assert (revision.strips, list(kept.strips)) == (None, [])
    assert "strips" not in kept.as_json()


def test_a_picture_that_is_drawn_otherwise_takes_a_verdict_out_of_review(reviewer):
    verdict = VerdictFactory(in_review=True)
    reprint = story_in_two_papers(verdict)
    seal(verdict, editor=verdict.author)
    Article.objects.filter(pk=reprint.pk).update(published_on="2019-02-16")

    with pytest.raises(ChangedInReview, match="What each paper printed of the story is drawn otherwise"):
        publish_ticked(verdict, reviewer=reviewer)


def test_a_verdict_that_went_to_review_before_there_were_pictures_is_published_as_it_was_read(reviewer):
    verdict = VerdictFactory(in_review=True)
    story_in_two_papers(verdict)
    submission = seal(verdict, editor=verdict.author)
    plain = replace(Snapshot.read(submission.snapshot), strips=[])
    Submission.objects.filter(pk=submission.pk).update(snapshot=plain.as_json(), sha256=plain.sha256())

    revision = publish_ticked(verdict, reviewer=reviewer)

    assert revision.strips is None
