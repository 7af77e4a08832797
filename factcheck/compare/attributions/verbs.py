"""Which words of a sentence are verbs of saying, thinking or taking a stand, and in what form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from factcheck.compare.attributions.clauses import Sentence, Token, word_class
from factcheck.compare.attributions.verb_forms import Form, forms_of, kinds_of, particles_of
from factcheck.compare.language.inflection import irregular_pasts, with_s
from factcheck.compare.language.noun_classes import meanings_of
from factcheck.compare.lexicon import words_of

REPORTING, CLAUSES, WITH_THAT, STANCES, TELLING = (
    f"en/attributions/{kind}_verbs" for kind in ("reporting", "clause", "that", "stance", "telling")
)
DOCUMENTS = "en/attributions/documents"
LONGEST_GROUP = 8
FURTHEST_WRITING = 14  # tokens
LONGEST_SUBJECT = 10  # tokens of "figures from the ministry of health"


class Cue(NamedTuple):
    """A verb group as positions in its sentence: helpers from `start`, the verb, its particles up to `end`.

    `phrase` is the entry of the lists, `form` one of base, s, past, participle, ing, adjective.
    """

    start: int
    verb: int
    end: int
    phrase: str
    form: str
    passive: bool

    @property
    def reports(self) -> bool:
        """Whether a clause or quotation beside it gives somebody's words or thoughts."""
        return self.phrase in words_of(REPORTING) or self.phrase in words_of(CLAUSES) or self.needs_that

    @property
    def needs_clause(self) -> bool:
        return (self.phrase in words_of(CLAUSES) and not self.takes_thing) or self.needs_that

    @property
    def needs_that(self) -> bool:
        return self.phrase in words_of(WITH_THAT)

    @property
    def takes_thing(self) -> bool:
        """Whether what follows it may be a thing or an act to which a stand is taken."""
        return self.phrase in words_of(STANCES) or self.phrase in words_of("learned/wordnet_stances")

    @property
    def tells(self) -> bool:
        """Whether the hearer may stand between it and what is said."""
        return self.phrase in words_of(TELLING)

    @property
    def speaks(self) -> bool:
        """Whether it can stand beside quoted words."""
        return (self.reports and not self.needs_that) or self.tells

    @property
    def is_bare(self) -> bool:
        return self.start == self.verb


def cues_in(sentence: Sentence) -> Iterator[Cue]:
    """The verbs of the lists that stand as verbs in a sentence, from left to right."""
    in_headline = is_headline(sentence)
    for at, token in enumerate(sentence):
        if token.quoted or (token.is_name and at and not in_headline):
            continue
        forms = forms_of(token.low)
        cue = _cue(sentence, at, forms) if forms else None
        if cue and (cue.phrase not in word_class("written") or _has_writing_beside(sentence, cue)):
            yield cue


def _has_writing_beside(sentence: Sentence, cue: Cue) -> bool:
    """Whether a notice, a letter or the like stands right before the verb, or behind it in "reads the notice"."""
    if any(_is_writing(sentence, at) for at in range(max(0, cue.start - FURTHEST_WRITING), cue.start)):
        return True
    behind = takewhile(lambda token: token.is_word, sentence[cue.end : cue.end + FURTHEST_WRITING])
    return not sentence[cue.start - 1].is_word and any(token.low in words_of(DOCUMENTS) for token in behind)


def _is_writing(sentence: Sentence, at: int) -> bool:
    """Whether a writing is named, and only a place behind it, before a verb: "the note on the door read"."""
    if sentence.low(at).removesuffix("'s") not in words_of(DOCUMENTS):
        return False
    if sentence.low(at + 1) in ("read", "reads") or sentence.isa(at + 1, "preposition"):
        return True
    return at + 1 < len(sentence) and is_finite(sentence[at + 1])  # "the notice pinned to the door"


def is_headline(sentence: Sentence) -> bool:
    """Whether nearly every long word of the sentence has a capital."""
    long = [token.is_name for token in sentence if token.is_word and len(token.low) > 3]
    return len(long) > 2 and sum(long) >= 0.8 * len(long)


def is_adverb(token: Token) -> bool:
    if token.isa("adverb"):
        return True
    return token.low.endswith("ly") and len(token.low) > 4 and not token.is_name and not meanings_of(token.low)


def is_finite(token: Token) -> bool:
    """Whether the word may be a verb with a subject: a helper, a contraction, a form that verbs alone have."""
    if token.isa("contracted") or "n't" in token.low or token.low.endswith(("'re", "'ve", "'ll")):
        return True
    return not token.is_name and (token.isa("auxiliary") or may_be_past(token))


def may_be_past(token: Token) -> bool:
    if not kinds_of(token.low).isdisjoint(("past", "s")) or token.low in irregular_pasts() or is_present(token):
        return True
    return token.low.endswith("ed") and not token.is_name


def is_present(token: Token) -> bool:
    """Whether the word is a form in -s that is nearly always a verb: "makes", not "plans"."""
    return token.low in _presents()


@cache
def _presents() -> frozenset[str]:
    return frozenset(map(with_s, words_of("learned/wordnet_sure_verbs")))


