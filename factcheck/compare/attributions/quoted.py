"""Direct speech: the quotations of one sentence with the verb and the speaker that stand beside them."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare.attributions.clauses import MARKS, Mention, Sentence, Token, last_mark
from factcheck.compare.attributions.extents import content_end
from factcheck.compare.attributions.lead_ins import with_colon_before
from factcheck.compare.attributions.quoted_subjects import quoted_subject
from factcheck.compare.attributions.readings import Reading, reading
from factcheck.compare.attributions.speakers import LONGEST, mention_after, opens_mention, quoted_as, source_of
from factcheck.compare.attributions.verbs import Cue, is_adverb

ENDS_OF_SPEECH = (",", "?", "!", "…", "-", "–", "—", ".")
LONGEST_GAP = 30
FURTHEST_UNLISTED_VERB = 8
SHORTEST_WHOLE = 2
LONGEST_SMALL_WORD = 4  # letters: shorter ones have no capital in titles: "Out of the Blue", "Away with Him"


def quoted_speech(sentence: Sentence, cues: Sequence[Cue]) -> list[Reading]:
    """The quotations of a sentence that are given to a speaker, in order."""
    found: list[Reading] = []
    done, last = 0, None
    for at, token in enumerate(sentence):
        if not token.quoted or at < done or _is_title(sentence, at):
            continue
        one = (
            quoted_subject(sentence, at)
            or _with_cue_behind(sentence, cues, at, done)
            or _with_unlisted_verb_behind(sentence, at)
            or _with_cue_before(sentence, cues, at, done, last)
            or with_colon_before(sentence, at, done)
        )
        if one:
            found.append(one)
            done, last = one.end, one.source
    return found


def _is_title(sentence: Sentence, at: int) -> bool:
    """Whether a quotation names a work: it stands behind "the book" or "titled", and its long words have capitals."""
    if not sentence.isa(at - 1, "work", "titled"):
        return False
    long = [word.strip(MARKS) for word in sentence[at].word.split() if len(word.strip(MARKS)) > LONGEST_SMALL_WORD]
    return all(word[0].isupper() or word[0].isdecimal() for word in long)


def _with_cue_behind(sentence: Sentence, cues: Sequence[Cue], at: int, done: int) -> Reading | None:
    """“…,” X said  ·  “…,” said X  ·  “…,” X said, “…”."""
    behind = at + 1
    if sentence.low(behind) == "," or sentence.isa(behind, "dash"):
        behind += 1
    elif last_mark(sentence[at]) not in ENDS_OF_SPEECH:
        return None
    speaking = [cue for cue in cues if cue.start >= behind and cue.speaks]
    others = (cue for cue in speaking if cue is speaking[-1] or not _is_aside(sentence, cue))
    cue = next((cue for cue in speaking if _says_as_quoted(sentence, cue)), None) or next(others, None)
    source = _speaker_behind(sentence, cue, behind) if cue else None
    if cue is None or source is None:
        return None
    end = _second_half(sentence, cues, max(cue.end, source.end)) or at + 1
    return reading(source, cue, _start_of_speech(sentence, at, done), end)


def _says_as_quoted(sentence: Sentence, cue: Cue) -> bool:
    """“…,” Ruiz was quoted as saying."""
    before = cue.start - 1
    return sentence.low(before) == "as" and cue.form == "ing" and quoted_as(sentence, before) is not None


def _is_aside(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb only says who the speaker is: "the official, who asked not to be named, said"."""
    return sentence.low(cue.start - 1) == "who" and sentence.low(cue.start - 2) == ","


def _speaker_behind(sentence: Sentence, cue: Cue, behind: int) -> Mention | None:
    if _says_as_quoted(sentence, cue):
        return source_of(sentence, cue)
    if cue.start == behind:
        return mention_after(sentence, cue.end) if opens_mention(sentence, cue.end) else None
    if sentence.isa(cue.end, "subject_pronoun"):  # another clause is what was said: “…,” Ruiz said it was
        return None
    between = sentence[behind : cue.start]
    if len(between) > LONGEST or any(token.quoted or token.low in (":", ";") for token in between):
        return None
    end = sentence.before_marks(cue.start)
    return Mention(behind, end) if end > behind and _is_mention(between) else None


