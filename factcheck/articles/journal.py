"""Undoing an import batch: what it created goes, and what it changed is as it was before. All of it, or nothing.

What people did since stands on it: a statement marked in an article, a later version, a changed record. Such a batch
is not undone, and the reasons are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.db import models, transaction
from django.db.models import Q

from factcheck.articles.models import Article, Block, ImportBatch, ImportRow, Outcome, Outlet, Story
from factcheck.ledger.chain import record

NONE = Q(pk__in=[])
WORKED_OUT = {  # what the desk makes by itself, and makes again; beside it, which of it a person decided about
    "articles.fingerprint": NONE,
    "articles.versionsuggestion": ~Q(state="suggested"),
    "articles.holding": NONE,
    "articles.block": ~Q(decided_at=None),
    "claims.carriage": NONE,
}
MOST_REASONS = 10
IN_ONE_QUERY = 500


class CannotUndo(Exception):
    """A batch that later work stands on, or that did nothing; the message says which work, and of what."""


@transaction.atomic
def undo(batch: ImportBatch, *, actor: User | None) -> ImportBatch:
    """Take back what a batch did. Raises CannotUndo."""
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if not batch.can_be_undone:
        raise CannotUndo(f"The batch is {batch.get_status_display().lower()}, so there is nothing to undo.")
    created = _created(batch)
    reasons = list(islice(_standing_on(batch, created), MOST_REASONS))
    if reasons:
        raise CannotUndo("It cannot be undone: " + " ".join(reasons))
    outlets = list(Outlet.objects.filter(articles__batch=batch).distinct().values_list("pk", flat=True))
    counts = _remove(created)
    Block.objects.filter(outlet__in=outlets).no_longer_common().delete()
    counts["restored"] = _restore(batch)
    _remove_outlets(batch.outlets_made)
    batch.status = ImportBatch.Status.UNDONE
    batch.save(update_fields=["status"])
    record("import.undone", actor=actor, on=batch, sha256=batch.sha256, counts=counts)
    return batch


type Created = dict[type[models.Model], set[Any]]


def _created(batch: ImportBatch) -> Created:
    """The keys of what a batch created, by model, the last first; the stories that hold nothing else among them."""
    created: Created = {}
    rows = batch.rows.filter(fate=Outcome.CREATED).order_by("-number", "-pk")
    for label, key in rows.values_list("subject_type", "subject_id"):
        created.setdefault(apps.get_model(label), set()).add(key)
    own = batch.articles.values_list("pk", "story_id")
    created.setdefault(Article, set()).update(pk for pk, _ in own)
    others = Article.objects.exclude(batch=batch).values("story_id")
    stories = Story.objects.filter(articles__batch=batch).exclude(pk__in=others)
    created.setdefault(Story, set()).update(stories.values_list("pk", flat=True))
    return created


def _standing_on(batch: ImportBatch, created: Created) -> Iterator[str]:
    yield from _references(created)
    yield from _left_without_original(batch)
    for row in batch.rows.filter(fate=Outcome.CHANGED).iterator():
        yield from _changed_since(row, batch)


def _references(created: Created) -> Iterator[str]:
    """The rows, not the batch's own, that refer to what it created."""
    for model, keys in created.items():
        for relation in model._meta.related_objects:
            other = relation.related_model
            is_work = WORKED_OUT.get(other._meta.label_lower, Q())
            own = created.get(other, set())
            for some in _some(keys):
                rows = stored_rows(other).filter(is_work, **{f"{relation.field.name}__in": some})
                for row in rows.select_related(relation.field.name):
                    if row.pk not in own:
                        subject = getattr(row, relation.field.name)
                        yield f"The {other._meta.verbose_name} “{row}” stands on “{subject}”."


def _left_without_original(batch: ImportBatch) -> Iterator[str]:
    """Articles that came later, and are what they are in comparison with an original that would go."""
    first = batch.articles.order_by("pk").values_list("pk", flat=True).first()
    originals = batch.articles.filter(relation=Article.Relation.ORIGINAL).values("story_id")
    later = Article.objects.filter(story__in=originals, pk__gt=first or 0).exclude(batch=batch)
    for article in later.with_outlets().defer("received", "text"):
        yield f"“{article}” joined the story “{article.story}” afterwards, whose original is in the batch."


def _changed_since(row: ImportRow, batch: ImportBatch) -> Iterator[str]:
    model = apps.get_model(row.subject_type)
    stored = _values(stored_rows(model).filter(pk=row.subject_id), row.after)
    last = _last_word(row, batch)
    for name, after in row.after.items():
        if name != "findings" and name in last and stored.get(name) != after:
            subject = stored_rows(model).filter(pk=row.subject_id).first() or row.subject_type
            yield f"The {name.replace('_', ' ')} of “{subject}” was changed again since."


def _last_word(row: ImportRow, batch: ImportBatch) -> set[str]:
    """The fields of a row's subject that no later row of the batch changed once more."""
    later = batch.rows.filter(subject_type=row.subject_type, subject_id=row.subject_id, pk__gt=row.pk)
    return set(row.after) - {name for after in later.values_list("after", flat=True) for name in after}


def _values(rows: models.QuerySet[models.Model], names: Iterable[str]) -> dict[str, Any]:
    """The stored values of one row as plain JSON; empty if it is gone."""
    row = rows.first()
    fields = [rows.model._meta.get_field(name) for name in names]
    return {field.name: plain(getattr(row, field.attname)) for field in fields} if row else {}  # type: ignore[union-attr]


def stored_rows(model: type[models.Model]) -> models.QuerySet[models.Model]:
    return model._meta.base_manager.all()


def plain(value: Any) -> Any:
    """A value as JSON holds it."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def _remove(created: Created) -> dict[str, int]:
    """Remove rows, each kind before those that it refers to; the versions of one address let go of each other."""
    counts: dict[str, int] = {}
    order = sorted(created, key=_depth, reverse=True)
    for some in _some(created.get(Article, set())):
        Article.objects.filter(pk__in=some).update(previous=None)
    for model in order:
        for some in _some(created[model]):
            stored_rows(model).filter(pk__in=some).delete()
        if created[model]:
            counts[model._meta.label_lower] = len(created[model])
    return counts


def _depth(model: type[models.Model], seen: frozenset[type[models.Model]] = frozenset()) -> int:
    """How many steps of reference there are below a model."""
    referred = {field.related_model for field in model._meta.concrete_fields if field.is_relation}
    below = [one for one in referred if isinstance(one, type) and one not in seen | {model}]
    return 1 + max((_depth(one, seen | {model}) for one in below), default=0)


def _restore(batch: ImportBatch) -> int:
    """Give changed rows the values that they had before the batch, the last change first."""
    restored = set()
    for row in batch.rows.filter(fate=Outcome.CHANGED).order_by("-number", "-pk").iterator():
        model = apps.get_model(row.subject_type)
        fields = {model._meta.get_field(name).attname: value for name, value in row.before.items()}
        changed = stored_rows(model).filter(pk=row.subject_id).update(**fields)
        restored |= {(row.subject_type, row.subject_id)} if changed else set()
    return len(restored)


def _remove_outlets(keys: list[int]) -> None:
    """Remove the outlets that the batch made, but for those that have other articles by now."""
    Outlet.objects.filter(pk__in=keys, articles__isnull=True).delete()


def _some(keys: Iterable[Any]) -> Iterator[list[Any]]:
    rest = iter(sorted(keys))
    while some := list(islice(rest, IN_ONE_QUERY)):
        yield some