def _cue(sentence: Sentence, at: int, forms: tuple[Form, ...]) -> Cue | None:
    start = _group_start(sentence, at)
    helper = _last_helper(sentence, start, at)
    kinds = {form.kind for form in forms}
    form = _behind_helper(kinds, helper) if helper else _alone(kinds, sentence, start, at)
    if form is None:
        return None
    lemma = next(one.lemma for one in forms if one.kind == form)
    passive = form == "participle" and helper in word_class("be")
    for particles in particles_of(lemma):
        end = _end_of_group(sentence, at + 1, particles)
        if end:
            return Cue(start, at, end, " ".join((lemma, *particles)), form, passive)
    return None


def _end_of_group(sentence: Sentence, at: int, particles: tuple[str, ...]) -> int | None:
    """Where a verb ends that has these words behind it, an adverb before them at most: "campaigned hard against"."""
    for begin in (at, at + 1):
        end = begin + len(particles)
        if tuple(token.low for token in sentence[begin:end]) == particles:
            is_time = bool(particles) and sentence.isa(end, "time")  # "insisted on Monday that …"
            return None if is_time else end
        if not particles or end >= len(sentence) or not is_adverb(sentence[at]):
            return None
    return None


def _group_start(sentence: Sentence, at: int) -> int:
    """Where the helpers and adverbs before the verb begin."""
    start = at
    while start and at - start < LONGEST_GROUP:
        before = sentence[start - 1]
        if not (before.isa("auxiliary") or before.low == "to" or is_adverb(before)):
            return start
        start -= 1
        if before.low == "to":
            return start - 1 if sentence.low(start - 1) in ("not", "never") else start
    while start < at and is_adverb(sentence[start]):
        start += 1
    return start


def _last_helper(sentence: Sentence, start: int, at: int) -> str | None:
    helpers = [token.low for token in sentence[start:at] if token.isa("auxiliary", "modal", "contracted")]
    if helpers:
        return helpers[-1]
    return sentence.low(start - 1) if sentence.isa(start - 1, "contracted") else None


def _behind_helper(kinds: set[str], helper: str) -> str | None:
    being = helper in word_class("be")
    allowed = [
        ("adjective", being),
        ("base", helper in word_class("modal")),
        ("ing", being),
        ("participle", being or helper in word_class("have")),
        ("past", not being),
    ]
    return next((kind for kind, fits in allowed if fits and kind in kinds), None)


def _alone(kinds: set[str], sentence: Sentence, start: int, at: int) -> str | None:
    """The form of a word without a helper, or None where it reads as a noun or an attribute."""
    if not start:
        return next((kind for kind in ("ing", "participle") if kind in kinds), None)
    before = sentence[start - 1]
    if (before.isa("determiner") and not before.isa("pronoun")) or before.low.endswith(("'s", "s'")):
        return None
    if "ing" in kinds:
        return "ing"
    if before.isa("preposition"):
        return None
    counted = before.isa("quantity") or before.low.isnumeric() or _is_described_noun(sentence, at)
    plural = is_many(before) or sentence.low(at) == "say"  # British papers: "the firm say"
    is_sure = not meanings_of(sentence.low(at)) and not sentence.isa(at, "particle")
    plural = plural or ((is_sure or _has_plural_head(sentence, start)) and _opens_content(sentence, at + 1))
    allowed = [("past", True), ("s", not counted and "participle" not in kinds), ("base", plural)]
    return next((kind for kind, fits in allowed if fits and kind in kinds), None)


def _is_described_noun(sentence: Sentence, at: int) -> bool:
    """Whether a word in -s that may be a noun is one: "popular shows", "states that have lost jobs"."""
    if not meanings_of(sentence.low(at)):
        return False
    before = sentence[at - 1]
    is_relative = sentence.low(at + 1) == "that" and at + 2 < len(sentence) and is_finite(sentence[at + 2])
    is_subject = before.is_name or not before.is_word or before.isa("pronoun", "adverb", "time", "relative")
    return is_relative or not (is_subject or is_adverb(before) or meanings_of(before.low))


def _has_plural_head(sentence: Sentence, end: int) -> bool:
    """Whether the subject that ends before a token is many: "figures from the ministry", "scientists at Lund"."""
    for at in range(end - 1, max(0, end - LONGEST_SUBJECT), -1):
        bounds = sentence.isa(at, "mark", "auxiliary", "subordinator", "relative") or sentence.low(at) == "to"
        if bounds or sentence[at].quoted:
            return False
        if sentence.isa(at, "preposition") and is_many(sentence[at - 1]):
            return not sentence.isa(at - 2, "auxiliary")
    return False


def _opens_content(sentence: Sentence, at: int) -> bool:
    return sentence.is_quoted(at) or sentence.isa(at, "content_opener", "determiner", "personal_pronoun", "there")


def is_many(token: Token) -> bool:
    """Whether the word is a noun of many: "members", "staff"."""
    if token.isa("plural_pronoun", "plural_noun"):
        return True
    if token.isa("pronoun", "determiner"):
        return False
    return token.low.endswith("s") and not token.low.endswith(("ss", "us", "'s"))
