"""How many edits of invented sentences are judged right, and told by the right kinds.

python -m benchmarks.edits             figures
python -m benchmarks.edits --misses    also those judged otherwise
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.compare import EditKind, Severity, compare

PAIRS = Path(__file__).parent / "words/pairs_of_edits.txt"


class Pair(NamedTuple):
    """A sentence, another paper's edit of it, and what people say of it; `allowed` are kinds that are right too."""

    severity: Severity
    kinds: frozenset[EditKind]
    allowed: frozenset[EditKind]
    original: str
    version: str


class Judged(NamedTuple):
    """A pair, and what the engine says of it."""

    pair: Pair
    severity: Severity
    kinds: frozenset[EditKind]

    @property
    def is_right(self) -> bool:
        return self.severity == self.pair.severity


def pairs() -> Iterator[Pair]:
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            severity, kinds, others, original, version = line.split(" | ")
            told, more = (frozenset(map(EditKind, part.split())) for part in (kinds, others))
            yield Pair(Severity(severity), told, told | more, original, version)


def judged(pair: Pair) -> Judged:
    rows = compare(pair.original, pair.version).rows
    severities = [row.severity for row in rows if row.severity]
    worst = max(severities, key=lambda severity: severity.rank, default=Severity.STYLE)
    return Judged(pair, worst, frozenset(kind for row in rows for kind in row.kinds))


def print_severity(found: Sequence[Judged]) -> None:
    wanted = [one for one in found if one.pair.severity is Severity.SUBSTANTIVE]
    called = [one for one in found if one.severity is Severity.SUBSTANTIVE]
    print(f"severity right: {sum(one.is_right for one in found)} of {len(found)}")
    print(f"substantive ones found: {sum(one.is_right for one in wanted)} of {len(wanted)}")
    print(f"of those called substantive right: {sum(one.is_right for one in called)} of {len(called)}")


def print_kind(kind: EditKind, found: Sequence[Judged]) -> None:
    wanted = [one for one in found if kind in one.pair.kinds]
    told = [one for one in found if kind in one.kinds]
    hits, right = sum(kind in one.kinds for one in wanted), sum(kind in one.pair.allowed for one in told)
    print(f"{kind.value:>12}  told {hits:>3} of {len(wanted):>3}, right {right:>3} of {len(told):>3}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true")
    found = [judged(pair) for pair in pairs()]
    print_severity(found)
    for kind in EditKind:
        print_kind(kind, found)
    if parser.parse_args().misses:
        for one in found:
            if not one.is_right:
                print(f"{one.pair.severity.value}, called {one.severity.value}")
                print(f"  {one.pair.original}\n  {one.pair.version}")


if __name__ == "__main__":
    main()
