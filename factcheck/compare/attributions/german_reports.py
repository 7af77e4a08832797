"""What a German verb of saying reports: behind "dass", or a clause in the subjunctive behind its comma.

German parts each clause by a comma; a comma between the verb and that one begins a clause of another verb.
"""

from __future__ import annotations

import regex

from factcheck.compare.attributions.named_sources import trimmed
from factcheck.compare.attributions.speech_words import SpeechWords
from factcheck.compare.attributions.subjects import is_one_clause
from factcheck.compare.attributions.word_tags import class_of, tagged
from factcheck.compare.findings import Span

FURTHEST_COMMA = 110  # characters from a verb to the comma before what it reports
COMMA = regex.compile(",")
COLON = regex.compile(r"[:\n]")
SUBJUNCTIVE = regex.compile(
    r"""
    \b(?:(?:er|sie|es|man)\s(?!\p{Ll}+te\b)\p{Ll}+e | sei | seien | habe | hätten? | werden? | würden? | könnt?en?
    | müssen? | müssten? | wollen? | wären? | dürfen? | dürften? | sollen? | gebe | gehe | komme | stehe | bleibe)\b
    """,
    regex.VERBOSE,
)
INFINITIVE = regex.compile(
    r"[^.;:,]*\s(?:zu\s(?!(?:\p{Ll}*einen|den(?:en)?|ih[nr]en|allen|vielen|anderen|beiden|jeden|diesen)\b)\p{Ll}+|\p{Ll}+zu\p{Ll}+)n\b"
)
RELATIVE = regex.compile(r"\s(?:d(?:er|ie|as|em|en)|deren|dessen|welche[rs]?)\b")  # with the verb at its end
OF_WHAT = regex.compile(r"\b(?:über|von|für|gegen|um|an|auf)\s\p{L}")  # "von Plänen, … zu …": the noun's own clause
NO_REPORT = regex.compile(
    r",\s(?:dessen|deren|wer|was|wo|als|wenn|weil|und|aber|um|so|ob|sowie|doch|während|obwohl|ohne|statt|anstatt)\b"
)


def german_content(text: str, within: Span, verb: Span, known: SpeechWords) -> Span | None:
    """X sagte(, Y,) dass …  ·  X sagte am Montag, er habe …"""
    furthest = min(within.end, verb.end + FURTHEST_COMMA)
    if colon := COLON.search(text, verb.end, furthest):
        furthest = colon.start()
    for comma in COMMA.finditer(text, verb.end, furthest):
        gap = text[verb.end : comma.start()]
        if not is_one_clause(gap, known):
            return None
        if (that := known.openers.that.match(text, comma.end() + 1)) is not None:
            return trimmed(text, that.start(), within.end)
        is_closed = gap.rpartition(",")[2].strip() in class_of("de", "particle")
        if ("," in gap and not is_closed) or NO_REPORT.match(text, comma.start()):
            return None
        if not OF_WHAT.search(gap) and INFINITIVE.match(text, comma.end(), within.end):
            return trimmed(text, comma.end(), within.end)
        following = COMMA.search(text, comma.end(), within.end)
        is_bare = is_closed or all(sign in "AKC" for sign in tagged(text, Span(verb.end, comma.start()), "de").signs)
        until = within.end if is_bare or following is None else following.start()
        reported = SUBJUNCTIVE.search(text, comma.end(), until)
        is_relative = reported and not is_bare and reported.end() == until and RELATIVE.match(text, comma.end())
        if reported and not is_relative:
            return trimmed(text, comma.end(), within.end)
    return None


def opening_half(text: str, start: int, verb: int) -> int | None:
    """Where "X könne bleiben, meinte Y, müsse aber …" begins, if the verb stands right behind a whole clause."""
    half = trimmed(text, start, verb)
    words = tagged(text, half, "de")
    is_clause = words.signs[:1] not in ("", "Q") and set(words.signs) & {"V", "H"}
    return half.start if is_clause and text[half.end : verb].strip() == "," else None
