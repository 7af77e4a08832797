"""Sitting down at the desk of a demonstration by one button, and nowhere else."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.urls import reverse

from factcheck.verdicts.models import Verdict

OWN = {"Origin": "http://testserver"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def demonstration(settings):
    settings.IS_DEMONSTRATION = True
    call_command("load_demo", verbosity=0)


def test_one_button_of_a_demonstration_s_reader_leads_to_the_desk_as_an_editor(client, demonstration):
    response = client.post(reverse("demonstration"), headers=OWN, follow=True)

    assert response.redirect_chain == [(reverse("desk:home"), 302)]
    assert response.context["user"].get_username() == "editor"


@pytest.mark.parametrize("page", ["front", "verdict"])
def test_the_button_stands_on_the_readers_pages_of_a_demonstration(client, demonstration, page):
    published = Verdict.objects.filter(status=Verdict.Status.PUBLISHED).first()
    address = reverse("public:home") if page == "front" else published.get_absolute_url()

    response = client.get(address)

    assert f'action="{reverse("demonstration")}"' in response.content.decode()
    assert not response.cookies


def test_where_no_demonstration_is_set_there_is_neither_button_nor_page(client, demonstration, settings):
    settings.IS_DEMONSTRATION = False

    assert reverse("demonstration") not in client.get(reverse("public:home")).content.decode()
    assert client.post(reverse("demonstration"), headers=OWN).status_code == 404
    assert client.get(reverse("desk:home")).status_code == 302


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", ""])
def test_another_site_signs_nobody_in_to_a_demonstration(client, demonstration, origin):
    response = client.post(reverse("demonstration"), headers={"Origin": origin})

    assert response.status_code == 403
    assert client.get(reverse("desk:home")).status_code == 302


def test_the_button_opens_no_account_whose_password_was_changed(client, demonstration):
    editor = User.objects.get(username="editor")
    editor.set_password("not known to everybody")
    editor.save()

    assert client.post(reverse("demonstration"), headers=OWN).status_code == 404


def test_who_sits_at_the_desk_already_stays_who_they_are(demonstration, as_user):
    reviewer = User.objects.get(username="reviewer")

    response = as_user(reviewer).post(reverse("demonstration"), headers=OWN, follow=True)

    assert response.context["user"] == reviewer
