"""Withdrawing an article that came in by mistake, with a reason: it goes, and with it what the desk worked out of it.

Its text goes for good, and the ledger does not keep it. What people made stands in the way, such as a statement.
"""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from factcheck.articles.models import Article, Block
from factcheck.articles.versions.stories import recorded, settle
from factcheck.languages.sentences import noted
from factcheck.ledger.chain import take_turn

NAMED = 3  # of what stands in the way


class ArticleStays(Exception):
    """An article that something stands on, or that is gone already; the message says what."""


@transaction.atomic
def withdraw(article: Article, *, reason: str, actor: User) -> None:
    """Remove an article; a story that it leaves without its original gets another, an empty one goes.

    Raises ArticleStays if people's work stands on it, ValidationError without a reason.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise ValidationError({"reason": _("Say why, for whoever added it and whoever looks for it.")})
    take_turn()
    found = Article.objects.select_for_update(no_key=True, of=("self",)).with_outlets().filter(pk=article.pk).first()
    if not found:
        raise ArticleStays(_("The article is gone: somebody withdrew it."))
    story = found.story
    with recorded("article.withdrawn", on=found, among=[story], actor=actor, reason=reason) as told:
        told.update(batch=found.batch_id, sha256=found.received_sha256, url=found.url)
        found.pages.update(article=None, outcome=noted("Withdrawn: %(reason)s", reason=reason))
        _delete(found)
        if not story.articles.exists():
            story.delete()
        elif found.is_original:
            settle(story, lost=found, heir=story)
    Block.objects.filter(outlet=found.outlet_id).no_longer_common().delete()


def _delete(article: Article) -> None:
    key = article.pk
    try:
        article.delete()
    except ProtectedError as error:
        what = sorted(
            _("the %(verbose_name)s “%(row)s”") % {"verbose_name": row._meta.verbose_name, "row": row}
            for row in error.protected_objects
        )
        more = _(" and %(count)s more") % {"count": len(what) - NAMED} if len(what) > NAMED else ""
        raise ArticleStays(
            _("This stands on it: %(what)s%(more)s. Withdraw that first.")
            % {"what": ", ".join(what[:NAMED]), "more": more}
        ) from error
    article.pk = key  # by which the ledger names it
