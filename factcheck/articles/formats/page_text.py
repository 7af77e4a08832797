"""The text of the article on a web page, without the page around it: trafilatura finds it.

Before it looks, the page is mended where words of the article would be lost on the way or others be taken in. What a
page strikes out is no part of the text, and told beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from lxml import etree

from factcheck.articles.formats.fragments import text_in
from factcheck.articles.reading.corrections import is_correction
from factcheck.articles.reading.findings import TextFinding, What
from factcheck.articles.reading.prose import LONG_PROSE, is_paragraph
from factcheck.languages.sentences import noted

if TYPE_CHECKING:
    from trafilatura.settings import Document

NEVER_ARTICLE = ("template", "dialog")
SELDOM_ARTICLE = ("noscript", "nav")
STRUCK = ("del", "s", "strike")
CELLS = ("thead", "tbody", "tfoot", "tr", "td", "th")
LAYOUT = "//table[.//p or .//h1 or .//h2 or .//table or .//form or count(.//td)=1]"
BLOCKS = ".//*[self::p or self::div or self::ul or self::ol or self::table or self::br or self::h2 or self::h3]"
INSIDE_LINES = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "a", "li", "b", "strong", "em", "i")
RULE = re.compile(r"\|(?:-+\|)+")
CLOCK = re.compile(r"\s*(?:at\s+)?\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?\s*", re.IGNORECASE)
LEAST_ENTRIES = 3  # times of the clock by which a page is a live blog


class PageText(NamedTuple):
    """The article's paragraphs, a blank line between; empty if there are none. `findings` tell what was taken out."""

    text: str
    findings: tuple[TextFinding, ...]


def article_in(tree: Any) -> PageText:
    """The text of the article in an lxml tree, which is changed on the way."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - a tenth of a second, which only pages should cost

    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    struck = tuple(_taken_out(tree))
    etree.strip_elements(tree, *NEVER_ARTICLE, with_tail=False)
    _keep_prose(tree)
    _keep_layout_tables(tree)
    _keep_times(tree)
    corrections = list(_corrections(tree))
    document = cast("Document | None", bare_extraction(tree, include_comments=False))
    lines = (document.text or "").split("\n") if document else []
    paragraphs = [line for line in map(_without_rules, lines) if line]
    return PageText("\n\n".join(paragraphs + _missing(corrections, paragraphs) if paragraphs else []), struck)


def _taken_out(tree: Any) -> Iterator[TextFinding]:
    """Take struck-out words off the page; so many that they may be the article's own are asked about, and stay."""
    for element in list(tree.iter(*STRUCK)):
        words = " ".join("".join(element.itertext()).split())
        if words.count(" ") >= LONG_PROSE:
            because = noted("the page strikes so many words out that a person should decide; they stay in the text")
            yield TextFinding(What.QUESTION, words[:100], 0, 0, because)
        elif words and element.getparent() is not None:
            yield TextFinding(
                What.STRUCK, words, 0, 0, noted("the page strikes these words out; the text is without them")
            )
            _remove(element)


def _remove(element: Any) -> None:
    """Take an element away; the text behind it stays, parted from the text before by one space."""
    element.tail = f" {(element.tail or '').lstrip()}" if (element.tail or "")[:1].isspace() else element.tail
    before, parent = element.getprevious(), element.getparent()
    said_before = (parent.text if before is None else before.tail) or ""
    if said_before[-1:].isspace() and (element.tail or "")[:1].isspace():
        element.tail = (element.tail or "").lstrip()
    element.drop_tree()


def _keep_prose(tree: Any) -> None:
    """Of what is seldom the article, keep what holds its paragraphs: an unclosed <nav>, a page without scripts."""
    for element in list(tree.iter(*SELDOM_ARTICLE)):
        if element.getparent() is None:
            continue
        if _prose_in(element) > LONG_PROSE and not (element.tag == "noscript" and _stands_elsewhere(element, tree)):
            element.tag = "div"
            element.attrib.clear()
        else:
            element.drop_tree()


def _prose_in(element: Any) -> int:
    """How many words of an element stand in sentences, those of links not counted."""
    said = element.xpath(".//text()[not(ancestor::a or ancestor::script or ancestor::style or ancestor::button)]")
    return sum(words.count(" ") + 1 for words in (" ".join(text.split()) for text in said) if is_paragraph(words))


def _stands_elsewhere(element: Any, tree: Any) -> bool:
    """Whether the page shows the same words beside its <noscript>, as it does with what scripts load."""
    shown = tree.xpath("//body//text()[not(ancestor::noscript or ancestor::script or ancestor::style)]")
    page = " ".join(" ".join(shown).split())
    own = [" ".join("".join(p.itertext()).split()) for p in element.iter("p")]
    return bool(own) and all(words in page for words in own)


def _keep_layout_tables(tree: Any) -> None:
    """A table that lays out a page is read as blocks; a cell of it that holds words alone is a paragraph."""
    for table in tree.xpath(LAYOUT):
        for cell in [one for one in table.iter(*CELLS) if next(one.iterancestors("table"), None) is table]:
            is_leaf = cell.tag in ("td", "th") and not cell.xpath(BLOCKS)
            if is_leaf:
                cell.attrib.clear()
            cell.tag = "p" if is_leaf else "div"
        table.tag = "div"


def _keep_times(tree: Any) -> None:
    """The times of a live blog's entries are its text; a page that gives few times only dates itself."""
    times = [time for time in tree.iter("time") if CLOCK.fullmatch("".join(time.itertext()))]
    if len(times) >= LEAST_ENTRIES:
        for time in times:
            time.tag = "span" if time.getparent().tag in INSIDE_LINES else "p"
            time.attrib.clear()


def _corrections(tree: Any) -> Iterator[str]:
    """What a page corrects beside its text, in <aside> or <footer>: such blocks become part of the article."""
    for element in list(tree.iter("aside", "footer")):
        if is_correction("".join(element.itertext()).strip()):
            yield from text_in(element).split("\n\n")
            element.tag = "div"
            element.attrib.clear()


def _missing(corrections: Iterable[str], paragraphs: Iterable[str]) -> list[str]:
    page = " ".join(" ".join(paragraphs).split())
    return [words for words in corrections if " ".join(words.split()) not in page]


def _without_rules(line: str) -> str:
    """A line without the rules that trafilatura draws around the cells of a table."""
    line = line.strip()
    return line.strip("| ") if line.startswith("| ") else "" if RULE.fullmatch(line) else line
