"""Where what is said is over for certain: the clause is closed, or its speaker goes on to say more."""

from __future__ import annotations

from factcheck.compare.attributions.clauses import Sentence, word_class
from factcheck.compare.attributions.verb_forms import forms_of, kinds_of
from factcheck.compare.attributions.verbs import Cue, is_adverb
from factcheck.compare.lexicon import words_of

SPEECH = "en/attributions/reporting_verbs"


def is_closed(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether the clause is closed at `at`, or the same speaker goes on with another verb: "… and vowed to stay"."""
    if sentence.low(at) == ";":
        return True
    if sentence.low(at) == "," and goes_on_saying(sentence.low(at + 1)) and cue.form in ("past", "s", "participle"):
        return True
    if sentence.isa(at, "dash") and _is_new_clause(sentence, at):
        return True
    after = at + (sentence.low(at) == ",")
    if sentence.low(after) not in ("and", "but", "then") or cue.form == "base":
        return False
    after += 1
    while after < len(sentence) and is_adverb(sentence[after]):
        after += 1
    if sentence.low(at) == "," and sentence.isa(after, "personal_pronoun"):
        after += 1
        return any(form.kind == cue.form and _is_speech(form.lemma) for form in forms_of(sentence.low(after)))
    forms = {"past", "participle"} if cue.form in ("past", "participle") else {cue.form}
    return not forms.isdisjoint(kinds_of(sentence.low(after)))


def _is_new_clause(sentence: Sentence, dash: int) -> bool:
    """Whether the paper goes on by itself behind a single dash: "… is turning – and the talks go on"."""
    opens = sentence.isa(dash + 1, "coordinator", "personal_pronoun")
    return opens and not any(token.isa("dash") for token in sentence[dash + 1 :])


def goes_on_saying(word: str) -> bool:
    return any(form.kind == "ing" and _is_speech(form.lemma) for form in forms_of(word))


def _is_speech(verb: str) -> bool:
    return verb in words_of(SPEECH) or verb in word_class("postposed")
