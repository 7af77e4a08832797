"""The text of a piece of HTML or XHTML that is an article's body already: a blank line between its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

BLOCKS = {
    *("address", "article", "aside", "blockquote", "caption", "dd", "div", "dl", "dt", "figcaption", "figure"),
    *("footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section"),
    *("table", "tr", "ul", "body", "html", "block", "hl1", "hl2"),
}
LEFT_OUT = {"script", "style", "noscript", "template", "head", "iframe", "svg", "form", "button"}
BREAK, BLOCK = "\x01", "\x02"


def text_of(fragment: str) -> str:
    """The text of a piece of markup; empty if it holds none."""
    if not fragment.strip():
        return ""
    try:
        root = lxml_html.fragment_fromstring(fragment.replace("\0", ""), create_parent="div")
    except (etree.ParserError, ValueError):  # nothing but comments, or an XML declaration in the middle
        return ""
    return text_in(root)


def text_in(root: Any) -> str:
    """The text below an lxml element, whatever its namespace."""
    flat = re.sub(r"\s+", " ", "".join(_pieces(root)))
    blocks = (re.sub(rf" ?{BREAK} ?", "\n", block).strip() for block in flat.split(BLOCK))
    return "\n\n".join(filter(None, blocks))


def _pieces(element: Any) -> Iterator[str]:
    """White space in the text counts as one space; marks stand for line ends and the edges of blocks."""
    name = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
    edge = BLOCK if name in BLOCKS else " " if name in ("td", "th") else ""
    if name and name not in LEFT_OUT:
        yield BREAK if name == "br" else edge
        yield _words(element.text)
        for child in element:
            yield from _pieces(child)
            yield _words(child.tail)
        yield edge


def _words(text: str | None) -> str:
    return (text or "").replace(BREAK, "").replace(BLOCK, "")
