"""Pictures among the evidence: who may see them, and how readers and machines are shown them."""

from __future__ import annotations

import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from factcheck.public.kept_pages import forget_pages
from factcheck.verdicts.draft_verdict import add_evidence, annotate_evidence, remove_evidence
from factcheck.verdicts.models import Evidence, Picture
from factcheck.verdicts.retract_verdict import retract_urgently
from factcheck.verdicts.take_down_picture import take_down
from tests.factories import UserFactory
from tests.pictures import opened, shown_in
from tests.public.reading import PAGE, text_of

ABOUT = {
    "maker": "@harbour",
    "made_on": "2019-02",
    "url": "https://social.example/1",
    "archive_url": "https://archive.example/1",
    "note": "It was deleted the same day.",
}
SIZES = ["data:picture", "data:small_picture"]


@pytest.fixture
def evidence(media, draft):
    """A screenshot of a post in a draft."""
    return shown_in(draft, **ABOUT)


@pytest.fixture
def shown(evidence, release):
    """The same once it is published."""
    release(evidence.verdict)
    return Picture.objects.get(pk=evidence.picture_id)


def address_of(picture, size="data:picture"):
    return reverse(size, args=[picture.sha256])


def basis(client):
    markup = re.search(r'ld\+json">(.*?)</script>', client.get(PAGE).content.decode(), re.DOTALL)[1]
    return json.loads(markup)["isBasedOn"]


@pytest.mark.parametrize("size", SIZES)
def test_nobody_outside_the_desk_sees_the_picture_of_a_draft_even_by_its_address(size, evidence, client, as_user):
    url = address_of(evidence.picture, size)

    assert client.get(url).status_code == 404
    assert as_user(UserFactory()).get(url).status_code == 404