def _is_mention(between: Sequence[Token]) -> bool:
    """Whether the words between a quotation and its verb name a speaker rather than begin a clause."""
    head = between[0]
    clause = head.isa("coordinator", "preposition", "subordinator") and not (head.is_name and len(between) > 1)
    if clause or head.low in ("according", ",", "who"):
        return False
    for token in between:
        if token.low in (",", "who"):
            return True
        if token.isa("auxiliary", "subordinator") and not token.is_name:
            return False
    return True


def _start_of_speech(sentence: Sentence, at: int, done: int) -> int:
    """Where the speech begins that ends with the quotation at `at`: with it, or with the clause that it closes."""
    start = at
    while start > done and not sentence.isa(start - 1, "stop") and sentence.low(start - 1) != ":":
        start -= 1
    return sentence.after_lead(start, at)


def _second_half(sentence: Sentence, cues: Sequence[Cue], past: int) -> int | None:
    """The end of a second quotation, set off by a mark, that goes on with the first: “…,” she said, “…”."""
    at = next((at for at in range(past, len(sentence)) if sentence.is_quoted(at)), None)
    if at is None or not sentence.isa(at - 1, "mark") or any(past <= cue.start < at for cue in cues):
        return None
    return at + 1


def _with_unlisted_verb_behind(sentence: Sentence, at: int) -> Reading | None:
    """“…,” the crowd jeered: a short subject and any verb in -ed, or in -s before a mark, right behind speech."""
    if last_mark(sentence[at]) not in (",", "?", "!"):
        return None
    for verb in range(at + 2, min(at + FURTHEST_UNLISTED_VERB, len(sentence))):
        token = sentence[verb]
        if token.quoted or not token.is_word or token.isa("auxiliary", "preposition"):
            return None
        present = (
            token.low.endswith("s") and sentence.isa(verb + 1, "mark") and not sentence.isa(verb - 1, "determiner")
        )
        if (present or token.low.endswith("ed")) and not token.is_name and _is_mention(sentence[at + 1 : verb]):
            return Reading(Mention(at + 1, verb), Mention(verb, verb + 1), Mention(at, at + 1))
    return None


def _with_cue_before(
    sentence: Sentence, cues: Sequence[Cue], at: int, done: int, last: Mention | None
) -> Reading | None:
    """X said, “…”  ·  X told reporters: “…”  ·  X called it “…”."""
    before = [cue for cue in cues if done <= cue.start and cue.end <= at and (cue.speaks or cue.end == at)]
    if not before or before[-1].passive or not _leads_in(sentence, before[-1], at):
        return None
    cue = before[-1]
    if sentence.low(at - 1) == ":" or last_mark(sentence[at]) in ENDS_OF_SPEECH or _is_whole(sentence, at):
        end = at + 1
        while sentence.is_quoted(end):
            end += 1
    else:
        end = content_end(sentence, at, cue)
    return reading(_leading_speaker(sentence, cue, at) or source_of(sentence, cue, last), cue, at, end)


def _is_whole(sentence: Sentence, at: int) -> bool:
    """Whether the quoted words are a sentence of their own, as a capital shows: chanted “No more tolls” as he left."""
    words = sentence[at].word.strip(MARKS).split()
    if sentence.isa(at + 1, "coordinator") and sentence.is_quoted(at + 2):  # “…” and “…”
        return False
    return len(words) >= SHORTEST_WHOLE and words[0][0].isupper() and not all(word[0].isupper() for word in words)


def _leading_speaker(sentence: Sentence, cue: Cue, at: int) -> Mention | None:
    """The speaker of a sentence that opens with its verb: Said Ana Ruiz: “…”."""
    opens = not sentence.within(sentence.after_lead(0, cue.start), cue.start)
    if not opens or cue.form not in ("past", "participle", "s") or not opens_mention(sentence, cue.end):
        return None
    source = mention_after(sentence, cue.end)
    return source if source and source.end <= at and sentence.isa(at - 1, "mark") else None


def _leads_in(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether nothing stands between the verb and the quotation but whom, when and where it was said to."""
    gap = sentence[cue.end : at]
    if not gap:
        return True
    if len(gap) > LONGEST_GAP or gap[-1].low not in (",", ":"):
        return False
    if any(token.quoted or token.low in ("that", ";") for token in gap):
        return False
    adjunct = gap[0].isa("preposition", "time", "adjunct_opener") or gap[0].low == "," or is_adverb(gap[0])
    return gap[-1].low == ":" or cue.tells or adjunct
