"""One form for words that a language lets be written in several ways by rule: reforms, endings, letters of one sound.

What no rule gives stands in `lexicon/<tag>/spellings.txt`. Sources: Real Academia Española, Nueva gramática, 4.7 (the
two imperfect subjunctives); Acordo Ortográfico of 1990, bases IV and IX to XIV; Rectifications de l'orthographe of
1990; the German rules of 1996 and 2006; Ukrainian orthography of 2019, § 126 to 143; the spelling of hamza in Egypt;
送り仮名の付け方 (1973) and 外来語の表記 (1991) of the Japanese cabinet.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import regex

from factcheck.compare.findings import Span
from factcheck.compare.language.numbers import Token

PORTUGUESE_VOWELS = "aeiouáéíóúâêô"
RULES = {
    tag: [(regex.compile(pattern), form) for pattern, form in rules]
    for tag, rules in {
        "es": [  # cantase, cantara; comiese, comiera; dijese, dijera
            (r"^(\w{3,}(?:[aá]|i[eé])|\w+j[eé])se(?=(?:s|n|mos|is)?$)", r"\1ra"),
            (r"^((?:[dv]i|hici|pud?i|sup?i|qu?isi|fu)[eé])se(?=(?:s|n|mos|is)?$)", r"\1ra"),
            (r"^p(?=sic|seud)", ""),
            (r"^(su|o)bs(?=[ct])", r"\1s"),
            (r"^trans(?=[bcdfglmnpv])", "tras"),
            (r"^post(?=[bcdfglmnpqrtv])", "pos"),
            (r"^ree(?=mp|mb)", "re"),
        ],
        "pt": [  # acção, ação; óptimo, ótimo; but pacto, rapto, apto; fenómeno, fenômeno; idéia, ideia; vôo, voo
            (rf"(?<=[{PORTUGUESE_VOWELS}])(?<!^pa)c(?=[çt]|c[ei])", ""),
            (rf"(?<=[{PORTUGUESE_VOWELS}])(?<!^[rc]?a)p(?=[çt])", ""),
            (r"é(?=[mn])", "ê"),
            (r"ó(?=[mn])", "ô"),
            (r"éi(?=[ac])", "ei"),
            (r"ói(?=[acd])", "oi"),
            (r"ôo", "oo"),
            (r"êe", "ee"),
            (r"(?<=[gq])ü", "u"),
        ],
        "fr": [  # connaître, connaitre; août, aout, but jeûne; événement, évènement
            (r"^(?=\w{4})(\w*)î", r"\1i"),
            (r"^(?=\w{4})(?!jeûn)(\w*)û", r"\1u"),
            (r"^(?=\w{6})(\w+)è", r"\1é"),
        ],
        "de": [  # Müller, Mueller; Photo, Foto; potentiell, potenziell; Schiffahrt, Schifffahrt
            (r"ä", "ae"),
            (r"ö", "oe"),
            (r"ü", "ue"),
            (r"(?<=gra|oto|tele)ph|ph(?=oto|ant)", "f"),
            (r"(?<=[nr])ti(?=ell|al)", "zi"),
            (r"(\w)\1\1", r"\1\1"),
        ],
        "it": [(r"(?<=\w{2})è$", "é"), (r"(?<=\w{2})í$", "ì"), (r"(?<=\w{2})ú$", "ù")],
        "ru": [(r"(?<=\w{3})ою$", "ой"), (r"(?<=\w{3})ею$", "ей"), (r"(?<=\w{2}[нтл])ье(?=[мв]?$)", "ие")],
        "uk": [(r"(?<=про|тра)е(?=кт|кц)", "є"), (r"ґ", "г"), (r"(?<=\w)йє", "є"), (r"(?<=\w{2})ост[иі]$", "ості")],
        "ar": [(r"ئو", "ؤو"), (r"مائ(?=[ةت])", "مئ"), (r"(?<=\w)أو(?=ون$)", "ؤو")],
        "he": [(r"יי", "י"), (r"(?<=\w)וו", "ו")],
    }.items()
}
KATAKANA = regex.compile(r"\p{Katakana}")
KANJI = regex.compile(r"\p{Han}")
LONG_MARK = "ー"
SHORTEST_LOAN = 3  # katakana before a last long mark that may be left out: not "ルー"
OKURIGANA = frozenset("しりけきちぎみいえげれせびべらわめ")  # the last syllable of a verb before another


@lru_cache(maxsize=65_536)
def spelt(word: str, tag: str) -> str:
    """A word in the form that stands for all of its spellings."""
    for pattern, form in RULES.get(tag, ()):
        word = pattern.sub(form, word)
    return word


def spelt_alike(tokens: Sequence[tuple[Token, Span]], tag: str) -> list[tuple[Token, Span]]:
    """Tokens in one spelling; signs that Japanese may leave out are left out."""
    if tag == "ja":
        return [token for at, token in enumerate(tokens) if not _is_optional(tokens, at)]
    return [(spelt(token, tag) if isinstance(token, str) else token, span) for token, span in tokens]


def _is_optional(tokens: Sequence[tuple[Token, Span]], at: int) -> bool:
    """Whether a sign is the long mark behind a loan, or kana between the two verbs of a compound."""
    sign = tokens[at][0]
    before = tokens[at - SHORTEST_LOAN : at] if at >= SHORTEST_LOAN else ()
    if sign == LONG_MARK:
        is_last = at + 1 == len(tokens) or not KATAKANA.match(str(tokens[at + 1][0]))
        return is_last and bool(before) and all(KATAKANA.match(str(token)) or token == LONG_MARK for token, _ in before)
    if sign not in OKURIGANA or not 0 < at < len(tokens) - 1:
        return False
    beside = tokens[at - 1], tokens[at], tokens[at + 1]
    are_joined = all(left[1].end == right[1].start for left, right in pairwise(beside))
    return are_joined and all(KANJI.match(str(token)) for token, _ in (beside[0], beside[2]))
