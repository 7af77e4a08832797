"""What is peculiar to a WordPress export, which is RSS besides: the state of each item, and how it marks paragraphs."""

from __future__ import annotations

import re

from factcheck.articles.formats.fragments import text_of
from factcheck.articles.formats.incoming import NotAnArticle
from factcheck.articles.formats.markup_stream import Element, child, said
from factcheck.languages.sentences import noted

DATES = ("post_date", "post_date_gmt")
STATES = {
    "draft": "a draft",
    "auto-draft": "a draft",
    "pending": noted("waiting for review"),
    "future": noted("scheduled, and not published yet"),
    "private": "private",
    "trash": noted("in the bin"),
}
NO_POSTS = {
    "page": noted("a page of the site, not an article"),
    "attachment": noted("a file beside the articles"),
    "nav_menu_item": noted("an entry of a menu"),
    "revision": noted("an earlier state of another item"),
}
OF_THE_SITE = re.compile(r"wp_|custom_css|customize_changeset|oembed_cache|user_request")
BLANK_LINE = re.compile(r"(?:(?<![ \t])[ \t]+)?\r?\n[ \t\r]*\n\s*")
LINE_END = re.compile(r"(?<![>\s])[ \t]*\r?\n(?![<\s])")
SHORTCODE = re.compile(r"\[/?(?:caption|wp_caption|gallery|embed|audio|video|playlist)\b[^\]\n]*\]")


def is_export(item: Element) -> bool:
    return child(item, "post_type") is not None


def must_be_published(item: Element) -> None:
    """Raises NotAnArticle for what is no post, or one that readers of the site do not see."""
    kind, status = said(item, "post_type"), said(item, "status")
    if kind in NO_POSTS or OF_THE_SITE.match(kind):
        told = NO_POSTS.get(kind, f"of the site itself ({kind})")
        raise NotAnArticle(noted("The item is %(told)s.", told=told), noted("Leave it out."), field="post_type")
    if status != "publish":
        told = STATES.get(status, f"in the state “{status}”")
        raise NotAnArticle(
            noted("The item is %(told)s.", told=told), noted("Import it once it is published."), field="status"
        )
    if said(item, "post_password"):
        raise NotAnArticle(noted("The item is under a password."), noted("Leave it out."), field="post_password")


def text_of_post(item: Element) -> str:
    """The text of a post: a blank line begins a paragraph and a line end is one, as WordPress shows them."""
    encoded = child(item, "encoded")
    source = SHORTCODE.sub("<p>", "".join(encoded.itertext())) if encoded is not None else ""
    return text_of(LINE_END.sub("<br>", BLANK_LINE.sub("<p>", source)))
