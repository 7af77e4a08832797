"""A Word document (DOCX), such as a statement or a release: its paragraphs as they stand, and where each page begins.

Inserted words count and deleted ones do not, as in the document once its changes are accepted. Notes, heads and feet
of pages are not read.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from factcheck.articles.formats.archive import must_be_bounded
from factcheck.articles.formats.incoming import ImportRefused, Incoming, NotAnArticle
from factcheck.articles.formats.pages import text_and_pages
from factcheck.articles.formats.source import IncomingFile
from factcheck.languages.sentences import noted

LONGEST = 50_000_000  # bytes of one document, its pictures too
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LEFT_OUT = {f"{WORD}del", f"{WORD}moveFrom", f"{WORD}instrText", FALLBACK}
SIGNS = {f"{WORD}tab": " ", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "‑"}
PAGE_ENDS = f"{WORD}lastRenderedPageBreak"


def rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    """The document as one article. Raises ImportRefused."""
    if source.size > LONGEST:
        raise ImportRefused(
            noted("The document holds more than %(longest)s MB.", longest=f"{LONGEST / 1e6:.0f}"),
            noted("Save its text, and import that."),
        )
    pages: list[list[str]] = [[]]
    for paragraph in _body(source).iter(f"{WORD}p"):
        words = "".join(_words(paragraph)).strip()
        if next(paragraph.iter(PAGE_ENDS), None) is not None and pages[-1]:
            pages.append([])
        if words and next(paragraph.iterancestors(*LEFT_OUT), None) is None:
            pages[-1].append(words)
    text, starts = text_and_pages(pages)
    if not text:
        raise NotAnArticle(noted("The document has no text."), noted("Leave it out."), field="text")
    yield Incoming(received=text, is_page=True, pages=starts if len(pages) > 1 else ())


def _body(source: IncomingFile) -> Any:
    """The document's body. Raises ImportRefused for one that is broken or swells too much."""
    from docx import Document  # noqa: PLC0415 - a fifth of a second, which only such documents should cost

    file = source.open()
    try:
        with zipfile.ZipFile(file) as archive:
            must_be_bounded(archive)
        file.seek(0)
        return Document(file).element.body
    except ImportRefused:
        raise
    except Exception as error:  # a broken document fails in zipfile, lxml or python-docx in any of a dozen ways
        reason = noted("It is a broken Word document: %(name)s.", name=type(error).__name__)
        raise ImportRefused(reason, noted("Save it again, or import its text.")) from error


def _words(element: Any) -> Iterator[str]:
    """The words of a paragraph in order; paragraphs in a text box beside it speak for themselves."""
    for child in element:
        if child.tag in LEFT_OUT or child.tag == f"{WORD}p":
            continue
        if child.tag == f"{WORD}t":
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        else:
            yield from _words(child)
