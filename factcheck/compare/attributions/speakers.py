"""Who stands beside a verb of saying: the mention before it, the one behind it, or the subject of its sentence."""

from __future__ import annotations

from factcheck.compare.attributions.clauses import Mention, Sentence, Token
from factcheck.compare.attributions.verb_forms import kinds_of
from factcheck.compare.attributions.verbs import Cue, is_adverb, is_finite, may_be_past
from factcheck.compare.language.noun_classes import is_person

LONGEST = 40  # tokens in one mention
LONGEST_APPOSITION = 12
LONGEST_NAME = 5
LONGEST_PARTICLE = 3  # letters of "van", "of", "the" in a name
LONGEST_RELATIVE = 10  # tokens
LONGEST_AGENT = 8  # tokens of "quoted by the paper's Sunday edition"
WHO = ("who", "whose", "which")


def source_of(sentence: Sentence, cue: Cue, last: Mention | None = None) -> Mention | None:
    """The subject of a verb: the mention before it, or `last`, the speaker of the verb that it goes on from."""
    before = cue.start - 1
    if cue.passive or before < 0:
        return None
    if sentence.low(before) == "as" and cue.form == "ing" and (quoted := quoted_as(sentence, before)):
        return quoted
    return _subject_of(sentence, cue, last)


def _subject_of(sentence: Sentence, cue: Cue, last: Mention | None) -> Mention | None:
    before = cue.start - 1
    if sentence.low(cue.start) == "to" and not sentence.is_name(before):
        return last or subject(sentence, cue.start)
    trailing = cue.form == "ing" and cue.is_bare
    described = sentence[before].is_word and not sentence.isa(before, "time", "coordinator", "preposition", "adverb")
    if trailing and described and not sentence.is_quoted(before):
        return mention_before(sentence, cue.start)
    if sentence.low(before) == "," and cue.form != "ing":
        return mention_before(sentence, cue.start) or last
    if trailing or sentence.low(before) == "," or sentence.isa(before, "coordinator", "preposition"):
        return last or subject(sentence, cue.start)
    return mention_before(sentence, cue.start)


def quoted_as(sentence: Sentence, at: int) -> Mention | None:
    """Whom "Ruiz was quoted by a paper as saying", "the paper quoted Ruiz as saying" quote; "as" stands at `at`."""
    verbs = range(at - 1, max(0, at - LONGEST_AGENT), -1)
    verb = next((verb for verb in verbs if sentence.isa(verb, "quoting", "record")), 0)
    start = verb - sentence.isa(verb, "record")
    while start and sentence.isa(start - 1, "auxiliary"):
        start -= 1
    if 0 < start < verb:
        return mention_before(sentence, start)
    return Mention(verb + 1, at) if 0 < verb < at - 1 and not sentence.isa(verb + 1, "preposition") else None


def mention_before(sentence: Sentence, at: int) -> Mention | None:
    """The name, pronoun or description that ends right before token `at`."""
    at = _before_adverbial(sentence, at)
    last = at - 1
    if sentence.low(last) == ")":
        return _with_brackets(sentence, at)
    if sentence.low(last) == "," or sentence.isa(last, "dash"):
        return _with_apposition(sentence, at)
    if sentence.low(last) == "who" and sentence.low(last - 1) == ",":
        return Mention(_start_of_name(sentence, last - 1), at)
    if sentence.isa(last, "pronoun") and (whole := _ending_in_pronoun(sentence, last)):
        return whole
    if sentence.isa(last, "relative", "pronoun", "contracted"):
        return Mention(last, at)
    return _phrase_before(sentence, at)


def _ending_in_pronoun(sentence: Sentence, last: int) -> Mention | None:
    """The mention in "no one", "Ruiz and Berg both"."""
    if sentence.low(last) == "one" and sentence.isa(last - 1, "determiner", "negator"):
        return Mention(last - 1, last + 1)
    if sentence.low(last) in ("both", "each") and sentence.is_name(last - 1):
        return _phrase_before(sentence, last)
    return None


def _start_of_name(sentence: Sentence, end: int) -> int:
    """Where the name begins that ends before token `end`, or else the description."""
    start = end
    while start and sentence.is_name(start - 1) and not sentence.is_quoted(start - 1):
        start -= 1
    if start < end:
        return start
    described = _phrase_before(sentence, end)
    return described.start if described else end + 1


