"""Tries deploy/nginx/ with nginx itself: whether it takes the configuration, and what it answers without the site.

Before a site that answers one request after the other it is tried with many clients that send a byte now and then.
"""

from __future__ import annotations

import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Self

CONFIGURATION = Path(__file__).resolve().parent.parent / "deploy" / "nginx" / "factcheck.conf"
UNAVAILABLE = "Back in a moment"
NOBODY = 9  # the discard port, at which nobody listens
SLOW = 30  # clients
PATIENCE = 30  # seconds


def faults_with(nginx: str, openssl: str) -> Iterator[str]:
    """What is wrong, by these programs."""
    with TryOut.of(nginx, openssl, site=NOBODY) as tried:
        yield from faults_of_answers(tried)
    with one_request_after_the_other() as site, TryOut.of(nginx, openssl, site=site) as tried:
        yield from faults_with_slow_clients(tried)


@dataclass(frozen=True)
class TryOut:
    """nginx at work with this configuration."""

    port: int
    trusted: ssl.SSLContext

    @classmethod
    @contextmanager
    def of(cls, nginx: str, openssl: str, *, site: int) -> Iterator[Self]:
        """Before a site at this port. Raises SystemExit with what nginx does not take."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            folder.chmod(0o755)  # nginx's own account reads it
            port, configuration = free_port(), folder / "nginx.conf"
            make_certificate(folder, openssl)
            configuration.write_text(tried_configuration(folder, port, site))
            tested = subprocess.run([nginx, "-t", "-c", configuration], capture_output=True, text=True, check=False)
            if tested.returncode:
                sys.exit(f"nginx: {tested.stderr.strip()}")
            server = subprocess.Popen([nginx, "-c", str(configuration), "-g", "daemon off;"], stderr=subprocess.DEVNULL)
            trusted = ssl.create_default_context(cafile=folder / "cert.pem")
            trusted.check_hostname = False  # it is of desk.example
            try:
                yield cls(port, trusted)
            finally:
                server.terminate()
                server.wait(timeout=PATIENCE)

    def ask(self, path: str, method: str = "GET") -> tuple[int, str]:
        return ask(f"https://127.0.0.1:{self.port}{path}", method, self.trusted)


class Site(BaseHTTPRequestHandler):
    """A site that reads each request to its end before it takes the next."""

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def one_request_after_the_other() -> Iterator[int]:
    """The port of such a site."""
    with HTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def faults_with_slow_clients(tried: TryOut) -> Iterator[str]:
    """Clients that have not sent all they announced must not hold up the site: others are answered meanwhile."""
    tried.ask("/")
    with ExitStack() as stack:
        for number in range(SLOW):
            plain = stack.enter_context(socket.create_connection(("127.0.0.1", tried.port), timeout=PATIENCE))
            client = stack.enter_context(tried.trusted.wrap_socket(plain))
            client.sendall(b"POST /report/ HTTP/1.1\r\nHost: desk.example\r\n")
            if number % 2:
                client.sendall(b"Content-Length: 100000\r\n\r\nx")
        try:
            answer = tried.ask("/")
        except OSError as error:
            answer = 0, str(error)
    if answer != (200, "ok"):
        yield f"nginx, with {SLOW} slow clients, answers another with {answer}"


def make_certificate(folder: Path, openssl: str) -> None:
    key = f"req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=desk.example -keyout {folder}/key.pem"
    subprocess.run([openssl, *key.split(), "-out", folder / "cert.pem"], capture_output=True, check=True)


def tried_configuration(folder: Path, port: int, site: int) -> str:
    """The configuration as it is, but for ports, certificate and folders."""
    text = CONFIGURATION.read_text()
    for there, here in {
        r"listen 80;": f"listen 127.0.0.1:{free_port()};",
        r"listen 443 ssl http2;": f"listen 127.0.0.1:{port} ssl http2;",
        r"    listen \[::\].*\n": "",
        r"/etc/letsencrypt/live/desk.example/fullchain.pem": f"{folder}/cert.pem",
        r"/etc/letsencrypt/live/desk.example/privkey.pem": f"{folder}/key.pem",
        r"root /srv/factcheck/": f"root {folder}/",
        r"alias /srv/factcheck/": f"alias {folder}/",
        r"root /var/www/factcheck": f"root {folder}/www",
        r"http://127.0.0.1:8000": f"http://127.0.0.1:{site}",
    }.items():
        text, count = re.subn(there, here, text)
        if not count:
            sys.exit(f"deploy/nginx/factcheck.conf no longer says {there}, and scripts/deploy.py tries it there")
    copy_pages(folder / "www" / "outage")
    shutil.copytree(CONFIGURATION.parent, folder / "deploy" / "nginx")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    types = "types { text/html html; application/json json; }"
    return f"pid {folder}/pid; error_log {folder}/log; events {{}} http {{ access_log off; {types} {places} {text} }}"


def copy_pages(folder: Path) -> None:
    """Some of the files that manage.py export_site makes."""
    for name in ("index.html", "verdicts/one/index.html", "es/verdicts/one/index.html", "@page=2.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"<main>the copy of {name}</main>")
    (folder / "claimreview.json").write_text("the data")
    (folder / "claimreview.json@page=2.json").write_text("its second part")


def faults_of_answers(tried: TryOut) -> Iterator[str]:
    for method, path, status, told in (
        ("GET", "/verdicts/one/", 502, "copy of the page; what came since"),
        ("GET", "/verdicts/one/", 502, "the copy of verdicts/one/index.html"),
        ("GET", "/verdicts/one/?utm_source=letter", 502, "the copy of verdicts/one/index.html"),
        ("GET", "/es/verdicts/one/", 502, "copia de la página"),
        ("GET", "/?page=2", 502, "the copy of @page=2.html"),
        ("GET", "/claimreview.json", 502, "the data"),
        ("GET", "/claimreview.json?page=2", 502, "its second part"),
        ("GET", "/verdicts/two/", 502, UNAVAILABLE),
        ("GET", "/search/?q=harbour", 502, UNAVAILABLE),
        ("POST", "/password/", 502, UNAVAILABLE),
        ("POST", "/desk/verdicts/one/", 502, UNAVAILABLE),
        ("GET", "/metrics", 404, ""),
        ("GET", "/unavailable.html", 404, ""),
    ):
        answer = tried.ask(path, method)
        if answer[0] != status or told not in answer[1]:
            yield f"nginx answers {method} {path} with {answer[0]}: {answer[1][:200]}"


def ask(url: str, method: str, trusted: ssl.SSLContext) -> tuple[int, str]:
    """Status and text of an answer, of a server that may still have to start."""
    body = b"" if method == "POST" else None
    request = urllib.request.Request(url, method=method, headers={"Host": "desk.example"}, data=body)
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE, context=trusted) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port
