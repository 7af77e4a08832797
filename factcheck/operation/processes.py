"""Programs that run together until one person, or the system, ends them. It knows nothing of what they do.

Each gets a process group of its own, so that Ctrl-C reaches them once, by way of here, and they end in good order.
"""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import FrameType

LOOK_EVERY = 0.2  # seconds
PATIENCE = 30.0  # seconds that programs have to end in good order
LONGEST_PAUSE = 30.0  # seconds before a program that keeps ending is started once more
SOUND_AFTER = 60.0  # seconds after which a program counts as having run well


@dataclass
class Program:
    """One command line; where `is_restarted`, it is started again whenever it ends by itself, after a growing pause."""

    name: str
    command: Sequence[str]
    is_restarted: bool = False
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    _began: float = field(default=0.0, init=False)
    _pause: float = field(default=1.0, init=False)

    def start(self) -> None:
        self._process = subprocess.Popen(self.command, start_new_session=True)  # noqa: S603 - the product's own
        self._began = time.monotonic()

    @property
    def ended_with(self) -> int | None:
        """What it ended with; None while it runs."""
        return self._process.poll() if self._process else None

    def restart_when_due(self) -> None:
        """Start it again where its pause is over; a program that ran well for a while waits a second only."""
        assert self._process  # noqa: S101 - what has ended was started
        if self._process.returncode is not None and time.monotonic() >= self._began + self._pause:
            has_run_well = time.monotonic() - self._began > SOUND_AFTER
            self._pause = 1.0 if has_run_well else min(2 * self._pause, LONGEST_PAUSE)
            self.start()

    def ask_to_end(self) -> None:
        if self._process and self._process.poll() is None:
            self._process.terminate()

    def must_have_ended(self, deadline: float) -> None:
        """Wait for it until `deadline`, and kill it then."""
        if self._process:
            try:
                self._process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()


class _Asked(BaseException):
    """Somebody asked for the end, by Ctrl-C or from the system."""


def run_together(programs: Sequence[Program]) -> int:
    """Run the programs until one that is not restarted ends, or until SIGINT or SIGTERM; then end all of them.

    Returns what that one ended with, 0 where somebody asked for the end.
    """
    former = {number: signal.signal(number, _ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        for program in programs:
            program.start()
        return _watch(programs)
    except _Asked:
        return 0
    finally:
        for number in former:
            signal.signal(number, signal.SIG_IGN)
        for program in programs:
            program.ask_to_end()
        deadline = time.monotonic() + PATIENCE
        for program in programs:
            program.must_have_ended(deadline)
        for number, handler in former.items():
            signal.signal(number, handler)


def _watch(programs: Sequence[Program]) -> int:
    while True:
        for program in programs:
            ended_with = program.ended_with
            if ended_with is None:
                continue
            if not program.is_restarted:
                return ended_with
            program.restart_when_due()
        time.sleep(LOOK_EVERY)


def _ask(_number: int, _frame: FrameType | None) -> None:
    raise _Asked
