"""What a newcomer is told when the machine lacks something, and that what is pinned fits what the project asks for."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from scripts import browser, install, npm

ROOT = Path(__file__).resolve().parent.parent
UNREACHABLE = "postgres://somebody:secret@127.0.0.1:9/nowhere"  # nobody listens on the discard port


def run(*words, **environment):
    """What a program printed on its way out, after it failed without a traceback."""
    kept = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "")}
    done = subprocess.run(words, cwd=ROOT, env=kept | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.fixture
def machine(tmp_path):
    """A folder of programs that holds what install.sh needs, and no Python yet."""
    for name in ("dirname", "sh"):
        (tmp_path / name).symlink_to(shutil.which(name))
    return tmp_path


def put_python(machine, version):
    python = machine / "python3"
    python.write_text(f"#!/bin/sh\necho {version}\n")
    python.chmod(0o755)


@pytest.mark.parametrize("version", ["2.7", "3.9", "3.11"])
def test_a_python_that_is_too_old_is_answered_with_what_to_do(machine, version):
    put_python(machine, version)

    told = run("sh", "scripts/install.sh", "run", PATH=str(machine))

    assert told.startswith(f"Python 3.12 or newer is needed, and this machine has {version}: install one")


def test_a_machine_without_python_is_told_to_install_one(machine):
    told = run("sh", "scripts/install.sh", "run", PATH=str(machine))

    assert told.startswith("Python 3.12 or newer is needed, and this machine has none: install one")


def test_a_python_without_its_venv_module_is_told_which_package_has_it(monkeypatch, tmp_path):
    monkeypatch.setattr(install, "PYTHON", tmp_path / "none")
    monkeypatch.setattr(install.importlib.util, "find_spec", lambda name: None)

    with pytest.raises(SystemExit, match="apt-get install python3-venv"):
        install.make_venv()


@pytest.mark.parametrize(
    "complaint",
    [
        "WARNING: Retrying (Retry(total=1)) after connection broken by 'NewConnectionError('…')': /simple/asgiref/",
        "ERROR: Could not find a version that satisfies the requirement asgiref==3.13.0 (from versions: none)",
    ],
)
def test_an_installation_without_network_is_told_to_connect(complaint):
    told = install.reason_for(complaint)

    assert told.startswith("The packages could not be fetched: connect this machine to the network")


def test_any_other_complaint_of_pip_is_passed_on():
    told = install.reason_for("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES\n")

    assert told.startswith("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES\nThe packages could not be installed")


@pytest.mark.parametrize("sign", ["npm error code ECONNREFUSED", "npm error code EAI_AGAIN"])
def test_tools_of_npm_that_cannot_be_fetched_are_told_of_with_what_to_do(sign):
    told = npm.reason_for(sign)

    assert told.startswith("What package-lock.json lists could not be fetched: connect this machine to the network")


def test_any_other_complaint_of_npm_is_passed_on():
    told = npm.reason_for("npm error code EINTEGRITY\n")

    assert told.startswith("npm error code EINTEGRITY\nWhat package-lock.json lists could not be installed")


def test_a_taken_port_is_answered_with_another():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

        told = run(sys.executable, "-m", "scripts.demo", PORT=str(port))

    assert told.startswith(f"Port {port} cannot be used (Address already in use): end the program that has it, or")
    assert told.endswith(f"make demo PORT={port + 1}\n")


@pytest.mark.parametrize("port", ["eighty", "0", "65536", "-1"])
def test_what_is_no_port_is_answered_with_one(port):
    told = run(sys.executable, "-m", "scripts.demo", PORT=port)

    assert told.startswith(f"PORT={port} is no port: choose a number")


def test_a_browser_that_is_not_there_is_named():
    told = run(sys.executable, "-m", "scripts.browser", CHROME="/nowhere/chrome")

    assert told == "CHROME=/nowhere/chrome is no program: name a Chrome or Chromium, or unset it.\n"


def test_an_installed_browser_is_found_by_any_of_its_names(monkeypatch, tmp_path):
    chrome = tmp_path / "google-chrome-stable"
    chrome.write_text("#!/bin/sh\n")
    chrome.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROME", raising=False)

    assert browser.find_browser(playwright=None) == chrome


def test_an_unreachable_postgresql_is_named_without_its_password():
    told = run(sys.executable, "-m", "scripts.postgres", DATABASE_URL=UNREACHABLE)

    assert told.startswith("PostgreSQL cannot be used at DATABASE_URL=postgres://somebody@127.0.0.1:9/nowhere (")
    assert "secret" not in told


@pytest.mark.parametrize("name", ["run", "develop", "bench", "audit"])
def test_pinned_requirements_name_no_place_to_fetch_from(name):
    text = (ROOT / "requirements" / f"{name}.txt").read_text()

    assert "://" not in text
    assert "--index" not in text


def test_the_lock_of_npm_pins_by_hash_and_names_no_place_to_fetch_from():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]

    pinned = [package for name, package in packages.items() if name]

    assert pinned
    assert all(package["integrity"].startswith("sha512-") and "resolved" not in package for package in pinned)


@pytest.mark.parametrize(("name", "group"), [("run", None), ("develop", "dev"), ("bench", "bench"), ("audit", "audit")])
def test_pinned_requirements_fit_what_the_project_asks_for(name, group):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = [Requirement(line) for line in project["dependency-groups"].get(group, project["project"]["dependencies"])]
    lines = (ROOT / "requirements" / f"{name}.txt").read_text().splitlines()
    pinned = dict(line.split(";")[0].strip(" \\").split("==") for line in lines if "==" in line)

    unfit = [str(one) for one in asked if one.name not in pinned or pinned[one.name] not in one.specifier]

    assert not unfit, "make requirements pins them again"
