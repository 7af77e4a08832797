"""What is known of the security of this release: bandit on the code, advisories on the packages, a bill of materials.

python -m scripts.audit     ends with 1 for a finding that the code does not explain, or a package with an advisory

Where no source of advisories answers it says so: that is no sign that all is well.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements" / "run.txt"
BILL = ROOT / ".build" / "bom.json"
IMPORTS_ALONE = "B403,B404"  # importing a module does nothing; each use of it is a finding of its own
EXPLAINED = re.compile(r"# noqa: .*\bS\d+")  # Ruff's S rules are bandit's, and make check asks for a reason at each


def main() -> None:
    faults = [*of_the_code(), *of_the_packages()]
    write_bill()
    if faults:
        sys.exit("\n".join(faults))


def of_the_code() -> Iterator[str]:
    found = tool("bandit", "--quiet", "--recursive", "factcheck", "--skip", IMPORTS_ALONE)["results"]
    for finding in found:
        lines = (ROOT / finding["filename"]).read_text().splitlines()
        if not any(EXPLAINED.search(lines[number - 1]) for number in finding["line_range"]):
            yield f"{finding['filename']}:{finding['line_number']}: {finding['test_id']} {finding['issue_text']}"
    print(f"bandit: {len(found)} findings, each to be explained where it stands")


def of_the_packages() -> Iterator[str]:
    packages = tool("pip_audit", "--requirement", str(REQUIREMENTS), "--require-hashes", "--disable-pip")[
        "dependencies"
    ]
    asked = [package for package in packages if "vulns" in package]
    for package in asked:
        for advisory in package["vulns"]:
            yield f"{package['name']} {package['version']}: {advisory['id']}, mended in {advisory['fix_versions']}"
    unknown = len(packages) - len(asked)
    print(f"pip-audit: looked up {len(asked)} packages")
    if unknown:
        print(f"pip-audit: did NOT look up {unknown} packages, since no source of advisories answered for them")


def tool(module: str, *words: str) -> Any:
    """What a tool says in JSON; both end with 1 where they found something."""
    command = [sys.executable, "-m", module, *words, "--format=json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    try:
        return json.loads(done.stdout)
    except ValueError:
        sys.exit(f"{module} failed:\n{done.stderr}")


def write_bill() -> None:
    BILL.parent.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "cyclonedx_py", "requirements", REQUIREMENTS, "--pyproject", "pyproject.toml"]
    subprocess.run([*command, "--output-file", BILL], cwd=ROOT, check=True)
    print(f"{BILL.relative_to(ROOT)}: {len(json.loads(BILL.read_text())['components'])} packages, as CycloneDX")


if __name__ == "__main__":
    main()
