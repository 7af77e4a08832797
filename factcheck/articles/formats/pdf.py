"""A PDF document, such as a release or a ruling: its text page by page, and where each page begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from factcheck.articles.formats.incoming import LONGEST as LONGEST_TEXT
from factcheck.articles.formats.incoming import ImportRefused, Incoming, NotAnArticle
from factcheck.articles.formats.pages import text_and_pages
from factcheck.articles.formats.source import IncomingFile
from factcheck.articles.formats.wrapped_lines import paragraphs_of
from factcheck.languages.sentences import noted

MAGIC = b"%PDF-"
LONGEST = 50_000_000  # bytes of one document, its pictures too
MOST_PAGES = 500
MOST_DRAWN = 5_000_000  # bytes that draw one page, unpacked; a page of text takes some 10,000
AS_LETTERS = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\0": ""})
WIDE_GAP = 1.3  # times the usual distance of two lines
PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|página|pagina|p\.)\s*)?\d{1,4}(?:\s*(?:/|of|von|de|di|sur)\s*\d{1,4})?\W*", re.IGNORECASE
)
SAVE = noted("Save its text, and import that.")


def rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    """The document as one article. Raises ImportRefused."""
    if source.size > LONGEST:
        raise ImportRefused(noted("The document holds more than %(longest)s MB.", longest=f"{LONGEST / 1e6:.0f}"), SAVE)
    pages = _pages(source)
    text, starts = text_and_pages(pages)
    if not text:
        reason = noted("Its %(count)s pages hold no text, only pictures of it.", count=len(pages))
        raise NotAnArticle(reason, noted("Have its text recognised, or type it."), field="text")
    yield Incoming(received=text, is_page=True, pages=starts)


def _pages(source: IncomingFile) -> list[list[str]]:
    """The paragraphs of each page. Raises ImportRefused for one that is encrypted, broken or too long."""
    pages = [page.with_gaps() for page in _drawn(source)]
    if sum(len(line) for lines in pages for line in lines) > LONGEST_TEXT:
        raise ImportRefused(
            noted("Its text is longer than %(longest_text)s MB.", longest_text=f"{LONGEST_TEXT / 1e6:.0f}"), SAVE
        )
    return [list(paragraphs_of(_without_number(lines))) for lines in pages]


def _drawn(source: IncomingFile) -> list[_PageLines]:
    from pypdf import PdfReader  # noqa: PLC0415 - half a second, which only such documents should cost

    try:
        document = PdfReader(source.open())
        if document.is_encrypted and not document.decrypt(""):
            raise ImportRefused(noted("It is encrypted with a password."), noted("Save it without one."))
        if len(document.pages) > MOST_PAGES:
            reason = noted(
                "It has %(count)s pages; %(most_pages)s is the most.",
                count=f"{len(document.pages):,}",
                most_pages=MOST_PAGES,
            )
            raise ImportRefused(reason, noted("Save the pages that matter as a document of their own."))
        pages = [_PageLines() for _ in document.pages]
        for page, lines in zip(document.pages, pages, strict=True):
            drawing = page.get_contents()
            if drawing is not None and len(drawing.get_data()) > MOST_DRAWN:
                raise ImportRefused(
                    noted(
                        "A page of it is drawn by more than %(most_drawn)s MB of strokes.",
                        most_drawn=f"{MOST_DRAWN / 1e6:.0f}",
                    ),
                    SAVE,
                )
            page.extract_text(visitor_text=lines.hear)
    except ImportRefused:
        raise
    except Exception as error:  # a broken document fails in pypdf in any of a dozen ways
        reason = noted("It is a broken PDF document: %(error)s.", error=str(error)[:200] or type(error).__name__)
        raise ImportRefused(reason, noted("Save it again, or import its text.")) from error
    return pages


class _PageLines:
    """The lines of a page as they are drawn, each with its height on the page."""

    def __init__(self) -> None:
        self._lines: list[list[str]] = [[]]
        self._heights: list[float | None] = [None]

    def hear(self, text: str, matrix: Sequence[float], place: Sequence[float], *of_font: object) -> None:
        for number, piece in enumerate(text.split("\n")):
            if number:
                self._lines.append([])
                self._heights.append(None)
            self._lines[-1].append(piece)
            if piece.strip() and self._heights[-1] is None:
                self._heights[-1] = place[5] * matrix[3] + matrix[5]

    def with_gaps(self) -> list[str]:
        """The lines, a blank one wherever more room is left than between most; a jump up, to a column, is none."""
        drawn = [
            ("".join(pieces).translate(AS_LETTERS).rstrip(), height)
            for pieces, height in zip(self._lines, self._heights, strict=True)
            if height is not None
        ]
        gaps = [above - below for (_, above), (_, below) in pairwise(drawn)]
        usual = median([gap for gap in gaps if gap > 0] or [0])
        lines: list[str] = []
        for (line, _), gap in zip(drawn, [*gaps, 0], strict=False):
            lines += [line, ""] if gap > WIDE_GAP * usual else [line]
        return lines


def _without_number(lines: list[str]) -> list[str]:
    """The lines of a page without its number, which is told beside the text."""
    while lines and (not lines[-1].strip() or PAGE_NUMBER.fullmatch(lines[-1])):
        lines.pop()
    while lines and (not lines[0].strip() or PAGE_NUMBER.fullmatch(lines[0])):
        lines.pop(0)
    return lines
