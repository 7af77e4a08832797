"""Words with the marks of house style folded away, so that two papers' forms of one word are equal.

Case, accents, quote marks, dashes, hyphens, points in initials and thousands separators carry no meaning here. Scripts
that put no spaces between words give one word for each character. `folded_words` depends on no word list: what is
computed from it may be stored.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import NamedTuple
from unicodedata import normalize

from factcheck.compare.findings import Span
from factcheck.compare.language.american_spelling import american
from factcheck.compare.language.numerals import NUMBER_WORDS
from factcheck.compare.words.memory import Remembered

# Thai to Khmer, kana and Chinese: one word for each character.
_ALONE = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Accents, vowel signs of Hebrew, Arabic and the Indic scripts, soft hyphens and joiners: inside a word.
_INSIDE = (
    r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff"
    r"\u00ad\u200b-\u200d\u2060"
)
# `re`, not `regex`: every imported article passes through here, and it is twice as fast.
WORD = re.compile(
    rf"""
      [^\W_{_ALONE}]++                          # a word or a number
      (?: ['’](?=[^\W_])[^\W_{_ALONE}]++        # haven't
        | (?<=\d)[.,](?=\d)\d++                 # 10,000 and 3.5
        | (?<!\w\w)\.(?=\w\b)\w                 # U.S
        | [{_INSIDE}]++[^\W_{_ALONE}]*+
      )*+
    | [{_ALONE}]
    | [$£€¥₹₩₽%]
    """,
    re.VERBOSE,
)
BESIDE_WORDS = '.,;:!?()"“”'
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
DROPPED = re.compile(r"(?<!\d)\.|['’\u00ad\u200b-\u200d\u2060\u0300-\u036f]")

# Unicode 15, 9.1 and 9.2: points for vowels and cantillation, and the tatweel; letters' own marks (hamza, madda) stay.
VOWEL_MARKS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0652\u0656-\u065f\u0670]")
# CLDR, Latin-ASCII: letters that are no letter with an accent in Unicode, as papers without them write them.
PLAIN_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "ŋ": "n"}
)


class Folded(NamedTuple):
    """The folded words of a text and where each stands."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]


@lru_cache(maxsize=8)
def fold(text: str) -> Folded:
    """The words of a text in order and their places, spelling and number words folded too."""
    found = [(spelled(fold_word(match.group())), Span(*match.span())) for match in WORD.finditer(text)]
    return Folded(tuple(word for word, _ in found), tuple(span for _, span in found))


def folded_words(text: str) -> list[str]:
    """The words of a text in order."""
    return list(chain.from_iterable(map(WORDS_OF_TOKENS.__getitem__, text.split())))


@lru_cache(maxsize=65_536)
def fold_word(word: str) -> str:
    if word[0].isdecimal():
        return THOUSANDS.sub("", word.casefold())
    plain = word.casefold() if word.isascii() else normalize("NFKD", word.casefold())
    return DROPPED.sub("", plain) or word


@lru_cache(maxsize=65_536)
def spelled(word: str) -> str:
    """A folded word in American spelling and plain letters, a number word in digits, without vowel marks."""
    if not word.isascii():
        word = VOWEL_MARKS.sub("", word).translate(PLAIN_LETTERS) or word
    if not word.isascii():
        return word
    return NUMBER_WORDS.get(word, "").strip("#") or american(word)


def words_of_token(token: str) -> tuple[str, ...]:
    """The words of what stands between white space, over which no word reaches."""
    plain = token.strip(BESIDE_WORDS)  # most tokens are one plain word: told five times as fast as by the expression
    if plain.isalpha() and plain.isascii():
        return (plain.lower(),)
    return tuple(map(fold_word, WORD.findall(token)))


WORDS_OF_TOKENS = Remembered(words_of_token)
