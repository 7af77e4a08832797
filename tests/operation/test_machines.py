"""Several machines that are one site: each process has an address of its own, and they share what operation.md says."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from http.cookies import SimpleCookie
from urllib.parse import urlencode

import pytest
from lxml import html

from scripts.postgres import own_database
from scripts.serving import PASSWORD, ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif("DATABASE_URL" not in os.environ, reason="SQLite is one machine's."),
    pytest.mark.skipif(shutil.which("redis-server") is None, reason="redis-server is not installed."),
]
HOST = "desk.example"  # by which visitors know all of them
LONGEST = 120  # seconds that a busy machine takes to start what is waited for


class Visitor:
    """Somebody with cookies, whom a balancer leads to one machine or another."""

    def __init__(self):
        self.cookies = SimpleCookie()

    def ask(self, machine, path, fields=None):
        connection = http.client.HTTPConnection(*machine, timeout=LONGEST)
        told = {"Host": HOST, "Cookie": "; ".join(f"{name}={one.value}" for name, one in self.cookies.items())}
        if fields is None:
            connection.request("GET", path, headers=told)
        else:
            told |= {"Origin": f"http://{HOST}", "Content-Type": "application/x-www-form-urlencoded"}
            connection.request("POST", path, urlencode(fields), told)
        answer = connection.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie", ()):
            self.cookies.load(cookie)
        body = answer.read().decode()
        connection.close()
        return answer.status, body

    def send(self, machine, path, **fields):
        """Fill in the form of a page that is sent to the same address, and send it."""
        _, page = self.ask(machine, path)
        form = html.fromstring(page).xpath("//main//form[@method='post'][.//button][1]")[0]
        return self.ask(machine, form.get("action") or path, {**dict(form.form_values()), **fields})[0]


def until(happened, what):
    for _ in range(LONGEST * 5):
        if happened():
            return
        time.sleep(0.2)
    raise AssertionError(f"{what} within {LONGEST} seconds")


def answers(machine):
    try:
        return Visitor().ask(machine, "/healthz")[0] == 200
    except OSError:
        return False


@contextmanager
def running(command, environment, output=subprocess.DEVNULL):
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(timeout=LONGEST)


def free_port(address):
    with socket.create_server((address, 0)) as listener:
        return listener.getsockname()[1]


@pytest.fixture
def environment(tmp_path):
    """What all machines share: a database, a Redis, a folder of uploads, and the secret."""
    port = free_port("127.0.0.1")
    redis = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path)]
    with (
        own_database(os.environ["DATABASE_URL"], f"factcheck_machines_{os.getpid()}") as database,
        running(redis, {"PATH": os.environ["PATH"]}),
    ):
        shared = {
            "PATH": os.environ["PATH"],
            "PYTHONUNBUFFERED": "1",
            "SECRET_KEY": "for-a-few-minutes-on-this-machine-only",
            "DEMONSTRATION": "1",
            "SITE_URL": f"http://{HOST}",
            "ALLOWED_HOSTS": HOST,
            "DATABASE_URL": database,
            "CACHE_URL": f"redis://127.0.0.1:{port}/0",
            "EMAIL_URL": "consolemail:",
            "STATIC_ROOT": str(tmp_path / "static"),
            "MEDIA_ROOT": str(tmp_path / "media"),
        }
        for words in (["collectstatic", "--no-input"], ["migrate"], ["load_demo"]):
            subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, env=shared, check=True, capture_output=True)
        yield shared


def test_machines_with_one_database_are_one_site_and_one_may_die(environment, tmp_path):
    machines = [(address, free_port(address)) for address in ("127.0.0.2", "127.0.0.3")]
    one, other = machines
    mails = tmp_path / "worker.log"
    administrator, reader = Visitor(), Visitor()
    with ExitStack() as stack, mails.open("wb") as log:
        web = [sys.executable, "-m", "gunicorn", "factcheck.wsgi", "--workers=1"]
        sites = [stack.enter_context(running([*web, f"--bind={host}:{port}"], environment)) for host, port in machines]
        worker = [sys.executable, "manage.py", "db_worker", "--queue-name=*", "--interval=0.2"]
        stack.enter_context(running(worker, environment, log))
        for machine in machines:
            until(lambda machine=machine: answers(machine), f"{machine} answers")

        assert administrator.send(one, "/login/", username="administrator", password=PASSWORD) == 302
        assert administrator.ask(other, "/desk/")[0] == 200
        before = [reader.ask(machine, "/")[1] for machine in machines]
        assert "The Harbour Desk" not in "".join(before)

        assert administrator.send(other, "/desk/site/", name="The Harbour Desk") == 302
        assert all("The Harbour Desk" in reader.ask(machine, "/")[1] for machine in machines)

        assert administrator.send(one, "/desk/people/", address="first@desk.example", role="Editors") == 302
        until(lambda: b"To: first@desk.example" in mails.read_bytes(), "The worker sends what one machine has to send")

        os.killpg(sites[0].pid, signal.SIGKILL)
        sites[0].wait()

        assert not answers(one)
        assert administrator.send(other, "/desk/people/", address="second@desk.example", role="Editors") == 302
        until(lambda: b"To: second@desk.example" in mails.read_bytes(), "The worker sends what the other has to send")
