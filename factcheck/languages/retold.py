"""Tells a sentence that `factcheck.languages.sentences.noted` wrote in the language of the page.

A sentence is known again by the pattern that the catalogue has of it, so that nothing but English has to be kept, and
what older releases kept is told as well. What fits no pattern stays as it is.
"""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date
from functools import cache, lru_cache

from django import template
from django.db.models import Choices
from django.utils.formats import date_format
from django.utils.translation import get_language, override, pgettext
from django.utils.translation.trans_real import translation

from factcheck.languages.catalogues import WRITTEN_IN

CONTEXT = "stored\x04"
LONGEST = 4000  # characters; longer is no sentence
VALUE = re.compile(r"%\((\w+)\)s")
# The values that are words of ours themselves.
WORDS = {"because", "begins", "change", "changes", "check", "day", "kind", "now", "other", "parts", "paste", "reason"}
WORDS |= {"relation", "status", "told", "verdict", "was", "what", "where", "why"}
LIST = "list_"  # begins the name of a value that joins several by “and”
MONTHS = [name for name in month_name if name]
DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
MORE = re.compile(r"(\d+) more")
BETWEEN_SENTENCES = re.compile(r"(?<=[.:!?]) (?=[A-Z“])|\n|; ")

register = template.Library()


@register.filter
def retold(sentence: object) -> str:
    """The sentence in the active language, and the sentences within it."""
    written = str(sentence or "")
    told = _retold(written, get_language() or "") if len(written) <= LONGEST else written
    return written if told == written else told  # as safe as it was


@lru_cache(maxsize=4096)
def _retold(sentence: str, language: str) -> str:
    for pattern, told in _patterns(language):
        if found := pattern.fullmatch(sentence):
            values = {name: _value(name, value, language) for name, value in found.groupdict().items()}
            return told % values if values else told
    if day := DAY.fullmatch(sentence):
        return date_format(date(int(day[3]), MONTHS.index(day[2]) + 1, int(day[1])))
    parts = BETWEEN_SENTENCES.split(sentence)
    if len(parts) == 1:
        return sentence
    gaps = [*BETWEEN_SENTENCES.findall(sentence), ""]
    return "".join(_retold(part, language) + gap for part, gap in zip(parts, gaps, strict=True))


def kept_label(choice: Choices) -> str:
    """What a choice is called where its name is kept: in the ledger, in English."""
    with override(WRITTEN_IN):
        return str(choice.label)


def _value(name: str, value: str, language: str) -> str:
    if name.startswith(LIST):
        *first, last = value.rsplit(" and ", 1)
        if more := MORE.fullmatch(last):
            last = pgettext("of a list", "%(count)s more") % {"count": more[1]}
        return pgettext("between the last two of a list", " and ").join([*first, last])
    return _retold(value, language) if name in WORDS else value


@cache
def _patterns(language: str) -> list[tuple[re.Pattern[str], str]]:
    """What each stored sentence looks like, those with the most words of their own first, and its translation."""
    known = translation(language)._catalog.items() if language else ()  # type: ignore[attr-defined]  # noqa: SLF001
    found = [(key.removeprefix(CONTEXT), told) for key, told in known if str(key).startswith(CONTEXT)]
    found.sort(key=lambda one: len(VALUE.sub("", one[0])), reverse=True)
    return [(_pattern(sentence), told) for sentence, told in found]


def _pattern(sentence: str) -> re.Pattern[str]:
    if not VALUE.search(sentence):
        return re.compile(re.escape(sentence))
    names: set[str] = set()
    written = ""
    for number, part in enumerate(VALUE.split(sentence)):
        if number % 2 == 0:
            written += re.escape(part.replace("%%", "%"))
        elif part in names:
            written += f"(?P={part})"
        else:
            names.add(part)
            written += f"(?P<{part}>.*?)"
    return re.compile(written, re.DOTALL)
