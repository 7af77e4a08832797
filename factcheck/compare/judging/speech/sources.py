"""The rules on who said it: credits, verbs of saying, named and unnamed speakers.

Verbs of saying are neutral, judging (claim, admit) or factive (note, confirm), after Saurí and Pustejovsky's FactBank
(2009) and Hyland's reporting verbs (2002): one sort for another tells a reader something else about what was said.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row.changes import NEAR, PHRASE, Change, Half
from factcheck.compare.judging.row.scope import RELATIVES, ends_clause, follows_comma, governs_kept, signals_of
from factcheck.compare.judging.row.sides import MARK, PRONOUNS, RowSide
from factcheck.compare.judging.speech.credited import BY, STANDS_BEHIND, TELLS, Credited, credited_in, stands_first
from factcheck.compare.judging.speech.same_speaker import (
    are_one_and_many,
    is_another,
    is_same,
    may_be_one_body,
    speak_for_one_body,
)
from factcheck.compare.judging.speech.standing_credit import stands_before
from factcheck.compare.judging.speech.words_of_saying import (
    ANNOUNCES,
    NO_WORD,
    cues_of,
    in_adverbial_clause,
    leads_in,
    voices_in_half,
)
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.signals import carries_content, groups_of
from factcheck.compare.language.word_relations import are_synonyms, is_verb_of_saying
from factcheck.compare.words.plain_words import phrase

Finding = tuple[EditKind, Severity]
MINOR, SUBSTANTIVE = Severity.MINOR, Severity.SUBSTANTIVE
THINGS = frozenset(["place", "artefact", "event", "unit", "amount"])
SAID = 3  # words of content
LONGEST_SOURCE = 10  # words of content
SAYING = frozenset({"says", "claims", "jeers", "grants", "accuses", ANNOUNCES})
# These keep a statement attributed, but are said of deeds too often to attribute one alone.
VOICED = SAYING | {"confirms", "reveals", "notes", "describes"}
JUDGING = frozenset({"claims", "jeers", "grants", "confirms", "reveals", "notes"})
OWN = frozenset({"claims", "grants", "confirms"})  # what no other speaker of the row makes up for
NOUNS_OF_SAYING = {phrase(entry)[0]: group for group, entry in groups_of("en/judging/nouns_of_saying")}
AND = frozenset(["and", "but", "or"])
OF = "of"
SOME = frozenset(["one", "some", "several", "few", "minority", "handful", "member", "members", "half", "part"])
OF_ALL = SOME | {"many", "most", "majority"}
IN_SPEECH = frozenset(["i", "me", "my", "we", "us", "our", "you", "your"])


def who_said(change: Change) -> Iterator[Finding]:
    """Did the words of saying come or go, or give way to others that judge?"""
    left, right = change.halves
    cues = cues_of(left, right), cues_of(right, left)
    came = cues[1] & SAYING and not cues[0] & VOICED and not voices_in_half(left)
    went = cues[0] & SAYING and not cues[1] & VOICED and not voices_in_half(right)
    if any(_judges_elsewhere(*halves) for halves in (change.halves, change.halves[::-1])) or (
        all(cues) and (cues[0] ^ cues[1]) & JUDGING and all(sides & VOICED for sides in cues)
    ):
        yield EditKind.ATTRIBUTION, SUBSTANTIVE
    elif (came or went) and _voices_at_all(left if came else right):
        yield EditKind.ATTRIBUTION, MINOR
    elif came or went:
        silent = left if came else right
        half = right if came else left
        is_kept = _stays_attributed(change, silent) or _goes_with_words(half, silent) or _keeps_source(half, silent)
        is_kept = is_kept or stands_before(half, silent.side)
        yield EditKind.ATTRIBUTION, MINOR if is_kept else SUBSTANTIVE
    elif not any(cues) and any(map(leads_in, change.halves)):
        silent = right if leads_in(left) else left
        yield EditKind.ATTRIBUTION, MINOR if _stays_attributed(change, silent) else SUBSTANTIVE
    for half, other, own in ((left, right, cues[0]), (right, left, cues[1])):
        if (
            own & OWN
            and half.names
            and (len(half.content) <= PHRASE or _governs_kept(half))
            and not cues_of(other, half)
            and not own & _groups(other.side)
        ):
            yield EditKind.ATTRIBUTION, SUBSTANTIVE


def _voices_at_all(half: Half) -> bool:
    """Whether some verb of communication stands in a half: "criticized" for "accused"."""
    return any(is_verb_of_saying(word.plain) and not in_adverbial_clause(half.side, word) for word in half.content)


def _judges_elsewhere(half: Half, other: Half) -> bool:
    """Whether the row's one credit judges and the other row's one, in whatever place, does not: "said", "confirmed"."""
    if len(half.side.cues) != 1 or len(other.side.cues) != 1:
        return False
    own, kept = half.side.cues[0][1], other.side.cues[0][1]
    return half.signals[own] > 0 and own.group in JUDGING and kept.group in VOICED - JUDGING


def what_it_is_called(change: Change) -> Iterator[Finding]:
    """Does a noun that judges what was said stand for one that does not: "remark", "admission"?"""
    nouns = [
        [NOUNS_OF_SAYING.get(word.plain) for word in half.alone if carries_content(word.plain)]
        for half in change.halves
    ]
    if all(len(classes) == 1 and classes[0] for classes in nouns) and nouns[0] != nouns[1]:
        yield EditKind.ATTRIBUTION, SUBSTANTIVE


def who_speaks(change: Change) -> Iterator[Finding]:
    """Is another said to speak, one without a name for one with it, or the reverse?"""
    left, right = change.halves
    one, other = credited_in(left.side), credited_in(right.side)
    if one and other and (found := _between(change, one, other)) is not None:
        yield from found
        return
    if not (_has_speaker(left) or _has_speaker(right)) or _name_one_speaker(change):
        return
    is_exchanged = any(_unnames(*halves) for halves in (change.halves, change.halves[::-1]))
    keeps_name = change.is_phrase and all(half.side.is_beside_name(half.places) for half in change.halves)
    is_exchanged = is_exchanged or all(_has_speaker(half) or half.names for half in change.halves)
    if _is_near_cue(change) and is_exchanged and not keeps_name:
        yield EditKind.ATTRIBUTION, SUBSTANTIVE
    elif not change.is_aside and change.is_phrase and all(attributes(half.side) for half in change.halves):
        yield EditKind.ATTRIBUTION, MINOR


def _between(change: Change, one: Credited, other: Credited) -> list[Finding] | None:
    """What it matters that one speaker stands for another; None if the two do not settle it."""
    left, right = change.halves
    touches = _touches_credit(change)
    if (touches and are_one_and_many(one, other)) or _is_part_of(left, right, one) or _is_part_of(right, left, other):
        return [(EditKind.ATTRIBUTION, SUBSTANTIVE)]
    if bool(one.names) != bool(other.names) and speak_for_one_body(one, other):
        return (
            [(EditKind.ATTRIBUTION, MINOR)]
            if _has_speaker(left) or _has_speaker(right) or left.names or right.names
            else []
        )
    if touches and is_another(one, other):
        named = [(EditKind.NAME, SUBSTANTIVE)] if one.names_person != other.names_person else []
        return [(EditKind.ATTRIBUTION, SUBSTANTIVE), *named]
    if may_be_one_body(one, other):
        is_role = one.nouns < other.nouns or other.nouns < one.nouns  # "a spokesman for the mayor", "the mayor"
        return [(EditKind.ATTRIBUTION, MINOR)] if is_role else []
    if is_same(one, other) or _describes_named(one, other):
        return [(EditKind.ATTRIBUTION, MINOR)] if _has_speaker(left) or _has_speaker(right) else []
    return None


def _is_part_of(half: Half, other: Half, credited: Credited) -> bool:
    """Whether so many of those who are credited speak in a half and in the other they all do: "one of the pilots"."""
    words = half.side.words
    return OF_ALL.isdisjoint(word.plain for word in other.words) and any(
        words[at].plain == OF
        and (is_number(words[at - 1].plain) or words[at - 1].plain in SOME)
        and half.is_alone(words[at - 1])
        and not credited.nouns.isdisjoint(word.plain for word in words[at + 1 : at + 1 + NEAR])
        for at in half.places
        if at
    )


def _describes_named(one: Credited, other: Credited) -> bool:
    """Whether one side describes whom the other names: "the Connecticut Democrat"."""
    return bool(one.names and other.names) and one.is_description != other.is_description


RULES = (who_said, what_it_is_called, who_speaks)


def _name_one_speaker(change: Change) -> bool:
    """Whether the speakers of both sides have one name for them in the row: "lawyer", "attorney"."""
    speakers = [_speakers(half) for half in change.halves]
    kept = [{word.plain for word in half.side.words} for half in change.halves]
    return all(
        any(are_synonyms(one, other) for other in words)
        for own, words in zip(speakers, kept[::-1], strict=True)
        for one in own
    )


def _has_speaker(half: Half) -> bool:
    """Whether a noun for somebody who may speak came or went, and does more than describe a thing: "police station"."""
    return any(
        not _describes_thing(half, where) and not _hears(half, where) for where, _ in signals_of(half, "speaker")
    )


def _hears(half: Half, where: range) -> bool:
    """Whether somebody is told what is said by whom a pronoun stands for: "she told reporters"."""
    at = half.places.start + where.start
    told = [word.plain for word in half.side.words[max(0, at - 3) : at]]
    return any(one in PRONOUNS and other in TELLS for one, other in pairwise(told))


def _describes_thing(half: Half, where: range) -> bool:
    at = half.places.start + where.stop
    behind = half.side.words[at : at + 1]
    return bool(behind) and class_of(behind[0].plain) in THINGS


def _speakers(half: Half) -> set[str]:
    return {half.words[where[0]].plain for where, _ in signals_of(half, "speaker")}


def _touches_credit(change: Change) -> bool:
    """Whether a word for the speaker, near words of saying, came, went or was changed."""
    credited = {word for half in change.halves for word in _credited_words(half.side)}
    return any(word.plain in credited for half in change.halves for word in half.alone) and _is_near_cue(change)


def _credited_words(side: RowSide) -> frozenset[str]:
    found = credited_in(side)
    return found.names | found.nouns if found else frozenset()


def _unnames(named: Half, unnamed: Half) -> bool:
    """Whether a named speaker has only a description on the other side."""
    if not named.names or named.groups("speaker") or not unnamed.groups("speaker"):
        return False
    kept = {word.plain for word in unnamed.side.words}
    is_short = max(len(half.content) for half in (named, unnamed)) <= LONGEST_SOURCE
    return is_short and kept.isdisjoint(named.names)


def _goes_with_words(half: Half, silent: Half) -> bool:
    """Whether what is said came or went together with the words of saying: nothing that is kept loses its source."""
    cues = [where for where, signal in half.phrase.signals if signal.kind == "cue"]
    if not cues:
        return False
    first, last = cues[0], cues[-1]
    is_inner = _is_inner_clause(half, first)
    is_behind = half.words[first[0]].plain in STANDS_BEHIND or (
        not is_inner and stands_first(half.side, half.places.start + first.start)
    )
    behind = half.words[: first.start] if is_behind else half.words[last.stop :]
    said = sum(word in half.content for word in behind)
    if said and not silent.words and half.words[0].plain in AND and not half.names and not half.groups("speaker"):
        return ends_clause(half)
    if is_behind:  # "…, said Dask" is the source of the whole sentence
        return False
    kept = sum(carries_content(word.plain) and not half.is_alone(word) for word in behind)
    if said and not kept and not silent.content and is_inner:
        return ends_clause(half)
    return said >= SAID and kept < SAID and 2 * len(silent.content) <= said


def _is_inner_clause(half: Half, cue: range) -> bool:
    """Whether words of saying stand in a clause of their own: ", which police said was", ", saying they"."""
    before = {word.plain for word in half.words[max(0, cue.start - NEAR) : cue.start]}
    is_by = [word.plain for word in half.words[cue.stop : cue.stop + 1]] == [BY]  # "described by neighbours as"
    is_participle = half.words[0].plain.endswith("ing") or (is_by and follows_comma(half))
    return not RELATIVES.isdisjoint(before) or (cue.start == 0 and is_participle)


def _governs_kept(half: Half) -> bool:
    return any(governs_kept(half, where, SAID) for where, _ in signals_of(half, "cue"))


def _stays_attributed(change: Change, silent: Half) -> bool:
    """Whether a row without these words of saying still shows that somebody speaks."""
    if _is_in_speech(silent.side) or attributes(silent.side):
        return True
    return any(half.has_mark for half in change.halves) and speaks_of_itself(silent.side)


def _is_in_speech(side: RowSide) -> bool:
    """Whether a row is somebody's words, whole or broken off; a few words in marks leave open whose they are."""
    ends = side.span.start, side.span.end - 1
    return side.is_mostly_speech or any(MARK.match(side.text, end) for end in ends)


