"""Writing one of the pages on which a site says what it is; every text that a page ever had is kept."""

from __future__ import annotations

import hashlib

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from factcheck.ledger.chain import record, take_turn
from factcheck.ledger.people import name_of
from factcheck.site.identity import forget_site
from factcheck.site.models import SiteText
from factcheck.site.pages import SitePage, first_text, gaps_in


@transaction.atomic
def write_page(
    page: SitePage, *, language: str, text: str, is_published: bool, editor: User, last_seen: int | None = None
) -> None:
    """Have a page say `text` in one language, or keep it for later; nothing is recorded if that is so already.

    `last_seen` is the newest text of the page that its writer knew. Raises ValidationError for a text that is to be
    published with gaps, and where somebody else wrote since.
    """
    take_turn()
    texts = SiteText.objects.of(page, language)
    newest, standing = texts.select_related("written_by").first(), texts.standing().first()
    if newest and last_seen != newest.pk:
        raise ValidationError(
            _("%(who)s saved this page meanwhile. Their text stands below; save again to put yours in its place.")
            % {"who": name_of(newest.written_by) if newest.written_by else _("Somebody")}
        )
    if is_published:
        _must_have_no_gaps(text)
        text = "" if text == first_text(page, language).markdown else text
    said = standing.text if standing else ""
    if text == (newest.text if newest else said) and is_published == (newest.is_published if newest else True):
        return
    written = SiteText(page=page, language=language, text=text, is_published=is_published, written_by=editor)
    written.written_at = timezone.now()
    written.full_clean()
    written.save(force_insert=True)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    act = "site_page.published" if is_published else "site_page.kept"
    record(act, actor=editor, on=written, page=page.value, language=language, sha256=sha256)
    forget_site()


def _must_have_no_gaps(text: str) -> None:
    if gaps := gaps_in(text):
        places = ngettext(
            "One place is still to be filled in: “%(first)s”",
            "%(number)d places are still to be filled in, the first is “%(first)s”",
            len(gaps),
        )
        raise ValidationError(places % {"number": len(gaps), "first": gaps[0]})
