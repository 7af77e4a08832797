"""What each change inside a pair of sentences touched, and how much it matters to a reader.

A change that house style explains is style. Every other is put to the rules in `rules`; each says what it finds
and how much that matters, and the worst counts. Where they find no more than other wording, the row is read whole:
what tells the same is style.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from factcheck.compare.findings import Edit, EditKind, Severity, Span
from factcheck.compare.judging.events.scenery import paints_scene
from factcheck.compare.judging.figures.wordings import same_but_for_figures, same_figures
from factcheck.compare.judging.page.datelines import dateline_end, is_control, is_label, is_page_line, is_tag, stamped
from factcheck.compare.judging.page.page_furniture import is_furniture, is_in_furniture
from factcheck.compare.judging.row.changes import Change, read_changes
from factcheck.compare.judging.row.sides import RowSide
from factcheck.compare.judging.row.slight_changes import is_credit_moved
from factcheck.compare.judging.rules import findings
from factcheck.compare.judging.speech.neutral_credits import differ_in_neutral_credit
from factcheck.compare.judging.speech.quotation_marks import claims_in_headline, is_passage, words_put_in_marks
from factcheck.compare.judging.wording.alternations import alternate
from factcheck.compare.judging.wording.house_style import is_short_name, same_style
from factcheck.compare.judging.wording.marks import asks_otherwise, changes_places, may_tell_otherwise, told_by_marks
from factcheck.compare.judging.wording.passives import tell_one_deed
from factcheck.compare.judging.wording.same_content import tells_the_same
from factcheck.compare.language.numerals import SIGNS
from factcheck.compare.language.signals import carries_content, denies
from factcheck.compare.words.damaged_text import LOST
from factcheck.compare.words.plain_words import plain_words

HOUSE_STYLE = frozenset({EditKind.HOUSE_STYLE})
REWORDED = frozenset({EditKind.REWORD})
CREDITED = frozenset({EditKind.ATTRIBUTION})
HEDGED = frozenset({EditKind.HEDGE})
AMOUNT = frozenset({EditKind.ADDED, EditKind.CUT})
OF_WORDING = HOUSE_STYLE | REWORDED | AMOUNT | {EditKind.NAME}
SPELT = regex.compile(r"[^\p{L}\s,;]")  # digits and marks that papers set in ways of their own
APOSTROPHE = regex.compile(r"(?<=\p{L})[’']")
LONGEST_SHORT_FORM = 24
MINUS = "minus"
LOST_SIGN = regex.compile(f"{LOST}+")
ANY_SIGN = ".{1,3}"


def judge(
    original: str, version: str, pair: tuple[Span, Span], changes: Sequence[tuple[Span, Span]]
) -> tuple[Edit, ...]:
    """The edits that `changes` amount to, in order; both texts are whole, `pair` is the row's span in each.

    A change that begins with a dateline gives two edits, the dateline apart. Where words read alike, all edits of a row
    tell what its marks tell otherwise.
    """
    if not changes:
        return ()
    left, right = RowSide(original, pair[0]), RowSide(version, pair[1])
    edits = _edits(left, right, changes)
    if any(edit.severity == Severity.SUBSTANTIVE for edit in edits):
        return edits
    if asks_otherwise(left, right):
        return (*edits[:-1], replace(edits[-1], kinds=HEDGED, severity=Severity.SUBSTANTIVE))
    kinds = _told_otherwise(left, right, edits)
    return tuple(replace(edit, kinds=kinds, severity=Severity.SUBSTANTIVE) for edit in edits) if kinds else edits


def _told_otherwise(left: RowSide, right: RowSide, edits: Sequence[Edit]) -> frozenset[EditKind]:
    """What marks, capitals and places tell otherwise where no letter differs, or only those of a courtesy title."""
    phrases = [(edit.original.of(left.text), edit.version.of(right.text)) for edit in edits]
    is_style = all(edit.severity == Severity.STYLE and EditKind.REWORD not in edit.kinds for edit in edits)
    if is_style and any(map(may_tell_otherwise, phrases)):
        return told_by_marks(left, right)
    letters = [sorted(filter(str.isalpha, "".join(side).casefold())) for side in zip(*phrases, strict=True)]
    is_moved = letters[0] == letters[1] != []
    return CREDITED if is_moved and changes_places(left, right) else frozenset()


def _edits(left: RowSide, right: RowSide, changes: Sequence[tuple[Span, Span]]) -> tuple[Edit, ...]:
    pieces = [piece for spans in changes for piece in _dateline_apart(left, right, spans)]
    if _are_page_lines(left.span.of(left.text), right.span.of(right.text)):
        return tuple(Edit(*spans, HOUSE_STYLE, Severity.STYLE) for spans in pieces)
    other = [spans for spans in pieces if not _is_style(left, right, spans)]
    if other and _is_short(other) and same_style(left.words, right.words):
        other = []
    if other and same_but_for_figures(left, right, other):
        other = []
    changes_left = read_changes(left, right, other)
    if is_credit_moved(changes_left):
        return tuple(Edit(*spans, HOUSE_STYLE, Severity.STYLE) for spans in pieces)
    is_of_one_deed = not (left.quotations or right.quotations) and _tell_one_deed(left, right)
    if changes_left and (is_of_one_deed or differ_in_neutral_credit(left, right, changes_left)):
        return tuple(Edit(*spans, REWORDED if spans in other else HOUSE_STYLE, Severity.STYLE) for spans in pieces)
    weighed = {(change.left.span, change.right.span): change for change in changes_left}
    edits = [_edit(weighed[spans]) if spans in weighed else _style_edit(left, right, spans) for spans in pieces]
    if changes_left and all(edit.severity != Severity.SUBSTANTIVE and edit.kinds <= OF_WORDING for edit in edits):
        in_style = [spans for spans in pieces if spans not in weighed]
        if tells_the_same(left, right, changes_left, in_style):
            return tuple(_as_style(edit, weighed.get((edit.original, edit.version))) for edit in edits)
    if any(EditKind.REWORD in edit.kinds for edit in edits):
        edits = [replace(edit, kinds=REWORDED) if _goes_with_wording(left, right, edit) else edit for edit in edits]
    return tuple(edits)


def judge_whole(text: str, span: Span, kind: EditKind) -> tuple[frozenset[EditKind], Severity]:
    """The kinds and severity of a row that stands in one text only; `kind` is CUT or ADDED.

    A sentence that denies or doubts something matters, if not the weather; what is the page's or an agency's is style;
    all else is content.
    """
    line = span.of(text)
    if is_tag(line) or is_label(line) or is_page_line(line) or is_control(text, span, span):
        return HOUSE_STYLE, Severity.STYLE
    if is_in_furniture(text, span):
        return HOUSE_STYLE, Severity.STYLE
    if denies(text, span) and not paints_scene(text, span):
        return frozenset({kind, EditKind.NEGATION}), Severity.SUBSTANTIVE
    return frozenset({kind}), Severity.MINOR


def _are_page_lines(one: str, other: str) -> bool:
    """Whether neither of two lines is one of the text, and if they are dates they give the same one."""
    if all(is_page_line(line) or is_furniture(line) for line in (one, other)):
        return True
    return () != stamped(one) == stamped(other)


def _tell_one_deed(left: RowSide, right: RowSide) -> bool:
    plain = [[word.plain for word in side.words] for side in (left, right)]
    return tell_one_deed(*plain) or alternate(*plain)


def _edit(change: Change) -> Edit:
    found = findings(change)
    severity = max((severity for _, severity in found), key=lambda severity: severity.rank)
    return Edit(change.left.span, change.right.span, frozenset(kind for kind, _ in found), severity)


def _style_edit(left: RowSide, right: RowSide, spans: tuple[Span, Span]) -> Edit:
    quoted = list(words_put_in_marks(left, right, spans))
    if quoted and not _is_repaired(left, right, spans):
        return Edit(*spans, *_judged_marks(quoted, right))
    return Edit(*spans, HOUSE_STYLE, Severity.STYLE)


def _judged_marks(quoted: Sequence[tuple[RowSide, Span]], right: RowSide) -> tuple[frozenset[EditKind], Severity]:
    """A paraphrase made a quotation matters, and the claim of a headline that marks alone ascribe."""
    if any(claims_in_headline(side, quotation) for side, quotation in quoted):
        return frozenset({EditKind.QUOTE, EditKind.ATTRIBUTION}), Severity.SUBSTANTIVE
    is_new = any(side is right and is_passage(side, quotation) for side, quotation in quoted)
    return frozenset({EditKind.QUOTE}), Severity.SUBSTANTIVE if is_new else Severity.MINOR


def _as_style(edit: Edit, change: Change | None) -> Edit:
    """The same edit in a row that tells the same: put in other words, or in the house's order alone."""
    has_words = change is not None and any(half.alone for half in change.halves)
    kinds = edit.kinds - AMOUNT if has_words else HOUSE_STYLE
    return replace(edit, kinds=kinds or REWORDED, severity=Severity.STYLE)


