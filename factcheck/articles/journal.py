"""The journal of an import: what its rows did to what was stored; and taking all of it back, or nothing.

Undone, what it created goes, and what it changed is as it was before. Where people's work since stands on it, a
statement marked in an article, a later version, a changed record, the batch is not undone, and the reasons are told.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import chain, islice
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils.translation import gettext as _

from factcheck.articles.models import Article, Block, ImportBatch, ImportRow, Outcome, Outlet, Story
from factcheck.articles.registry import decided_rows, stories_changed
from factcheck.ledger.chain import record
from factcheck.ledger.held_rows import held_models, why_it_stays
from factcheck.ledger.models import Entry

IMPORTED = ("articles.imported", "fixture.imported")
MOST_REASONS = 10
IN_ONE_QUERY = 500


type Text = tuple[int, str]  # the key of an article, and the SHA-256 of its text as received


class Journal:
    """Notes what the rows of one batch do to what is stored, until the notes are stored with the rows."""

    def __init__(self, batch: ImportBatch | None) -> None:
        self.batch = batch
        self.notes: list[ImportRow] = []

    def created(self, number: int, subject: models.Model) -> None:
        """Note that a row made the subject, which is stored by now."""
        self._note(number, Outcome.CREATED, subject_type=subject._meta.label_lower, subject_id=subject.pk)

    def changed(self, number: int, subject: models.Model, *, before: dict[str, Any]) -> None:
        """Note which of the fields that `before` tells, as plain JSON, a row gave another value, if any."""
        after = as_stored(subject, before)
        if after != before:
            label = subject._meta.label_lower
            self._note(number, Outcome.CHANGED, subject_type=label, subject_id=subject.pk, before=before, after=after)

    def refused(self, number: int, *, place: str, reason: str, line: str) -> None:
        """Note that a row was refused, why, and the row itself as a line of JSON."""
        self._note(number, Outcome.REFUSED, place=place[:400], reason=reason, line=line)

    def store(self) -> None:
        ImportRow.objects.bulk_create(self.notes)
        self.notes = []

    def _note(self, number: int, outcome: Outcome, **values: Any) -> None:
        if self.batch:
            self.notes.append(ImportRow(batch=self.batch, number=number, fate=outcome, **values))


def digest_of(batch: ImportBatch, withdrawn: Iterable[Text] = ()) -> str:
    """The SHA-256 of what each row of a batch did, and of which texts came in by it, in hexadecimal.

    `withdrawn` are those of its texts that went since.
    """
    digest = hashlib.sha256()
    told = ("number", "fate", "subject_type", "subject_id", "before", "after", "place", "reason", "line")
    rows = batch.rows.order_by("pk").values_list(*told)
    stored = batch.articles.order_by("pk").values_list("pk", "received_sha256")
    for values in chain(rows.iterator(), merge(stored.iterator(), sorted(withdrawn))):
        digest.update(f"{json.dumps(values, sort_keys=True)}\n".encode())
    return digest.hexdigest()


def withdrawn_texts() -> dict[int, list[Text]]:
    """The texts that were withdrawn, by the key of the batch that they came in by, as the ledger tells."""
    texts: dict[int, list[Text]] = {}
    label = Article._meta.label_lower
    for entry in Entry.objects.filter(subject_type=label, act="article.withdrawn", details__batch__isnull=False):
        texts.setdefault(entry.details["batch"], []).append((entry.subject_id, entry.details["sha256"]))
    return texts


def faults_of_imports() -> Iterator[str]:
    """A sentence for each import whose rows or texts are not those that the ledger keeps the digest of."""
    withdrawn = withdrawn_texts()
    for entry in Entry.objects.filter(act__in=IMPORTED, details__has_key="rows_sha256").order_by("pk"):
        batch = ImportBatch.objects.filter(pk=entry.subject_id).first()
        if batch is None:
            yield _("The import “%(subject_name)s” of entry %(pk)s is gone.") % {
                "subject_name": entry.subject_name,
                "pk": entry.pk,
            }
        elif (
            batch.status != ImportBatch.Status.UNDONE
            and digest_of(batch, withdrawn.get(batch.pk, ())) != entry.details["rows_sha256"]
        ):
            yield _("What the import “%(subject_name)s” did is told otherwise than entry %(pk)s vouches for.") % {
                "subject_name": entry.subject_name,
                "pk": entry.pk,
            }


class CannotUndoImport(Exception):
    """A batch that later work stands on, or that did nothing; the message says which work, and of what."""


@transaction.atomic
def undo(batch: ImportBatch, *, actor: User | None) -> ImportBatch:
    """Take back what a batch did. Raises CannotUndoImport."""
    batch = ImportBatch.objects.select_for_update(no_key=True).get(pk=batch.pk)
    if not batch.can_be_undone:
        raise CannotUndoImport(
            _("The batch is %(status)s, so there is nothing to undo.") % {"status": batch.get_status_display().lower()}
        )
    created, digest = _created(batch), digest_of(batch, withdrawn_texts().get(batch.pk, ()))
    reasons = list(islice(_standing_on(batch, created), MOST_REASONS))
    if reasons:
        raise CannotUndoImport(_("It cannot be undone: %(reasons)s") % {"reasons": " ".join(reasons)})
    outlets = list(Outlet.objects.filter(articles__batch=batch).distinct().values_list("pk", flat=True))
    stories = _stories_touched(batch) - created[Story]
    counts = _remove(created)
    Block.objects.filter(outlet__in=outlets).no_longer_common().delete()
    counts["restored"] = _restore(batch)
    _remove_outlets(batch.outlets_made)
    batch.status = ImportBatch.Status.UNDONE
    batch.save(update_fields=["status"])
    record("import.undone", actor=actor, on=batch, sha256=batch.sha256, counts=counts, rows_sha256=digest)
    for some in _some(stories | _stories_of_changed(batch)):
        stories_changed(some)
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


def _stories_touched(batch: ImportBatch) -> set[int]:
    """The stories in which a batch put articles, or of whose articles it changed something."""
    return {*batch.articles.values_list("story_id", flat=True), *_stories_of_changed(batch)}


def _stories_of_changed(batch: ImportBatch) -> set[int]:
    changed = batch.rows.filter(fate=Outcome.CHANGED, subject_type=Article._meta.label_lower).values("subject_id")
    return set(Article.objects.filter(pk__in=changed).values_list("story_id", flat=True))


def _standing_on(batch: ImportBatch, created: Created) -> Iterator[str]:
    yield from _references(created)
    yield from _held(created)
    yield from _left_without_original(batch)
    for row in batch.rows.filter(fate=Outcome.CHANGED).iterator():
        yield from _changed_since(row, batch)
        yield from _held_as_changed(row)


def _held(created: Created) -> Iterator[str]:
    """Why what would go has to stay, where something public rests on it."""
    for model in (model for model in created if model._meta.label_lower in held_models()):
        for some in _some(created[model]):
            yield from filter(None, map(why_it_stays, stored_rows(model).filter(pk__in=some)))


def _held_as_changed(row: ImportRow) -> Iterator[str]:
    """Why what a row changed has to stay as it is, where something public rests on it."""
    rows = stored_rows(apps.get_model(row.subject_type)).filter(pk=row.subject_id)
    subject = rows.first() if row.subject_type in held_models() else None
    changed = [name for name, value in row.before.items() if subject and as_stored(subject, [name])[name] != value]
    if subject and changed and (because := why_it_stays(subject, changed=changed)):
        yield because


def _references(created: Created) -> Iterator[str]:
    """The rows, not the batch's own, that refer to what it created."""
    for model, keys in created.items():
        for relation in model._meta.related_objects:
            other = relation.related_model
            is_decided = decided_rows(other._meta.label_lower)
            own = created.get(other, set())
            for some in _some(keys):
                rows = stored_rows(other).filter(is_decided, **{f"{relation.field.name}__in": some})
                for row in rows.select_related(relation.field.name):
                    if row.pk not in own:
                        subject = getattr(row, relation.field.name)
                        yield _("The %(verbose_name)s “%(row)s” stands on “%(subject)s”.") % {
                            "verbose_name": other._meta.verbose_name,
                            "row": row,
                            "subject": subject,
                        }


