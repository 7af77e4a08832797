"""Direct speech in languages other than English: a quotation, the verb of saying beside it, and who stands by that.

Knows of a language its verbs of saying, the words that a speaker's name does not reach over, and whether its
script puts spaces between words. What is reported without quotation marks or dashes of dialogue is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from factcheck.compare.findings import Attribution, Span
from factcheck.compare.lexicon import has_list, lines_of
from factcheck.compare.words.quotations import quotations_in
from factcheck.compare.words.segments import paragraphs

UNSPACED = frozenset(["ja", "th", "zh"])
SUBJECT_MARKS = {"ja": regex.compile("[はがも]")}  # Japanese particles behind a subject or topic
COMPLEMENTIZER = {"th": "ว่า", "ja": "と"}
DIALOGUE = frozenset(["es", "fr", "it", "pt", "ru", "uk"])  # where a dash opens a turn
FURTHEST_VERB = 90  # characters between a quotation and its verb
FURTHEST_LEAD = 400  # characters before a quotation that can lead it in
LONGEST_NAME = 9  # words
LONGEST_PARTICLE = 3  # letters: no name ends in "el", "la", "am"
LONGEST_LABEL = 40  # characters
SHORTEST_SPEECH = 4  # words that need no verb to go on with the speech before them

STOP = regex.compile(r"[.!?…;:。！？；：；؛؟\n](?:\s|$|(?=[。！？；：]))|[。！？；：:]")
EDGE = ' \t\xa0\u202f,،、，"“”„«»‹›「」『』‘’‚–—―-:：.。!?؟…()（）'
BOUNDARY = regex.compile(r"[,،、，;:：()（）–—―\n]|(?<=\p{L}{2})\.")
WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.\-]*")
COLON = regex.compile(r"[:：]\s*$")
INVERTED = regex.compile(r"-(?P<pronoun>ils?|elles?|on)\b")  # French: "a-t-il dit"
# —Speech —dijo X—. More speech  ·  — Speech, — сказал X.
TURN = regex.compile(
    r"(?:^|(?<=[.!?…»”:]\s))[—–―]\s?(?P<said>[^—–―\n]+?)\s?[—–―]\s?(?P<tag>[^—–―\n]+)(?P<more>[—–―][.,:;]?\s*\P{Z}[^—–―\n]*)?"
)
# — Speech, dit X.
TAGGED_TURN = regex.compile(r"^[—–―]\s?(?P<said>[^—–―\n]+?[,!?…])\s(?P<tag>[^,!?…—–―\n]+)$")


@dataclass(frozen=True)
class _Words:
    """What of one language tells who speaks."""

    tag: str
    verbs: regex.Pattern[str]
    ends: frozenset[str]
    joins: regex.Pattern[str]

    @property
    def has_spaces(self) -> bool:
        return self.tag not in UNSPACED


def has_verbs(tag: str) -> bool:
    """Whether the verbs of saying of a language are known."""
    return has_list(f"{tag}/reporting_verbs")


def direct_speech(text: str, tag: str) -> Sequence[Attribution]:
    """The quotations and the turns of dialogue that a text gives to somebody, in order."""
    known = _words(tag)
    found: list[Attribution] = []
    for paragraph in paragraphs(text):
        found += _in_paragraph(text, paragraph, known)
    return tuple(sorted(found, key=lambda one: one.content))


def _in_paragraph(text: str, paragraph: Span, known: _Words) -> list[Attribution]:
    quotations = quotations_in(text, paragraph)
    found: list[Attribution] = []
    past, speaks = paragraph.start, False
    for at, quotation in enumerate(quotations):
        until = quotations[at + 1].start if at + 1 < len(quotations) else paragraph.end
        past = max(past, quotation.start - FURTHEST_LEAD)
        one = _led_in(text, Span(past, quotation.start), quotation, known)
        one = one or _behind(text, quotation, until, known) or _labelled(text, past, quotation)
        if one:
            found.append(one)
            past = max([quotation.end, *(span.end for span in (one.cue, one.source) if span)])
        elif speaks and _goes_on(text, past, quotation):
            found[-1] = replace(found[-1], content=Span(found[-1].content.start, quotation.end))
            past = quotation.end
        speaks = bool(one) or (speaks and past == quotation.end)
    outside = Span(quotations[-1].end if quotations else paragraph.start, paragraph.end)
    return [*found, *(_turns(text, outside, known) if known.tag in DIALOGUE else ())]


def _led_in(text: str, before: Span, quotation: Span, known: _Words) -> Attribution | None:
    """X said: “…”  ·  said X: “…”  ·  X says “…”: a verb before a colon, or right before the quotation."""
    start = _sentence_start(text, before)
    verbs = list(known.verbs.finditer(text, start, before.end))
    behind = _japanese_verb(text, quotation, known)
    if behind:
        return Attribution(_subject(text, start, quotation.start, known), Span(*behind.span()), quotation, direct=True)
    if not verbs:
        return None
    verb = verbs[-1]
    gap = text[verb.end() : before.end]
    has_colon = bool(COLON.search(gap))
    lead = gap.strip(EDGE)
    if not has_colon and lead and lead != COMPLEMENTIZER.get(known.tag) and not gap.rstrip().endswith((",", "،", "，")):
        return None
    source = _mention_before(text, start, verb.start(), known) or _mention_after(text, verb, before.end, known)
    return Attribution(source, Span(*verb.span()), quotation, direct=True)


def _behind(text: str, quotation: Span, until: int, known: _Words) -> Attribution | None:
    """“…”, said X  ·  “…”, X said: a verb in the clause behind the quotation that leads no other in."""
    stop = STOP.search(text, quotation.end + 1, until)
    end = min(stop.start() if stop else until, quotation.end + FURTHEST_VERB)
    verb = known.verbs.search(text, quotation.end, until)
    if verb is None or verb.start() >= end:
        return None
    if stop and text[stop.start()] in ":：" and not known.verbs.search(text, verb.end(), stop.start()):
        return None
    between = text[quotation.end : verb.start()].strip(EDGE)
    if len(between.split()) > LONGEST_NAME:
        return None
    pronoun = INVERTED.search(verb.group())
    if pronoun:
        at = verb.start() + pronoun.start("pronoun")
        source: Span | None = Span(at, at + len(pronoun["pronoun"]))
    else:
        source = _mention_before(text, quotation.end, verb.start(), known) if between else None
        source = source or _mention_after(text, verb, stop.start() if stop else until, known)
    return Attribution(source, Span(*verb.span()), quotation, direct=True)


def _labelled(text: str, past: int, quotation: Span) -> Attribution | None:
    """X: “…”, and a quotation behind a colon whose speaker is not named."""
    before = text[past : quotation.start]
    if not COLON.search(before):
        return None
    start = _sentence_start(text, Span(past, quotation.start))
    label = _trimmed(text, start, quotation.start)
    is_name = 0 < label.end - label.start <= LONGEST_LABEL and text[label.start].isupper()
    is_name = is_name and all(word[0].isupper() for word in WORD.findall(label.of(text)))
    return Attribution(label if is_name else None, None, quotation, direct=True)


def _goes_on(text: str, past: int, quotation: Span) -> bool:
    """Whether a quotation goes on with the speech before it: nothing but the rest of a sentence stands between."""
    between = text[past : quotation.start].rstrip()
    is_long = len(quotation.of(text).split()) >= SHORTEST_SPEECH
    return between == "" or (is_long and between[-1] in ".!?…。" and len(STOP.findall(between)) <= 1)


def _turns(text: str, within: Span, known: _Words) -> Iterator[Attribution]:
    for turn in (*TURN.finditer(text, within.start, within.end), *TAGGED_TURN.finditer(text, within.start, within.end)):
        verb = known.verbs.match(text, turn.start("tag"), turn.end("tag"))
        if verb is None:
            continue
        stop = BOUNDARY.search(text, verb.end(), turn.end("tag"))
        pronoun = INVERTED.search(verb.group())
        source = _mention_after(text, verb, stop.start() if stop else turn.end("tag"), known)
        if pronoun:
            at = verb.start() + pronoun.start("pronoun")
            source = Span(at, at + len(pronoun["pronoun"]))
        end = turn.end("more") if "more" in turn.groupdict() and turn["more"] else turn.end("said")
        said = text[turn.start("said") : end]
        start = turn.start("said") + len(said) - len(said.lstrip())
        if said.strip():
            yield Attribution(source, Span(*verb.span()), Span(start, start + len(said.strip())), direct=True)


def _mention_before(text: str, start: int, end: int, known: _Words) -> Span | None:
    """The name or description before a verb; what is set off before it by a comma is when or where."""
    if not known.has_spaces:
        return _subject(text, start, end, known)
    whole = _trimmed(text, start, end)
    joined = known.joins.match(text, whole.start, whole.end)
    whole = _trimmed(text, joined.end() if joined else whole.start, whole.end)
    head = whole.of(text)
    is_apposed = text[whole.end : end].strip(" ") in (",", "،") and head[:1].isupper()
    comma = 0 if is_apposed else max((head.rfind(mark) for mark in ",،"), default=-1) + 1
    words = WORD.findall(head[comma:])
    if not words or words[0].casefold() in known.ends or (len(words) > LONGEST_NAME and not is_apposed):
        return None
    return _trimmed(text, whole.start + comma, whole.end)


def _mention_after(text: str, verb: regex.Match[str], end: int, known: _Words) -> Span | None:
    """The name or description behind a verb, up to a mark or a word that no name reaches over."""
    if not known.has_spaces:
        return None
    stop = BOUNDARY.search(text, verb.end(), end)
    words = list(WORD.finditer(text, verb.end(), min(end, stop.start() if stop else end)))[:LONGEST_NAME]
    kept: list[regex.Match[str]] = []
    for word in words:
        if word.group().casefold().replace("’", "'") in known.ends and kept:
            break
        kept.append(word)
    while kept and kept[-1].group().islower() and len(kept[-1].group()) <= LONGEST_PARTICLE:
        kept.pop()
    if kept and kept[0].group().casefold() in known.ends:
        return None
    return Span(kept[0].start(), kept[-1].end()) if kept else None


def _subject(text: str, start: int, end: int, known: _Words) -> Span | None:
    """In a script without spaces: what stands before the verb, or the particle of the subject."""
    mark = SUBJECT_MARKS.get(known.tag)
    marks = list(mark.finditer(text, start, end)) if mark else []
    if mark:
        if not marks:
            return None
        end = marks[0].start()
    whole = _trimmed(text, start, end)
    comma = max(whole.of(text).rfind(sign) for sign in "，、 ,") + 1
    source = _trimmed(text, whole.start + comma, whole.end)
    for opener in sorted(known.ends, key=len, reverse=True):
        at = source.of(text).find(opener) if known.tag != "ja" else -1
        if at > 0:
            source = _trimmed(text, source.start, source.start + at)
    return source if source.end > source.start else None


def _japanese_verb(text: str, quotation: Span, known: _Words) -> regex.Match[str] | None:
    """The verb of 「…」と述べた, which stands behind the particle of the quotation."""
    particle = COMPLEMENTIZER.get(known.tag)
    if known.tag != "ja" or not particle or not text.startswith(particle, quotation.end):
        return None
    furthest = min(quotation.end + FURTHEST_VERB, len(text))
    stop = STOP.search(text, quotation.end, furthest)
    return known.verbs.search(text, quotation.end, stop.start() if stop else furthest)


def _sentence_start(text: str, before: Span) -> int:
    head = text[before.start : before.end]
    head = COLON.sub("", head)
    last = max((stop.end() for stop in STOP.finditer(head)), default=0)
    return before.start + last


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start] in EDGE or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in EDGE or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


@cache
def _words(tag: str) -> _Words:
    forms = {form for line in lines_of(f"{tag}/reporting_verbs") for form in _entries(line)}
    written = "|".join(map(_pattern, sorted(forms, key=lambda form: (-len(form), form))))
    edges = ("", "") if tag in UNSPACED else (r"(?<![\p{L}\p{M}\p{N}'’-])", r"(?![\p{L}\p{M}\p{N}])")
    lines = lines_of(f"{tag}/speaker_ends")
    ends = {form.casefold() for line in lines if ":" not in line for form in _entries(line)}
    joins = "|".join(regex.escape(form) for line in lines if ":" in line for form in _entries(line))
    return _Words(
        tag,
        regex.compile(rf"{edges[0]}(?:{written}){edges[1]}", regex.IGNORECASE),
        frozenset(ends),
        regex.compile(rf"(?:(?:{joins})\s+)?", regex.IGNORECASE),
    )


def _entries(line: str) -> list[str]:
    return [form for part in line.rpartition(":")[2].split(",") if (form := part.strip())]


def _pattern(form: str) -> str:
    """A form as a pattern: a pronoun may be hung on its first word, as French does."""
    first, *rest = map(regex.escape, form.replace("'", "’").split(" "))
    return r"\s+".join([rf"{first}(?:(?:-t)?-(?:ils?|elles?|on)\b)?", *rest]).replace("’", "['’]")
