"""Lighthouse on one page of each kind, as a phone and as a desk has it: every category at least 99."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts.browser import ARGUMENTS, find_browser
from scripts.npm import NODE
from scripts.site_audit.served import Served

PROGRAM = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
LEAST = 0.99
MINUTES = 3  # for a page
TRIES = 3  # the browser does not always let itself be reached
SKIPPED = "is-crawlable"  # a demonstration asks robots to stay away, since its verdicts are not real


def findings(served: Served) -> Iterator[str]:
    with sync_playwright() as playwright:
        browser = find_browser(playwright)
    for address in served.one_of_each():
        for kind in ("mobile", "desktop"):
            yield from of_page(served, address, kind, browser)


def of_page(served: Served, address: str, kind: str, browser: Path) -> Iterator[str]:
    flags = ["--no-sandbox", *ARGUMENTS]
    words = [served.site.url + address, "--quiet", "--output=json", "--output-path=stdout", f"--skip-audits={SKIPPED}"]
    words += [f"--chrome-flags={' '.join(flags)}", *(["--preset=desktop"] if kind == "desktop" else [])]
    environment = {**os.environ, "CHROME_PATH": str(browser)}
    for _ in range(TRIES):
        done = subprocess.run(
            [NODE / "node", PROGRAM, *words],
            env=environment,
            capture_output=True,
            text=True,
            timeout=60 * MINUTES,
            check=False,
        )
        if not done.returncode:
            break
    else:
        yield f"{address} on a {kind}: not measured: {done.stderr.strip()[-500:]}"
        return
    report = json.loads(done.stdout)
    for name, category in report["categories"].items():
        score = category["score"]
        if score is None or score < LEAST:
            failed = [
                report["audits"][audit["id"]]["title"]
                for audit in category["auditRefs"]
                if audit["weight"] and (report["audits"][audit["id"]]["score"] or 0) < 1
            ]
            yield f"{address} on a {kind}: {name} {score}: {'; '.join(failed)}"