def speaks_of_itself(side: RowSide) -> bool:
    """Whether a row may stand in the middle of what somebody says: marks, or a speaker's "we" and "you"."""
    return MARK.search(side.span.of(side.text)) is not None or any(
        word.plain in IN_SPEECH and not (word.plain == "i" and side.is_name(before))  # "World War I"
        for before, word in pairwise([NO_WORD, *side.words])
    )


def _keeps_source(half: Half, silent: Half) -> bool:
    """Whether the writing that a half credits is named in the other row too: "the bill says", "under the bill"."""
    kept = {word.plain for word in silent.side.words}
    found = credited_in(half.side)
    return (
        found is not None
        and not found.names
        and any(class_of(noun) == "document" and noun in kept for noun in found.nouns)
    )


def _groups(side: RowSide) -> set[str]:
    return {signal.group for signal in side.signals if signal.kind == "cue"}


def attributes(side: RowSide) -> bool:
    """Whether the row gives its statement to somebody; what is said within an adverbial clause is another statement."""
    return any(
        ((signal.kind == "cue" and signal.group in VOICED - {ANNOUNCES}) or side.words[where[0]].start in side.voices)
        and not in_adverbial_clause(side, side.words[where.start])
        for where, signal in side.places_of_signals
    )


def _is_near_cue(change: Change) -> bool:
    return any(
        signal.kind == "cue" and half.places.start - NEAR <= where.start and where.stop <= half.places.stop + NEAR
        for half in change.halves
        for where, signal in half.side.places_of_signals
    )
