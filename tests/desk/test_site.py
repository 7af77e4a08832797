"""What administrators set of the site, and where it is seen."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from factcheck.ledger.models import Entry
from factcheck.site.identity import the_site
from factcheck.site.models import SiteProfile
from tests.pictures import upload

URL = "/desk/site/"


@pytest.fixture
def desk(as_user, administrator):
    return as_user(administrator)


def read(response):
    return response.content.decode()


def typed(desk, **changed):
    """What the form holds when it is opened, with some fields typed anew."""
    form = desk.get(URL).context["form"]
    held = {name: form.initial.get(name, "") for name in form.Meta.fields}
    return {**held, **changed}


def test_a_name_and_an_address_are_seen_on_every_page_at_once(desk, client):
    desk.post(URL, typed(desk, name="The Lantern checks", email="errors@lantern.example"))

    page = read(client.get("/about/"))
    assert "About The Lantern checks" in page
    assert "mailto:errors@lantern.example" in page
    assert "The Lantern checks · desk" in read(desk.get("/desk/"))
    assert "<title>The Lantern checks</title>" in read(client.get("/feed.atom"))


def test_what_is_left_as_it_was_is_not_stored_and_nothing_is_recorded(desk):
    desk.post(URL, typed(desk))

    assert not SiteProfile.objects.exists()
    assert not Entry.objects.filter(act="site.changed").exists()


def test_what_is_emptied_says_what_it_said_at_first(desk, settings):
    desk.post(URL, typed(desk, name="The Lantern checks"))
    desk.post(URL, typed(desk, name=""))

    assert the_site().name == settings.SITE_NAME


def test_the_ledger_tells_who_changed_what(desk, administrator):
    desk.post(URL, typed(desk, name="The Lantern checks"))

    entry = Entry.objects.get(act="site.changed")
    assert entry.actor == administrator
    assert entry.details == {"changes": {"name": ["", "The Lantern checks"]}}


def test_a_logo_is_drawn_anew_and_stands_on_every_page_with_its_words(media, desk, client):
    picture = upload("logo.png")
    desk.post(URL, typed(desk, picture=picture, logo_alt="Lantern"))

    logo = the_site().logo
    served = client.get(f"/logo/{logo.sha256}.webp")
    assert served["Content-Type"] == "image/webp"
    assert served.content[:4] == b"RIFF"
    for page in (read(client.get("/")), read(desk.get("/desk/"))):
        assert f'src="/logo/{logo.sha256}.webp"' in page
        assert 'alt="Lantern"' in page
    desk.post(URL, typed(desk, without_logo="on"))
    assert the_site().logo is None


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"picture": b"no picture", "logo_alt": "Lantern"}, "This is no PNG, JPEG, WebP or GIF."),
        ({"picture": None, "logo_alt": ""}, "Say in words what the logo shows"),
        ({"email": "nowhere"}, "Enter a valid email address."),
    ],
)
def test_what_is_refused_says_why_and_changes_nothing(changed, reason, media, desk):
    if "picture" in changed:
        data = changed["picture"]
        picture = SimpleUploadedFile("logo.png", data) if data else upload("logo.png")
        changed = {**changed, "picture": picture}

    response = desk.post(URL, typed(desk, **changed))

    assert response.status_code == 422
    assert reason in read(response)
    assert not SiteProfile.objects.exists()


def test_what_is_no_logo_is_not_found(media, client, db):
    assert client.get("/logo/abc.webp").status_code == 404


def test_a_page_asks_for_the_site_at_most_once(client, db, django_assert_max_num_queries):
    from django.core.cache import cache

    cache.clear()
    with django_assert_max_num_queries(4):  # what changed since, the site, which pages are written, and this one
        client.get("/about/")
    with django_assert_max_num_queries(1):
        client.get("/about/")
