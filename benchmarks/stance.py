"""How well the stance of a headline towards a claim is told, on the claims and headlines of Emergent.

    python -m benchmarks.stance [--shared ../shared]            accuracy, macro-F1, confusion

`scripts.learned.stance_weights` learned the weights from half the claims; on the other half they are measured here.
For comparison they are also learned and measured the other way round. No claim stands in both halves.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from factcheck.compare.clashing.stances import Stance, stance, weights
from scripts.learned.data import SHARED, DataMissing
from scripts.learned.stance_weights import Headline, accuracy, headlines, learned, macro_f1, told


def print_figures(title: str, known: Sequence[Headline], found: Sequence[Stance]) -> None:
    table = Counter((headline.stance, answer) for headline, answer in zip(known, found, strict=True))
    most = max(Counter(headline.stance for headline in known).values())
    print(f"\n{title}: {len(known)} headlines")
    print(f"accuracy {accuracy(table):.3f}   macro-F1 {macro_f1(table):.3f}   (majority {most / len(known):.3f})")
    print(f"{'people say':>12}  {'  '.join(f'{answer:>9}' for answer in Stance)}   ← told")
    for said in Stance:
        print(f"{said:>12}  {'  '.join(f'{table[said, other]:>9}' for other in Stance)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with corpora/")
    try:
        known = headlines(parser.parse_args().shared)
    except DataMissing as missing:
        sys.exit(str(missing))
    learned_from = [headline for headline in known if headline.is_learned_from]
    kept_back = [headline for headline in known if not headline.is_learned_from]
    print(f"{len(weights())} signs")
    for title, part in (("Kept back", kept_back), ("Learned from", learned_from)):
        print_figures(title, part, [stance(headline.claim, headline.text) for headline in part])
    other = learned(kept_back)
    print_figures("The other way round, kept back", learned_from, [told(other, headline) for headline in learned_from])


if __name__ == "__main__":
    main()
