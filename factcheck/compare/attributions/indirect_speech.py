"""What is reported without quotation marks in languages other than English: "X dijo que …", "según X, …", "X negó …".

Knows of a language its verbs of saying, what opens a reported clause, what credits a source, and which verbs deny. A
clause is read to the end of its sentence, or to a joint behind which something else is reported. Nothing is read
inside quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from factcheck.compare.attributions.credited_speech import COMMA, LONGEST_SOURCE, credited, is_long, japanese
from factcheck.compare.attributions.german_reports import opening_half
from factcheck.compare.attributions.named_sources import mention_after, mention_before, trimmed
from factcheck.compare.attributions.reported_words import FURTHEST_THAT, reported_words
from factcheck.compare.attributions.speech_words import SpeechWords, forms_of, speech_words
from factcheck.compare.attributions.subjects import (
    Subject,
    is_statement,
    subject_of,
    subordinator_end,
)
from factcheck.compare.attributions.word_tags import class_of, has_classes
from factcheck.compare.findings import Attribution, Span
from factcheck.compare.lexicon import has_list
from factcheck.compare.words.quotations import quotations_in
from factcheck.compare.words.segments import sentences

LONGEST_JOINED = 60  # characters between a joint and the verb of its clause
LONGEST_CLITIC = 3  # letters
SEMICOLON = regex.compile("[;；؛]")
END = regex.compile(r"[.!?…。！？؟;；]+[\"'”’»)\]]*\s*$")
SET_OFF = regex.compile(r"\s?[,،]\s[^,،]+(?=[,،]\s*$)")  # "the spokesman, Luis Arana, "


def indirect_speech(text: str, tag: str, direct: Sequence[Attribution]) -> Sequence[Attribution]:
    """What a text gives to somebody in the paper's own words; what is direct speech already is left out."""
    if not has_list(f"{tag}/indirect_speech"):
        return ()
    known = speech_words(tag)
    taken = [span for one in direct for span in (one.cue, one.content) if span]
    cues = [one.cue for one in direct if one.cue]
    found: list[Attribution] = []
    for sentence in sentences(text):
        closed = [*quotations_in(text, sentence), *taken]
        within = Span(sentence.start, sentence.start + len(END.sub("", sentence.of(text))))
        for one in _in_sentence(text, within, known):
            is_closed = one.cue and any(span.start <= one.cue.start < span.end for span in closed)
            if not is_closed and not any(one.content.start <= cue.start < one.content.end for cue in cues):
                found.append(one)
    return found


def _in_sentence(text: str, within: Span, known: SpeechWords) -> Iterator[Attribution]:
    credits_ = list(credited(text, within, known))
    yield from credits_
    heads = [
        Span(min(one.cue, one.source)[0], max(one.cue, one.source)[1] + 2) for one in credits_ if one.cue and one.source
    ]
    heads += [Span(*found.span()) for found in known.openers.look_alikes.finditer(text, *within)]
    if known.tag == "ja":
        yield from () if credits_ else japanese(text, within, known)
        return
    verbs = [
        verb for verb in known.verbs.finditer(text, *within) if not any(verb.start() in range(*head) for head in heads)
    ]
    if known.tag == "de":  # which writes nouns as it does names: "die Versicherten"
        verbs = [verb for verb in verbs if verb.group()[0].islower() or verb.start() == within.start]
    last: Attribution | None = None
    start = within.start
    for at, verb in enumerate(verbs):
        if last and verb.start() < last.content.end:
            continue
        joint = _joint(text, start, verb.start(), known) if last else None
        start = joint.end() if joint else last.content.end if last else start
        end = _until(text, Span(start, within.end), verb, verbs[at + 1 :], known)
        one = _reported(text, Span(start, end), verb, known, last)
        if one:
            yield one
            last, start = one, one.content.end


