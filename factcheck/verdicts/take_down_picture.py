"""Taking down a picture that readers should never have seen, or no longer may: its files go, and the pages say why.

What was published of it stays sealed: a revision names the picture by its hash and keeps the words for it.
"""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.ledger.chain import record, take_turn
from factcheck.verdicts.models import NotAllowed, Picture, Takedown


@transaction.atomic
def take_down(picture: Picture, *, reviewer: User, reason: str, keeps_words: bool) -> Takedown:
    """Remove the files of a public picture for good, and tell readers why wherever it stood.

    Raises NotAllowed if readers do not see it, or no longer; ValidationError without a reason.
    """
    take_turn()
    picture = Picture.objects.select_related("takedown").get(pk=picture.pk)
    if not picture.is_public:
        raise NotAllowed(_("Readers do not see this picture. Remove it from the evidence instead."))
    if picture.is_taken_down:
        raise NotAllowed(_("This picture was taken down already."))
    takedown = Takedown(
        picture=picture, reason=" ".join(reason.split()), keeps_words=keeps_words, taken_down_at=timezone.now()
    )
    takedown.full_clean()
    takedown.save()
    record("picture.taken_down", actor=reviewer, on=picture, sha256=picture.sha256, **told_of(takedown))
    transaction.on_commit(lambda: remove_files(picture))
    return takedown


def told_of(takedown: Takedown) -> dict[str, str | bool]:
    """What the ledger keeps of it."""
    return {"reason": takedown.reason, "keeps_words": takedown.keeps_words}


def remove_files(picture: Picture) -> None:
    for name in (picture.page_file, picture.small_file):
        default_storage.delete(name)
