"""Percentages, sums of money and measures in one form, whichever way a language lets them be written.

"5 %", "5 por ciento" and "百分之五"; "€ 3", "3 €" and "3 euros"; "4 km" and "4 kilómetros". Names of units and money
are from CLDR; they are read beside a number only, where "m" is no initial and "pie" no foot.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from factcheck.compare.findings import Span
from factcheck.compare.language.locale_words import currencies, units
from factcheck.compare.language.numbers import PERCENT, Token
from factcheck.compare.language.phrases import Phrases
from factcheck.compare.words.accented_words import accented_words

LINKS = {  # what stands between a large number and what is counted
    "es": frozenset(["de"]),
    "pt": frozenset(["de"]),
    "it": frozenset(["di"]),
    "fr": frozenset(["de", "d"]),
}
LARGE = Decimal(100_000)


def with_measures(tokens: Sequence[tuple[Token, Span]], tag: str) -> list[tuple[Token, Span]]:
    """Tokens, with what is counted behind its number and in one form; "de" behind a million is left out."""
    known, links = _measures(tag), LINKS.get(tag, frozenset())
    plain = [token if isinstance(token, str) else "" for token, _ in tokens]
    found: list[tuple[Token, Span]] = []
    at = 0
    while at < len(tokens):
        token, span = tokens[at]
        before = found[-1][0] if found else None
        if isinstance(before, Decimal) and before >= LARGE and token in links:
            at += 1
            continue
        length, measure = known.at(plain, at) or (1, "")
        behind = tokens[at + length] if at + length < len(tokens) else None
        if measure and isinstance(before, Decimal):
            found.append((measure, Span(span.start, tokens[at + length - 1][1].end)))
        elif behind and isinstance(behind[0], Decimal) and (measure or token == PERCENT) and _goes_before(measure):
            found += [behind, (measure or PERCENT, span)]
            length += 1
        else:
            found += tokens[at : at + length]
        at += length
    return found


def _goes_before(measure: str) -> bool:
    """Money may stand before its number and a percentage does in Chinese and Thai; a unit never does."""
    return not measure or measure.startswith("money ")


@cache
def _measures(tag: str) -> Phrases[str]:
    named = {name: f"unit {unit.name}" for name, unit in units(tag).items()}
    named |= {name: f"money {code}" for name, code in currencies(tag).items()}
    return Phrases((words, measure) for name, measure in named.items() if (words := accented_words(name)))
