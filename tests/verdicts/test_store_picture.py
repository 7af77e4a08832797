"""Uploaded pictures: how they are kept, and when they are cleared away."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.verdicts.draft_verdict import remove_evidence
from factcheck.verdicts.keep_unsaved import keep_unsaved
from factcheck.verdicts.models import Picture
from factcheck.verdicts.pictures import PictureRefused
from factcheck.verdicts.review_verdict import submit
from factcheck.verdicts.store_picture import clear_pictures, store_picture
from tests.factories import VerdictFactory
from tests.pictures import drawn, file_of, shown_in, upload
from tests.verdicts.ticking import publish_ticked


def files(media):
    return sorted(path.name for path in media.rglob("*") if path.is_file())


@pytest.fixture
def cleared(django_capture_on_commit_callbacks):
    """Clears away what was stored until now, files included, and says how many pictures went."""

    def clear():
        with django_capture_on_commit_callbacks(execute=True):
            return clear_pictures(before=timezone.now())

    return clear


def test_a_picture_is_kept_in_two_sizes_under_its_hash_and_never_under_the_uploader_s_name(media, editor):
    picture = store_picture(upload("../../holiday with Ann.png"), editor=editor)

    assert files(media) == [f"{picture.sha256}-small.webp", f"{picture.sha256}.webp"]
    assert Entry.objects.first().act == "picture.stored"
    assert "holiday" not in str(Entry.objects.first().details)


def test_one_picture_that_is_uploaded_twice_is_kept_once(media, editor, reviewer):
    first = store_picture(file_of(drawn()), editor=editor)

    second = store_picture(file_of(drawn()), editor=reviewer)

    assert second == first
    assert len(files(media)) == 2
    assert Entry.objects.filter(act="picture.stored").count() == 1


def test_a_file_that_went_missing_is_there_again_once_the_picture_is_uploaded_again(media, editor):
    picture = store_picture(file_of(drawn()), editor=editor)
    (media / picture.page_file).unlink()

    store_picture(file_of(drawn()), editor=editor)

    assert (media / picture.page_file).exists()


def test_the_largest_file_that_is_taken_is_a_setting(media, settings, editor):
    settings.PICTURE_MAX_BYTES = 50

    with pytest.raises(PictureRefused, match="larger than"):
        store_picture(file_of(drawn()), editor=editor)

    assert not Picture.objects.exists()


def test_a_picture_that_nothing_shows_is_cleared_away_with_its_files(media, editor, cleared):
    store_picture(file_of(drawn()), editor=editor)

    assert cleared() == 1
    assert (files(media), Picture.objects.count()) == ([], 0)
    assert verify() == 2


def test_a_picture_that_a_verdict_rests_on_stays(media, cleared):
    shown_in(VerdictFactory(rests_on_report=False))

    assert cleared() == 0
    assert len(files(media)) == 2


def test_a_picture_that_a_published_state_shows_stays_though_it_is_evidence_no_longer(media, reviewer, cleared):
    verdict = VerdictFactory(rests_on_report=False)
    evidence = shown_in(verdict)
    publish_ticked(submit(verdict, editor=verdict.author), reviewer=reviewer)
    remove_evidence(evidence, editor=verdict.author)

    assert cleared() == 0
    assert len(files(media)) == 2


def test_a_picture_that_somebody_has_begun_to_add_stays(media, editor, cleared):
    picture = store_picture(file_of(drawn()), editor=editor)
    keep_unsaved(VerdictFactory(rests_on_report=False), person=editor, sitting="a", fields={"picture": picture.sha256})
    keep_unsaved(VerdictFactory(rests_on_report=False), person=editor, sitting="a", fields={"reasoning": "Words"})

    assert cleared() == 0


def test_files_that_no_picture_is_known_for_are_cleared_away(media, cleared):
    shown_in(VerdictFactory(rests_on_report=False))
    (media / "pictures" / f"{'0' * 64}.webp").write_bytes(b"left by an upload that broke off")

    cleared()

    assert len(files(media)) == 2
    assert f"{'0' * 64}.webp" not in files(media)


def test_the_command_leaves_what_is_younger_than_a_month(media, editor):
    old, young = (store_picture(file_of(drawn(colour=colour)), editor=editor) for colour in ("red", "lime"))
    Picture.objects.filter(pk=old.pk).update(uploaded_at=timezone.now() - timedelta(days=31))
    told = StringIO()

    call_command("clear_pictures", stdout=told)

    assert told.getvalue() == "1 picture removed.\n"
    assert list(Picture.objects.all()) == [young]


def test_a_picture_that_is_uploaded_again_waits_another_month(media, editor):
    picture = store_picture(file_of(drawn()), editor=editor)
    Picture.objects.update(uploaded_at=timezone.now() - timedelta(days=31))

    store_picture(file_of(drawn()), editor=editor)
    call_command("clear_pictures", stdout=StringIO())

    assert list(Picture.objects.all()) == [picture]