def mention_after(sentence: Sentence, at: int) -> Mention | None:
    """The name or description that begins at token `at`, with what is set behind it by commas."""
    end = at
    while end < len(sentence) and end - at < LONGEST:
        if sentence.isa(end, "mark") and not (sentence.low(end) == "," and _opens_apposition(sentence, end + 1)):
            break
        if (sentence.is_quoted(end) and end > at) or sentence.isa(end, "subordinator"):
            break
        if sentence.isa(end, "preposition") and (sentence.isa(end + 1, "time") or sentence.isa(end + 2, "time")):
            break
        end += 1
    return Mention(at, end) if end > at else None


def opens_mention(sentence: Sentence, at: int) -> bool:
    """Whether a name or a description can begin at token `at`."""
    if at >= len(sentence) or sentence.is_quoted(at) or not sentence[at].is_word or is_adverb(sentence[at]):
        return False
    return not sentence.isa(at, "preposition", "subordinator", "subject_pronoun") or sentence.isa(
        at, "personal_pronoun"
    )


def subject(sentence: Sentence, upto: int) -> Mention | None:
    """The subject of the sentence, looked for before token `upto`."""
    at = sentence.after_dateline()
    while at < upto:
        while at < upto and (is_adverb(sentence[at]) or sentence.low(at).endswith("ly") or sentence.isa(at, "lead")):
            at += 1
        end = at
        while end < upto and not _bounds(sentence, end):
            end += 1
        adverbial = sentence.low(end) == "," and any(token.isa("time") for token in sentence[at : at + 3])
        if end > at and not adverbial and not sentence.isa(at, "preposition") and not sentence.low(at).endswith("ing"):
            return Mention(at, _subject_end(sentence, at, end))
        at = end + 1
    return None


def _subject_end(sentence: Sentence, at: int, upto: int) -> int:
    """Where the name, pronoun or description that begins at `at` ends, judged by capitals and length."""
    end = at + 1
    if sentence.isa(at, "pronoun"):
        return end
    named = sentence.is_name(at) and not sentence.isa(at, "determiner")
    while end < upto and end - at < 4:
        opens = end == at + 1 and sentence.isa(at, "determiner")
        if not (sentence.is_name(end) if named else opens or not may_be_past(sentence[end])):
            break
        end += 1
    return end


def _bounds(sentence: Sentence, at: int) -> bool:
    """Whether no noun phrase reaches over the token; "to" is part of one in "an aide to the mayor"."""
    if sentence.low(at) == "than" and sentence.low(at - 1) in ("more", "less", "fewer"):
        return False
    if sentence.is_quoted(at) or sentence.isa(at, "mark", "subordinator"):
        return True
    if sentence.low(at) == "to":
        return not (sentence.is_name(at + 1) or sentence.isa(at + 1, "determiner"))
    return sentence.isa(at, "auxiliary") and not sentence.is_name(at)


def _phrase_before(sentence: Sentence, at: int) -> Mention | None:
    start = at
    while start and at - start < LONGEST and not _bounds(sentence, start - 1):
        if sentence.isa(start - 1, "relative"):
            break
        if sentence.isa(start - 1, "coordinator") and not _joins_names(sentence, start - 1):
            break
        start -= 1
    while start < at and (is_adverb(sentence[start]) or sentence.isa(start, "coordinator")):
        start += 1
    start = _after_adverbial(sentence, start, at)
    if start < at and sentence.low(start - 1) == "who" and not sentence.isa(start - 2, "mark"):
        head = _phrase_before(sentence, start - 1)
        start = head.start if head else start
    start = _before_relative(sentence, start, at)
    return Mention(start, at) if any(token.is_word for token in sentence[start:at]) else None


def _before_relative(sentence: Sentence, start: int, at: int) -> int:
    """Where the head of "people who were not allowed to speak in public" stands, whose own clause ends before `at`."""
    if start >= at or not (sentence.low(start - 1) == "to" or sentence.isa(start - 1, "auxiliary")):
        return start
    for who in range(start - 2, max(0, start - LONGEST_RELATIVE), -1):
        if sentence.isa(who, "mark", "subordinator", "coordinator") or sentence.is_quoted(who):
            return start
        if sentence.low(who) == "who":
            head = _phrase_before(sentence, who)
            return head.start if head else start
    return start


