"""Backups in a bucket that speaks S3: kept, named, fetched and restored; a served one, of this test's own."""

import shutil
from pathlib import Path

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from moto.server import ThreadedMotoServer

from factcheck.operation import backup_bucket
from factcheck.operation.backup import BackupFailed, Manifest
from tests.operation.places import Place

BUCKET = "desk-backups"
KEYS = {"AWS_ACCESS_KEY_ID": "a-key", "AWS_SECRET_ACCESS_KEY": "its-secret", "AWS_DEFAULT_REGION": "eu-north-1"}


@pytest.fixture(scope="module")
def server():
    served = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    served.start()
    host, port = served.get_host_and_port()
    yield f"http://{host}:{port}"
    served.stop()


@pytest.fixture
def environment(server, monkeypatch):
    """What the operator sets, and the bucket."""
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    client = boto3.client("s3", endpoint_url=server)
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
    yield KEYS | {"BACKUP_BUCKET": BUCKET, "BACKUP_ENDPOINT": server, "BACKUP_PREFIX": "desk"}
    for stored in client.list_objects_v2(Bucket=BUCKET).get("Contents", ()):
        client.delete_object(Bucket=BUCKET, Key=stored["Key"])
    client.delete_bucket(Bucket=BUCKET)


@pytest.fixture
def bucket(settings):
    """The storage called `backups`, in memory."""
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, backup_bucket.NAME: memory}
    return storages[backup_bucket.NAME]


def a_backup(folder, files=("database", "files/a.png")):
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    Manifest("2026-11-30T03:00:00+00:00", "sqlite", "", dict.fromkeys(files, "")).write(folder)
    return folder


@pytest.mark.slow
def test_a_backup_in_a_bucket_brings_the_site_back_where_its_folder_is_lost(environment, tmp_path):
    old, new = (Place(tmp_path / name, "", environment) for name in ("old", "new"))
    old.fill()
    made = old.manage("backup", str(tmp_path / "backups"))
    assert not made.returncode, made.stderr
    name = Path(made.stdout.strip()).name
    shutil.rmtree(tmp_path / "backups")

    restored = new.manage("restore", name)

    assert "stand as they were written" in restored.stdout, restored.stderr
    assert new.rows() == old.rows()
    assert (new.media / "imports" / "five.jsonl").read_bytes() == b"\x00 as it came"

    unknown = Place(tmp_path / "third", "", environment).manage("restore", "factcheck-1999")

    assert f"It holds {name}." in unknown.stderr
    assert "Traceback" not in unknown.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("otherwise", "told"),
    [
        ({"BACKUP_BUCKET": "no-such-bucket"}, "NoSuchBucket"),
        ({"BACKUP_ENDPOINT": "http://127.0.0.1:9"}, "Could not connect"),
    ],
)
def test_a_bucket_that_cannot_be_reached_is_told_in_a_sentence_and_the_folder_stays(
    environment, tmp_path, otherwise, told
):
    place = Place(tmp_path / "desk", "", environment | otherwise | {"AWS_MAX_ATTEMPTS": "1"})
    place.manage("migrate")

    failed = place.manage("backup", str(tmp_path / "backups"))

    assert failed.returncode == 1
    assert told in failed.stderr
    assert "is whole, but BACKUP_BUCKET does not hold it" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert Manifest.read(Path(failed.stdout.strip())).files


def test_a_backup_counts_only_once_its_manifest_is_there(bucket, tmp_path, monkeypatch):
    kept = []
    save = type(bucket).save

    def save_or_fail(storage, name, content):
        kept.append(name)
        if name.endswith("a.png"):
            raise OSError("the line was cut")
        return save(storage, name, content)

    monkeypatch.setattr(type(bucket), "save", save_or_fail)
    with pytest.raises(BackupFailed, match="the line was cut"):
        backup_bucket.keep(a_backup(tmp_path / "factcheck-1"))
    assert kept == ["factcheck-1/database", "factcheck-1/files/a.png"]
    assert backup_bucket.kept() == []

    monkeypatch.undo()
    backup_bucket.keep(a_backup(tmp_path / "factcheck-2"))
    assert backup_bucket.kept() == ["factcheck-2"]


def test_the_newest_backups_are_named_first(bucket, tmp_path):
    for number in (1, 3, 2):
        backup_bucket.keep(a_backup(tmp_path / f"factcheck-{number}"))

    assert backup_bucket.kept() == ["factcheck-3", "factcheck-2", "factcheck-1"]


def test_nothing_is_written_outside_the_folder_that_a_backup_is_fetched_into(bucket, tmp_path):
    bucket.save(
        "factcheck-1/manifest.json",
        ContentFile(b'{"made_at": "", "vendor": "sqlite", "anchor": "", "files": {"../../out": ""}}'),
    )

    with pytest.raises(BackupFailed, match="outside of it"):
        backup_bucket.fetch("factcheck-1", tmp_path / "here")

    assert not (tmp_path / "out").exists()


def test_without_a_bucket_only_a_folder_can_be_restored(tmp_path):
    with pytest.raises(CommandError, match="is no backup"):
        call_command("restore", str(tmp_path / "factcheck-1"))
