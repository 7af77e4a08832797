"""Words as a reader takes them, house style left out: two papers' forms of one word read alike.

British and American spelling, case, accents, points in initials, contractions, number words, dates, courtesy titles
and well-known short names come out in one form; marks other than `?` and `%` are not read at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import normalize

import regex

from factcheck.compare.findings import Span
from factcheck.compare.language.american_spelling import american
from factcheck.compare.language.numerals import (
    CURRENCIES,
    DAYS_OF_MONTH,
    DECIMAL,
    NUMBER_WORDS,
    SCALES,
    amount_at,
    join_collective,
    numeral_forms,
    value_of,
)
from factcheck.compare.language.phrases import Phrases, Word
from factcheck.compare.lexicon import lines_of, words_of

TOKEN = regex.compile(
    r"""
      \bNo\.\s?(?=\d)                                             # the sign of a number: No. 2
    | \d{1,2}(?:[.:]\d\d)?\s?(?i:[ap](?:m\b|\.m\.?))            # 10.30pm, 8 a.m.
    | (?<![\p{L}\p{N}\p{Sc}.,)%:/+–−-])(?<!\d\x20)[+−–-](?=\p{Sc}?\d)        # the sign of -5
    | \p{Sc}?\d{1,3}(?:['’\u00a0\u202f\u2009]\d{3})++(?![\d.,:/])            # 1’500
    | (?<![\d.,])\p{Sc}?\d{1,3}(?:\x20\d{3})++(?![\d.,:/]|\x20\d)        # 40 000
    | \.(?<![^\s(]\.)\d++                                           # .3
    | \p{Sc}?\d++(?:[.,:/]\d++)*+(?:(?:st|nd|rd|th)\b)?         # $35,000,000, 3.5, 10:30, 1st
    | [¼-¾⅓-⅞] | \$\p{Lu}{1,2}(?=\d)                              # ½; the country of $US5
    | (?:\p{L}\.){2,}+ | (?:\p{Lu}\.)++\p{Lu}(?!\p{L})          # U.S.
    | \p{L}[\p{L}\p{M}\p{N}\p{Cf}]*+(?:(?:['’‘]|(?<=\p{Ll})[-\u2010]\r?\n(?=\p{Ll}))\p{L}++)*+  # haven't, MI5, bro-¶ken
    | [%?]
    """,
    regex.VERBOSE,
)
ORDINAL_END = regex.compile("(?:st|nd|rd|th)#")
ACCENT = regex.compile(r"(?<=\p{Latin})\p{Mn}+")
# Latin letters that Unicode does not take apart, as CLDR's Latin-ASCII writes them.
STROKED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
    | {"Ø": "O", "Ł": "L", "Đ": "D", "Ð": "D", "Þ": "Th", "Æ": "Ae", "Œ": "Oe", "Ħ": "H", "Ŧ": "T"}
)
BROKEN = regex.compile(r"[-\u2010]\r?\n")
INVISIBLE = regex.compile(r"\p{Cf}+")
APOSTROPHES = str.maketrans("’‘", "''", ".")
CLITICS = {"'re": "are", "'ll": "will", "'ve": "have", "'m": "am", "'d": "would"}
NEGATED = ("is", "are", "was", "were", "has", "have", "had", "do", "does", "did", "could", "would", "should")
WITHOUT_MARK = {f"{verb}nt": (verb, "not") for verb in NEGATED} | {"cant": ("can", "not"), "wont": ("will", "not")}
WITHOUT_MARK |= {f"{word}s": (word, "is") for word in ("that", "there", "here", "what")}
CLIPPED = {"wo": "will", "ca": "can", "sha": "shall"}
SAYS_IS = frozenset(["he", "she", "it", "that", "this", "there", "here", "what", "who", "where", "how", "when", "let"])
MONTHS = words_of("en/words/months") - {"may"} | {"May"}
LAST_DAY = 31
DOLLAR = "$"


def read(text: str, span: Span) -> list[Word]:
    """The words of a span, one by one; a contraction gives two."""
    return [
        Word(plain, *token.span())
        for token in TOKEN.finditer(text, span.start, span.end)
        for plain in plain_forms(token.group())
    ]


def plain_words(text: str, span: Span) -> list[tuple[str, ...]]:
    """What the tokens of a span read as, without their places."""
    return list(map(plain_forms, TOKEN.findall(text, span.start, span.end)))


def settled(words: Sequence[Word]) -> list[Word]:
    """The same words with amounts, dates and well-known names in one form, courtesy titles left out."""
    found: list[Word] = []
    plain = [word.plain for word in words]
    position = 0
    while position < len(words):
        if plain[position] not in OPENERS and plain[position][0] != "#":
            found.append(words[position])
            position += 1
            continue
        length, forms = amount_at(words, position) or _name_at(words, plain, position) or (1, [words[position]])
        found.extend(word for word in forms if word.plain not in HONORIFICS)
        _join_date(found)
        if found and found[-1].plain in SCALES:
            join_collective(found)
        position += length
    return found


def phrase(text: str) -> tuple[str, ...]:
    """The plain words of a phrase, read and settled."""
    return tuple(word.plain for word in settled(read(text, Span(0, len(text)))))


@lru_cache(maxsize=65_536)
def plain_forms(token: str) -> tuple[str, ...]:
    """What one token reads as: ("has", "not") for "hasn't", ("$", "#35#") for "$35"."""
    if token.startswith("No."):
        return ()
    numeral = numeral_forms(token)
    if numeral is not None:
        return numeral
    if token[0] == DOLLAR:
        return (*plain_forms(token[1:]), DOLLAR)
    token = INVISIBLE.sub("", BROKEN.sub("", token)).translate(APOSTROPHES)
    name = token.removesuffix("'s")
    if name in CAPITALS:
        return (name,)
    if not token.isascii():
        token = normalize("NFC", ACCENT.sub("", normalize("NFKD", token))).translate(STROKED)
    return tuple(NUMBER_WORDS.get(word) or american(word) for word in _uncontracted(token.casefold()))


def _uncontracted(word: str) -> tuple[str, ...]:
    head, mark, tail = word.rpartition("'")
    if word in WITHOUT_MARK:
        return WITHOUT_MARK[word]
    if not mark:
        return ("can", "not") if word.startswith("cannot") and len(word) == len("cannot") else (word,)
    if tail == "t" and head.endswith("n") and head != "n":
        return CLIPPED.get(head[:-1], head[:-1]), "not"
    if tail == "s":
        return (head, "is") if head in SAYS_IS else (head.replace("'", ""),)
    if mark + tail in CLITICS:
        return head, CLITICS[mark + tail]
    return (word.replace("'", ""),)


def _name_at(words: Sequence[Word], plain: Sequence[str], position: int) -> tuple[int, list[Word]] | None:
    is_initial = position > 0 and len(plain[position]) == len(plain[position - 1]) == 1  # of "J. C.", no degree
    found = None if is_initial else SAME_NAMES.at(plain, position)
    if not found:
        return None
    length, label = found
    return length, [Word(label, words[position].start, words[position + length - 1].end)]


def _join_date(found: list[Word]) -> None:
    """Read "30 September" and "September 30th" as one word."""
    if len(found) < 2:
        return
    day, month = found[-2:]
    start = -2
    if day.plain in MONTHS:
        day, month = month, day
    elif day.plain == "of" and len(found) > 2 and not DECIMAL.fullmatch(found[-3].plain):  # "the third of May"
        day, start = found[-3], -3
    if month.plain not in MONTHS:
        return
    number = DAYS_OF_MONTH.get(day.plain) or value_of(ORDINAL_END.sub("#", day.plain))
    if number and number <= LAST_DAY:
        found[start:] = [Word(f"{month.plain} #{number}#", found[start].start, found[-1].end)]


def _as_written(form: str) -> tuple[str, ...]:
    return tuple(word.plain for word in read(form, Span(0, len(form))))


HONORIFICS = frozenset(lines_of("en/words/honorifics"))
_FORMS = [
    [form.strip() for form in line.split("|")]
    for line in (*lines_of("en/words/house_style"), *(name.lower() for name in lines_of("learned/cldr_country_names")))
]
CAPITALS = frozenset(form for forms in _FORMS for form in forms if form.isupper() and " " not in form)
CAPITALS |= HONORIFICS | {"May"}
SAME_NAMES = Phrases((_as_written(form), forms[0]) for forms in _FORMS for form in forms)
OPENERS = (
    frozenset(SAME_NAMES.by_first) | CURRENCIES.keys() | MONTHS | DAYS_OF_MONTH.keys() | SCALES.keys() | HONORIFICS
)