def _goes_with_wording(left: RowSide, right: RowSide, edit: Edit) -> bool:
    """Whether an edit of style is no more than an article, a comma or the shape of an apostrophe.

    In a reworded row they follow the wording.
    """
    spans = edit.original, edit.version
    if len({APOSTROPHE.sub("'", span.of(side.text)) for side, span in zip((left, right), spans, strict=True)}) == 1:
        return edit.kinds == HOUSE_STYLE
    words = [word.plain for side, span in zip((left, right), spans, strict=True) for word in side.within(span)]
    marks = "".join(span.of(side.text) for side, span in zip((left, right), spans, strict=True))
    return edit.kinds == HOUSE_STYLE and not any(map(carries_content, words)) and not SPELT.search(marks)


def _is_short(changes: Sequence[tuple[Span, Span]]) -> bool:
    """Whether changes are so slight that neighbouring kept words may explain them: "Sept. 30", "30 September"."""
    return all(span.end - span.start <= LONGEST_SHORT_FORM for spans in changes for span in spans)


def _is_style(left: RowSide, right: RowSide, spans: tuple[Span, Span]) -> bool:
    if any(_is_sign(side, span) for side, span in zip((left, right), spans, strict=True)):
        return False
    if plain_words(left.text, spans[0]) == plain_words(right.text, spans[1]):
        return True
    if same_style(left.within(spans[0]), right.within(spans[1])) or same_figures(left, right, spans):
        return True
    phrases = spans[0].of(left.text), spans[1].of(right.text)
    if all(is_page_line(side.span.of(side.text)) for side in (left, right)):
        return True
    if _is_repaired(left, right, spans) or _is_inside_datelines(left, right, spans):
        return True
    return is_short_name(*phrases) or all(
        is_tag(phrase) or dateline_end(side.text, span) == span.end or is_control(side.text, span, side.span)
        for phrase, side, span in zip(phrases, (left, right), spans, strict=True)
    )


