"""What agencies' formats have in common: whether an item may be used, and how they name who wrote it."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from factcheck.articles.formats.incoming import ImportRefused, NotAnArticle
from factcheck.languages.sentences import noted

USABLE = "usable"
TEXTS = ("", "text", "composite")


def must_be_usable(*, kind: str = "", status: str = "", embargoed: str = "") -> None:
    """Raises ImportRefused by the type of an item, the status its publisher gives it, and the end of its embargo.

    `embargoed` is an ISO 8601 time, or empty.
    """
    if kind not in TEXTS:
        raise NotAnArticle(
            noted("The item is of the type “%(kind)s”, not text.", kind=kind), noted("Leave it out."), field="type"
        )
    if status and status.lower() != USABLE:
        raise NotAnArticle(
            noted("Its publisher says that it is %(status)s.", status=status),
            noted("Leave it out."),
            field="pubstatus",
        )
    try:
        is_early = bool(embargoed) and timezone.now() < _aware(embargoed)
    except (ValueError, OverflowError):
        raise ImportRefused(
            noted("“%(embargoed)s” is no time that exists.", embargoed=embargoed),
            noted("Mend it."),
            field="embargoed",
        ) from None
    if is_early:
        raise NotAnArticle(
            noted("It is under embargo until %(embargoed)s.", embargoed=embargoed),
            noted("Import it afterwards."),
            field="embargoed",
        )


def without_by(byline: str) -> str:
    return byline[3:].strip() if byline[:3].casefold() == "by " else byline


def _aware(words: str) -> datetime:
    found = datetime.fromisoformat(words)
    return timezone.make_aware(found) if timezone.is_naive(found) else found
