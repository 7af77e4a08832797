"""What a verb of saying reports in languages other than English: behind "that", or what they report without.

What stands between the verb and its report is a speaker, when and to whom it was said, but no other clause.
"""

from __future__ import annotations

import regex

from factcheck.compare.attributions.credited_speech import COMMA
from factcheck.compare.attributions.german_reports import german_content
from factcheck.compare.attributions.named_sources import trimmed
from factcheck.compare.attributions.speech_words import NOTHING, SpeechWords
from factcheck.compare.attributions.subjects import inverted, is_fronted, is_one_clause
from factcheck.compare.attributions.word_tags import has_classes, tagged
from factcheck.compare.findings import Span

FURTHEST_THAT = 70  # characters between a verb and what opens the clause that it reports
FEWEST_DENIED = 3  # words of what is denied without "that"
ONLY_BEHIND = frozenset(["so"])  # credits somebody behind a comma and nowhere else
ROMANCE = frozenset(["es", "fr", "it", "pt"])
PARTED_BY_COMMA = frozenset(["ru", "uk"])
UNQUOTED = regex.compile(r":\s(?=\p{L})")
INFINITIVE = {
    "es": regex.compile(r"\s(?:no\s)?\p{Ll}+[aeií]r(?:l[aeo]s?|se)?\b"),
    "pt": regex.compile(r"\s(?:não\s)?\p{Ll}+[aei]r(?:em)?\b"),
    "fr": regex.compile(r"\s(?:ne pas\s|n['’]|d['’]|de\s)?(?:avoir|être|\p{Ll}{2,}(?:er|ir|oir))\b"),
    "de": regex.compile(r",\s(?:[^.;:]*\s)?(?:zu\s\p{Ll}+|\p{Ll}+zu\p{Ll}+)n\b"),
    "it": regex.compile(r"\s(?:di\s|d['’])(?:non\s)?\p{Ll}+(?:re|rsi|r)\b"),
}


def reported_words(text: str, within: Span, verb: regex.Match[str], known: SpeechWords) -> Span | None:
    """What a verb reports: behind "that", or what its language reports without."""
    if verb.group().casefold() in ONLY_BEHIND:
        return None
    if known.tag == "de":
        return german_content(text, within, Span(*verb.span()), known) or _opened(text, within, verb, known)
    that = known.openers.that.search(text, verb.end(), min(within.end, verb.end() + FURTHEST_THAT))
    if that and _leads_to(text[verb.end() : that.start()], text[within.start : verb.start()], known):
        return trimmed(text, that.start(), within.end)
    return _opened(text, within, verb, known)


def _opened(text: str, within: Span, verb: regex.Match[str], known: SpeechWords) -> Span | None:
    if _opens_at_once(text, verb.end(), within.end, known):
        return trimmed(text, verb.end(), within.end)
    return _denied(text, verb, within.end, known)


def _opens_at_once(text: str, at: int, end: int, known: SpeechWords) -> bool:
    """Whether what is reported stands right behind the verb: an infinitive, a clause behind a colon, any in Chinese."""
    if known.tag == "zh" or (known.has_spaces and UNQUOTED.match(text, at, end)):
        return True
    infinitive = INFINITIVE.get(known.tag)
    return bool(infinitive and infinitive.match(text, at, end))


def _leads_to(gap: str, lead: str, known: SpeechWords) -> bool:
    """Whether nothing but a speaker, or when and to whom it was said, stands between a verb and "that"."""
    if ":" in gap or "：" in gap or (has_classes(known.tag) and not is_one_clause(gap, known)):
        return False
    if known.tag in PARTED_BY_COMMA:
        return gap.rstrip().endswith(",")
    words = gap.strip(" ,،").casefold().split()
    if not words or known.tag not in ROMANCE or not lead.strip(" ,") or COMMA.search(lead.rstrip()[-1:]):
        return True
    if words[0] in known.ends or " ".join(words[:2]) in known.ends:
        return True
    between = tagged(gap, Span(0, len(gap)), known.tag)
    if is_fronted(between, known.tag):
        return True
    subject = inverted(gap, Span(0, len(gap)), known.tag)
    before = tagged(lead, Span(0, len(lead)), known.tag)
    return is_fronted(before, known.tag) and subject is not None and not gap[subject.end :].strip()


def _denied(text: str, verb: regex.Match[str], end: int, known: SpeechWords) -> Span | None:
    """What a verb denies in a few words: where nouns open that, from such a noun on."""
    if not known.openers.denying.fullmatch(verb.group()):
        return None
    if known.openers.nominal.pattern != NOTHING:
        noun = known.openers.nominal.search(text, verb.end(), end)
        return trimmed(text, noun.start(), end) if noun else None
    content = trimmed(text, verb.end(), end)
    return content if len(content.of(text).split()) >= FEWEST_DENIED else None
