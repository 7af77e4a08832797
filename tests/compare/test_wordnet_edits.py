"""Kinds of change held on words drawn from WordNet's classes: nearly all that matter are found, nothing else alarms."""

from collections import defaultdict
from functools import cache

import pytest

from factcheck.compare import Severity, compare
from tests.compare.wordnet_edits import ADJECTIVES, CAPITALS, COUNTED, DEEDS, PEOPLE, class_edits

EVERY = (*ADJECTIVES, *PEOPLE, *CAPITALS, *COUNTED, *DEEDS)
NEARLY_ALL = 0.95


@cache
def judged():
    """For each template by name, the severity and the kinds of each of its edits."""
    found = defaultdict(list)
    for edit, original, version in class_edits():
        rows = compare(original, version).rows
        worst = max((row.severity for row in rows if row.severity), key=lambda severity: severity.rank)
        found[edit.name].append((worst, {kind for row in rows for kind in row.kinds}, original, version))
    return found


@pytest.mark.parametrize("edit", [edit for edit in EVERY if edit.kind], ids=lambda edit: edit.name)
def test_nearly_every_word_of_a_class_is_found_to_matter_and_told_by_its_kind(edit):
    found = judged()[edit.name]

    right = [severity is Severity.SUBSTANTIVE and edit.kind in kinds for severity, kinds, _, _ in found]
    assert sum(right) >= NEARLY_ALL * len(found)


@pytest.mark.parametrize("edit", [edit for edit in EVERY if not edit.kind], ids=lambda edit: edit.name)
def test_hardly_any_word_of_a_class_raises_an_alarm_where_nothing_changed(edit):
    found = judged()[edit.name]

    quiet = [severity is not Severity.SUBSTANTIVE for severity, _, _, _ in found]
    assert sum(quiet) >= NEARLY_ALL * len(found)
