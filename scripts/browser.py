"""The one way this project finds, installs and starts a browser.

python -m scripts.browser     installs one where there is none, and says which will be used
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MACOS = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
ARGUMENTS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoBrowser(Exception):
    """There is no Chrome or Chromium on this machine; the message says what to do."""


def find_browser(playwright: Playwright) -> Path:
    """The browser of $CHROME, else one that is installed, else Playwright's own; raises NoBrowser."""
    if named := os.environ.get("CHROME"):
        if found := shutil.which(named):
            return Path(found)
        raise NoBrowser(f"CHROME={named} is no program: name a Chrome or Chromium, or unset it.")
    for name in (*NAMES, str(MACOS)):
        if found := shutil.which(name):
            return Path(found)
    own = Path(playwright.chromium.executable_path)
    if own.exists():
        return own
    raise NoBrowser(
        "The browser tests need Chrome or Chromium and none could be found or installed:"
        " install one, or say where it is: make test CHROME=/path/to/chrome"
    )


def install_browser() -> None:
    """Try Playwright's own download; else, as root on Debian, its chromium package."""
    print("No Chrome or Chromium found; installing one …", flush=True)
    if succeeds(sys.executable, "-m", "playwright", "install", "chromium"):
        return
    if os.geteuid() == 0 and shutil.which("apt-get") and succeeds("apt-get", "--quiet", "update"):
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        succeeds("apt-get", "--quiet", "--yes", "--no-install-recommends", "install", "chromium")


def succeeds(*words: str) -> bool:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{' '.join(words)} failed: {done.stderr.strip().partition('\n')[0]}", flush=True)
    return done.returncode == 0


def launch(playwright: Playwright) -> Browser:
    arguments = [*ARGUMENTS, "--no-sandbox"] if os.geteuid() == 0 else [*ARGUMENTS]  # Chrome refuses root a sandbox
    return playwright.chromium.launch(executable_path=find_browser(playwright), args=arguments)


def main() -> None:
    with sync_playwright() as playwright:
        try:
            browser = find_browser(playwright)
        except NoBrowser:
            if os.environ.get("CHROME"):
                raise
            install_browser()
            browser = find_browser(playwright)
    print(f"Browser tests use {browser}", flush=True)


if __name__ == "__main__":
    try:
        main()
    except NoBrowser as problem:
        sys.exit(str(problem))
