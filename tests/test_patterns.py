"""No text holds up a regular expression of the product: what it costs grows with the text, and not with its square."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MOST = 300  # seconds of the processor: what is tried without an end is killed


@pytest.mark.slow
def test_no_regular_expression_is_held_up_by_a_text():
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile_texts"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (MOST, MOST)),
    )

    *held_up, count = done.stdout.splitlines()
    assert not held_up
    assert count.endswith(" patterns"), done.stderr
    assert int(count.split()[0]) > 200
