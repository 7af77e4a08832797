"""Suggested conflicts on invented pairs of reports: what gainsays the other is found, and nothing else is shown."""

from collections import Counter
from functools import cache

import pytest

from factcheck.compare.clashing import Said, clash
from tests.compare.scripted_statements import scripted_pairs

RARITY = 0.9


@cache
def suggested():
    """Of each kind, how many pairs were suggested and how many were not."""
    found = {}
    for pair in scripted_pairs():
        first, second = (
            Said(words=words, sentence=words, around=words, source=source, article=source)
            for words, source in ((pair.first, "one"), (pair.second, "other"))
        )
        is_suggested = clash(first, second, weight=lambda _: RARITY) is not None
        found.setdefault(pair.kind, Counter())[is_suggested] += 1
    return found


@pytest.mark.parametrize("kind", ["denied", "told otherwise"])
def test_a_statement_that_gainsays_another_is_suggested_in_whatever_words(kind):
    assert suggested()[kind][True] == suggested()[kind].total()


@pytest.mark.parametrize("kind", ["told alike", "apart"])
def test_statements_that_agree_or_speak_of_something_else_are_not_suggested(kind):
    assert suggested()[kind][False] == suggested()[kind].total()
