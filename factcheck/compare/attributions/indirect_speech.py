"""What is reported without quotation marks in languages other than English: "X dijo que …", "según X, …", "X negó …".

Knows of a language its verbs of saying, what opens a reported clause, what credits a source, and which verbs deny. A
clause is read to the end of its sentence, or to a joint behind which something else is reported. Nothing is read
inside quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from factcheck.compare.attributions.credited_speech import COMMA, LONGEST_SOURCE, credited, is_long, japanese
from factcheck.compare.attributions.named_sources import mention_after, mention_before, trimmed
from factcheck.compare.attributions.speech_words import NOTHING, SpeechWords, speech_words
from factcheck.compare.findings import Attribution, Span
from factcheck.compare.lexicon import has_list
from factcheck.compare.words.quotations import quotations_in
from factcheck.compare.words.segments import sentences

FURTHEST_THAT = 70  # characters between a verb and what opens the clause that it reports
FEWEST_DENIED = 3  # words of what is denied without "that"
LONGEST_JOINED = 60  # characters between a joint and the verb of its clause
LONGEST_CLITIC = 3  # letters
SEMICOLON = regex.compile("[;；؛]")
END = regex.compile(r"[.!?…。！？؟;；]+[\"'”’»)\]]*\s*$")
SUBJUNCTIVE = regex.compile(r"\b(?:sei|seien|habe|hätten?|werden?|würden?|könnt?en?|müsse|wolle|wären?|dürfe|solle)\b")
RELATIVE = regex.compile(r",\s(?:dessen|deren|wer|was|wo|als|wenn|weil|und|aber|um|so|ob)\b")
ONLY_BEHIND = frozenset(["so"])  # credits somebody behind a comma and nowhere else
ROMANCE = frozenset(["es", "fr", "it", "pt"])
PARTED_BY_COMMA = frozenset(["de", "ru", "uk"])
UNQUOTED = regex.compile(r":\s(?=\p{L})")
SET_OFF = regex.compile(r"\s?[,،]\s[^,،]+(?=[,،]\s*$)")  # "the spokesman, Luis Arana, "
INFINITIVE = {
    "es": regex.compile(r"\s(?:no\s)?\p{Ll}+[aeií]r(?:l[aeo]s?|se)?\b"),
    "pt": regex.compile(r"\s(?:não\s)?\p{Ll}+[aei]r(?:em)?\b"),
    "fr": regex.compile(r"\s(?:ne pas\s|n['’]|d['’]|de\s)?(?:avoir|être|\p{Ll}{2,}(?:er|ir|oir))\b"),
    "de": regex.compile(r",\s(?:[^.;:]*\s)?(?:zu\s\p{Ll}+|\p{Ll}+zu\p{Ll}+)n\b"),
    "it": regex.compile(r"\s(?:di\s|d['’])(?:non\s)?\p{Ll}+(?:re|rsi|r)\b"),
}


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
        end = _until(text, verb, verbs[at + 1 :], within.end, known)
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
    content = _content(text, within, verb, known)
    if content is None or not is_long(text, content, known):
        return _tagged(text, within, verb, known)
    source = _speaker(text, within.start, verb, content.start, known)
    if source and source.of(text).casefold() in known.no_names:
        return None
    if source and source.start > verb.end() and (apposed := SET_OFF.match(text, source.end, content.start)):
        source = Span(source.start, apposed.end())
    lead = text[within.start : verb.start()].strip()
    if source is None and last and len(lead) <= LONGEST_CLITIC:
        source = last.source
    if (source is None and (lead or not known.has_spaces)) or (source and source.end - source.start > LONGEST_SOURCE):
        return None
    return Attribution(source, Span(*verb.span()), content, direct=False)


def _leads_to(gap: str, lead: str, known: SpeechWords) -> bool:
    """Whether nothing but a speaker, or when and to whom it was said, stands between a verb and "that"."""
    if ":" in gap or "：" in gap:
        return False
    if known.tag in PARTED_BY_COMMA:
        return gap.rstrip().endswith(",")
    words = gap.strip(" ,،").casefold().split()
    if not words or known.tag not in ROMANCE or not lead.strip(" ,") or COMMA.search(lead.rstrip()[-1:]):
        return True
    return words[0] in known.ends or " ".join(words[:2]) in known.ends


def _content(text: str, within: Span, verb: regex.Match[str], known: SpeechWords) -> Span | None:
    """What a verb reports: behind "that", or what its language reports without."""
    if verb.group().casefold() in ONLY_BEHIND:
        return None
    that = known.openers.that.search(text, verb.end(), min(within.end, verb.end() + FURTHEST_THAT))
    if that and _leads_to(text[verb.end() : that.start()], text[within.start : verb.start()], known):
        return trimmed(text, that.start(), within.end)
    if _opens_at_once(text, verb.end(), within.end, known):
        return trimmed(text, verb.end(), within.end)
    denied = _denied(text, verb, within.end, known)
    if denied or known.tag != "de":
        return denied
    comma = COMMA.search(text, verb.end(), min(within.end, verb.end() + FURTHEST_THAT))
    if comma is None or not SUBJUNCTIVE.search(text, comma.end(), within.end):
        return None
    is_report = comma.start() == verb.end() or not RELATIVE.match(text, comma.start())
    return trimmed(text, comma.end(), within.end) if is_report else None


def _opens_at_once(text: str, at: int, end: int, known: SpeechWords) -> bool:
    """Whether what is reported stands right behind the verb: an infinitive, a clause behind a colon, any in Chinese."""
    if known.tag == "zh" or (known.has_spaces and UNQUOTED.match(text, at, end)):
        return True
    infinitive = INFINITIVE.get(known.tag)
    return bool(infinitive and infinitive.match(text, at, end))


def _denied(text: str, verb: regex.Match[str], end: int, known: SpeechWords) -> Span | None:
    """What a verb denies in a few words: where nouns open that, from such a noun on."""
    if not known.openers.denying.fullmatch(verb.group()):
        return None
    if known.openers.nominal.pattern != NOTHING:
        noun = known.openers.nominal.search(text, verb.end(), end)
        return trimmed(text, noun.start(), end) if noun else None
    content = trimmed(text, verb.end(), end)
    return content if len(content.of(text).split()) >= FEWEST_DENIED else None


def _tagged(text: str, within: Span, verb: regex.Match[str], known: SpeechWords) -> Attribution | None:
    """…, says X: the verb right behind a comma, and its source behind it."""
    before = text[within.start : verb.start()].rstrip()
    if not known.has_spaces or not COMMA.match(before[-1:]) or regex.match(r"\s*[:：]", text[verb.end() :]):
        return None
    source = mention_after(text, verb, within.end, known)
    content = trimmed(text, within.start, within.start + len(before) - 1)
    is_said = (
        source is not None
        and source.of(text).casefold() not in known.no_names
        and is_long(text, content, known)
        and not COMMA.search(content.of(text)[-4:])
    )
    return Attribution(source, Span(*verb.span()), content, direct=False) if is_said else None


def _speaker(text: str, start: int, verb: regex.Match[str], end: int, known: SpeechWords) -> Span | None:
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


def _until(text: str, verb: regex.Match[str], others: Sequence[regex.Match[str]], end: int, known: SpeechWords) -> int:
    """Where what a verb reports ends: at a semicolon, or the joint before another verb that reports something."""
    semicolon = SEMICOLON.search(text, verb.end(), end)
    end = semicolon.start() if semicolon else end
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
