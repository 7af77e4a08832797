"""The desk's page of a verdict's published pictures, where one is taken down."""

import pytest
from django.urls import reverse

from factcheck.verdicts.models import Picture, Takedown, Verdict
from factcheck.verdicts.review_verdict import submit
from tests.factories import VerdictFactory
from tests.pictures import shown_in
from tests.verdicts.ticking import publish_ticked


@pytest.fixture
def picture(media, reviewer):
    verdict = VerdictFactory(rests_on_report=False)
    evidence = shown_in(verdict)
    publish_ticked(submit(verdict, editor=verdict.author), reviewer=reviewer)
    return Picture.objects.get(pk=evidence.picture_id)


@pytest.fixture
def page(picture):
    return reverse("desk:shown_pictures", args=[Verdict.objects.get().slug])


def test_the_page_of_a_public_verdict_leads_to_its_pictures(picture, page, as_user, editor):
    assert page in as_user(editor).get(reverse("desk:verdict", args=[Verdict.objects.get().slug])).text


def test_a_reviewer_takes_a_picture_down_with_a_reason(picture, page, as_user, reviewer):
    posted = {"picture": picture.sha256, "reason": "A bystander."}

    response = as_user(reviewer).post(page, posted, follow=True)

    takedown = Takedown.objects.get()
    assert (takedown.picture, takedown.reason, takedown.keeps_words) == (picture, "A bystander.", False)
    assert "taken down" in response.text
    assert "Take the picture down" not in response.text


def test_without_a_reason_nothing_is_taken_down_and_the_form_says_so(picture, page, as_user, reviewer):
    response = as_user(reviewer).post(page, {"picture": picture.sha256, "reason": " ", "keeps_words": "on"})

    assert response.status_code == 422
    assert "Say why; readers see it" in response.text
    assert not Takedown.objects.exists()


def test_an_editor_sees_the_pictures_and_takes_none_down(picture, page, as_user, editor):
    client = as_user(editor)

    assert "A reviewer can take it down." in client.get(page).text
    assert client.post(page, {"picture": picture.sha256, "reason": "A bystander."}).status_code == 403
    assert not Takedown.objects.exists()


@pytest.mark.parametrize("named", ["", "0" * 64, "x\0"])
def test_a_picture_that_the_verdict_never_showed_is_not_taken_down_here(named, page, as_user, reviewer):
    assert as_user(reviewer).post(page, {"picture": named, "reason": "A bystander."}).status_code == 404
