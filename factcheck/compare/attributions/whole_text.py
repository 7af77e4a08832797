"""Who said what in a text: direct and indirect speech, "according to", beliefs and stands, by rules over tokens.

The rules read English. Of another language whose verbs of saying are known its lists are read; of any other only the
quotations that a colon leads in are returned, without a source. No rule looks further than its sentence, but for a
quotation that goes on in the next ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.compare.attributions.clauses import LONGEST_SENTENCE, MARKS, Sentence, last_mark, read_sentences
from factcheck.compare.attributions.direct_speech import direct_speech
from factcheck.compare.attributions.headlines import headline_speech
from factcheck.compare.attributions.indirect_speech import indirect_speech
from factcheck.compare.attributions.labels import (
    answer,
    asks,
    is_all_quoted,
    is_transcript,
    labelled_speech,
    led_into,
    names_in,
    quotations_behind_colons,
    signed,
    signed_within,
)
from factcheck.compare.attributions.lead_ins import SHORTEST_UNCUED
from factcheck.compare.attributions.quoted import quoted_speech
from factcheck.compare.attributions.readings import Reading
from factcheck.compare.attributions.reported import reported_speech
from factcheck.compare.attributions.speech_words import has_verbs
from factcheck.compare.attributions.uncredited import uncredited_speech
from factcheck.compare.attributions.verbs import cues_in
from factcheck.compare.findings import Attribution, Span
from factcheck.compare.language.languages import ENGLISH, language_of

SHORTEST_SENTENCE = 3  # tokens that can hold a speaker, a verb and something said
OPEN_ENDS = ("?", "!", "…", "-", "–", "—", ",")
SHORTEST_TAG = 4  # tokens of "Ana Ruiz jeered.", whose verb no list has
LONGEST_TAG = 20  # tokens looked at for the "she asked" behind a question


def find_attributions(text: str, *, language: str = "en") -> Sequence[Attribution]:
    """The utterances that a text gives to somebody, in the order in which what is said begins.

    `source` is the mention that stands beside the verb, as it stands there ("he", "the official", "Ana Ruiz, the
    envoy"), None where nobody is named; `suggest_names` tells who a "he" may be. `cue` is the verb with its
    helpers, a noun ("claim"), "according to", or a colon. `content` runs from the first to the last word said,
    quotation marks and "that" included; where the paper puts the speaker into the middle, or the speech goes on
    over the next sentences, it spans those words too. `direct` says that it begins with quoted words.
    """
    tag = language_of(language).tag
    if tag != ENGLISH and has_verbs(tag):
        direct = direct_speech(text, tag)
        return tuple(sorted([*direct, *indirect_speech(text, tag, direct)], key=lambda one: one.content))
    paragraphs = [_with_tags_joined(paragraph) for paragraph in read_sentences(text)]
    if tag != ENGLISH:
        return tuple(one for paragraph in paragraphs for one in quotations_behind_colons(paragraph))
    names = names_in(paragraphs)
    found: list[Attribution] = []
    unfinished: int | None = None
    opened: int | None = None
    in_transcript = is_transcript(paragraphs)
    is_interview = any(asks(paragraph) for paragraph in paragraphs)
    for paragraph in paragraphs:
        if unfinished is not None and _goes_on(paragraph, is_open=not _is_closed(text, found[unfinished])):
            found[unfinished] = _extended(found[unfinished], paragraph[-1])
            continue
        if is_interview and asks(paragraph):
            continue
        label = answer(paragraph) if is_interview else None
        label = label or labelled_speech(paragraph, names, in_transcript=in_transcript) or signed_within(paragraph)
        if label is None and paragraph is paragraphs[0]:
            label = headline_speech(paragraph, names)
        here, speech = ([label], None) if label else _in_paragraph(paragraph)
        if opened is not None:
            here = _begun(here, paragraph, opened)
        opened = _opened(text, paragraph, opened) if not here else None
        unfinished = None if speech is None else len(found) + speech
        found += here
    for before, after in pairwise(paragraphs):
        beside = led_into(before[-1], after) or (signed(before, after[0]) if len(after) == 1 else None)
        found += [beside] if beside else []
    return tuple(sorted(found, key=lambda one: (one.content, one.cue or one.content)))


def _in_paragraph(paragraph: Sequence[Sentence]) -> tuple[list[Attribution], int | None]:
    """The utterances of a paragraph, and which of them is speech that the next paragraph may go on with."""
    found: list[Attribution] = []
    unfinished: int | None = None
    before: Sentence | None = None  # in which nothing is said
    for sentence in paragraph:
        readings, speech = _in_sentence(sentence)
        if unfinished is not None and sentence.is_quoted(0) and not readings:
            found[unfinished] = _extended(found[unfinished], sentence)
            continue
        alone = uncredited_speech(before, sentence) if before and not readings else None
        unfinished = len(found) if alone else None if speech is None else len(found) + speech
        found += [alone] if alone else [one.attribution(sentence) for one in readings]
        before = None if readings else sentence
    return found, unfinished


def _in_sentence(sentence: Sentence) -> tuple[list[Reading], int | None]:
    """The utterances of a sentence, and which of them is speech that the next sentence may go on with."""
    if len(sentence) < SHORTEST_SENTENCE:
        return [], None
    cues = list(cues_in(sentence))
    quoted = quoted_speech(sentence, cues)
    reported = reported_speech(sentence, cues, quoted)
    quoted = [one for one in quoted if not _is_within(one, reported, sentence)]
    readings = [*quoted, *reported]
    speech = _last_speech(sentence, quoted, readings)
    return readings, readings.index(speech) if speech else None


def _is_within(one: Reading, reported: Sequence[Reading], sentence: Sentence) -> bool:
    """Whether words quoted in passing are part of what somebody is said to have said."""
    if not one.quotes_in_passing(sentence):
        return False
    return any(other.content.start < one.start and one.end <= other.content.end for other in reported)


def _last_speech(sentence: Sentence, quoted: Sequence[Reading], readings: Sequence[Reading]) -> Reading | None:
    """The reading that a quotation right behind the sentence goes on with: the last that has quoted words at an end."""
    last = quoted[-1] if quoted else max(readings, key=lambda one: one.end, default=None)
    if last and (sentence.is_quoted(last.content.start) or sentence.is_quoted(last.content.end - 1)):
        return last
    return None


def _goes_on(paragraph: Sequence[Sentence], *, is_open: bool) -> bool:
    """Whether a paragraph is all quoted, and long enough, or the one before it has no mark at its end."""
    words = sum(len(token.word.split()) for sentence in paragraph for token in sentence)
    return (is_open or words >= SHORTEST_UNCUED) and all(is_all_quoted(sentence) for sentence in paragraph)


def _opened(text: str, paragraph: Sequence[Sentence], opened: int | None) -> int | None:
    """Where a quotation began that no mark has closed yet at the end of a paragraph, so that it goes on in the next."""
    is_open = text[paragraph[-1][-1].end - 1] not in MARKS and all(is_all_quoted(sentence) for sentence in paragraph)
    return (paragraph[0][0].start if opened is None else opened) if is_open else None


def _begun(here: list[Attribution], paragraph: Sequence[Sentence], opened: int) -> list[Attribution]:
    """The utterances of a paragraph, the first with the words before it that belong to the same quotation."""
    if not here or not here[0].direct or here[0].content.start != paragraph[0][0].start:
        return here
    return [replace(here[0], content=Span(opened, here[0].content.end)), *here[1:]]


def _is_closed(text: str, speech: Attribution) -> bool:
    return text[speech.content.end - 1] in MARKS


def _extended(speech: Attribution, sentence: Sentence) -> Attribution:
    end = max(token.end for token in sentence if token.quoted)
    return replace(speech, content=Span(speech.content.start, end))


def _with_tags_joined(paragraph: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of a paragraph, with a “Why?” and the "she asked" behind it as one."""
    found: list[Sentence] = []
    for sentence in paragraph:
        if (
            found
            and len(found[-1]) < LONGEST_SENTENCE
            and found[-1][-1].quoted
            and last_mark(found[-1][-1]) in OPEN_ENDS
            and _is_tag(sentence)
        ):
            found[-1] = Sentence((*found[-1], *sentence))
        else:
            found.append(sentence)
    return found


def _is_tag(sentence: Sentence) -> bool:
    """Whether a sentence only gives the quotation before it to its speaker: "Ruiz asked.", "Ana Ruiz jeered."."""
    cue = next((cue for cue in cues_in(Sentence(sentence[:LONGEST_TAG])) if cue.speaks), None)
    if cue is None:
        last = len(sentence) - 1
        return last < SHORTEST_TAG and sentence.ends_at(last) and sentence.low(last - 1).endswith("ed")
    if "," in (sentence.low(0), sentence.low(1)) or sentence.low(cue.end) in ("that", ":"):
        return False
    return not (sentence.low(cue.end) == "," and sentence.is_quoted(cue.end + 1))
