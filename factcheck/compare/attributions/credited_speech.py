"""What is credited to a source in languages other than English: "según X, …", "laut X …", "как сообщил X, …".

Japanese is read here too, whose verbs stand last: "XはCと述べた".
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from factcheck.compare.attributions.named_sources import mention_after, trimmed
from factcheck.compare.attributions.noun_phrases import phrase_before, phrase_end
from factcheck.compare.attributions.speech_words import SpeechWords
from factcheck.compare.attributions.subjects import inverted, is_joined, is_statement
from factcheck.compare.attributions.word_tags import has_classes, tagged
from factcheck.compare.findings import Attribution, Span

FEWEST_WORDS, FEWEST_SIGNS = 2, 2  # of what is reported
LONGEST_SOURCE = 90  # characters
COMMA = regex.compile("[,،，、]")
MANNER_OBJECT = regex.compile(r"\s?(?:l['’]|l[eo]\s|o\s)?")  # "comme l'a dit X"
RELATIVE_CLAUSE = regex.compile(r",\s(?:\p{Ll}+\s)?(?:d(?:er|ie|as|em|en)|deren|dessen|welche[rs]?)\b[^,]*,")
TOPIC = regex.compile("[はがも]")
OPINIONS = ("方針を", "考えを", "意向を", "見解を", "見方を", "見通しを", "計画を", "認識を")
SPACE_BETWEEN = regex.compile(r"(?<=\S)\s")  # what Thai parts clauses with


def credited(text: str, within: Span, known: SpeechWords) -> Iterator[Attribution]:
    """According to X, …  ·  …, according to X  ·  X according, …"""
    for credit in known.openers.before.finditer(text, *within):
        before = text[within.start : credit.start()].rstrip()
        is_first = not before.strip('«"“„([-–— ') or _is_adverb(before, known.tag)
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
    yield from _credited_behind(text, within, known)


def _is_adverb(before: str, tag: str) -> bool:
    """Still according to X, …"""
    return has_classes(tag) and set(tagged(before, Span(0, len(before)), tag).signs) == {"A"}


def _credited_behind(text: str, within: Span, known: SpeechWords) -> Iterator[Attribution]:
    """X zufolge …  ·  …, X zufolge  ·  XによるとC"""
    behind = known.openers.behind.search(text, *within) if known.tag in ("de", "ja") else None
    if behind is None:
        return
    last = max(text.rfind(mark, within.start, behind.start()) for mark in ",、。") + 1
    opening = max(within.start, last)
    source: Span | None = trimmed(text, opening, behind.start())
    if known.tag == "de":
        words = tagged(text, Span(opening, behind.start()), "de")
        source = phrase_before(words, "de", len(words.signs))
    if source is None or source.end == source.start:
        return
    is_last = last and behind.end() == within.end
    content = trimmed(text, *((within.start, last - 1) if is_last else (behind.end(), within.end)))
    if text[opening : source.start].strip():
        content = trimmed(text, opening, within.end)
    if is_long(text, content, known):
        yield Attribution(source, Span(*behind.span()), content, direct=False)


def _as_somebody_says(text: str, within: Span, known: SpeechWords) -> Iterator[Attribution]:
    """As X says, …  ·  …, as X says"""
    for manner in known.openers.manner.finditer(text, *within):
        clitic = MANNER_OBJECT.match(text, manner.end())
        verb = known.verbs.match(text, clitic.end() if clitic else manner.end(), within.end)
        if verb is None and known.tag == "de":
            comma = COMMA.search(text, *Span(manner.end(), within.end))
            last = list(known.verbs.finditer(text, manner.end(), comma.start() if comma else within.end))[-1:]
            verb = last[0] if last else None
        is_set_off = COMMA.match(text[within.start : manner.start()].rstrip()[-1:]) or manner.start() == within.start
        if verb is None or (known.tag == "de" and not is_set_off):
            continue
        source = _manner_subject(text, manner, verb, within.end, known)
        comma = COMMA.search(text, max(source.end if source else 0, verb.end()), within.end)
        before = trimmed(text, within.start, manner.start())
        is_said = is_long(text, before, known) and (not has_classes(known.tag) or is_statement(text, before, known.tag))
        more = trimmed(text, comma.end(), within.end) if comma else before
        if is_said and comma and has_classes(known.tag) and not is_joined(text, more.start, known):
            before = Span(before.start, more.end)
        content = before if is_said else trimmed(text, (comma or verb).end(), within.end)
        if source and is_long(text, content, known):
            yield Attribution(source, Span(*verb.span()), content, direct=False)
            return


def _manner_subject(
    text: str, manner: regex.Match[str], verb: regex.Match[str], end: int, known: SpeechWords
) -> Span | None:
    """Who speaks in "as X says": behind the verb, in German right behind "wie"."""
    if known.tag == "de":
        words = tagged(text, Span(manner.end(), verb.start()), "de")
        past = phrase_end(words, "de", 0, len(words.signs), behind=True)
        is_said = past is not None and not set(words.signs) & {"V", "Q"}
        return words.span(0, past) if past and is_said else None
    if has_classes(known.tag):
        return inverted(text, Span(verb.end(), end), known.tag)
    return mention_after(text, verb, end, known)


def _source_first(text: str, within: Span, known: SpeechWords) -> tuple[Span, Span]:
    """The source behind an opening credit and what it is credited with: parted at a comma, in German at the verb."""
    comma = (COMMA if known.tag != "th" else SPACE_BETWEEN).search(text, *within)
    end = comma.start() if comma else within.end
    if known.tag == "zh" and (verb := known.openers.behind.search(text, within.start + 1, end)):
        return trimmed(text, within.start, verb.start()), trimmed(text, verb.end(), within.end)
    if known.tag == "de":
        words = tagged(text, within, "de")
        first = 1 if words.signs[:1] == "F" else 0
        past = phrase_end(words, "de", first, len(words.signs), oblique=True)
        if past is None:
            return Span(within.start, within.start), Span(within.start, within.start)
        source = words.span(first, past)
        relative = RELATIVE_CLAUSE.match(text, source.end)
        return source, trimmed(text, relative.end() if relative else source.end, within.end)
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
