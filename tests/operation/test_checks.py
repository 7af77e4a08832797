"""What is said of settings with which the site cannot be served, before it is."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from factcheck.operation.checks import check_settings
from scripts.serving import ROOT


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("SECRET_KEY", "", "SECRET_KEY is not set"),
        ("SITE_URL", "desk.example", "SITE_URL=desk.example is not the address of a site"),
        ("SITE_URL", "https://other.example", "ALLOWED_HOSTS lacks other.example"),
        ("SITE_EMAIL", "desk", "SITE_EMAIL=desk is no mail address"),
        ("DEFAULT_FROM_EMAIL", "The desk", "EMAIL_FROM=The desk is no mail address"),
        ("QUOTE_WORDS", 0, "QUOTE_WORDS must be 1 or more"),
        ("PROXIES", -1, "PROXIES must be 0 or more"),
        ("MEDIA_ROOT", "/dev/null/media", "MEDIA_ROOT=/dev/null/media cannot be written"),
        ("TASKS", {"default": {"BACKEND": "celery"}}, "TASKS_BACKEND=celery is neither"),
    ],
)
def test_a_setting_that_cannot_be_is_told_in_a_sentence(name, value, told, settings):
    settings.ALLOWED_HOSTS = ["localhost"]
    assert not check_settings()

    setattr(settings, name, value)

    [fault] = check_settings()
    assert fault.msg.startswith(told)


def test_a_bucket_for_backups_without_what_speaks_to_it_is_told(settings, monkeypatch):
    settings.BACKUP_BUCKET = "desk-backups"
    assert not check_settings()

    monkeypatch.setattr("factcheck.operation.checks.find_spec", lambda _: None)

    assert [fault.id for fault in check_settings()] == ["factcheck.BACKUP_BUCKET"]


def test_a_variable_that_cannot_be_read_is_named_without_a_traceback():
    environment = {"PATH": os.environ["PATH"], "SECRET_KEY": "for-this-test-only", "QUOTE_WORDS": "ninety"}

    done = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert done.stderr.startswith("The environment variable QUOTE_WORDS cannot be read")
