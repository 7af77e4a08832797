"""What can be a source in a language other than English: a noun phrase or a pronoun, and nothing else.

Read over the signs of `word_tags`: D, E, M and O determiners (of German, D and O may be
genitives, M and O are no subjects; elsewhere an E may stand for "of the"), P pronouns, N names and
German nouns, a and g German adjectives, x open words, R and F prepositions, # numbers, C conjunctions.
"""

from __future__ import annotations

import regex

from factcheck.compare.attributions.word_tags import Tagged, class_of
from factcheck.compare.findings import Span

# der von der Stadt bestellte Gutachter · Sprecher deutscher Dienste · die Leiterin des Amtes (LfW)
GERMAN_CORE = r"(?:[DEMO](?:A|[RF]+[DEMO]?[ag#]*N+)*)?[#ag]*N+"
GERMAN_MORE = rf"[DO][#agA]*N+|g[ag]*N+|C{GERMAN_CORE}"
GERMAN = regex.compile(rf"{GERMAN_CORE}(?:{GERMAN_MORE}|[RF]+[DEMO]?[#ag]*N+|\([^)]*\))*")
GERMAN_BEHIND = regex.compile(rf"{GERMAN_CORE}(?:{GERMAN_MORE}|F[DEMO]?[#ag]*N+)*")
SOME_OF_GERMANS = regex.compile(r"[DEO](?:F[DEMO]?[#ag]*[NKP]|[DO][#ag]*N+)+")
# el portavoz de la empresa y su abogado · uno de los vecinos
OTHER_CORE, SOME_OF_OTHERS = r"[DE]*#*[xN#]+", r"[DP](?:[FE]+D*#*[xN#]+)+"
OTHER = regex.compile(rf"{OTHER_CORE}(?:[RFE]+D*#*[xN#]+|C{OTHER_CORE}|\([^)]*\))*|{SOME_OF_OTHERS}")
OTHER_BEHIND = regex.compile(rf"{OTHER_CORE}(?:[FE]+D*#*[xN#]+|C(?=[DN]){OTHER_CORE})*|{SOME_OF_OTHERS}")
GERMAN_ADJUNCT = r"[RF]++[DEMO]?[ag#]*+N++|[AK]"
OTHER_ADJUNCT = r"[RF]++[DE]*+#*+(?:N++|[xA])(?:F++D*+(?:N++|x))*+|[AK]"
ADJUNCTS = (OTHER_ADJUNCT, GERMAN_ADJUNCT)
OTHER_SKIPPED = regex.compile(OTHER_ADJUNCT)
GERMAN_SKIPPED = regex.compile(rf"{GERMAN_ADJUNCT}|x")  # x: "überraschend", without an ending
PAST = {"ru": regex.compile(r"\p{Ll}{3,}л[аои]?(?:с[ья])?"), "uk": regex.compile(r"\p{Ll}{2,}(?:[аиіу]в|л[аои])")}
BARE_PLURAL = {"es": "s", "fr": "sx", "pt": "s", "it": "ie"}  # "dijeron fuentes"; one needs an article


def phrase_end(
    text: Tagged, tag: str, start: int, end: int, *, behind: bool = False, oblique: bool = False
) -> int | None:
    """Where the longest noun phrase ends that begins at a word; `behind` a verb what may be an adjunct ends it."""
    if start >= end or text.signs[start] not in "DEMOPNag#x":
        return None
    signs, low = text.signs[:end], text.low(start)
    if tag == "de":
        found = GERMAN_BEHIND.match(signs, start) if behind else GERMAN.match(signs, start)
        is_whole = found and (oblique or signs[start] not in "MO")
        some = SOME_OF_GERMANS.match(signs, start) if low in class_of(tag, "pronoun") else None
        ends = [one.end() for one in (found if is_whole else None, some) if one]
    else:
        found = OTHER_BEHIND.match(signs, start) if behind else OTHER.match(signs, start)
        ends = [found.end()] if found and not (behind and _is_bare(text, tag, start)) else []
    if ends:
        return max(ends)
    is_pronoun = low in class_of(tag, "pronoun") or low in class_of(tag, "first person")
    return start + 1 if is_pronoun else None


def is_phrase(text: Tagged, tag: str, start: int, end: int, *, oblique: bool = False) -> bool:
    return phrase_end(text, tag, start, end, oblique=oblique) == end


def phrase_before(text: Tagged, tag: str, end: int) -> Span | None:
    """The longest noun phrase that ends before a word, in any case: an antecedent."""
    starts = range(text.signs.rfind(",", 0, end) + 1, end)
    for start in starts:
        opens = tag not in BARE_PLURAL or text.signs[start] in "DEN#"
        opens = opens and not (tag in PAST and PAST[tag].fullmatch(text.low(start)))
        is_inner = start > starts.start and text.signs[start - 1] in "RFDEMO"
        if opens and not is_inner and is_phrase(text, tag, start, end, oblique=True):
            return text.span(start, end)
    return None


def phrase_behind(text: Tagged, tag: str) -> Span | None:
    """The subject behind an inverted verb, past adverbs and what says when and where."""
    at, end = 0, len(text.signs)
    signs, is_german = text.signs, tag == "de"
    while adjunct := GERMAN_SKIPPED.match(signs, at) if is_german else OTHER_SKIPPED.match(signs, at):
        at = adjunct.end()
    past = phrase_end(text, tag, at, end, behind=True)
    return text.span(at, past) if past else None


def _is_bare(text: Tagged, tag: str, start: int) -> bool:
    """Whether a phrase begins with a common noun in the singular, without the article that it would need."""
    return text.signs[start] == "x" and tag in BARE_PLURAL and text.low(start)[-1] not in BARE_PLURAL[tag]
