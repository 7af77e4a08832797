"""Naming who speaks: a source the desk knows, or a new one."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from factcheck.articles.models import Story
from factcheck.claims.models import Source, SourceAddress, SourceAlias
from factcheck.ledger.chain import record
from factcheck.search.matches import Beside, matching
from factcheck.search.words import NotAQuery, read
from factcheck.slugs import unique_slug


def beginning(typed: str) -> QuerySet[Source]:
    """The named sources that have these words, the last of them perhaps only begun, in name, alias or role."""
    try:
        query = read(f"{typed}*")
    except NotAQuery:
        return Source.objects.none()
    return matching(Source.objects.named(), query, beside=[Beside("pk", SourceAlias, "source")])


@transaction.atomic
def name_source(
    name: str,
    *,
    kind: str,
    story: Story,
    editor: User | None,
    people: int = 1,
    role: str = "",
    is_on_record: bool = True,
) -> Source:
    """The source with this name or alias, made if the desk does not know it.

    People a paper does not name are known within one story only: the same words in another story may mean others.
    A name is one source, whatever else it was taken for. Raises ValidationError if a rule of sources is broken.
    """
    name = " ".join(name.split())
    if source := _known(name, kind=kind, story=story, people=people):
        return source
    slug = unique_slug(Source, name, besides=SourceAddress)
    source = Source(name=name, slug=slug, kind=kind, people=people, role=role, is_on_record=is_on_record)
    source.full_clean()
    source.save()
    record("source.named", actor=editor, on=source)
    return source


def _known(name: str, *, kind: str, story: Story, people: int) -> Source | None:
    known = Source.objects.known_as(name)
    if kind == Source.Kind.ANONYMOUS:
        return known.filter(kind=kind, people=people, statements__article__story=story).first()
    return known.filter(kind=kind).first() or known.named().first()


@transaction.atomic
def add_alias(source: Source, name: str, *, editor: User) -> SourceAlias:
    """Have a source be found by another name, too. Raises ValidationError if the name leads to one already."""
    name = " ".join(name.split())
    if Source.objects.filter(name__iexact=name).exclude(pk=source.pk).exists():
        raise ValidationError(_("Another source has this name. Aliases are for names that no source has."))
    alias = SourceAlias(source=source, name=name)
    alias.full_clean()
    alias.save()
    record("source.alias_added", actor=editor, on=source, name=name)
    return alias


@transaction.atomic
def remove_alias(alias: SourceAlias, *, editor: User) -> None:
    record("source.alias_removed", actor=editor, on=alias.source, name=alias.name)
    alias.delete()
