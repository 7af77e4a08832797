"""A disk that is full: SQLite's at any page, and a small one of its own for the commands that write files."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import contextmanager

import pytest
from django.db import connection

from scripts.serving import ROOT

MOST_PAGES = 2**30
NEW_DISK = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
RUNS = """
disk=$1 sizes=$2; shift 2
mount -t tmpfs none "$disk"
for size in $sizes; do
  mount -o remount,size="$size" "$disk"
  "$@"
  echo "ended with $?"
  find "$disk" -type f -printf '%P\\n'
  echo ----
done
"""


@contextmanager
def room_for(pages):
    """So many pages more, and then SQLite's disk is full."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE filler (bytes)")
        while cursor.execute("PRAGMA freelist_count").fetchone()[0]:
            cursor.execute("INSERT INTO filler VALUES (zeroblob(4000))")
        [count] = cursor.execute("PRAGMA page_count").fetchone()
        cursor.execute(f"PRAGMA max_page_count = {count + pages}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA max_page_count = {MOST_PAGES}")
            cursor.execute("DROP TABLE filler")


def manage_on_disks(disk, sizes, *words, environment):
    """What a command says on a disk of each size in turn, in bytes, how it ends, and which files are there then.

    The disk is a file system in memory, which is there for these processes alone.
    """
    tried = subprocess.run([*NEW_DISK, f"mount -t tmpfs none {disk}"], check=False) if shutil.which("unshare") else None
    if tried is None or tried.returncode:
        pytest.skip("This machine lets nobody make a small disk.")
    command = [*NEW_DISK, RUNS, "sh", disk, " ".join(map(str, sizes)), sys.executable, "manage.py", *words]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True
    )
    for one in done.stdout.split("----\n")[:-1]:
        said, ended, files = one.partition("ended with ")
        status, *left = files.splitlines()
        assert ended, said
        yield said, int(status), left
