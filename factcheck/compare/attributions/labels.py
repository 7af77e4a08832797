"""Speech led in by a colon: behind a speaker's name ("RUIZ: …"), and behind a line that ends in one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from factcheck.compare.attributions.clauses import Mention, Sentence, Token
from factcheck.compare.attributions.quoted import LONGEST_LABEL, is_label, led_in_by
from factcheck.compare.attributions.speakers import source_of, subject
from factcheck.compare.attributions.verbs import cues_in
from factcheck.compare.findings import Attribution, Span

COLONS = (":", "：")
SHORTEST_LABELLED = 3  # tokens


def names_in(paragraphs: Sequence[Sequence[Sentence]]) -> Counter[str]:
    """How often each word with a capital stands in a text outside quotations."""
    tokens = (token for paragraph in paragraphs for sentence in paragraph for token in sentence)
    return Counter(_bare(token) for token in tokens if token.is_name and not token.quoted)


def labelled_speech(paragraph: Sequence[Sentence], names: Counter[str]) -> Attribution | None:
    """What stands behind the name of a speaker, known from the rest of the text, and a colon, as in a transcript."""
    head, last = paragraph[0], paragraph[-1]
    colon = next((at for at in range(1, LONGEST_LABEL + 1) if head.low(at) == ":"), 0)
    if not colon or not _names_speaker(head[:colon], names):
        return None
    said = head[colon + 1 :]
    if not said or not (said[0].quoted or (said[0].is_name and len(said) >= SHORTEST_LABELLED)):
        return None
    end = last[-2 if last.low(len(last) - 1) == "." and len(last) > 1 else -1].end
    return Attribution(
        source=head.span(Mention(0, colon)),
        cue=head.span(Mention(colon, colon + 1)),
        content=Span(said[0].start, end),
        direct=said[0].quoted,
    )


def led_into(before: Sentence, after: Sequence[Sentence]) -> Attribution | None:
    """The quotation that opens a paragraph, where the one before ends in a colon."""
    colon = len(before) - 1
    if before.low(colon) != ":" or not after[0].is_quoted(0):
        return None
    cue = next((cue for cue in reversed(list(cues_in(before))) if cue.speaks), None)
    source = source_of(before, cue) if cue else led_in_by(before, 0, colon) or subject(before, colon)
    return Attribution(
        source=before.span(source) if source else None,
        cue=before.span(Mention(cue.start, cue.end) if cue else Mention(colon, colon + 1)),
        content=Span(after[0][0].start, _end_of_speech(after)),
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


def _names_speaker(label: Sequence[Token], names: Counter[str]) -> bool:
    return is_label(label) and names[_bare(label[-1])] > 1


def _bare(token: Token) -> str:
    return token.low.removesuffix("'s")
