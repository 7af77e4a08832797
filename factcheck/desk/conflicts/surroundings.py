"""What stands around a statement's words in its sentence, for templates: often the denial itself stands there."""

from __future__ import annotations

from django import template

from factcheck.claims.carriage import sentence_around
from factcheck.claims.models import Statement
from factcheck.compare import Span
from factcheck.verdicts.snapshot.excerpts import clipped

LONGEST = 160  # letters on either side of the words

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


def _sentence_of(statement: Statement) -> Span:
    return sentence_around(statement.article.text, Span(statement.start, statement.end))
