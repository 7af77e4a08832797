"""Makes .venv and installs one requirement file into it, once for every state of that file.

install.sh runs it before anything is installed, so it knows the standard library only.
"""

import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
SIGNS_OF_NO_NETWORK = (
    "connection broken by",
    "Max retries exceeded",
    "Failed to connect",
    "timed out",
    "(from versions: none)",  # what pip says when no index answered
)


def main(name: str) -> None:
    requirements = ROOT / "requirements" / f"{name}.txt"
    stamp = VENV / f"installed-{name}"
    state = hashlib.sha256(requirements.read_bytes()).hexdigest()
    make_venv()
    if stamp.exists() and stamp.read_text() == state:
        return
    print(f"Installing what requirements/{name}.txt lists into .venv; the first time takes a minute …", flush=True)
    install(requirements)
    stamp.write_text(state)


def make_venv() -> None:
    if is_usable(PYTHON):
        return
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        sys.exit(
            f"{sys.executable} came without its venv module: install it (on Debian and Ubuntu as root:"
            f" apt-get install python3-venv) and run the same command again."
        )
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], capture_output=True, text=True, check=False)
    if made.returncode:
        sys.exit(f"{made.stdout}{made.stderr}{VENV} could not be made; what Python said of it stands above.")


def is_usable(python: Path) -> bool:
    """Whether the environment was made whole, and by a Python that is still there and new enough."""
    words = [python, "-c", "import pip, sys; sys.exit(sys.version_info < (3, 12))"]
    return python.exists() and subprocess.run(words, capture_output=True, check=False).returncode == 0


def install(requirements: Path) -> None:
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--retries", "2"]
    words = [*pip, "--require-hashes", "--requirement", requirements]
    installed = subprocess.run(words, capture_output=True, text=True, check=False)
    if installed.returncode:
        sys.exit(reason_for(installed.stderr))


def reason_for(complaint: str) -> str:
    """What to tell the person whose installation pip broke off with `complaint`."""
    if any(sign in complaint for sign in SIGNS_OF_NO_NETWORK):
        return (
            "The packages could not be fetched: connect this machine to the network (behind a proxy, set HTTPS_PROXY)"
            " and run the same command again; it goes on where it stopped."
        )
    return f"{complaint}The packages could not be installed; what pip said of it stands above."


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except KeyboardInterrupt:
        sys.exit(130)
