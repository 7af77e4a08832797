"""Readable, unique last parts of addresses."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import count
from typing import Any

from anyascii import anyascii
from django.db import models
from django.utils.text import slugify

from factcheck.found_first import found_first

LONGEST = 114  # leaves room for a number in a field of 120


def unique_slug(
    model: type[models.Model], text: str, *, besides: type[models.Model] | None = None, own: Collection[str] = ()
) -> str:
    """A slug of `text` that no row of `model` has: its first words, and a number where they are taken.

    `besides` is a model whose slugs lead to the same pages, such as former addresses; `own` are slugs that lead to the
    very row that asks, so that it can have one of them again.
    """
    return unique_slugs(model, [text], besides=besides, own=own)[0]


def unique_slugs(
    model: type[models.Model],
    texts: Sequence[str],
    *,
    besides: type[models.Model] | None = None,
    own: Collection[str] = (),
) -> list[str]:
    """Slugs for many texts at once, none of them in use and no two alike."""
    tables: list[models.QuerySet[models.Model]] = [models.QuerySet(table) for table in (model, besides) if table]
    bases = [slug_of(text) or model._meta.model_name or "item" for text in texts]
    taken = {slug for rows in tables for slug in rows.filter(slug__in=bases).values_list("slug", flat=True)}
    taken -= set(own)
    slugs: list[str] = []
    for base in bases:
        if base in taken:
            for rows in tables:
                taken |= set(rows.filter(slug__startswith=f"{base}-").values_list("slug", flat=True)) - set(own)
        slugs.append(next(slug for n in count(1) if (slug := base if n == 1 else f"{base}-{n}") not in taken))
        taken.add(slugs[-1])
    return slugs


def at_slug(model: type[models.Model], slug: str, *, former: models.QuerySet[Any, Any]) -> models.Q:
    """A condition for the row that an address leads to: its own slug's, or the one whose key is among `former`."""
    return found_first(models.QuerySet(model).filter(slug=slug).values("pk").union(former))


def slug_of(text: str) -> str:
    """The first words of a text of any script in Latin letters; empty if it has no letter and no digit."""
    return _cut_at_word(slugify(anyascii(text)))


def _cut_at_word(slug: str) -> str:
    return slug if len(slug) <= LONGEST else slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
