"""Naming who speaks: a source the desk knows, or a new one."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from factcheck.articles.models import Story
from factcheck.articles.slugs import unique_slug
from factcheck.claims.models import Source, SourceAlias
from factcheck.ledger.recording import record


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
    Raises ValidationError if a rule of sources is broken.
    """
    name = " ".join(name.split())
    known = Source.objects.filter(Q(name__iexact=name) | Q(aliases__name__iexact=name), kind=kind)
    if kind == Source.Kind.ANONYMOUS:
        known = known.filter(statements__article__story=story, people=people)
    if source := known.first():
        return source
    source = Source(
        name=name, slug=unique_slug(Source, name), kind=kind, people=people, role=role, is_on_record=is_on_record
    )
    source.full_clean()
    source.save()
    record("source.named", actor=editor, on=source)
    return source


@transaction.atomic
def add_alias(source: Source, name: str, *, editor: User) -> SourceAlias:
    """Have a source be found by another name, too. Raises ValidationError if the name leads to one already."""
    name = " ".join(name.split())
    if Source.objects.filter(name__iexact=name).exclude(pk=source.pk).exists():
        raise ValidationError("Another source has this name. Aliases are for names that no source has.")
    alias = SourceAlias(source=source, name=name)
    alias.full_clean()
    alias.save()
    record("source.alias_added", actor=editor, on=source, name=name)
    return alias


@transaction.atomic
def remove_alias(alias: SourceAlias, *, editor: User) -> None:
    record("source.alias_removed", actor=editor, on=alias.source, name=alias.name)
    alias.delete()
