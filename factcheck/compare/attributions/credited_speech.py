"""What is credited to a source in languages other than English: "según X, …", "laut X …", "как сообщил X, …".

Japanese is read here too, whose verbs stand last: "XはCと述べた".
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from factcheck.compare.attributions.named_sources import mention_after, mention_until, trimmed
from factcheck.compare.attributions.speech_words import SpeechWords
from factcheck.compare.findings import Attribution, Span

FEWEST_WORDS, FEWEST_SIGNS = 2, 2  # of what is reported
LONGEST_SOURCE = 90  # characters
COMMA = regex.compile("[,،，、]")
TOPIC = regex.compile("[はがも]")
CAPITALISED = regex.compile(r"(?:\p{Lu}[\p{L}\p{M}'’.-]*(?:\s(?:von|der|und|des)(?=\s\p{Lu}))?\s?)+")
OPINIONS = ("方針を", "考えを", "意向を", "見解を", "見方を", "見通しを", "計画を", "認識を")
SPACE_BETWEEN = regex.compile(r"(?<=\S)\s")  # what Thai parts clauses with


def credited(text: str, within: Span, known: SpeechWords) -> Iterator[Attribution]:
    """According to X, …  ·  …, according to X  ·  X according, …"""
    for credit in known.openers.before.finditer(text, *within):
        before = text[within.start : credit.start()].rstrip()
        is_first = not before.strip('«"“„([-–— ')
        if known.verbs.match(text, credit.end() + 1) or known.openers.look_alikes.match(
            text, credit.start(), within.end
        ):
            continue
        if not (is_first or COMMA.match(before[-1:])):
            continue
        if is_first:
            source, content = _source_first(text, Span(credit.end(), within.end), known)
        else:
            comma = COMMA.search(text, credit.end(), within.end)
            source = trimmed(text, credit.end(), comma.start() if comma else within.end)
            content = trimmed(text, within.start, within.start + len(before) - 1)
        if 0 < source.end - source.start <= LONGEST_SOURCE and is_long(text, content, known):
            yield Attribution(source, Span(*credit.span()), content, direct=False)
            return
    yield from _as_somebody_says(text, within, known)
    behind = known.openers.behind.search(text, *within) if known.tag in ("de", "ja") else None
    if behind:
        last = max(text.rfind(mark, within.start, behind.start()) for mark in ",、。") + 1
        source = trimmed(text, max(within.start, last), behind.start())
        is_last = last and behind.end() == within.end
        content = trimmed(text, *((within.start, last - 1) if is_last else (behind.end(), within.end)))
        if source.end > source.start and is_long(text, content, known):
            yield Attribution(source, Span(*behind.span()), content, direct=False)


def _as_somebody_says(text: str, within: Span, known: SpeechWords) -> Iterator[Attribution]:
    """As X says, …  ·  …, as X says"""
    for manner in known.openers.manner.finditer(text, *within):
        verb = known.verbs.match(text, manner.end() + 1, within.end)
        if verb is None and known.tag == "de":
            comma = COMMA.search(text, *Span(manner.end(), within.end))
            last = list(known.verbs.finditer(text, manner.end(), comma.start() if comma else within.end))[-1:]
            verb = last[0] if last else None
        if verb is None:
            continue
        source = _between(text, manner, verb, known) or mention_after(text, verb, within.end, known)
        comma = COMMA.search(text, max(source.end if source else 0, verb.end()), within.end)
        before = trimmed(text, within.start, manner.start())
        content = before if is_long(text, before, known) else trimmed(text, (comma or verb).end(), within.end)
        if source and is_long(text, content, known):
            yield Attribution(source, Span(*verb.span()), content, direct=False)
            return


def _between(text: str, manner: regex.Match[str], verb: regex.Match[str], known: SpeechWords) -> Span | None:
    """Who stands between "wie" and a verb at the end of its clause."""
    return mention_until(text, Span(manner.end(), verb.start()), known) if known.tag == "de" else None


def _source_first(text: str, within: Span, known: SpeechWords) -> tuple[Span, Span]:
    """The source behind an opening credit and what it is credited with: parted at a comma, in German at the verb."""
    comma = (COMMA if known.tag != "th" else SPACE_BETWEEN).search(text, *within)
    end = comma.start() if comma else within.end
    if known.tag == "zh" and (verb := known.openers.behind.search(text, within.start + 1, end)):
        return trimmed(text, within.start, verb.start()), trimmed(text, verb.end(), within.end)
    named = CAPITALISED.search(text, within.start, end) if known.tag == "de" else None
    if named:
        return trimmed(text, within.start, named.end()), trimmed(text, named.end(), within.end)
    return trimmed(text, within.start, end), trimmed(text, end, within.end)


def japanese(text: str, within: Span, known: SpeechWords) -> Iterator[Attribution]:
    """XはCと述べた  ·  XはCを否定した"""
    topic = TOPIC.search(text, *within)
    for verb in known.verbs.finditer(text, topic.end() if topic else within.end, within.end):
        particle = text[verb.start() - 1]
        is_denied = particle == "を" and known.openers.denying.match(text, verb.start())
        if topic and (particle == "と" or is_denied or text[: verb.start()].endswith(OPINIONS)):
            source = trimmed(text, within.start, topic.start())
            content = trimmed(text, topic.end(), verb.start() - 1)
            if source.end > source.start and is_long(text, content, known):
                yield Attribution(source, Span(*verb.span()), content, direct=False)
                return


def is_long(text: str, content: Span, known: SpeechWords) -> bool:
    said = content.of(text)
    return len(said.split()) >= FEWEST_WORDS if known.has_spaces else len(said) >= FEWEST_SIGNS