@pytest.mark.parametrize("size", SIZES)
def test_the_desk_sees_the_picture_of_a_draft_and_no_cache_keeps_it(size, evidence, as_user, editor):
    response = as_user(editor).get(address_of(evidence.picture, size))

    assert response.status_code == 200
    assert "private" in response["Cache-Control"]
    assert "public" not in response["Cache-Control"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("role", ["visitor", "editor"])
def test_everyone_sees_a_published_picture_in_the_same_form_and_caches_keep_it_for_an_hour(
    size, role, shown, as_user, editor
):
    client = Client() if role == "visitor" else as_user(editor)

    response = client.get(address_of(shown, size))

    assert (response.status_code, response["Content-Type"]) == (200, "image/webp")
    assert response["Cache-Control"] == "public, max-age=3600"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies
    assert opened(response.content).format == "WEBP"


def test_a_picture_that_was_sent_already_is_not_sent_again(shown, client):
    etag = client.get(address_of(shown))["ETag"]

    assert client.get(address_of(shown), headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize("name", ["0" * 64, "settings", "..%2f..%2fetc%2fpasswd"])
def test_an_address_of_no_picture_leads_nowhere(name, shown, client):
    assert client.get(f"/pictures/{name}.webp").status_code == 404
    assert client.get(f"/pictures/small/{name}.webp").status_code == 404


def test_nothing_can_be_posted_to_a_picture(shown, client):
    assert client.post(address_of(shown)).status_code == 405


def test_a_picture_stays_where_an_earlier_state_shows_it(shown, evidence, draft, release, client):
    remove_evidence(evidence, editor=draft.author)
    release(draft, kind="corrected", note="The post was forged.")

    assert client.get(address_of(shown)).status_code == 200
    assert address_of(shown) in client.get(f"{PAGE}revisions/1/").content.decode()
    assert address_of(shown) not in client.get(PAGE).content.decode()


def test_a_picture_stays_with_the_text_that_was_withdrawn(shown, draft, reviewer, client):
    retract_urgently(draft, reviewer=reviewer, note="It was forged.")

    assert client.get(address_of(shown)).status_code == 200


def test_the_page_shows_the_picture_with_its_words_its_size_and_where_it_is_from(shown, client):
    response = client.get(PAGE)

    image = re.search(r"<img[^>]*>", response.content.decode())[0]
    for part in (f'src="{address_of(shown)}"', 'alt="A teal square."', 'width="40"', 'height="30"', 'loading="lazy"'):
        assert part in image
    told = text_of(response)
    assert "Screenshot A post, since deleted @harbour, February 2019 It was deleted the same day. Archived" in told
    assert "The picture in words A teal square." in told


def test_words_for_a_picture_cannot_break_out_of_the_page(evidence, draft, editor, release, client):
    annotate_evidence(evidence, editor=editor, note="", archive_url="", alt='"><script>alert(1)</script>')
    release(draft)

    assert "<script>alert(1)" not in client.get(PAGE).content.decode()


def test_a_video_and_a_post_are_links_and_load_nothing_from_elsewhere(media, draft, release, client):
    for medium, title in (("video", "The speech"), ("post", "The denial")):
        new = Evidence(medium=medium, title=title, **{**ABOUT, "url": f"https://{medium}.example/1"})
        add_evidence(draft, new, editor=draft.author)
    release(draft)

    html = client.get(PAGE).content.decode()

    assert '<a\n  href="https://video.example/1" rel="nofollow"><bdi>The speech</bdi></a' in html
    assert not re.findall(r"<(?:iframe|video|embed|object|img)\b", html)
    assert not re.findall(r'\bsrc="(?!/)', html)


def test_what_was_changed_shows_the_picture_as_it_was_and_as_it_is(shown, evidence, draft, release, client, editor):
    annotate_evidence(evidence, editor=editor, note=evidence.note, archive_url="", alt="A square, in teal.")
    release(draft, kind="clarified", note="Told more exactly.")

    html = client.get(f"{PAGE}revisions/2/changes/").content.decode()

    assert 'alt="A teal square."' in html
    assert 'alt="A square, in teal."' in html


def test_machines_read_what_a_picture_is_who_made_it_and_when(shown, client):
    assert basis(client)[-1] == {
        "@type": "ImageObject",
        "name": "A post, since deleted",
        "url": "https://social.example/1",
        "archivedAt": "https://archive.example/1",
        "creditText": "@harbour",
        "dateCreated": "2019-02",
        "contentUrl": f"http://localhost:8000{address_of(shown)}",
        "encodingFormat": "image/webp",
        "sha256": shown.sha256,
        "width": 40,
        "height": 30,
        "caption": "A teal square.",
    }


@pytest.mark.parametrize(("medium", "kind"), [("video", "VideoObject"), ("post", "SocialMediaPosting")])
def test_machines_read_a_video_and_a_post_as_such_with_the_picture_of_it(medium, kind, media, draft, release, client):
    evidence = shown_in(draft, medium=medium, **ABOUT)
    release(draft)

    told = basis(client)[-1]

    assert told["@type"] == kind
    assert told["image"]["sha256"] == evidence.picture.sha256
    assert "contentUrl" not in told


def test_a_page_asks_once_for_however_many_pictures_whether_they_were_taken_down(media, draft, release, client):
    release(draft)
    before = queries_of(client)
    for colour in ("red", "lime", "blue"):
        shown_in(draft, colour=colour, **ABOUT)
    release(draft, kind="updated", note="Pictures.")

    assert queries_of(client) == before + 1 <= 7  # one of them asks what changed since the page was kept


@pytest.fixture
def take_it_down(shown, reviewer, django_capture_on_commit_callbacks):
    def act(*, keeps_words):
        with django_capture_on_commit_callbacks(execute=True):
            take_down(shown, reviewer=reviewer, reason="It shows a bystander.", keeps_words=keeps_words)

    return act


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("role", ["visitor", "editor"])
def test_caches_are_told_that_a_picture_was_taken_down_and_nobody_sees_it(
    size, role, shown, take_it_down, as_user, editor
):
    client = Client() if role == "visitor" else as_user(editor)
    etag = client.get(address_of(shown, size))["ETag"]
    take_it_down(keeps_words=True)

    response = client.get(address_of(shown, size), headers={"If-None-Match": etag})

    assert response.status_code == 410
    assert "It shows a bystander." in response.text


@pytest.mark.parametrize("page", [PAGE, f"{PAGE}revisions/1/"])
@pytest.mark.parametrize("keeps_words", [True, False])
def test_pages_and_earlier_texts_say_when_and_why_a_picture_was_taken_down(
    page, keeps_words, shown, take_it_down, client
):
    take_it_down(keeps_words=keeps_words)

    response = client.get(page)

    assert f"Picture taken down on {timezone.now():%-d %B %Y} : It shows a bystander." in text_of(response)
    assert ("A teal square." in response.text) == keeps_words
    assert shown.sha256 not in response.text


def test_what_was_changed_shows_no_picture_and_no_words_that_were_taken_down(
    shown, evidence, draft, release, client, editor, take_it_down
):
    annotate_evidence(evidence, editor=editor, note=evidence.note, archive_url="", alt="A square, in teal.")
    release(draft, kind="clarified", note="Told more exactly.")
    take_it_down(keeps_words=False)

    html = client.get(f"{PAGE}revisions/2/changes/").text

    assert "teal" not in html
    assert shown.sha256 not in html


def test_machines_are_told_nothing_more_of_a_picture_that_was_taken_down(shown, take_it_down, client):
    take_it_down(keeps_words=True)

    assert not {"contentUrl", "sha256", "caption"} & set(basis(client)[-1])
    assert shown.sha256 not in client.get(reverse("data:claimreview")).text


def queries_of(client):
    """How many queries the page asks when it is made; it is not found out first whether what was kept still holds."""
    forget_pages()
    with CaptureQueriesContext(connection) as asked:
        client.get(PAGE)
    return len(asked)
