"""Naming who speaks: a source the desk knows, or a new one."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.articles.models import Story
from factcheck.articles.slugs import unique_slug
from factcheck.claims.models import Source
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
    """The source with this name, made if the desk does not know it.

    People a paper does not name are known within one story only: the same words in another story may mean others.
    Raises ValidationError if a rule of sources is broken.
    """
    name = " ".join(name.split())
    known = Source.objects.filter(name__iexact=name, kind=kind)
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