def _reported(
    text: str,
    within: Span,
    verb: regex.Match[str],
    known: SpeechWords,
    last: Attribution | None,
) -> Attribution | None:
    """X says that …  ·  says X that …  ·  X denies …  ·  …, says X."""
    content = reported_words(text, within, verb, known)
    if content is None or not is_long(text, content, known):
        return _tagged(text, within, verb, known, is_later=last is not None)
    source, is_left_out = _speaker(text, within.start, verb, content.start, known)
    if source and not has_classes(known.tag) and source.of(text).casefold() in known.no_names:
        return None
    if source and source.start > verb.end() and (apposed := SET_OFF.match(text, source.end, content.start)):
        source = Span(source.start, apposed.end())
    if source and source.start > verb.end() and known.tag == "de":
        half = opening_half(text, within.start, verb.start())
        content = content if half is None else Span(half, content.end)
    if source and known.tag == "de" and _is_narrator(source.of(text), verb.group()):
        return None
    lead = text[within.start : verb.start()].strip()
    if source is None and last and len(lead) <= LONGEST_CLITIC:
        source = last.source
    if source is None and not is_left_out and (lead or not known.has_spaces or known.tag == "de"):
        return None
    if source and source.end - source.start > LONGEST_SOURCE:
        return None
    return Attribution(source, Span(*verb.span()), content, direct=False)


def _is_narrator(source: str, verb: str) -> bool:
    """Whether the writer tells what "I" or "we" felt and thought, not what they said."""
    is_first_person = source.casefold() in class_of("de", "first person")
    return is_first_person and verb.casefold() not in forms_of("de/reporting_verbs", "say")


def _tagged(
    text: str, within: Span, verb: regex.Match[str], known: SpeechWords, *, is_later: bool
) -> Attribution | None:
    """…, says X: the verb right behind a comma, and its source behind it."""
    before = text[within.start : verb.start()].rstrip()
    if not known.has_spaces or not COMMA.match(before[-1:]) or regex.match(r"\s*[:：]", text[verb.end() :]):
        return None
    source = _behind(text, verb, within.end, known)
    colon = before.rfind(": ") + 1 if is_later else 0
    content = trimmed(text, within.start + colon, within.start + len(before) - 1)
    is_said = (
        source is not None
        and (not has_classes(known.tag) or is_statement(text, content, known.tag))
        and (has_classes(known.tag) or source.of(text).casefold() not in known.no_names)
        and is_long(text, content, known)
        and not COMMA.search(content.of(text)[-4:])
    )
    return Attribution(source, Span(*verb.span()), content, direct=False) if is_said else None


def _behind(text: str, verb: regex.Match[str], end: int, known: SpeechWords) -> Span | None:
    if has_classes(known.tag):
        return subject_of(text, verb.start(), Span(*verb.span()), end, known).source
    return mention_after(text, verb, end, known)


def _speaker(text: str, start: int, verb: regex.Match[str], end: int, known: SpeechWords) -> Subject:
    if has_classes(known.tag):
        return subject_of(text, start, Span(*verb.span()), end, known)
    return Subject(_nearest(text, start, verb, end, known))


def _nearest(text: str, start: int, verb: regex.Match[str], end: int, known: SpeechWords) -> Span | None:
    """Who stands before the verb, without the pronouns and the negation that lean on it, or else behind it."""
    after = mention_after(text, verb, end, known) if known.has_spaces else None
    if known.tag == "ar" and after:
        return after
    source = mention_before(text, start, verb.start(), known)
    if source is None and known.has_spaces and (comma := COMMA.search(text, start, verb.start())):
        source = mention_before(text, comma.end(), verb.start(), known)
    while source and known.has_spaces:
        head, _, last = source.of(text).rpartition(" ")
        if not (last.islower() and len(last) <= LONGEST_CLITIC):
            return source
        source = trimmed(text, source.start, source.start + len(head)) if head else None
    return source or after


def _until(
    text: str, within: Span, verb: regex.Match[str], others: Sequence[regex.Match[str]], known: SpeechWords
) -> int:
    """Where what a verb reports ends: at a semicolon, or the joint before another verb that reports something."""
    semicolon = SEMICOLON.search(text, verb.end(), within.end)
    end = semicolon.start() if semicolon else within.end
    if others and has_classes(known.tag) and subordinator_end(text, within.start, verb.start(), known) is not None:
        return max(text.rfind(",", verb.end(), min(end, others[0].start())), verb.end())
    for other in others:
        joint = _joint(text, verb.end(), other.start(), known)
        behind = min(end, other.end() + FURTHEST_THAT)
        reports = known.openers.denying.fullmatch(other.group()) or known.openers.that.search(text, other.end(), behind)
        if joint and reports and other.start() - joint.end() <= LONGEST_JOINED:
            return joint.start()
    return end


def _joint(text: str, start: int, end: int, known: SpeechWords) -> regex.Match[str] | None:
    joints = list(known.openers.joins.finditer(text, start, end))
    return joints[-1] if joints else None
