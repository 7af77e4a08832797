"""The proof of the ledger holds the pictures that readers were shown."""

import pytest

from factcheck.ledger.chain import ChainBroken, verify
from factcheck.verdicts.models import Picture
from factcheck.verdicts.review_verdict import submit
from factcheck.verdicts.store_picture import store_picture
from tests.factories import VerdictFactory
from tests.pictures import drawn, file_of, shown_in
from tests.verdicts.ticking import publish_ticked


@pytest.fixture
def picture(media, reviewer):
    """A picture that a published state shows."""
    verdict = VerdictFactory(rests_on_report=False)
    evidence = shown_in(verdict)
    publish_ticked(submit(verdict, editor=verdict.author), reviewer=reviewer)
    return Picture.objects.get(pk=evidence.picture_id)


def test_a_picture_that_is_as_it_was_published_is_proved(picture):
    assert verify() == 4


def test_a_file_that_was_exchanged_is_named(picture, media):
    (media / picture.page_file).write_bytes(b"another picture")

    with pytest.raises(ChainBroken, match=f"shows picture {picture.sha256}, whose file is gone or was changed"):
        verify()


def test_a_file_that_is_gone_is_named(picture, media):
    (media / picture.page_file).unlink()

    with pytest.raises(ChainBroken, match="whose file is gone"):
        verify()


def test_a_picture_that_was_closed_to_readers_is_named(picture):
    Picture.objects.update(first_shown_in=None)

    with pytest.raises(ChainBroken, match="which readers cannot see"):
        verify()


def test_a_picture_that_was_opened_without_being_published_is_named(picture, editor):
    other = store_picture(file_of(drawn(colour="red")), editor=editor)
    Picture.objects.filter(pk=other.pk).update(first_shown_in=picture.first_shown_in)

    with pytest.raises(ChainBroken, match=f"Picture {other.sha256} is public, and no published state shows it"):
        verify()
