"""The Nu HTML checker on every page: errors and warnings alike."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from scripts.site_audit.served import Served

GUESSED = "This document appears to be written in"  # a page in Spanish may quote English at length, and says where
CHECKER = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def findings(served: Served) -> Iterator[str]:
    pages = [str(page) for page in served.pages()]
    checked = subprocess.run(["java", "-jar", CHECKER, "--format", "json", *pages], capture_output=True, check=False)
    for message in json.loads(checked.stderr)["messages"]:
        if message["message"].startswith(GUESSED):
            continue
        page = Path(message["url"].removeprefix("file:"))
        yield f"{served.address_of(page)} line {message.get('lastLine')}: {message['message']}"