def _is_sign(side: RowSide, span: Span) -> bool:
    """Whether a span is no more than the sign of the figure behind it."""
    return span.of(side.text) in SIGNS and any(
        word.plain == MINUS for word in side.words[side.places(span).start :][:1]
    )


def _is_repaired(left: RowSide, right: RowSide, spans: tuple[Span, Span]) -> bool:
    """Whether the two read alike if any character may stand where one was lost."""
    whole = [_whole_words(side, span).of(side.text) for side, span in zip((left, right), spans, strict=True)]
    if not any(LOST in words for words in whole):
        return False
    patterns = [LOST_SIGN.sub(ANY_SIGN, regex.escape(words)) for words in whole]
    return any(regex.fullmatch(pattern, words) for pattern, words in zip(patterns, whole[::-1], strict=True))


def _whole_words(side: RowSide, span: Span) -> Span:
    """A span grown to the white space around it."""
    start, end = span
    while start > side.span.start and not side.text[start - 1].isspace():
        start -= 1
    while end < side.span.end and not side.text[end].isspace():
        end += 1
    return Span(start, end)


def _is_inside_datelines(left: RowSide, right: RowSide, spans: tuple[Span, Span]) -> bool:
    """Whether the change lies in the datelines of both sides: one names the town, the other the agency alone."""
    ends = [dateline_end(side.text, side.span) for side in (left, right)]
    starts = left.span.start, right.span.start
    return all(end > start and span.end <= end for end, start, span in zip(ends, starts, spans, strict=True))


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