def _left_without_original(batch: ImportBatch) -> Iterator[str]:
    """Articles that came later, and are what they are in comparison with an original that would go."""
    first = batch.articles.order_by("pk").values_list("pk", flat=True).first()
    originals = batch.articles.filter(relation=Article.Relation.ORIGINAL).values("story_id")
    later = Article.objects.filter(story__in=originals, pk__gt=first or 0).exclude(batch=batch)
    for article in later.with_outlets().defer("received", "text"):
        yield _("“%(article)s” joined the story “%(story)s” afterwards, whose original is in the batch.") % {
            "article": article,
            "story": article.story,
        }


def _changed_since(row: ImportRow, batch: ImportBatch) -> Iterator[str]:
    model = apps.get_model(row.subject_type)
    subject = stored_rows(model).filter(pk=row.subject_id).first()
    stored = as_stored(subject, row.after) if subject else {}
    last = _last_word(row, batch)
    for name, after in row.after.items():
        if name != "findings" and name in last and stored.get(name) != after:
            yield _("The %(value)s of “%(subject)s” was changed again since.") % {
                "value": name.replace("_", " "),
                "subject": subject or row.subject_type,
            }


def _last_word(row: ImportRow, batch: ImportBatch) -> set[str]:
    """The fields of a row's subject that no later row of the batch changed once more."""
    later = batch.rows.filter(subject_type=row.subject_type, subject_id=row.subject_id, pk__gt=row.pk)
    return set(row.after) - {name for after in later.values_list("after", flat=True) for name in after}


def as_stored(subject: models.Model, names: Iterable[str]) -> dict[str, Any]:
    """Values of a row as plain JSON, by the names of its fields; those it refers to by their keys."""
    fields = [subject._meta.get_field(name) for name in names]
    return {field.name: _plain(getattr(subject, field.attname)) for field in fields}  # type: ignore[union-attr]


def stored_rows(model: type[models.Model]) -> models.QuerySet[models.Model]:
    return model._meta.base_manager.all()


def _plain(value: Any) -> Any:
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
