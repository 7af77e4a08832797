"""What every test may ask for: people by role, and signed-in clients."""

from __future__ import annotations

import os

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from hypothesis import settings as hypothesis_settings

from factcheck.desk.kept_blocks import forget_blocks
from factcheck.public.kept_pages import forget_pages
from factcheck.site.identity import KEY
from tests.factories import UserFactory
from tests.serving import serving

hypothesis_settings.register_profile("any machine", deadline=None)  # a busy one is no failure
hypothesis_settings.register_profile("quick", deadline=None, max_examples=10)  # make unit; make test tries all
hypothesis_settings.register_profile("many", deadline=None, max_examples=1000)  # make bench-acts
hypothesis_settings.load_profile(os.environ.get("PROPERTIES", "any machine"))


@pytest.fixture(autouse=True)
def unset_site():
    """No test sees what another set of the site, and none asks the database for it unless it means to."""
    cache.set(KEY, {})
    cache.set(f"{KEY}0-00-0", {})  # for pages that are kept, as long as nobody changes it


@pytest.fixture(autouse=True)
def unkept_pages():
    """No test is shown a page that another made."""
    forget_pages()
    forget_blocks()


@pytest.fixture
def editor(db):
    return UserFactory(editor=True)


@pytest.fixture
def reviewer(db):
    return UserFactory(reviewer=True)


@pytest.fixture
def administrator(db):
    return UserFactory(administrator=True)


@pytest.fixture
def as_user():
    """A client signed in as the given person: `as_user(editor).get(…)`."""

    def sign_in(user):
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def paper(settings):
    """A paper's site on this machine that the desk may fetch from: `paper.answers["/story"] = b"<html>…"`."""
    with serving() as site:
        settings.FETCH_ALLOWED_HOSTS = [site.host]
        yield site


@pytest.fixture
def media(db, settings, tmp_path):
    """The folder of uploaded files, empty and for this test alone."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def without_triggers(db):
    """What somebody with full rights on the database could do to the record."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
        else:
            cursor.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
                " AND tbl_name IN ('ledger_entry', 'ledger_head', 'verdicts_revision')"
            )
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")
            cursor.execute("PRAGMA defer_foreign_keys = ON")
