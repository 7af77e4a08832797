from factcheck.verdicts.models import Revision, Verdict
from factcheck.verdicts.review_verdict import seal
from factcheck.verdicts.snapshot import Snapshot
from tests.factories import PositionFactory, StatementFactory, VerdictFactory
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
