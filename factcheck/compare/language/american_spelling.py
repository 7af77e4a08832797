"""American spelling for British: rules on endings, a list of stems, and doubled letters."""

from __future__ import annotations

from functools import lru_cache

import regex

from factcheck.compare.lexicon import pairs_of

STEMS = pairs_of("en/words/british_spelling")
LONGEST_STEM = max(map(len, STEMS))
ENDINGS = pairs_of("en/words/british_endings")
LONGEST_ENDING = max(map(len, ENDINGS))
SHORTEST_WITH_ENDING = 6
DOUBLED = regex.compile(r"(\p{L})\1")
DOUBLED_L = regex.compile(r"ll(?=e[drn]|ing|or)")
LONG = 9


@lru_cache(maxsize=65_536)
def american(word: str) -> str:
    """A word in lower case as Americans spell it, however it came.

    A doubled letter of a long word counts once: papers differ in "barrelling" and err in "Massachussetts". Short words
    keep theirs, for "filed" is not "filled" and "scraping" not "scrapping".
    """
    word = _with_american_ending(_with_american_stem(word))
    if len(word) < LONG:
        return word
    singled = DOUBLED.sub(r"\1", word)
    return singled if len(singled) >= LONG else DOUBLED_L.sub("l", word)


def _with_american_stem(word: str) -> str:
    for length in range(min(len(word), LONGEST_STEM), 3, -1):
        stem = STEMS.get(word[:length])
        if stem:
            is_american = len(stem) > length and word.startswith(stem)
            return word if is_american else stem + word[length:]
    return word


def _with_american_ending(word: str) -> str:
    if len(word) >= SHORTEST_WITH_ENDING:
        for length in range(LONGEST_ENDING, 2, -1):
            ending = ENDINGS.get(word[-length:])
            if ending:
                return word[:-length] + ending
    return word
