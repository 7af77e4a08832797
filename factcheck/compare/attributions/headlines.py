"""Who says what in a headline, where a bare noun names the speaker: "Minister: no cut in pensions", "…, says mayor".

After the grammar of headlines (Mårdh, Headlinese, 1980): no articles, no full stop, the speaker before a colon or last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.compare.attributions.clauses import Mention, Sentence
from factcheck.compare.attributions.labels import names_speaker
from factcheck.compare.attributions.readings import Reading
from factcheck.compare.attributions.verb_forms import forms_of, kinds_of
from factcheck.compare.attributions.verbs import is_finite
from factcheck.compare.findings import Attribution
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.lexicon import words_of

VERBS = "en/attributions/reporting_verbs"
LONGEST_HEADLINE = 24  # tokens
LONGEST_SPEAKER = 4
SHORTEST_SAID = 3
SPEAKERS = ("person", "occupation", "organisation")
LISTS = tuple(f"en/attributions/{name}" for name in ("documents", "organisations", "unnamed_people"))


def headline_speech(paragraph: Sequence[Sentence], names: Counter[str]) -> Attribution | None:
    """What the headline that a paragraph is gives to the speaker at one of its ends."""
    line = Sentence(paragraph[0][: len(paragraph[0]) - paragraph[0].ends_at(len(paragraph[0]) - 1)])
    if len(paragraph) > 1 or len(line) > LONGEST_HEADLINE:
        return None
    found = _before_colon(line, names) or _behind_colon(line, names) or _behind_verb(line)
    return found.attribution(line) if found else None


def _before_colon(line: Sentence, names: Counter[str]) -> Reading | None:
    """“Police: two held after raid”."""
    colon = next((at for at in range(1, LONGEST_SPEAKER + 1) if line.low(at) == ":"), 0)
    speaker, said = Mention(0, colon), Mention(colon + 1, len(line))
    if not colon or not line.is_name(0) or said.end - said.start < SHORTEST_SAID or _is_list_of_names(line, said):
        return None
    is_speaker = _names_role(line, speaker) or names_speaker(line[:colon], names)
    return Reading(speaker, Mention(colon, colon + 1), said) if is_speaker else None


def _behind_colon(line: Sentence, names: Counter[str]) -> Reading | None:
    """“Bridge may be shut for years: engineers”, “Bridge may be shut – Ruiz”."""
    last = len(line) - 1
    nearby = range(last, last - 1 - LONGEST_SPEAKER, -1)
    colon = next((at for at in nearby if line.low(at) == ":" or line.isa(at, "dash")), 0)
    speaker = Mention(colon + 1, len(line))
    says_much = colon > SHORTEST_SAID or any(token.quoted for token in line[:colon])
    if not colon or not says_much or not (_names_role(line, speaker) or names_speaker(line[colon + 1 :], names)):
        return None
    return Reading(speaker, Mention(colon, colon + 1), Mention(0, colon))


def _behind_verb(line: Sentence) -> Reading | None:
    """“Bridge will hold, says mayor”."""
    comma = next((at for at in range(len(line) - 2, SHORTEST_SAID - 2, -1) if line.low(at) == ","), 0)
    forms = [form for form in forms_of(line.low(comma + 1)) if form.kind in ("s", "base")]
    speaker = Mention(comma + 2, len(line))
    if not comma or not any(form.lemma in words_of(VERBS) for form in forms) or not _names_role(line, speaker):
        return None
    is_short = speaker.end - speaker.start <= LONGEST_SPEAKER
    return Reading(speaker, Mention(comma + 1, comma + 2), Mention(0, comma)) if is_short else None


def _names_role(line: Sentence, speaker: Mention) -> bool:
    """Whether the words are a bare noun for people, a body or a writing, with what stands before it."""
    words = line[speaker.start : speaker.end]
    if not words or any(token.quoted or not token.is_word or token.isa("preposition", "determiner") for token in words):
        return False
    noun = words[-1].low
    if noun in words_of("en/attributions/not_speakers") or any(is_finite(token) for token in words):
        return False
    return class_of(noun) in SPEAKERS or any(noun in words_of(name) for name in LISTS)


def _is_list_of_names(line: Sentence, said: Mention) -> bool:
    """Whether nothing but names follow: "Coach: Ana Ruiz and Tom Berg"; a verb tells a headline all in capitals."""
    run = line[said.start : said.end]
    if any(token.isa("auxiliary") or token.low.endswith(("ed", "ing")) or kinds_of(token.low) for token in run):
        return False
    return all(token.is_name or token.isa("coordinator", "mark") for token in run)
