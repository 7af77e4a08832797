"""Tries deploy/nginx/ with nginx itself: whether it takes the configuration, and what it answers without the site."""

from __future__ import annotations

import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

CONFIGURATION = Path(__file__).resolve().parent.parent / "deploy" / "nginx" / "factcheck.conf"
UNAVAILABLE = "Back in a moment"
PATIENCE = 30  # seconds


def faults_with(nginx: str, openssl: str) -> Iterator[str]:
    """What is wrong, by these programs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # nginx's own account reads it
        port, configuration = free_port(), folder / "nginx.conf"
        make_certificate(folder, openssl)
        configuration.write_text(tried_configuration(folder, port))
        tested = subprocess.run([nginx, "-t", "-c", configuration], capture_output=True, text=True, check=False)
        if tested.returncode:
            yield f"nginx: {tested.stderr.strip()}"
            return
        server = subprocess.Popen([nginx, "-c", str(configuration), "-g", "daemon off;"], stderr=subprocess.DEVNULL)
        try:
            yield from faults_of_answers(port, folder / "cert.pem")
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)


def make_certificate(folder: Path, openssl: str) -> None:
    key = f"req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=desk.example -keyout {folder}/key.pem"
    subprocess.run([openssl, *key.split(), "-out", folder / "cert.pem"], capture_output=True, check=True)


def tried_configuration(folder: Path, port: int) -> str:
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
        r"http://127.0.0.1:8000": "http://127.0.0.1:9",  # nobody listens on the discard port
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


def faults_of_answers(port: int, certificate: Path) -> Iterator[str]:
    trusted = ssl.create_default_context(cafile=certificate)
    trusted.check_hostname = False  # it is of desk.example
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
        answer = ask(f"https://127.0.0.1:{port}{path}", method, trusted)
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
