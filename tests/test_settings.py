"""What the environment decides."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TELL = """
import json
from factcheck import settings
print(json.dumps([settings.MAILERS, settings.SENDS_MAIL, settings.DEFAULT_FROM_EMAIL]))
"""


def mail_settings(**environment):
    """The mailers, whether mail is sent, and its sender, as a site in this environment has them."""
    environment = {"PATH": os.environ["PATH"], "SECRET_KEY": "x", **environment}
    done = subprocess.run(
        [sys.executable, "-c", TELL], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("smtp://mail.example", {"host": "mail.example", "port": None, "use_tls": False, "use_ssl": False}),
        (
            "smtp+tls://desk:p%40ss%2Fword@mail.example:587",
            {"host": "mail.example", "port": 587, "username": "desk", "password": "p@ss/word", "use_tls": True},
        ),
        ("smtp+ssl://desk:secret@mail.example:465", {"port": 465, "use_tls": False, "use_ssl": True}),
    ],
)
def test_one_address_names_the_mail_server(address, expected):
    mailers, sends, sender = mail_settings(EMAIL_URL=address, SITE_EMAIL="desk@paper.example")

    assert expected.items() <= mailers["default"]["OPTIONS"].items()
    assert (sends, sender) == (True, "desk@paper.example")


def test_without_a_mail_server_nothing_is_sent():
    _, sends, _ = mail_settings()

    assert not sends


def test_a_developer_sees_mails_in_the_terminal():
    mailers, sends, _ = mail_settings(DEBUG="1")

    assert (mailers["default"], sends) == ({"BACKEND": "django.core.mail.backends.console.EmailBackend"}, True)
