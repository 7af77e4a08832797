"""Taking down a published picture: its files go, its place tells why, and the record still proves itself."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError

from factcheck.ledger.chain import ChainBroken, verify
from factcheck.ledger.models import Entry
from factcheck.verdicts.draft_verdict import Draft, revise
from factcheck.verdicts.models import NotAllowed, Picture, Takedown, Verdict
from factcheck.verdicts.pictures import PictureRefused
from factcheck.verdicts.review_verdict import submit
from factcheck.verdicts.store_picture import store_picture
from factcheck.verdicts.take_down_picture import take_down
from tests.factories import VerdictFactory
from tests.pictures import drawn, file_of, shown_in
from tests.verdicts.ticking import publish_ticked

REASON = "It shows somebody who has nothing to do with it."


@pytest.fixture
def verdict(media):
    return VerdictFactory(rests_on_report=False)


@pytest.fixture
def picture(verdict, reviewer):
    """A picture that a published state shows."""
    evidence = shown_in(verdict)
    publish_ticked(submit(verdict, editor=verdict.author), reviewer=reviewer)
    return Picture.objects.get(pk=evidence.picture_id)


@pytest.fixture
def taken_down(picture, reviewer, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        take_down(picture, reviewer=reviewer, reason=REASON, keeps_words=False)
    return Picture.objects.get(pk=picture.pk)


def test_the_files_of_a_picture_that_is_taken_down_are_gone_and_the_ledger_says_who_and_why(
    taken_down, media, reviewer
):
    entry = Entry.objects.on(taken_down).first()

    assert not [path for path in media.rglob("*") if path.is_file()]
    assert (entry.act, entry.actor) == ("picture.taken_down", reviewer)
    assert entry.details == {"sha256": taken_down.sha256, "reason": REASON, "keeps_words": False}


def test_the_record_proves_itself_without_a_picture_that_was_taken_down(taken_down):
    assert verify() == Entry.objects.count()


def test_a_picture_is_not_taken_down_without_a_reason(picture, reviewer, media):
    with pytest.raises(ValidationError, match="reason"):
        take_down(picture, reviewer=reviewer, reason="  ", keeps_words=True)

    assert (media / picture.page_file).exists()


def test_a_picture_that_readers_never_saw_is_removed_from_the_evidence_instead(verdict, reviewer):
    evidence = shown_in(verdict)

    with pytest.raises(NotAllowed, match="Remove it from the evidence"):
        take_down(evidence.picture, reviewer=reviewer, reason=REASON, keeps_words=True)


def test_a_picture_is_taken_down_once(taken_down, reviewer):
    with pytest.raises(NotAllowed, match="already"):
        take_down(taken_down, reviewer=reviewer, reason="Another reason.", keeps_words=True)


def test_a_picture_that_was_taken_down_is_not_stored_again(taken_down, editor, media):
    with pytest.raises(PictureRefused, match=f"was taken down on .*: {REASON}"):
        store_picture(file_of(drawn()), editor=editor)

    assert not (media / taken_down.page_file).exists()


def test_nothing_more_is_published_with_a_picture_that_was_taken_down(verdict, taken_down):
    verdict = Verdict.objects.get(pk=verdict.pk)
    base = Draft(verdict.rating, verdict.conclusion, verdict.reasoning)
    revise(verdict, editor=verdict.author, base=base, draft=replace(base, conclusion="Another conclusion."))

    with pytest.raises(NotAllowed, match="was taken down"):
        submit(Verdict.objects.get(pk=verdict.pk), editor=verdict.author)


def test_a_takedown_that_no_act_of_the_desk_made_is_named(picture):
    Takedown.objects.create(picture=picture, reason="Unseen.", taken_down_at=picture.uploaded_at)

    with pytest.raises(ChainBroken, match=f"Picture {picture.sha256} is told to be taken down, and no entry says so"):
        verify()


@pytest.mark.parametrize("change", [{"reason": "Another."}, {"keeps_words": True}])
def test_a_takedown_that_was_rewritten_is_named(taken_down, change):
    Takedown.objects.update(**change)

    with pytest.raises(ChainBroken, match="was taken down otherwise than entry"):
        verify()


def test_a_takedown_that_was_removed_is_named(taken_down):
    Takedown.objects.all().delete()

    with pytest.raises(ChainBroken, match="or stands open again"):
        verify()


def test_a_file_that_came_back_from_a_backup_is_named(taken_down, media):
    (media / taken_down.page_file).write_bytes(b"an old copy")

    with pytest.raises(ChainBroken, match="its file is there again"):
        verify()
