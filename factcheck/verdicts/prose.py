"""Markdown as editors write it, as HTML that is safe to show to anyone."""

from __future__ import annotations

from html import unescape

import nh3
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

TAGS = {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "h3", "h4", "code", "pre", "hr"}
MARKDOWN = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(["replacements", "smartquotes"])
HEADINGS = {"h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}


def plain_text(markdown: str) -> str:
    """The words of Markdown without its marks, one line to a block."""
    return unescape(strip_tags(render_markdown(markdown))).strip()


def links_in(markdown: str) -> list[str]:
    """The addresses that Markdown leads to, in their order."""
    tokens = (child for token in MARKDOWN.parse(markdown) for child in token.children or ())
    return [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]


def render_markdown(text: str) -> SafeString:
    """The HTML of `text`: headings begin at the third level, links carry nofollow, everything else is stripped."""
    tokens = MARKDOWN.parse(text)
    for token in tokens:
        token.tag = HEADINGS.get(token.tag, token.tag)
    html = MARKDOWN.renderer.render(tokens, MARKDOWN.options, {})
    return mark_safe(nh3.clean(html, tags=TAGS, link_rel="nofollow noopener"))  # noqa: S308 - nh3 made it safe
