"""What templates of readers' pages write often: days, and parts that are kept."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date, datetime
from functools import lru_cache
from unicodedata import bidirectional

from django import template
from django.conf.locale import LANG_INFO
from django.template.defaultfilters import date as written
from django.template.defaultfilters import stringfilter
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from factcheck.compare.language.detection import detected_language
from factcheck.public.kept_parts import kept_part
from factcheck.verdicts.snapshot.excerpts import shortened

register = template.Library()


@register.simple_tag
def kept(template: str, **given: Hashable) -> SafeString:
    """An include that sees only what it is given, and is written anew only where that is another thing."""
    return kept_part(template, given)


@register.filter(expects_localtime=True)
def day(at: date) -> SafeString:
    """The day as a `time` element."""
    return _day(at, get_language())


@lru_cache(4096)
def _day(at: date, _language: str | None) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', written(at, "Y-m-d"), written(at, "DATE_FORMAT"))


@register.filter(expects_localtime=True)
def moment(at: datetime) -> SafeString:
    """The day and the hour, with its zone, as a `time` element."""
    told = f"{written(at, 'DATETIME_FORMAT')} {written(at, 'e')}"
    return format_html('<time datetime="{}">{}</time>', written(at, r"Y-m-d\TH:i:sO"), told)


@register.filter(is_safe=True)
@stringfilter
def clipped(text: str, letters: int) -> str:
    return shortened(text, letters)


@register.filter
def written_in(text: str) -> SafeString:
    """The attributes that say in which language people wrote a text, where that is not the page's; else nothing."""
    return _written_in(str(text), get_language() or "")


@lru_cache(4096)
def _written_in(text: str, language: str) -> SafeString:
    tag = detected_language(text)
    if tag:
        is_rtl = LANG_INFO.get(tag.partition("-")[0], {}).get("bidi", False)
        is_page_s = tag.partition("-")[0] == language.partition("-")[0]
        return SafeString() if is_page_s else format_html(' lang="{}" dir="{}"', tag, "rtl" if is_rtl else "ltr")
    return SafeString(' dir="auto"' if any(bidirectional(letter) in ("R", "AL") for letter in text) else "")
