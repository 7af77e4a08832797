"""A real server of this project, on a free port and with a database of its own, holding the demonstration data.

The browser tests and the screenshots look at it. It runs as in production: gunicorn, DEBUG off, collected files.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
PASSWORD = "demo"  # of each of the demonstration's people


@dataclass(frozen=True)
class Site:
    """A site that is being served at `url`."""

    url: str
    environment: dict[str, str]
    log: Path

    def manage(self, *words: str) -> str:
        """What a management command printed on the site's own database; raises with its complaint if it failed."""
        command = [sys.executable, "manage.py", *words]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"manage.py {' '.join(words)} failed:\n{done.stdout}{done.stderr}")
        return done.stdout

    def sign_in(self, page: Page, role: str) -> None:
        """Sign the page's visitor in through the form, as editor, reviewer or administrator."""
        page.goto(f"{self.url}/login/")
        page.get_by_label("Username").fill(role)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("main").get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"{self.url}/desk/")


@contextmanager
def serve(
    folder: Path,
    database_url: str,
    *,
    settings: str = "factcheck.settings",
    fill: Sequence[str] = ("load_demo",),
) -> Iterator[Site]:
    """Serve from an empty database what the command `fill` puts in; what the server wrote and said lies in `folder`."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        site = Site(url, environment(folder, database_url, url, settings), folder / "server.log")
        site.manage("collectstatic", "--no-input", "--verbosity=0")
        site.manage("migrate", "--verbosity=0")
        site.manage(*fill)
        server = start(site, listener)
    try:
        await_answer(site)
        yield site
    finally:
        server.terminate()
        server.wait(timeout=60)


def environment(folder: Path, database_url: str, url: str, settings: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "DJANGO_SETTINGS_MODULE": settings,
        "SECRET_KEY": "for-a-few-minutes-on-this-machine-only",
        "DEMONSTRATION": "1",
        "DATABASE_URL": database_url,
        "SITE_URL": url,
        "STATIC_ROOT": str(folder / "static"),
        "MEDIA_ROOT": str(folder / "media"),
        "PAGES_ROOT": str(folder / "pages"),
        "API_RATE": "100000/min",  # a tool asks more often than anybody
        "TASKS_BACKEND": "django.tasks.backends.immediate.ImmediateBackend",  # a journey need not wait for a worker
    }


def start(site: Site, listener: socket.socket) -> subprocess.Popen[bytes]:
    bind = f"--bind=fd://{listener.fileno()}"
    words = [sys.executable, "-m", "gunicorn", bind, "--workers=1", "--threads=4", "--graceful-timeout=5"]
    with site.log.open("wb") as log:
        return subprocess.Popen(
            [*words, "factcheck.wsgi"],
            cwd=ROOT,
            env=site.environment,
            pass_fds=[listener.fileno()],
            stdout=log,
            stderr=log,
        )


def await_answer(site: Site) -> None:
    """Return once the site answers; the listener keeps the first request until a worker takes it."""
    try:
        urllib.request.urlopen(f"{site.url}/login/", timeout=60).close()
    except OSError as error:
        raise RuntimeError(f"The server did not start ({error}):\n{site.log.read_text()}") from error
