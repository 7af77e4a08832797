"""Who stands beside a verb of saying in a language other than English, as far as a name or a description reaches."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from factcheck.compare.attributions.speech_words import SpeechWords
from factcheck.compare.findings import Span

FURTHEST_TITLE = 90  # characters between a Thai title and the verb
SUBJECT_MARKS = {"ja": regex.compile("[はがも]")}  # Japanese particles behind a subject or topic
LONGEST_NAME = 9  # words
LONGEST_PARTICLE = 3  # letters: no name ends in "el", "la", "am"
PARTICLES = "de|del|da|do|dos|di|la|le|van|von|bin|al"  # small words inside a name
# , Rocío Villamarín: the name of whom a description before a comma is of
APPOSED = regex.compile(
    rf"""
    ,\s(?P<name>\p{{Lu}}[\p{{L}}'’.-]+(?:\s(?:(?:{PARTICLES})\s){{0,2}}\p{{Lu}}[\p{{L}}'’.-]*)*)
    (?=\s*(?:[,.;:!?»”"—–)\n]|$))
    """,
    regex.VERBOSE,
)
EDGE = ' \t\xa0\u202f,،、，"“”„«»‹›「」『』‘’‚–—―-:：.。!?؟…()（）'
BOUNDARY = regex.compile(r"[,،、，;:：()（）–—―\n]|(?<=\p{L}{2})\.")
WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.\-]*")
THAI_TITLE = regex.compile(
    r"(?<![\p{L}\p{M}])(?:นาย|นาง(?:สาว)?|น\.ส\.|ดร\.|พล\.?|พ\.|ร\.ต\.|นพ\.|พญ\.|ศ\.|รศ\.|คุณ|พระ)(?=\S)"
)


def mention_before(text: str, start: int, end: int, known: SpeechWords) -> Span | None:
    """The name or description before a verb; what is set off before it by a comma is when or where."""
    if not known.has_spaces:
        return subject(text, start, end, known)
    whole = trimmed(text, start, end)
    joined = known.joins.match(text, whole.start, whole.end)
    whole = trimmed(text, joined.end() if joined else whole.start, whole.end)
    head = whole.of(text)
    is_apposed = text[whole.end : end].strip(" ") in (",", "،") and head[:1].isupper()
    comma = 0 if is_apposed else max((head.rfind(mark) for mark in ",،"), default=-1) + 1
    words = WORD.findall(head[comma:])
    if not words or words[0].casefold() in known.ends or (len(words) > LONGEST_NAME and not is_apposed):
        return None
    return trimmed(text, whole.start + comma, whole.end)


def mention_after(text: str, verb: regex.Match[str], end: int, known: SpeechWords) -> Span | None:
    """The name or description behind a verb, up to a mark or a word that no name reaches over."""
    return mention_until(text, Span(verb.end(), end), known) if known.has_spaces else None


def mention_until(text: str, within: Span, known: SpeechWords) -> Span | None:
    """The name or description that a stretch begins with."""
    stop = BOUNDARY.search(text, *within)
    words = list(WORD.finditer(text, within.start, min(within.end, stop.start() if stop else within.end)))[
        :LONGEST_NAME
    ]
    kept: list[regex.Match[str]] = []
    for word in words:
        if word.group().casefold().replace("’", "'") in known.ends and kept:
            break
        kept.append(word)
    while kept and kept[-1].group().islower() and len(kept[-1].group()) <= LONGEST_PARTICLE:
        kept.pop()
    if kept and kept[0].group().casefold() in known.ends:
        return None
    if not kept:
        return None
    is_whole = stop is not None and not text[kept[-1].end() : stop.start()].strip()
    name = APPOSED.match(text, stop.start()) if stop and is_whole and _is_described(kept, known) else None
    return trimmed(text, kept[0].start(), name.end("name") if name else kept[-1].end())


def _is_described(words: Sequence[regex.Match[str]], known: SpeechWords) -> bool:
    """Whether a mention is no name yet, but what somebody is: German writes nouns as it does names."""
    return words[-1].group()[:1].islower() or known.tag == "de"


def subject(text: str, start: int, end: int, known: SpeechWords) -> Span | None:
    """In a script without spaces: what stands before the verb, or the particle of the subject."""
    mark = SUBJECT_MARKS.get(known.tag)
    marks = list(mark.finditer(text, start, end)) if mark else []
    if mark:
        if not marks:
            return None
        end = marks[0].start()
    whole = trimmed(text, start, end)
    titles = list(THAI_TITLE.finditer(text, whole.start, whole.end)) if known.tag == "th" else []
    if titles and whole.end - titles[-1].start() <= FURTHEST_TITLE:
        return Span(titles[-1].start(), whole.end)
    comma = max(whole.of(text).rfind(sign) for sign in "，、 ,") + 1
    source = trimmed(text, whole.start + comma, whole.end)
    for opener in sorted(known.ends, key=len, reverse=True):
        at = source.of(text).find(opener) if known.tag != "ja" else -1
        if at > 0:
            source = trimmed(text, source.start, source.start + at)
    return source if source.end > source.start else None


def trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start] in EDGE or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in EDGE or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)
