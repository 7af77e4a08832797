"""Which of a text's fingerprints stand for it in the index.

Apart from the index, since the processes that work ahead of an import use it without Django.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare import fingerprint

FEW = 16


def prints_of(text: str) -> Sequence[int]:
    """All fingerprints of a short text, every second of a longer one; which those are they say themselves.

    Half the rows find the same reprints: what two texts share is halved with them (FracMinHash; Irber et al., 2022).
    """
    found = fingerprint(text)
    return found if len(found) <= FEW else [value for value in found if value % 2 == 0]
