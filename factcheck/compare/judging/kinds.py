"""What each change inside a pair of sentences touched, and how much it matters to a reader.

A change that house style explains is style. Every other is put to the rules in `rules`; each says what it finds
and how much that matters, and the worst counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.findings import Edit, EditKind, Severity, Span
from factcheck.compare.judging.datelines import dateline_end, is_label, is_tag
from factcheck.compare.judging.house_style import is_short_name, same_style
from factcheck.compare.judging.row_changes import Change, RowSide, read_changes
from factcheck.compare.judging.rules import findings
from factcheck.compare.language.signals import denies
from factcheck.compare.words.plain_words import plain_words

HOUSE_STYLE = frozenset({EditKind.HOUSE_STYLE})
LONGEST_SHORT_FORM = 24


def judge(
    original: str, version: str, pair: tuple[Span, Span], changes: Sequence[tuple[Span, Span]]
) -> tuple[Edit, ...]:
    """The edits that `changes` amount to, in order; both texts are whole, `pair` is the row's span in each.

    A change that begins with a dateline gives two edits, the dateline apart.
    """
    if not changes:
        return ()
    left, right = RowSide(original, pair[0]), RowSide(version, pair[1])
    pieces = [piece for spans in changes for piece in _dateline_apart(left, right, spans)]
    other = [spans for spans in pieces if not _is_style(left, right, spans)]
    if other and _is_short(other) and same_style(left.words, right.words):
        other = []
    weighed = {(change.left.span, change.right.span): change for change in read_changes(left, right, other)}
    return tuple(
        _edit(weighed[spans]) if spans in weighed else Edit(*spans, HOUSE_STYLE, Severity.STYLE) for spans in pieces
    )


def judge_whole(text: str, span: Span, kind: EditKind) -> tuple[frozenset[EditKind], Severity]:
    """The kinds and severity of a row that stands in one text only; `kind` is CUT or ADDED.

    A sentence that denies or doubts something matters; an agency's tag is style; any other is content.
    """
    if is_tag(span.of(text)) or is_label(span.of(text)):
        return HOUSE_STYLE, Severity.STYLE
    if denies(text, span):
        return frozenset({kind, EditKind.NEGATION}), Severity.SUBSTANTIVE
    return frozenset({kind}), Severity.MINOR


def _edit(change: Change) -> Edit:
    found = findings(change)
    severity = max((severity for _, severity in found), key=lambda severity: severity.rank)
    return Edit(change.left.span, change.right.span, frozenset(kind for kind, _ in found), severity)


def _is_short(changes: Sequence[tuple[Span, Span]]) -> bool:
    """Whether changes are so slight that neighbouring kept words may explain them: "Sept. 30", "30 September"."""
    return all(span.end - span.start <= LONGEST_SHORT_FORM for spans in changes for span in spans)


def _is_style(left: RowSide, right: RowSide, spans: tuple[Span, Span]) -> bool:
    if plain_words(left.text, spans[0]) == plain_words(right.text, spans[1]):
        return True
    if same_style(left.within(spans[0]), right.within(spans[1])):
        return True
    phrases = spans[0].of(left.text), spans[1].of(right.text)
    return is_short_name(*phrases) or all(
        is_tag(phrase) or dateline_end(side.text, span) == span.end
        for phrase, side, span in zip(phrases, (left, right), spans, strict=True)
    )


def _dateline_apart(left: RowSide, right: RowSide, spans: tuple[Span, Span]) -> Iterator[tuple[Span, Span]]:
    """A change in one piece, or the dateline that begins either side of it and then the rest."""
    rests = [_rest(side, span) for side, span in zip((left, right), spans, strict=True)]
    if rests == list(spans) or not any(rest.end > rest.start for rest in rests):
        yield spans
        return
    ends = [
        span.start + len(side.text[span.start : rest.start].rstrip())
        for side, span, rest in zip((left, right), spans, rests, strict=True)
    ]
    yield Span(spans[0].start, ends[0]), Span(spans[1].start, ends[1])
    yield rests[0], rests[1]


def _rest(side: RowSide, span: Span) -> Span:
    """What follows the dateline at the head of a row."""
    end = dateline_end(side.text, span) if span.start == side.span.start else span.start
    while end > span.start and end < span.end and side.text[end].isspace():
        end += 1
    return Span(end, span.end)
