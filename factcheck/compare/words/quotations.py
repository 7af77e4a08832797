"""Where quoted words stand in a text: the spans between quotation marks, marks included.

Reads straight, curly, doubled-apostrophe, grave, angled, low and corner marks, whatever the language of the text. A
quotation inside a quotation belongs to the outer one. It does not judge whether quoted words are speech.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

import regex

from factcheck.compare.findings import Span

CLOSERS = {
    "“": ("”", '"', "“"),
    "„": ("“", "”", '"'),
    '"': ('"', "”"),
    "''": ("''",),
    "``": ("''", "”", '"'),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "”": ("”", "“"),
    "״": ("״",),
    "‚": ("‘", "’"),
    "「": ("」",),
    "『": ("』",),
    "‘": ("’",),
    "'": ("'",),
}
MARK = regex.compile(r"(?<=\S)'(?=''(?!'))|''|``|[“”„\"«»‹›「」『』‘’‚״']")
EITHER_WAY = frozenset({'"', "''", "'", "״"})
REVERSED = frozenset({"»", "”"})  # close in most languages, open in some: »so«, ”så”
REVERSED_ENDS = frozenset({"«", "”"})
SINGLE = frozenset({"'", "‘", "‚"})
LONGEST_SINGLE = 300
MOST_ENDS = 8  # looked at
# A mark that can only open, inside a quotation that is open already.
OPENED_AGAIN = {mark: regex.compile(rf"(?<=\s){mark}(?=\w)") for mark in ('"', "''", "“")}
SENTENCE_OVER = regex.compile(r"[.!?…]['’)\]]*(?=\s)")
# Quirk et al., A Comprehensive Grammar of the English Language, 5.113: the genitive of a plural is an apostrophe alone.
GENITIVE = regex.compile(r"(?<=\p{Ll}s)['’](?=\s\p{L})")
SHORTENED = regex.compile(r"""['‘](?:\d\ds?|em|til|cause|tis|twas|n)\b""", regex.IGNORECASE)


def quotations_in(text: str, paragraph: Span) -> list[Span]:
    """The outermost quotations of one paragraph in order.

    One that is never closed runs to the end of the paragraph if it opens the paragraph or a sentence of it, as it
    does where the speech goes on in the next one.
    """
    marks = list(MARK.finditer(text, paragraph.start, paragraph.end))
    closing: dict[str, list[int]] = defaultdict(list)
    for mark in marks:
        if _can_close(text, mark, paragraph):
            closing[mark.group()].append(mark.start())
    found: list[Span] = []
    past = paragraph.start
    for mark in marks:
        if mark.start() < past or not _can_open(text, mark, paragraph):
            continue
        end = _end_of(text, mark, closing, paragraph)
        if end is not None:
            found.append(Span(mark.start(), end))
            past = end
    return found


def _end_of(text: str, opening: regex.Match[str], closing: dict[str, list[int]], paragraph: Span) -> int | None:
    ends = sorted(at + len(mark) for mark in CLOSERS[opening.group()] for at in _next(closing[mark], opening.end() + 1))
    if opening.group() in SINGLE and (ends or not _follows_colon(text, opening.start(), paragraph)):
        return _end_of_single(text, opening.start(), ends)
    if not ends:
        return paragraph.end if _opens_sentence(text, opening.start(), paragraph) else None
    if opening.group() not in OPENED_AGAIN:
        return ends[0]
    return _end_over_inner(text, opening, ends) or ends[0]


def _end_over_inner(text: str, opening: regex.Match[str], ends: list[int]) -> int | None:
    """The end of a quotation that holds an opening mark of its own kind.

    Where fewer marks close than open, it was never closed, and ends with a sentence before the next one opens.
    """
    openings = [mark.start() for mark in OPENED_AGAIN[opening.group()].finditer(text, opening.end(), ends[-1])]
    if not openings or openings[0] > ends[0]:
        return None
    balanced = _where_balanced(openings, ends)
    over = (end.end() for end in SENTENCE_OVER.finditer(text, opening.end(), openings[0]))
    return balanced or max(over, default=None)


def _where_balanced(openings: list[int], ends: list[int]) -> int | None:
    """Where a mark that is open before all of these is closed."""
    depth = 1
    for at, step in sorted([*((at, 1) for at in openings), *((at, -1) for at in ends)]):
        depth += step
        if not depth:
            return at
    return None


def _next(places: list[int], start: int) -> list[int]:
    first = bisect_left(places, start)
    return places[first : first + MOST_ENDS]


def _end_of_single(text: str, start: int, ends: list[int]) -> int | None:
    """The first mark that closes; one that may be a genitive's ("the boys’ school") where there is no other."""
    near = [end for end in ends if end - start <= LONGEST_SINGLE]
    again = text.find(text[start], start + 1) if text[start] != "'" else -1
    before = [end for end in near if again < 0 or end <= again]
    return next((end for end in before if not GENITIVE.match(text, end - 1)), min(near, default=None))


def _follows_colon(text: str, at: int, paragraph: Span) -> bool:
    return text[paragraph.start : at].rstrip()[-1:] == ":"


def _opens_sentence(text: str, at: int, paragraph: Span) -> bool:
    before = text[max(paragraph.start, at - 3) : at].strip()
    if before[-1:] in (":", ","):  # said: “So …
        return any(map(str.isupper, text[at : at + 3]))
    return at == paragraph.start or before[-1:] in (".", "!", "?", "”", '"')


def _can_open(text: str, mark: regex.Match[str], paragraph: Span) -> bool:
    if mark.group() not in CLOSERS or mark.end() >= paragraph.end:
        return False
    if mark.group() in SINGLE and SHORTENED.match(text, mark.start()):
        return False
    if mark.group() == "“" and _can_close(text, mark, paragraph):
        return False
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    if mark.group() in REVERSED:
        return text[mark.end()].isalnum() and (before.isspace() or before in "(:")
    if mark.group() not in EITHER_WAY and mark.group() != "‘":
        return True
    return not text[mark.end()].isspace() and not before.isalnum() and before not in ".,!?%’”)"


def _can_close(text: str, mark: regex.Match[str], paragraph: Span) -> bool:
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    if mark.group() in ("'", "’"):
        return not after.isalnum() and not text[mark.start() - 1].isspace()
    if mark.group() == "“":
        before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
        return (before.isalnum() or before in ",.!?…)") and (after.isspace() or after in ".,;:!?)…-–—")
    if mark.group() in REVERSED_ENDS and after.isalnum():
        return not text[mark.start() - 1].isspace() and mark.start() > paragraph.start
    if mark.group() not in EITHER_WAY or mark.start() == paragraph.start:
        return True
    return after.isspace() or not text[mark.start() - 1].isspace()
