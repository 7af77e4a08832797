"""The pages of a document as one text, and where each begins in it, so that a quotation can be looked up on paper."""

from __future__ import annotations

from collections.abc import Sequence


def text_and_pages(pages: Sequence[Sequence[str]]) -> tuple[str, tuple[int, ...]]:
    """The paragraphs of all pages with a blank line between, and where each page begins in code points.

    A paragraph that a page ends in mid-sentence goes on with the next page. A page without text begins where the
    next does.
    """
    text = ""
    starts: list[int] = []
    for paragraphs in pages:
        begins = "\n\n".join(paragraphs)
        goes_on = text[-1:].isalnum() or text.endswith((",", ";", "-"))
        joint = " " if goes_on and begins[:1].islower() else "\n\n"
        text = f"{text}{joint}{begins}" if text and begins else text or begins
        starts.append(len(text) - len(begins))
    return text, tuple(starts)
