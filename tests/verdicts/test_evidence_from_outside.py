"""Pictures, screenshots, videos and posts as evidence, from the draft to the published state."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from factcheck.ledger.models import Entry
from factcheck.verdicts.draft_verdict import add_evidence, annotate_evidence, remove_evidence
from factcheck.verdicts.models import Evidence, Submission, Verdict
from factcheck.verdicts.publish_verdict import ChangedInReview
from factcheck.verdicts.review_verdict import submit
from factcheck.verdicts.snapshot import Exhibit, Snapshot
from factcheck.verdicts.store_picture import store_picture
from factcheck.verdicts.undo_acts import undo
from tests.factories import VerdictFactory
from tests.pictures import drawn, file_of, shown_in
from tests.verdicts.ticking import publish_ticked

ABOUT = {
    "title": "The mayor’s post",
    "maker": "@mayor",
    "made_on": "2019-02",
    "url": "https://social.example/1",
    "archive_url": "https://archive.example/1",
    "note": "It was deleted the same day.",
}


@pytest.fixture
def verdict(media):
    return VerdictFactory(rests_on_report=False)


@pytest.fixture
def picture(media, editor):
    return store_picture(file_of(drawn()), editor=editor)


def test_a_picture_without_words_for_those_who_cannot_see_it_is_refused(verdict, picture):
    evidence = Evidence(medium="picture", title="The bridge", picture=picture)

    with pytest.raises(ValidationError, match="Say in words what the picture shows"):
        add_evidence(verdict, evidence, editor=verdict.author)


def test_the_database_itself_refuses_a_picture_without_words(verdict, picture):
    with pytest.raises(IntegrityError, match="picture_is_told_in_words"), transaction.atomic():
        Evidence.objects.create(verdict=verdict, medium="picture", title="The bridge", picture=picture)


def test_a_video_needs_an_address_if_there_is_no_picture_of_it(verdict):
    with pytest.raises(ValidationError, match="an address or a picture"):
        add_evidence(verdict, Evidence(medium="video", title="The speech"), editor=verdict.author)


@pytest.mark.parametrize("made_on", ["soon", "2019-13", "14 February 2019"])
def test_a_date_is_kept_only_as_machines_read_it(verdict, made_on):
    evidence = Evidence(medium="video", title="The speech", url="https://video.example/1", made_on=made_on)

    with pytest.raises(ValidationError, match="Write"):
        add_evidence(verdict, evidence, editor=verdict.author)


def test_what_is_submitted_holds_the_picture_by_its_hash_with_its_words_and_caption(verdict):
    evidence = shown_in(verdict, **ABOUT)

    submit(verdict, editor=verdict.author)

    [kept] = Submission.objects.latest_of(verdict).snapshot["evidence"]
    assert kept == {
        **ABOUT,
        "medium": "screenshot",
        "picture": {"sha256": evidence.picture.sha256, "width": 40, "height": 30, "alt": "A teal square."},
    }


def test_a_published_state_reads_back_with_its_picture(verdict, reviewer):
    shown_in(verdict, **ABOUT)

    revision = publish_ticked(submit(verdict, editor=verdict.author), reviewer=reviewer)

    assert Snapshot.of_revision(revision).exhibits == Snapshot.of(Verdict.objects.get(pk=verdict.pk)).exhibits
    assert Snapshot.read(Snapshot.of_revision(revision).as_json()) == Snapshot.of_revision(revision)


def test_other_words_for_a_picture_take_the_verdict_back_to_draft(verdict, editor):
    evidence = shown_in(verdict)
    submit(verdict, editor=verdict.author)

    annotate_evidence(evidence, editor=editor, note="", archive_url="", alt="A square,\r\nin teal.")

    assert Verdict.objects.get(pk=verdict.pk).is_draft
    assert Evidence.objects.get().alt == "A square, in teal."


def test_a_picture_does_not_lose_its_words(verdict, editor):
    evidence = shown_in(verdict)

    with pytest.raises(ValidationError, match="Say in words"):
        annotate_evidence(evidence, editor=editor, note="", archive_url="", alt=" ")


def test_a_picture_that_was_exchanged_unseen_is_not_published(verdict, reviewer, picture):
    shown_in(verdict, colour="red")
    submit(verdict, editor=verdict.author)
    Evidence.objects.update(picture=picture)

    with pytest.raises(ChangedInReview, match="Of “A post, since deleted” another thing is said: its picture, or"):
        publish_ticked(verdict, reviewer=reviewer)


def test_a_reviewer_is_told_which_evidence_is_new_and_which_is_gone(verdict, reviewer):
    shown_in(verdict)
    submit(verdict, editor=verdict.author)
    Evidence.objects.update(title="Another post")

    with pytest.raises(ChangedInReview) as refused:
        publish_ticked(verdict, reviewer=reviewer)

    assert refused.value.changes == [
        "“A post, since deleted” is no longer evidence.",
        "“Another post” is new evidence.",
    ]


def test_evidence_that_is_removed_comes_back_whole(verdict):
    shown_in(verdict, **ABOUT)
    before = Evidence.objects.values().get()
    remove_evidence(Evidence.objects.get(), editor=verdict.author)

    undo(Entry.objects.all()[:1], editor=verdict.author)

    assert Evidence.objects.values().get() == before


def test_evidence_whose_picture_was_cleared_away_does_not_come_back(verdict):
    evidence = shown_in(verdict)
    picture = evidence.picture
    remove_evidence(evidence, editor=verdict.author)
    picture.delete()

    with pytest.raises(ValidationError, match="no longer stored"):
        undo(Entry.objects.all()[:1], editor=verdict.author)


def test_a_revision_from_before_there_was_more_than_documents_reads_as_one():
    old = {"title": "Minutes", "url": "https://town.example/", "note": "", "archive_url": ""}

    exhibit = Exhibit.read(old)

    assert exhibit.is_document
    assert (exhibit.maker, exhibit.made, exhibit.picture) == ("", None, None)


def test_a_plain_document_is_kept_as_it_always_was_so_that_what_waits_in_review_keeps_its_hash():
    old = {"title": "Minutes", "url": "https://town.example/", "note": "", "archive_url": ""}

    assert Exhibit.read(old).as_json() == old
