"""Markdown as editors write it, as HTML that is safe to show to anyone.

`[[statement:12]]` stands for a quotation. It is shown with its source, paper and date, from the quotations that are
given: those of a revision come out of the revision itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from html import escape, unescape
from typing import Any, Protocol

import nh3
from django.utils.formats import date_format
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

TAGS = {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "h2", "h3", "h4", "code", "pre", "hr"}
MARKDOWN = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(["replacements", "smartquotes"])
REFERENCE = re.compile(r"\[\[statement:(\d{1,18})\]\]", re.ASCII)


class Quoted(Protocol):
    """What a quotation in a text is shown with."""

    @property
    def statement(self) -> int: ...
    @property
    def exact(self) -> str: ...
    @property
    def told_by(self) -> str: ...
    @property
    def paper(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def published_on(self) -> date | None: ...


def bare_text(html: str) -> str:
    """The words of rendered Markdown, one line to a block."""
    return unescape(strip_tags(html)).strip()


def bare_words(markdown: str) -> str:
    """The words of Markdown that its writer typed: without its marks and the quotations that it refers to."""
    return bare_text(render_markdown(REFERENCE.sub("", markdown)))


def links_in(markdown: str) -> list[str]:
    """The addresses that Markdown leads to, in their order."""
    tokens = (child for token in MARKDOWN.parse(markdown) for child in token.children or ())
    return [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]


def statements_in(markdown: str) -> set[int]:
    """The keys of the statements that Markdown refers to."""
    tokens = (child for token in MARKDOWN.parse(markdown) for child in token.children or ())
    return {token.meta["statement"] for token in tokens if token.type == "quotation"}


def render_markdown(text: str, quotations: Iterable[Quoted] = (), *, top: int = 3) -> SafeString:
    """The HTML of `text`: headings have two levels from `top` on, links carry nofollow, everything else is stripped.

    A reference to a statement that is not among the `quotations` stays as it was typed.
    """
    tokens = MARKDOWN.parse(text)
    known = {quotation.statement: quotation for quotation in quotations}
    for at, token in enumerate(tokens):
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{top if token.tag <= 'h3' else top + 1}"
        if _is_quotation_alone(token) and tokens[at - 1].type == "paragraph_open":
            tokens[at - 1].tag = tokens[at + 1].tag = "blockquote"
            tokens[at - 1].hidden = tokens[at + 1].hidden = False
    html = MARKDOWN.renderer.render(tokens, MARKDOWN.options, {"quotations": known})
    return mark_safe(nh3.clean(html, tags=TAGS, link_rel="nofollow noopener"))  # noqa: S308 - nh3 made it safe


def _is_quotation_alone(token: Token) -> bool:
    return [child.type for child in token.children or ()] == ["quotation"]


def _read_reference(state: StateInline, silent: bool) -> bool:
    found = REFERENCE.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("quotation", "", 0)
        token.meta, token.content = {"statement": int(found[1])}, found[0]
    state.pos = found.end()
    return True


def _show_quotation(_: Any, tokens: Sequence[Token], at: int, __: Any, env: dict[str, Any]) -> str:
    token = tokens[at]
    quotation: Quoted | None = env.get("quotations", {}).get(token.meta["statement"])
    if quotation is None:
        return escape(token.content)
    paper = escape(quotation.paper)
    if quotation.url:
        paper = f'<a href="{escape(quotation.url)}">{paper}</a>'
    told = [] if quotation.told_by == quotation.paper else [escape(quotation.told_by)]
    dated = [date_format(quotation.published_on)] if quotation.published_on else []
    words, where = f"“{escape(quotation.exact)}”", ", ".join([*told, paper, *dated])
    return f"{words}<br>{where}" if len(tokens) == 1 else f"{words} ({where})"


MARKDOWN.inline.ruler.before("link", "quotation", _read_reference)
MARKDOWN.add_render_rule("quotation", _show_quotation)
