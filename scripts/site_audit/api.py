"""schemathesis on the API, against the document that it publishes of itself."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.site_audit.served import Served

PROGRAM = Path(sys.executable).parent / "schemathesis"
DOCUMENT = "/api/v1/openapi.json"
EXAMPLES = 25  # of each operation


def findings(served: Served) -> Iterator[str]:
    words = ["--checks=all", f"--max-examples={EXAMPLES}", "--seed=1", "--no-color", "--continue-on-failure"]
    command = [PROGRAM, "run", served.site.url + DOCUMENT, *words]
    done = subprocess.run(command, cwd=served.work, capture_output=True, text=True, check=False)
    if done.returncode:
        yield done.stdout[-6000:] + done.stderr[-2000:]
