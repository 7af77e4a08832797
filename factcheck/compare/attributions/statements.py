"""Whether what is given to somebody is a statement that can be checked: no wish, no question, no half phrase.

After Karttunen (1971) and Saurí and Pustejovsky (FactBank, 2009): who wants, asks or declines to do a thing has not
said that it is so, nor has who would, could or did not say it. Reads English; of other languages all speech counts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from factcheck.compare.attributions.clauses import Sentence, Token, read_sentences, word_class
from factcheck.compare.attributions.verbs import is_finite, is_headline
from factcheck.compare.findings import Attribution, Span
from factcheck.compare.language.signals import denies, signals_in
from factcheck.compare.lexicon import words_of
from factcheck.compare.words.plain_words import read
from factcheck.compare.words.segments import sentences

LONGEST_FRAGMENT = 2  # words: "questions", "the plan"
ADDRESSED = frozenset(["him", "me", "them", "us"])  # "want him to go"
NOBODY = frozenset(["no", "nobody", "none", "neither", "few"])
LONGEST_SUBJECT = 14  # tokens before the verb of a clause


def are_statements(text: str, attributions: Sequence[Attribution]) -> tuple[bool, ...]:
    """For each attribution of an English text whether what is said is a statement by itself."""
    lines = [Sentence(token for sentence in paragraph for token in sentence) for paragraph in read_sentences(text)]
    return tuple(_is_statement(text, one, _line_of(lines, one.content)) for one in attributions)


def denies_or_negates(text: str, said: Span) -> bool:
    """Whether words deny something: by a word of denying in their sentence, or by a negated verb of their own."""
    if any(signal.kind == "negation" for signal in signals_in(read(text, said))):
        return True
    around = next((one for one in sentences(text) if one.start <= said.start < one.end), said)
    return denies(text, around)


def _line_of(lines: Sequence[Sentence], content: Span) -> Sentence:
    at = bisect_right(lines, content.start, key=lambda line: line[0].start) - 1
    return lines[at] if at >= 0 else Sentence()


def _is_statement(text: str, one: Attribution, line: Sentence) -> bool:
    if _is_heading(line) or _is_unsaid(text, one):
        return False
    said = [token for token in line if one.content.start <= token.start and token.end <= one.content.end]
    if one.direct:
        return any(token.is_word or token.quoted for token in said)
    if not said or _asks(said) or said[0].low in ADDRESSED:
        return False
    if said[0].low == "to" or (said[0].isa("negator") and len(said) > 1 and said[1].low == "to"):
        return _commits(text, one)
    return _is_clause(said) or (len(said) > LONGEST_FRAGMENT and denies(text, _whole(one)))


def _asks(said: Sequence[Token]) -> bool:
    """Whether the words are "whether …", "why …", "if …" rather than "if …, …"."""
    if said[0].low == "if":
        return all(token.low != "," for token in said)
    return said[0].isa("question_opener") and said[0].low != "that"


def _is_heading(line: Sentence) -> bool:
    """Whether the line is a headline or a link to another story: no end of a sentence, and capitals throughout."""
    if not line or line[-1].isa("final") or line[-1].quoted:
        return False
    return is_headline(line)


def _is_unsaid(text: str, one: Attribution) -> bool:
    """Whether the words of saying are denied or only possible: "did not say", "would say", "nobody said"."""
    words = one.cue.of(text).lower().replace("’", "'").split() if one.cue else []
    who = one.source.of(text).lower().split() if one.source else []
    if who and who[0] in NOBODY:
        return True
    if words[-1:] == ["doubt"]:  # "left no doubt that"
        return False
    return any(word in word_class("negator") | word_class("possible") or word.endswith("n't") for word in words)


def _commits(text: str, one: Attribution) -> bool:
    """Whether who promises, threatens or claims to do a thing says something by it, as who wants to does not."""
    words = one.cue.of(text).lower().split() if one.cue else []
    return any(word in words_of("en/attributions/committing_verbs") for word in words)


def _is_clause(said: Sequence[Token]) -> bool:
    """Whether the words have a subject and, not far behind it, a finite verb of their own."""
    start = 1 if said[0].low == "that" else 0
    if any(token.quoted for token in said):
        return True
    after_subject = said[start + 1 : start + 1 + LONGEST_SUBJECT]
    return any(is_finite(token) for token in after_subject)


def _whole(one: Attribution) -> Span:
    spans = [span for span in (one.source, one.cue, one.content) if span]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
