"""Making one source of two that are one person, organisation or document under two names; and saying that they are not.

Only a person says so. Each statement keeps its words and its positions, and both names lead to the source.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from factcheck.claims.models import Source, SourceAddress, SourceAlias, SourcesApart, Statement
from factcheck.claims.suggest_conflicts import suggest_for
from factcheck.ledger.chain import record, take_turn
from factcheck.ledger.models import Entry

FACTS = ("name", "slug", "kind", "role", "people", "is_on_record", "same_as")


class CannotMerge(Exception):
    """Two sources that have to stay apart; the message says why."""


@transaction.atomic
def merge(source: Source, *, into: Source, editor: User) -> Entry:
    """Have everything that `source` said be said by `into`, which is found by both names; the old address leads there.

    A statement that names no role keeps the one its source had. Raises CannotMerge for one source, or for people whom
    a paper does not name.
    """
    take_turn()
    if source == into:
        raise CannotMerge(_("This is the same source. Choose another one."))
    source, into = _held(source), _held(into)
    if source.is_anonymous or into.is_anonymous:
        raise CannotMerge(
            _("People whom a paper does not name are known within one story only, so they are not merged.")
        )
    kept = _kept_of(source, into)
    source.statements.filter(pk__in=kept["roles"]).update(role=source.role)
    source.statements.update(source=into)
    source.aliases.update(source=into)
    SourceAddress.objects.filter(source=source).update(source=into)
    SourceAddress.objects.create(slug=source.slug, source=into)
    keys = [source.pk, into.pk]
    source.delete()
    if not Source.objects.filter(pk=into.pk).known_as(kept["facts"]["name"]).exists():
        SourceAlias.objects.create(source=into, name=kept["facts"]["name"])
    Source.objects.filter(pk=into.pk, same_as="").update(same_as=source.same_as)
    entry = record("source.merged", actor=editor, on=into, sources=keys, **kept)
    _suggest_anew(kept["statements"])
    return entry


@transaction.atomic
def tell_apart(source: Source, *, other: Source, editor: User) -> Entry:
    """Keep that two sources with like names are not one, so that nobody is asked again. Raises CannotMerge."""
    take_turn()
    first, second = sorted((source, other), key=lambda one: one.pk)
    if first == second:
        raise CannotMerge(_("This is the same source. Choose another one."))
    _pair, is_new = SourcesApart.objects.get_or_create(first=first, second=second)
    if not is_new:
        raise CannotMerge(_("Somebody has said so already."))
    return record("source.told_apart", actor=editor, on=source, other=other.pk, name=other.name)


def put_asunder(entry: Entry, into: Source, *, editor: User) -> None:
    """Take a merger back: what the source said before is its own again, unless somebody corrected who speaks since."""
    take_turn()
    details = entry.details
    source = Source(pk=details["sources"][0], **details["facts"])
    into.addresses.filter(slug__in=[source.slug, *details["addresses"]]).delete()
    source.full_clean()
    source.save(force_insert=True)
    SourceAddress.objects.bulk_create(SourceAddress(slug=slug, source=source) for slug in details["addresses"])
    into.aliases.filter(name__in=details["aliases"]).update(source=source)
    into.aliases.exclude(name__in=details["names_of_other"]).filter(name=source.name).delete()
    Source.objects.filter(pk=into.pk).update(same_as=details["same_as_of_other"])
    back = into.statements.filter(pk__in=details["statements"])
    back.filter(pk__in=details["roles"], role=source.role).update(role="")
    back.update(source=source)
    record("source.unmerged", actor=editor, on=into, undoes=entry.pk, sources=details["sources"])
    _suggest_anew(details["statements"])


def _held(source: Source) -> Source:
    held = Source.objects.select_for_update(no_key=True).filter(pk=source.pk).first()
    if not held:
        raise CannotMerge(
            _("“%(source)s” is gone: somebody merged it with another source. Look for that one.") % {"source": source}
        )
    return held


def _kept_of(source: Source, into: Source) -> dict[str, Any]:
    """What it takes to have both sources again."""
    said = source.statements.order_by("pk")
    without_role = said.filter(role="") if source.role != into.role else said.none()
    return {
        "facts": {name: getattr(source, name) for name in FACTS},
        "statements": list(said.values_list("pk", flat=True)),
        "roles": list(without_role.values_list("pk", flat=True)),
        "aliases": list(source.aliases.values_list("name", flat=True)),
        "addresses": list(source.addresses.values_list("slug", flat=True)),
        "names_of_other": list(into.aliases.values_list("name", flat=True)),
        "same_as_of_other": into.same_as,
    }


def _suggest_anew(statement_keys: list[int]) -> None:
    for statement in Statement.objects.with_texts().filter(pk__in=statement_keys):
        suggest_for(statement)
