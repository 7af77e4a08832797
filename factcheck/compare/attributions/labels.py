"""Speech led in by a colon: behind a speaker's name ("RUIZ: …"), and behind a line that ends in one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from factcheck.compare.attributions.clauses import Mention, Sentence, Token, word_class
from factcheck.compare.attributions.lead_ins import LONGEST_LABEL, is_label, led_in_by
from factcheck.compare.attributions.speakers import source_of, subject
from factcheck.compare.attributions.verbs import Cue, cues_in
from factcheck.compare.findings import Attribution, Span

COLONS = (":", "：")
SHORTEST_LABELLED = 3  # tokens
SHORTEST_TURN = 3
FEWEST_TURNS = 2  # that follow on another's
NAMES_IN_LIST = 0.8  # of the words
NEAR_VERB = 8  # tokens before the helper of a headline
LONGEST_SIGNATURE = 14
QUESTIONS = ("q", "question")
ANSWERS = ("a", "answer")


def names_in(paragraphs: Sequence[Sequence[Sentence]]) -> Counter[str]:
    """How often each word with a capital stands in a text outside quotations."""
    tokens = (token for paragraph in paragraphs for sentence in paragraph for token in sentence)
    named = Counter(_bare(token) for token in tokens if token.is_name and not token.quoted)
    return named + Counter(_turns(paragraphs))


def _turns(paragraphs: Sequence[Sequence[Sentence]]) -> list[str]:
    """The labels in capitals of paragraphs beside each other, as the turns of a transcript have them: "RUIZ: …"."""
    labels = [_label_in_capitals(paragraph[0]) for paragraph in paragraphs]
    pairs = ((one, other) for one, other in pairwise(labels) if one and other and one != other)
    return [label for pair in pairs for label in pair]


def _label_in_capitals(head: Sentence) -> str:
    colon = next((at for at in range(1, LONGEST_LABEL + 1) if head.low(at) == ":"), 0)
    label = head[:colon]
    in_capitals = all(token.word.isupper() for token in label if token.is_word)
    return _bare(label[-1]) if label and in_capitals and is_label(label) else ""


def is_transcript(paragraphs: Sequence[Sequence[Sentence]]) -> bool:
    """Whether two speakers at least take turns, each behind a name and a colon: every word is then as it was spoken."""
    labels = [_label(paragraph[0]) for paragraph in paragraphs]
    return sum(1 for one, other in pairwise(labels) if one and other and one != other) >= FEWEST_TURNS


def _label(head: Sentence) -> str:
    colon = next((at for at in range(1, LONGEST_LABEL + 1) if head.low(at) == ":"), 0)
    return _bare(head[colon - 1]) if colon and is_label(head[:colon]) else ""


def labelled_speech(
    paragraph: Sequence[Sentence], names: Counter[str], *, in_transcript: bool = False
) -> Attribution | None:
    """What stands behind the name of a speaker, known from the rest of the text, and a colon, as in a transcript."""
    head, last = paragraph[0], paragraph[-1]
    colon = next((at for at in range(1, LONGEST_LABEL + 1) if head.low(at) == ":"), 0)
    if not colon or not (is_label(head[:colon]) if in_transcript else names_speaker(head[:colon], names)):
        return None
    said = head[colon + 1 :]
    if not said or not (said[0].quoted or (said[0].is_name and len(said) >= SHORTEST_LABELLED and _says_much(said))):
        return None
    end = last[-2 if last.low(len(last) - 1) == "." and len(last) > 1 else -1].end
    return Attribution(
        source=head.span(Mention(0, colon)),
        cue=head.span(Mention(colon, colon + 1)),
        content=Span(said[0].start, end),
        direct=said[0].quoted or in_transcript,
    )


def answer(paragraph: Sequence[Sentence]) -> Attribution | None:
    """What stands behind the "A:" of an interview; who answers is not said there."""
    tokens = [token for sentence in paragraph for token in sentence]
    if len(tokens) <= SHORTEST_TURN or not _is_turn(tokens, ANSWERS):
        return None
    return Attribution(
        source=None,
        cue=Span(tokens[0].start, tokens[1].end),
        content=Span(tokens[2].start, tokens[-1].end),
        direct=True,
    )


def _is_turn(head: Sequence[Token], labels: Sequence[str]) -> bool:
    return len(head) > 1 and head[0].low in labels and head[1].low in (*COLONS, ".")


def asks(paragraph: Sequence[Sentence]) -> bool:
    """Whether a paragraph opens with the "Q:" of an interview."""
    return _is_turn(paragraph[0], QUESTIONS)


def signed(quotation: Sequence[Sentence], signature: Sequence[Token]) -> Attribution | None:
    """A paragraph of nothing but quoted words, with "— Ana Ruiz, the envoy" behind it."""
    if len(signature) < 2 or not signature[0].isa("dash") or not all(is_all_quoted(one) for one in quotation):
        return None
    name = signature[1 : len(signature) - signature[-1].isa("final")]
    title = next((at for at, token in enumerate(name) if token.low == ","), len(name))
    if not title or len(name) > LONGEST_SIGNATURE or not is_label(name[:title]):
        return None
    said = [token for sentence in quotation for token in sentence]
    return Attribution(
        source=Span(name[0].start, name[-1].end),
        cue=Span(signature[0].start, signature[0].end),
        content=Span(said[0].start, max(token.end for token in said if token.quoted)),
        direct=True,
    )


def signed_within(paragraph: Sequence[Sentence]) -> Attribution | None:
    """The same where the signature stands in the paragraph itself, behind the last mark."""
    *quotation, last = paragraph
    dash = next((at for at, token in enumerate(last) if token.isa("dash")), 0)
    said = [*quotation, Sentence(last[:dash])] if dash else quotation
    return signed(said, last[dash:]) if said else None


def led_into(before: Sentence, after: Sequence[Sentence]) -> Attribution | None:
    """The quotation that opens a paragraph, where the one before ends in a colon."""
    colon = len(before) - 1
    if before.low(colon) != ":":
        return None
    cue = next((cue for cue in reversed(list(cues_in(before))) if cue.speaks), None)
    if not after[0].is_quoted(0):
        return _printed(before, cue, after) if cue else None
    source = source_of(before, cue) if cue else led_in_by(before, 0, colon) or subject(before, colon)
    return Attribution(
        source=before.span(source) if source else None,
        cue=before.span(Mention(cue.start, cue.end) if cue else Mention(colon, colon + 1)),
        content=Span(after[0][0].start, _end_of_speech(after)),
        direct=True,
    )


def _printed(before: Sentence, cue: Cue, after: Sequence[Sentence]) -> Attribution | None:
    """The words of a writing set as a paragraph without marks, where the line before says that it "reads" so."""
    source = source_of(before, cue)
    is_writing = cue.phrase in word_class("written") or any(token.isa("printed") for token in before[cue.end :])
    if source is None or not is_writing or not after[0][0].is_word:
        return None
    return Attribution(
        source=before.span(source),
        cue=before.span(Mention(cue.start, cue.end)),
        content=Span(after[0][0].start, after[-1][-1].end),
        direct=True,
    )


def quotations_behind_colons(paragraph: Sequence[Sentence]) -> list[Attribution]:
    """The quotations right behind a colon, in whatever language; who speaks is not read."""
    return [
        Attribution(source=None, cue=None, content=Span(token.start, token.end), direct=True)
        for sentence in paragraph
        for before, token in pairwise(sentence)
        if token.quoted and before.low in COLONS
    ]


def is_all_quoted(sentence: Sequence[Token]) -> bool:
    """Whether a sentence is nothing but quotation."""
    return sentence[0].quoted and not any(token.is_word for token in sentence if not token.quoted)


def _end_of_speech(paragraph: Sequence[Sentence]) -> int:
    end = paragraph[0][0].end
    for sentence in paragraph:
        if not is_all_quoted(sentence):
            break
        end = max(token.end for token in sentence if token.quoted)
    return end


def _says_much(said: Sequence[Token]) -> bool:
    """Whether the words are no mere list of names; in a headline "Ruiz: The Bridge Is Safe" a helper shows it."""
    words = [token.is_name for token in said if token.is_word]
    if any(token.isa("auxiliary") for token in said[:NEAR_VERB]):
        return True
    return sum(words) < NAMES_IN_LIST * len(words)


def names_speaker(label: Sequence[Token], names: Counter[str]) -> bool:
    """Whether the words are a name that stands more than once in the text."""
    return is_label(label) and names[_bare(label[-1])] > 1


def _bare(token: Token) -> str:
    return token.low.removesuffix("'s")
