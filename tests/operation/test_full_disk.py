"""A disk that is full while a verdict is published, a backup made, the site copied: nothing half done, and said so."""

import errno
import re
from functools import partial

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.urls import reverse

from factcheck.ledger.chain import verify
from factcheck.operation.backup import MANIFEST
from factcheck.public.site_copy import PAGES
from factcheck.verdicts.draft_verdict import Draft, begin_correction, revise
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.review_verdict import submit
from factcheck.verdicts.verify_pictures import faults_of_pictures
from tests.factories import VerdictFactory
from tests.full_disk import manage_on_disks, room_for
from tests.pictures import upload

NOTE = "The harbour master spoke by telephone, not in writing as the first state had it."
OWN = {"Origin": "http://testserver"}
LONG = "The minutes say so, and so does the report. " * 150  # takes pages of the database

pytestmark = pytest.mark.django_db
only_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's room is the whole server's.")


@pytest.fixture
def corrected(reviewer):
    """A public verdict whose correction is in review."""
    verdict = VerdictFactory(in_review=True)
    publish(verdict, reviewer=reviewer)
    verdict = begin_correction(verdict, editor=verdict.author)
    before = Draft(verdict.rating, verdict.conclusion, verdict.reasoning)
    revise(verdict, editor=verdict.author, base=before, draft=Draft(before.rating, before.conclusion, LONG))
    submit(verdict, editor=verdict.author)
    return Verdict.objects.get()


@pytest.fixture
def site(tmp_path):
    """The environment of commands on a copy of this test's database, and on its files."""
    (tmp_path / "site.sqlite3").write_bytes(connection.connection.serialize())
    (tmp_path / "static").mkdir()
    (tmp_path / "disk").mkdir()
    (tmp_path / "media" / "imports").mkdir(parents=True)
    (tmp_path / "media" / "imports" / "rows.jsonl").write_bytes(b"1" * 500_000)
    return {
        "SECRET_KEY": "for-a-few-minutes-on-this-machine-only",
        "DATABASE_URL": f"sqlite:///{tmp_path}/site.sqlite3",
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        **{f"{name.upper()}_ROOT": str(tmp_path / name) for name in ("media", "static", "pages")},
    }


def everything():
    """Every row of the rooms that an act may change."""
    models = [model for model in apps.get_models() if model.__module__.startswith("factcheck.")]
    return {model: sorted(map(repr, model._base_manager.values_list())) for model in models if model._meta.managed}


@only_sqlite
@pytest.mark.parametrize("pages", range(5))
def test_a_verdict_is_published_whole_or_not_at_all_and_later_all_the_same(pages, corrected, as_user, reviewer):
    client = as_user(reviewer)
    client.raise_request_exception = False
    form = {"change-kind": "corrected", "change-note": NOTE}
    send = partial(client.post, reverse("desk:publish", args=[corrected.slug]), form, headers=OWN)
    before = everything()

    with room_for(pages):
        answer = send()

    assert pages or answer.status_code == 503
    if answer.status_code == 503:
        assert "has no room left" in answer.text
        assert answer.text.count(NOTE) == 1
        assert everything() == before
        answer = send()
    assert answer.status_code == 302
    assert corrected.revisions.count() == 2
    assert verify()


@pytest.fixture
def full(monkeypatch):
    """A disk that takes the first bytes of a file and no more: `full.is_so` tells whether."""

    class Full:
        is_so = True

    def chunks(content, chunk_size=None):
        whole = content.read()
        if not Full.is_so:
            yield whole
            return
        yield whole[:100]
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(ContentFile, "chunks", chunks)
    return Full


def test_a_picture_that_found_no_room_leaves_no_half_of_it_and_is_stored_the_next_time(full, as_user, editor, media):
    client = as_user(editor)
    client.raise_request_exception = False
    send = partial(client.post, reverse("desk:upload_picture"), headers=OWN)

    answer = send({"upload": upload()})

    assert answer.status_code == 503
    assert not [path for path in media.rglob("*") if path.is_file()]
    full.is_so = False
    assert send({"upload": upload()}).status_code == 200
    assert not [*faults_of_pictures()]


def test_a_file_is_not_there_before_all_of_it_is(full, media):
    seen = []

    def read():
        yield b"one"
        seen.extend(media.rglob("five.txt"))
        yield b"two"

    content = ContentFile(b"")
    content.chunks = read

    name = default_storage.save("imports/five.txt", content)

    assert seen == []
    assert (media / name).read_bytes() == b"onetwo"
    assert default_storage.save("imports/five.txt", content) != name


def test_readers_get_pages_and_pictures_that_cannot_be_kept(full, corrected, client, settings, tmp_path):
    (tmp_path / "file").write_text("")
    pages = {"BACKEND": "factcheck.public.page_files.PageFiles", "LOCATION": str(tmp_path / "file" / "below")}
    settings.CACHES = {**settings.CACHES, "pages": pages}
    settings.KEEPS_PAGES = True

    page = client.get(corrected.get_absolute_url())
    [card] = re.findall(r'property="og:image" content="https?://[^/]+([^"]+)', page.text)

    assert page.status_code == 200
    assert client.get(card).content.startswith(b"\x89PNG")


@only_sqlite
@pytest.mark.slow
def test_a_backup_without_room_leaves_nothing_and_says_so_and_is_made_once_there_is(corrected, site, tmp_path):
    size = (tmp_path / "site.sqlite3").stat().st_size
    sizes = [size + 200_000, 2 * size + 2_000_000]  # room for the database and not for the uploaded file, for all

    *without, made = manage_on_disks(tmp_path / "disk", sizes, "backup", tmp_path / "disk", environment=site)

    for said, status, left in without:
        assert (status, left) == (1, [])
        assert said.startswith("CommandError: The backup could not be written: ")
        assert said.count("\n") == 1
    said, status, left = made
    assert status == 0
    assert {path.partition("/")[2] for path in left} == {"database", "files/imports/rows.jsonl", MANIFEST}


@only_sqlite
@pytest.mark.slow
def test_a_copy_of_the_site_without_room_leaves_nothing_and_is_made_once_there_is(corrected, site, tmp_path):
    disk, sizes = tmp_path / "disk", [60_000, 60_000_000]

    *without, made = manage_on_disks(disk, sizes, "export_site", disk / "outage", environment={**site, "DEBUG": "1"})

    for said, status, left in without:
        assert (status, left) == (1, [".outage.lock"])
        assert "CommandError: The copy could not be written: [Errno 28] No space left on device" in said
    said, status, left = made
    assert status == 0
    assert PAGES in {path.rpartition("/")[2] for path in left}
