"""Saying a claim in other words. Its statements stay as they are, so its meaning has to stay, too."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from factcheck.claims.models import Claim, ClaimAlias, Statement
from factcheck.claims.suggest_conflicts import suggest_for
from factcheck.ledger.chain import record, take_turn
from factcheck.ledger.models import Entry
from factcheck.slugs import unique_slug


@transaction.atomic
def reword(claim: Claim, *, text: str, editor: User, slug: str = "", **details: Any) -> Entry:
    """Give a claim other words, and an address of them; the former one leads there from now on.

    A claim that readers find a verdict on keeps its address: they know it by that. `slug` is an address that it had
    before; `details` go into the ledger. Raises ValidationError if it or another claim says this already, or if it is
    no claim.
    """
    text = " ".join(text.split())
    take_turn()
    claim = Claim.objects.select_for_update(no_key=True).get(pk=claim.pk)
    if text == claim.text:
        raise ValidationError({"text": _("The claim has these words already.")})
    if Claim.objects.filter(text=text).exists():
        raise ValidationError({"text": _("Another claim says this already. Join the two instead.")})
    was = {"text": claim.text, "slug": claim.slug}
    claim.text, claim.slug = text, slug or _address(claim, text)
    claim.full_clean()
    claim.save(update_fields=["text", "slug"])
    if claim.slug != was["slug"]:
        claim.aliases.filter(slug=claim.slug).delete()
        claim.aliases.create(slug=was["slug"])
    entry = record("claim.reworded", actor=editor, on=claim, was=was, **details)
    for statement in Statement.objects.with_texts().filter(positions__claim=claim):
        suggest_for(statement)
    return entry


def why_words_stay(row: models.Model, changed: Collection[str] | None) -> str:
    """Why the words and the address of a claim are not changed past `reword`, in a sentence."""
    if changed is None or not {"text", "slug"} & set(changed):
        return ""
    return _(
        "The words and the address of “%(row)s” change by “Reword” on its page on the desk: there"
        " a verdict on it goes back to draft, and the old address goes on leading to it."
    ) % {"row": row}


def _address(claim: Claim, text: str) -> str:
    if Claim.objects.filter(pk=claim.pk).undecided().exists():
        own = [claim.slug, *claim.aliases.values_list("slug", flat=True)]
        return unique_slug(Claim, text, besides=ClaimAlias, own=own)
    return claim.slug
