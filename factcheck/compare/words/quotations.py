"""Where quoted words stand in a text: the spans between quotation marks, marks included.

Reads straight, curly, doubled-apostrophe, angled and corner marks. A quotation inside a quotation belongs to the
outer one. It does not judge whether quoted words are speech.
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
    "«": ("»",),
    "「": ("」",),
    "『": ("』",),
    "‘": ("’",),
    "'": ("'",),
}
MARK = regex.compile(r"(?<=\S)'(?=''(?!'))|''|[“”„\"«»「」『』‘’']")
EITHER_WAY = frozenset({'"', "''", "'"})
SINGLE = frozenset({"'", "‘"})
LONGEST_SINGLE = 300
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
    ends = []
    for mark in CLOSERS[opening.group()]:
        at = bisect_left(closing[mark], opening.end() + 1)
        if at < len(closing[mark]):
            ends.append(closing[mark][at] + len(mark))
    if opening.group() in SINGLE:
        return min((end for end in ends if end - opening.start() <= LONGEST_SINGLE), default=None)
    if not ends:
        return paragraph.end if _opens_sentence(text, opening.start(), paragraph) else None
    return min(ends)


def _opens_sentence(text: str, at: int, paragraph: Span) -> bool:
    before = text[max(paragraph.start, at - 3) : at].strip()
    return at == paragraph.start or before[-1:] in (".", "!", "?", "”", '"')


def _can_open(text: str, mark: regex.Match[str], paragraph: Span) -> bool:
    if mark.group() not in CLOSERS or mark.end() >= paragraph.end:
        return False
    if mark.group() in SINGLE and SHORTENED.match(text, mark.start()):
        return False
    if mark.group() == "“" and _can_close(text, mark, paragraph):
        return False
    if mark.group() not in EITHER_WAY and mark.group() != "‘":
        return True
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    return not text[mark.end()].isspace() and not before.isalnum() and before not in ".,!?%’”)"


def _can_close(text: str, mark: regex.Match[str], paragraph: Span) -> bool:
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    if mark.group() in ("'", "’"):
        return not after.isalnum() and not text[mark.start() - 1].isspace()
    if mark.group() == "“":
        return mark.start() > paragraph.start and text[mark.start() - 1] in ",.!?" and after.isspace()
    if mark.group() not in EITHER_WAY or mark.start() == paragraph.start:
        return True
    return after.isspace() or not text[mark.start() - 1].isspace()
