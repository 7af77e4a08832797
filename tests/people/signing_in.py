"""What tests of accounts have in common: people with passwords, codes of their apps, forms sent."""

from __future__ import annotations

import re
import time

from django.test import Client
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from factcheck.people.second_step import begin_second_step, confirm_second_step
from tests.factories import UserFactory

PASSWORD = "Bridges and ferries"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')  # masked anew each time


def somebody(**fields):
    """A person with a password: an editor unless said otherwise."""
    person = UserFactory(**{"editor": True, "email": "somebody@desk.example", **fields})
    person.set_password(PASSWORD)
    person.save()
    return person


def without_token(answer):
    return TOKEN.sub("", answer.text)


def sign_in(client, login, password=PASSWORD, **fields):
    fields = {"username": getattr(login, "username", login), "password": password, **fields}
    return client.post(reverse("login"), fields)


def give(client, code, **fields):
    """Send a code where signing in asks for one."""
    return client.post(reverse("second_step"), {"code": code, **fields})


def code_of(person, *, steps=0):
    """What the person's app shows now, or some steps of half a minute later."""
    device = TOTPDevice.objects.filter(user=person).latest("pk")
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    totp.time = time.time() + steps * device.step
    return f"{totp.token():06}"


def with_second_step(person):
    """The person's recovery codes, after the second step was set up; the app's next code counts again."""
    begin_second_step(person)
    codes, _ = confirm_second_step(person, code=code_of(person))
    TOTPDevice.objects.filter(user=person).update(last_t=-1)
    return codes


def signed_in(person, **extra):
    """A browser in which the person is signed in, with the second step if there is one."""
    client = Client(**extra)
    sign_in(client, person)
    if TOTPDevice.objects.filter(user=person, confirmed=True).exists():
        client.post(reverse("second_step"), {"code": code_of(person)})
        TOTPDevice.objects.filter(user=person).update(last_t=-1)
    return client


def is_signed_in(client):
    return client.get(reverse("people:account")).status_code == 200
