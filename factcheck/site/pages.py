"""The pages on which a site says what it is, and which text each shows: the last that was written, or a first one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import TextChoices
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from factcheck.site.first_texts import FIRST_TEXTS

GAP = re.compile(r"\[\[((?:(?!\[\[).)+?)\]\]", re.DOTALL)
WRITTEN_IN = "en"  # the first texts that there always are


class SitePage(TextChoices):
    """What a site says of itself, in the order in which its pages lead there."""

    ABOUT = "about", _("About")
    PEOPLE = "people", _("People")
    FUNDING = "funding", _("Funding and ownership")
    NON_PARTISANSHIP = "non-partisanship", _("Non-partisanship")
    METHODOLOGY = "methodology", _("Method")
    COMPLAINTS = "complaints", _("Complaints and corrections")
    DIVERSITY = "diversity", _("Diversity")
    PRIVACY = "privacy", _("Privacy")
    ACCESSIBILITY = "accessibility", _("Accessibility")
    LICENCE = "licence", _("Licence")

    def get_absolute_url(self) -> str:
        if self in (SitePage.ABOUT, SitePage.METHODOLOGY):
            return reverse(f"public:{self}")
        return reverse("public:site_page", args=[self])


@dataclass(frozen=True)
class ShownText:
    """What a page says, in which language, and since when; never changed since it was installed where that is None."""

    markdown: str
    language: str
    written_at: datetime | None = None


def gaps_in(text: str) -> list[str]:
    """What an outline still asks the desk to say."""
    return [" ".join(gap.split()) for gap in GAP.findall(text)]


def first_text(page: SitePage, language: str) -> ShownText:
    """What a page says, or asks the desk to say, before anybody has written it; in English where there is no other."""
    code = language if language in FIRST_TEXTS else WRITTEN_IN
    return ShownText(FIRST_TEXTS[code][page], code)


def says_something_at_first(page: SitePage) -> bool:
    return not gaps_in(FIRST_TEXTS[WRITTEN_IN][page])


def chosen_text(page: SitePage, language: str, written: Iterable[ShownText]) -> ShownText | None:
    """What readers of a language see of the texts that a page has, one for each language; None if they see no page.

    What somebody wrote comes before what every desk says, even if it is in another language.
    """
    by_language = {text.language: text for text in written if text.markdown}
    for wanted in (language, settings.LANGUAGE_CODE, *by_language):
        if wanted in by_language:
            return by_language[wanted]
    return first_text(page, language) if says_something_at_first(page) else None