def _joins_names(sentence: Sentence, at: int) -> bool:
    """Whether "and" at `at` joins two speakers rather than two clauses."""
    if at < 1 or sentence.is_quoted(at - 1) or sentence.isa(at - 1, "mark"):
        return False
    opens = at < 4 and sentence.low(at - 1).endswith("s")
    return sentence.is_name(at - 1) or not sentence.is_name(at + 1) or opens


def _after_adverbial(sentence: Sentence, start: int, end: int) -> int:
    """Past the "On Tuesday night", "Last week" or "On the last lap" that heads a phrase."""
    if not sentence.isa(start, "preposition", "time_lead"):
        return start
    name = end
    while name > start and sentence.is_name(name - 1):
        name -= 1
    joins = sentence.isa(name - 1, "preposition", "determiner") or is_person(sentence.low(name - 1))
    if start + 1 < name < end and sentence[name - 1].is_word and not joins:
        return name
    times = [at for at in range(start, end) if sentence.isa(at, "time")]
    return times[-1] + 1 if times and times[-1] + 1 < end else start


def _before_adverbial(sentence: Sentence, at: int) -> int:
    """Before the "last month" or "on Tuesday" that stands between a subject and its verb."""
    if not sentence.isa(at - 1, "time"):
        return at
    start = at
    while start > 1 and at - start < 4 and (sentence.isa(start - 1, "time") or sentence.low(start - 1) == "the"):
        start -= 1
    if start > 1 and sentence.low(start - 1) in ("on", "in", "at", "early", "late"):
        start -= 1
    return start


def _with_brackets(sentence: Sentence, end: int) -> Mention | None:
    """The mention before "(R-Texas)", with it."""
    for at in range(end - 2, max(0, end - LONGEST), -1):
        if sentence.low(at) == "(":
            named = mention_before(sentence, at)
            return Mention(named.start if named else at, end)
    return None


def _with_apposition(sentence: Sentence, end: int) -> Mention | None:
    """The mention before ", chief of the agency,", with it but for the closing mark."""
    mark = sentence.low(end - 1)
    marks = range(end - 2, max(-1, end - LONGEST), -1)
    relative = next((at for at in marks if sentence.low(at) == mark and sentence.low(at + 1) in WHO), None)
    for at in marks if relative is None else (relative,):
        if sentence.low(at) == mark:
            named = _named_before(sentence, at)
            if named:
                return Mention(named.start, end - 1)
    return None


def _named_before(sentence: Sentence, mark: int) -> Mention | None:
    """The mention that ends at a mark, with the name that it in turn stands behind: "Ana Ruiz, 54, a lawyer, …"."""
    named = (_with_brackets if sentence.low(mark - 1) == ")" else _phrase_before)(sentence, mark)
    while named and named.start > 1 and sentence.low(named.start - 1) == ",":
        before = _phrase_before(sentence, named.start - 1)
        if before is None or not (_is_age(sentence, named) or _is_name(sentence, before)):
            return named
        named = before
    return named


def _is_age(sentence: Sentence, mention: Mention) -> bool:
    return mention.end - mention.start == 1 and sentence.low(mention.start).isdigit()


def _is_name(sentence: Sentence, mention: Mention) -> bool:
    """Whether the words are a name and nothing else, as "Sir Tom Berg" is and "In Leeds" is not."""
    words = sentence[mention.start : mention.end]
    if len(words) > LONGEST_NAME or words[0].isa("preposition", "time", "determiner", "lead", "adverb"):
        return False
    if words[0].low.endswith("ly") and len(words) == 1:
        return False
    return words[-1].is_name and not any(map(_is_no_name, words))


def _is_no_name(token: Token) -> bool:
    return not token.is_name and (len(token.low) > LONGEST_PARTICLE or is_finite(token))


def _opens_apposition(sentence: Sentence, at: int) -> bool:
    """Whether ", head of the agency" or ", who was there" begins at `at`, rather than a clause."""
    if sentence.low(at) == "who":
        return True
    if sentence.low(at) == "to" or sentence.isa(at, "subordinator"):
        return False
    if at >= len(sentence) or sentence.isa(at, "coordinator", "preposition") or "ing" in kinds_of(sentence.low(at)):
        return False
    for token in sentence[at : at + LONGEST_APPOSITION]:
        if token.isa("mark", "relative"):
            return True
        if token.quoted or is_finite(token):
            return False
    return True
