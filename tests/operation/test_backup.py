"""A backup of a site at work, brought back: every row and every file, and a ledger that proves itself."""

import os
from contextlib import ExitStack
from pathlib import Path

import pytest

from scripts.postgres import own_database
from tests.operation.places import Place


@pytest.fixture
def place(tmp_path):
    """`place("old")` is an empty place, on the database that the tests run on."""
    server = os.environ.get("DATABASE_URL", "")
    with ExitStack() as stack:

        def empty(name):
            if not server.startswith("postgres"):
                return Place(tmp_path / name, "")
            database = own_database(server, f"factcheck_backup_{name}_{os.getpid()}")
            return Place(tmp_path / name, stack.enter_context(database))

        yield empty


@pytest.fixture
def backed_up(place, tmp_path):
    """A place with the demonstration and an uploaded file, and the folder of its backup."""
    old = place("old")
    old.fill()
    made = old.manage("backup", str(tmp_path / "backups"))
    assert not made.returncode, made.stderr
    return old, Path(made.stdout.strip())


@pytest.mark.slow
def test_a_backup_brings_back_every_row_and_file_once_and_tells_when_it_was_changed(place, backed_up):
    old, folder = backed_up
    new = place("new")

    restored = new.manage("restore", str(folder))

    assert "stand as they were written" in restored.stdout, restored.stderr
    assert new.rows() == old.rows()
    assert (new.media / "imports" / "five.jsonl").read_bytes() == b"\x00 as it came"
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]

    again = new.manage("restore", str(folder))

    assert "is not empty" in again.stderr

    (folder / "files" / "imports" / "five.jsonl").write_bytes(b"otherwise")
    changed = place("other").manage("restore", str(folder))

    assert "five.jsonl is missing or was changed" in changed.stderr


def test_what_is_no_backup_is_told_in_a_sentence(place, tmp_path):
    refused = place("new").manage("restore", str(tmp_path))

    assert refused.returncode == 1
    assert "is no backup" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(place, tmp_path):
    (tmp_path / "file").write_text("")

    refused = place("new").manage("backup", str(tmp_path / "file" / "below"))

    assert refused.returncode == 1
    assert "could not be written" in refused.stderr
