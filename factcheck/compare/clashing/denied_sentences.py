"""The sentences of a text in which somebody denies something, and who.

A negated sentence that is nobody's statement ("The ministry did not answer") denies nothing here, nor does silence
("could not comment"), nor a report that nobody did something or nothing was there ("Nobody was hurt, police said")
unless the text speaks of it elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.compare.attributions.mentions import read_mention
from factcheck.compare.attributions.pronouns import suggest_names
from factcheck.compare.attributions.statements import are_statements
from factcheck.compare.attributions.whole_text import find_attributions
from factcheck.compare.clashing.clauses import clauses_of
from factcheck.compare.clashing.denials import ABSENCE, groups_denying
from factcheck.compare.clashing.gists import Said, gist
from factcheck.compare.findings import Attribution, Span
from factcheck.compare.language.languages import Language, language_of
from factcheck.compare.language.signals import denials_in, denies
from factcheck.compare.words.folded_words import fold
from factcheck.compare.words.plain_words import read

DENIED = "denied"  # the group of verbs by which something is denied, whatever it is


def find_denials(text: str, sentences: Sequence[Span], *, language: str = "en") -> Mapping[Span, str]:
    """Those of the text's `sentences` that deny something, each with who speaks; empty where the text names nobody."""
    tongue = language_of(language)
    suspects = [span for span in sentences if _denies(text, span, tongue)]
    if not suspects:
        return {}
    found: dict[Span, str] = {}
    for attribution, speaker in _utterances_in(text, tongue):
        for sentence in suspects:
            if sentence not in found and _is_denied_in(text, sentence, attribution, tongue):
                found[sentence] = speaker
    if tongue.is_english:
        return {span: speaker for span, speaker in found.items() if _says_it_is_not_so(text, span, sentences)}
    return found


def _says_it_is_not_so(text: str, sentence: Span, sentences: Sequence[Span]) -> bool:
    """Whether a sentence that denies or negates says that something is not so; an absence, if others speak of it."""
    words = sentence.of(text)
    if denials_in(read(text, sentence)):
        return True
    groups = groups_denying(clauses_of(words))
    if groups != {ABSENCE}:
        return bool(groups)
    focus = frozenset[str]().union(*(denial.focus for denial in gist(Said(words)).denials))
    others = (gist(Said(other.of(text))) for other in sentences if other != sentence)
    return not focus or any(not focus.isdisjoint(other.own.keys() - other.denied) for other in others)


def _utterances_in(text: str, language: Language) -> Iterator[tuple[Attribution, str]]:
    """The statements of a text, and what is no statement but denied ("the report"), each with who speaks."""
    attributions = find_attributions(text, language=language.tag)
    names = suggest_names(text, attributions)
    sound = are_statements(text, attributions) if language.is_english else (True,) * len(attributions)
    for attribution, name, is_sound in zip(attributions, names, sound, strict=True):
        mention = name or attribution.source
        if is_sound or (attribution.cue and DENIED in denials_in(read(text, attribution.cue))):
            yield attribution, read_mention(mention.of(text)).name if mention else ""


def _is_denied_in(text: str, sentence: Span, attribution: Attribution, language: Language) -> bool:
    """Whether what is said in the sentence denies something, or the verb that says so does: "denied", "rejected"."""
    said = Span(max(sentence.start, attribution.content.start), min(sentence.end, attribution.content.end))
    if said.start >= said.end:
        return False
    if language.is_english and attribution.cue and denials_in(read(text, attribution.cue)):
        return True
    return _denies(text, said if language.is_english else sentence, language)


def _denies(text: str, span: Span, language: Language) -> bool:
    if language.is_english:
        return denies(text, span)
    words = fold(span.of(text)).words
    return any(True for phrases in (language.negations, language.denials) for _ in phrases.find(words))
