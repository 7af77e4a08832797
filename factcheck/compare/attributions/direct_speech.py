"""Direct speech in languages other than English: a quotation, the verb of saying beside it, and who stands by that.

Knows of a language its verbs of saying, the words that a speaker's name does not reach over, and whether its
script puts spaces between words. What is reported without quotation marks or dashes of dialogue is read by
`indirect_speech`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from factcheck.compare.attributions.named_sources import (
    BOUNDARY,
    EDGE,
    LONGEST_NAME,
    PARTICLES,
    WORD,
    mention_after,
    mention_before,
    subject,
    trimmed,
)
from factcheck.compare.attributions.speech_words import SpeechWords, speech_words
from factcheck.compare.findings import Attribution, Span
from factcheck.compare.words.quotations import quotations_in
from factcheck.compare.words.segments import paragraphs

COMPLEMENTIZER = {"th": "ว่า", "ja": "と"}
DIALOGUE = frozenset(["es", "fr", "it", "pt", "ru", "uk"])  # where a dash opens a turn
FURTHEST_VERB = 90  # characters between a quotation and its verb
FURTHEST_LEAD = 400  # characters before a quotation that can lead it in
# L'allenatrice Chiara Donadoni, at the head of a sentence
NAMED_FIRST = regex.compile(
    rf"""
    (?:\p{{Lu}}[^,.:;]{{3,60}},\s)? (?:\p{{L}}[\p{{L}}'’.-]*\s){{0,4}}?
    \p{{Lu}}[\p{{L}}'’.-]+ (?:\s(?:(?:{PARTICLES})\s)?\p{{Lu}}[\p{{L}}'’.-]+)+
    """,
    regex.VERBOSE,
)
LONGEST_TAIL = 40  # characters of when and where between a speaker and the rest of the speech
LONGEST_LABEL = 40  # characters
SHORTEST_SPEECH = 4  # words that need no verb to go on with the speech before them

STOP = regex.compile(r"[.!?…;:。！？；：；؛؟\n](?:\s|$|(?=[。！？；：]))|[。！？；：:]")
# What comes before a tag inside the quotation marks.
INNER_TAG = {
    "ru": regex.compile(r"[,!?…]\s*[—–]\s*"),
    "uk": regex.compile(r"[,!?…]\s*[—–]\s*"),
    "fr": regex.compile(r",\s"),
    "it": regex.compile(r"\s[—–]\s"),
    "es": regex.compile(r"\s[—–]"),
}
NAMED_SO = regex.compile("と(?:いう|いった)(?![。、])")  # 「X」という語: a word that is called so
QUOTED_BY_PARTICLE = regex.compile("と(?!いう|いった|いえ|は|して|し|な|呼|も|の)")
COLON = regex.compile(r"[:：]\s*$")
INVERTED = regex.compile(r"-(?P<pronoun>ils?|elles?|on)\b")  # French: "a-t-il dit"
# —Speech —dijo X—. More speech  ·  — Speech, — сказал X.
TURN = regex.compile(
    r"""
    (?:^|(?<=[.!?…»”:]\s)) [—–―]\s?(?P<said>[^—–―\n]+?)\s?
    [—–―]\s?(?P<tag>[^—–―\n]+) (?P<more>[—–―][.,:;]?\s*\P{Z}[^—–―\n]*)?
    """,
    regex.VERBOSE,
)
# — Speech, dit X.
TAGGED_TURN = regex.compile(r"^[—–―]\s?(?P<said>[^—–―\n]+?[,!?…])\s(?P<tag>[^,!?…—–―\n]+)$")


def direct_speech(text: str, tag: str) -> Sequence[Attribution]:
    """The quotations and the turns of dialogue that a text gives to somebody, in order."""
    known = speech_words(tag)
    found: list[Attribution] = []
    for paragraph in paragraphs(text):
        found += _in_paragraph(text, paragraph, known)
    return tuple(sorted(found, key=lambda one: one.content))


def _in_paragraph(text: str, paragraph: Span, known: SpeechWords) -> list[Attribution]:
    quotations = quotations_in(text, paragraph)
    found: list[Attribution] = []
    past, speaks = paragraph.start, False
    for at, quotation in enumerate(quotations):
        until = quotations[at + 1].start if at + 1 < len(quotations) else paragraph.end
        past = max(past, quotation.start - FURTHEST_LEAD)
        one = _led_in(text, Span(past, quotation.start), quotation, known)
        one = one or _inside(text, quotation, known) or _behind(text, quotation, until, known)
        one = one or _labelled(text, past, quotation) or _led_in_by_topic(text, past, quotation, known)
        if one:
            found.append(one)
            past = max([quotation.end, *(span.end for span in (one.cue, one.source) if span)])
        elif speaks and _goes_on(text, past, quotation):
            found[-1] = replace(found[-1], content=Span(found[-1].content.start, quotation.end))
            past = quotation.end
        speaks = bool(one) or (speaks and past == quotation.end)
    outside = Span(quotations[-1].end if quotations else paragraph.start, paragraph.end)
    return [*found, *(_turns(text, outside, known) if known.tag in DIALOGUE else ())]


def _led_in(text: str, before: Span, quotation: Span, known: SpeechWords) -> Attribution | None:
    """X said: “…”  ·  said X: “…”  ·  X says “…”: a verb before a colon, or right before the quotation."""
    start = _sentence_start(text, before)
    verbs = list(known.verbs.finditer(text, start, before.end))
    behind = _japanese_verb(text, quotation, known)
    if behind:
        source = subject(text, start, quotation.start, known)
        source = source or subject(text, quotation.end + 1, behind.start(), known)
        return Attribution(source, Span(*behind.span()), quotation, direct=True)
    if not verbs:
        return None
    verb = verbs[-1]
    gap = text[verb.end() : before.end]
    has_colon = bool(COLON.search(gap))
    lead = gap.strip(EDGE)
    if not has_colon and lead and lead != COMPLEMENTIZER.get(known.tag) and not gap.rstrip().endswith((",", "،", "，")):
        return None
    source = mention_before(text, start, verb.start(), known) or mention_after(text, verb, before.end, known)
    return Attribution(source, Span(*verb.span()), quotation, direct=True)


def _behind(text: str, quotation: Span, until: int, known: SpeechWords) -> Attribution | None:
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
        source = mention_before(text, quotation.end, verb.start(), known) if between else None
        source = source or mention_after(text, verb, stop.start() if stop else until, known)
    return Attribution(source, Span(*verb.span()), quotation, direct=True)


def _inside(text: str, quotation: Span, known: SpeechWords) -> Attribution | None:
    """«Speech, — said X, — more speech»  ·  « Speech, said X, more speech »: the tag between the marks."""
    joint = INNER_TAG.get(known.tag)
    for found in joint.finditer(text, quotation.start + 1, quotation.end) if joint else ():
        verb = known.verbs.match(text, found.end(), quotation.end)
        source = mention_after(text, verb, quotation.end - 1, known) if verb else None
        if verb and source and text[source.end : source.end + 1] in (",", ".", " "):
            return Attribution(source, Span(*verb.span()), quotation, direct=True)
    return None


def _led_in_by_topic(text: str, past: int, quotation: Span, known: SpeechWords) -> Attribution | None:
    """Xは「…」と頭を下げた: quoted by its particle, with another verb than one of saying."""
    if known.tag != "ja" or not QUOTED_BY_PARTICLE.match(text, quotation.end):
        return None
    start = _sentence_start(text, Span(past, quotation.start))
    source = subject(text, start, quotation.start, known)
    return Attribution(source, None, quotation, direct=True) if source else None


def _labelled(text: str, past: int, quotation: Span) -> Attribution | None:
    """X: “…”, and a quotation behind a colon whose speaker is not named."""
    before = text[past : quotation.start]
    if not COLON.search(before):
        return None
    start = _sentence_start(text, Span(past, quotation.start))
    label = trimmed(text, start, quotation.start)
    is_name = 0 < label.end - label.start <= LONGEST_LABEL and text[label.start].isupper()
    is_name = is_name and all(word[0].isupper() for word in WORD.findall(label.of(text)))
    named = NAMED_FIRST.match(text, label.start, label.end)
    if named and not is_name:
        return Attribution(Span(*named.span()), None, quotation, direct=True)
    return Attribution(label if is_name else None, None, quotation, direct=True)


def _goes_on(text: str, past: int, quotation: Span) -> bool:
    """Whether a quotation goes on with the speech before it: nothing but the rest of a sentence stands between."""
    between = text[past : quotation.start].rstrip()
    is_long = len(quotation.of(text).split()) >= SHORTEST_SPEECH
    if not between.strip(EDGE):
        return True
    is_tail = between[-1] in ",،，" and len(between) <= LONGEST_TAIL and not STOP.search(between)
    return is_tail or (is_long and between[-1] in ".!?…。" and len(STOP.findall(between)) <= 1)


def _turns(text: str, within: Span, known: SpeechWords) -> Iterator[Attribution]:
    for turn in (*TURN.finditer(text, within.start, within.end), *TAGGED_TURN.finditer(text, within.start, within.end)):
        verb = known.verbs.match(text, turn.start("tag"), turn.end("tag"))
        if verb is None:
            continue
        stop = BOUNDARY.search(text, verb.end(), turn.end("tag"))
        pronoun = INVERTED.search(verb.group())
        source = mention_after(text, verb, stop.start() if stop else turn.end("tag"), known)
        if pronoun:
            at = verb.start() + pronoun.start("pronoun")
            source = Span(at, at + len(pronoun["pronoun"]))
        end = turn.end("more") if "more" in turn.groupdict() and turn["more"] else turn.end("said")
        said = text[turn.start("said") : end]
        start = turn.start("said") + len(said) - len(said.lstrip())
        if said.strip():
            yield Attribution(source, Span(*verb.span()), Span(start, start + len(said.strip())), direct=True)


def _japanese_verb(text: str, quotation: Span, known: SpeechWords) -> regex.Match[str] | None:
    """The verb of 「…」と述べた, which stands behind the particle of the quotation."""
    particle = COMPLEMENTIZER.get(known.tag)
    if known.tag != "ja" or not particle or not text.startswith(particle, quotation.end):
        return None
    if NAMED_SO.match(text, quotation.end):
        return None
    furthest = min(quotation.end + FURTHEST_VERB, len(text))
    stop = STOP.search(text, quotation.end, furthest)
    return known.verbs.search(text, quotation.end, stop.start() if stop else furthest)


def _sentence_start(text: str, before: Span) -> int:
    head = text[before.start : before.end]
    head = COLON.sub("", head)
    last = max((stop.end() for stop in STOP.finditer(head)), default=0)
    return before.start + last
