"""Edits made by rule, each kind in many invented sentences: what matters is found, and nothing else raises alarm."""

from collections import Counter
from functools import cache

import pytest

from factcheck.compare import Severity, compare
from tests.compare.scripted_edits import MINOR, STYLE, SUBSTANTIVE, TURNED_ROUND, scripted_edits


@cache
def judged():
    """How the edits of each kind were judged: a count of severities by the kind's worth and name."""
    found = {}
    for edit in scripted_edits():
        rows = compare(edit.original, edit.version).rows
        worst = max((row.severity for row in rows if row.severity), key=lambda severity: severity.rank, default=None)
        found.setdefault((edit.severity, edit.kind), Counter())[worst or Severity.STYLE] += 1
    return found


@pytest.mark.parametrize("kind", SUBSTANTIVE)
def test_every_edit_of_a_substantive_kind_is_found(kind):
    counts = judged()[Severity.SUBSTANTIVE, kind]

    assert counts[Severity.SUBSTANTIVE] == counts.total()


@pytest.mark.parametrize("kind", [*MINOR, *(kind for kind, _ in TURNED_ROUND.values())])
def test_an_edit_of_a_minor_kind_raises_no_alarm_and_is_not_hidden(kind):
    counts = judged()[Severity.MINOR, kind]

    assert counts[Severity.MINOR] == counts.total()


@pytest.mark.parametrize("kind", STYLE)
def test_an_edit_of_house_style_is_style(kind):
    counts = judged()[Severity.STYLE, kind]

    assert counts[Severity.STYLE] == counts.total()
