"""What stands around a statement's words in its sentence, for templates: often the denial itself stands there.

And the words that the reason for a conflict names, made bold in either statement.
"""

from __future__ import annotations

import regex
from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from factcheck.claims.carriage import sentence_around
from factcheck.claims.models import Statement
from factcheck.compare import Span
from factcheck.compare.clashing.clauses import root
from factcheck.verdicts.snapshot.excerpts import clipped

LONGEST = 160  # letters on either side of the words
NAMED = regex.compile("“([^”]{1,30})”")  # longer is a claim
WORD = regex.compile(r"([\p{L}\p{M}\p{N}’'-]+)")

register = template.Library()


@register.filter
def words_before(statement: Statement) -> str:
    """The end of what its sentence says before a statement's words."""
    text, start = statement.article.text, statement.start
    return clipped(text[_sentence_of(statement).start : start], LONGEST, from_end=True)


@register.filter
def words_behind(statement: Statement) -> str:
    """The beginning of what its sentence says behind a statement's words."""
    text, end = statement.article.text, statement.end
    return clipped(text[end : _sentence_of(statement).end], LONGEST)


@register.filter
def naming(text: str, because: str) -> SafeString:
    """A text with those words bold that the reason for a conflict names, in whatever form they stand there."""
    named = {root(word.lower()) for phrase in NAMED.findall(because) for word in WORD.findall(phrase)}
    pieces = WORD.split(text)
    return format_html_join("", "{}", ((_bold(piece) if root(piece.lower()) in named else piece,) for piece in pieces))


def _bold(word: str) -> SafeString:
    return format_html("<b>{}</b>", word)


def _sentence_of(statement: Statement) -> Span:
    return sentence_around(statement.article.text, Span(statement.start, statement.end))
