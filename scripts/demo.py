"""Serves the demonstration: its own database file, its own data, three people to sign in as.

python -m scripts.demo        at http://127.0.0.1:8000/, or another port: PORT=8001
"""

import os
import socket
import sys
from io import StringIO
from pathlib import Path

import django
from django.core.management import CommandError, call_command
from django.db import DatabaseError

ROOT = Path(__file__).resolve().parent.parent
DATABASE = ROOT / "demo.sqlite3"
WELCOME = """
  The demonstration: {url}
  The editors' desk: {url}desk/

  Sign in as editor, reviewer or administrator; the password is demo.
  Ctrl-C ends it. What you changed stays in {database}; delete that file to begin afresh.
"""


def main() -> None:
    port = free_port(os.environ.get("PORT", "8000"))
    url = f"http://127.0.0.1:{port}/"
    os.environ.update(
        DJANGO_SETTINGS_MODULE="factcheck.settings",
        DJANGO_RUNSERVER_HIDE_WARNING="true",
        DEBUG="1",
        DEMONSTRATION="1",
        DATABASE_URL=f"sqlite:///{DATABASE}",
        CACHE_URL="locmemcache://",
        SITE_URL=url,
    )
    prepare()
    print(WELCOME.format(url=url, database=DATABASE.name), flush=True)
    serve = [sys.executable, str(ROOT / "manage.py"), "runserver", f"127.0.0.1:{port}"]
    os.execv(sys.executable, serve)


def free_port(wanted: str) -> int:
    """The wanted port as a number; ends the program with one sentence where nobody can listen on it."""
    if not wanted.isdecimal() or not 1 <= int(wanted) <= 65535:
        sys.exit(f"PORT={wanted} is no port: choose a number from 1024 to 65535, for example make demo PORT=8001")
    with socket.socket() as candidate:
        candidate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            candidate.bind(("127.0.0.1", int(wanted)))
        except OSError as error:
            sys.exit(
                f"Port {wanted} cannot be used ({error.strerror}): end the program that has it,"
                f" or choose another, for example make demo PORT={int(wanted) + 1}"
            )
    return int(wanted)


def prepare() -> None:
    """Bring the demonstration's database up to date with the code."""
    django.setup()
    try:
        call_command("migrate", verbosity=0)
        call_command("load_demo", stdout=StringIO())
    except (CommandError, DatabaseError) as error:
        sys.exit(f"{DATABASE.name} does not fit this version of the code ({error}): delete it and run make demo again.")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
