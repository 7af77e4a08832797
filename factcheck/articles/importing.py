"""Taking texts in: what arrives becomes an article of an outlet, in a story, or is known already.

Importing the same file again changes nothing. Where an article goes is decided in `grouping`; what a page says of
itself is found by `reading`.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from factcheck.articles import formats
from factcheck.articles.drafting import GIVEN, WHATS, Outlets, domain_of, draft
from factcheck.articles.drafting import given as as_given
from factcheck.articles.grouping import Placed, place
from factcheck.articles.incoming import Given, ImportRefused, Incoming
from factcheck.articles.indexing import index
from factcheck.articles.models import Article, ImportBatch, Story, sha256_of
from factcheck.articles.slugs import unique_slugs
from factcheck.compare import fingerprint
from factcheck.ledger.recording import record

TOGETHER = 200  # articles stored at once
NOTHING = Given()


class Done(StrEnum):
    """What became of a text on its way in."""

    CREATED = "created"
    NEW_VERSION = "new version"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one text; `because` says of a new article why it is in its story."""

    article: Article
    done: Done
    row: int | None = None
    because: str = ""
    changes: dict[str, tuple[str, str]] = field(default_factory=dict)  # field → before, after


@transaction.atomic
def import_article(incoming: Incoming, *, actor: User | None) -> Outcome:
    """Take one text in. Raises ImportRefused."""
    outcome = _take_in([incoming], Outlets(), batch=None)[0]
    if outcome.done != Done.UNCHANGED:
        record(f"article.{outcome.done.replace(' ', '_')}", actor=actor, on=outcome.article, changes=outcome.changes)
    return outcome


@transaction.atomic
def import_file(
    path: Path, *, actor: User | None, given: Given = NOTHING, tell: Callable[[Outcome], None] = lambda outcome: None
) -> ImportBatch | None:
    """Take in all texts of a file, or none; `tell` hears of each in turn. Raises ImportRefused.

    Returns the batch, or None if the file changed nothing.
    """
    try:
        return _import_file(path, actor, given, tell)
    except OSError as error:
        reason = f"It cannot be read: {error.strerror}."
        raise ImportRefused(reason, "Check its name and rights.", file=path.name) from None
    except ImportRefused as refusal:
        raise refusal.within(path.name) from None
    except IntegrityError:
        reason = "Somebody imported some of the same at the same moment."
        raise ImportRefused(reason, "Import it again.", file=path.name) from None


def _import_file(path: Path, actor: User | None, given: Given, tell: Callable[[Outcome], None]) -> ImportBatch | None:
    rows = formats.rows(path)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    batch = ImportBatch.objects.create(name=path.name[:255], sha256=digest, created_by=actor)
    counts: Counter[str] = Counter()
    outlets = Outlets()
    for together in _batches(row.filled_from(given) for row in rows):
        for outcome in _take_in(together, outlets, batch):
            counts[outcome.done] += 1
            tell(outcome)
    if not counts:
        raise ImportRefused("It holds no article.", "Give a file that does.")
    if set(counts) == {Done.UNCHANGED}:
        batch.delete()
        return None
    batch.status, batch.counts, batch.done_at = ImportBatch.Status.DONE, dict(counts), timezone.now()
    batch.save()
    record("articles.imported", actor=actor, on=batch, sha256=digest, counts=batch.counts)
    return batch


def _batches(rows: Iterable[Incoming]) -> Iterator[list[Incoming]]:
    """Rows to store together; a text or an address that comes again waits until the first is stored."""
    together: list[Incoming] = []
    seen: set[str] = set()
    for row in rows:
        keys = {row.received, row.url} - {""}
        if len(together) == TOGETHER or seen & keys:
            yield together
            together, seen = [], set()
        together.append(row)
        seen |= keys
    if together:
        yield together


def _take_in(together: Sequence[Incoming], outlets: Outlets, batch: ImportBatch | None) -> list[Outcome]:
    for row in together:
        _must_be_sound(row)
    stored = _stored(together)
    known = [_same(row, stored.get(sha256_of(row.received), [])) for row in together]
    new = [draft(row, outlets) for row, same in zip(together, known, strict=True) if not same]
    _follow_addresses(new)
    placed = iter(_store(new, batch))
    return [
        _known(row, same, outlets) if same else _taken(next(placed), row)
        for row, same in zip(together, known, strict=True)
    ]


def _stored(together: Sequence[Incoming]) -> dict[str, list[Article]]:
    """The stored articles that were received as one of these texts, by hash."""
    hashes = [sha256_of(row.received) for row in together]
    found: dict[str, list[Article]] = {}
    articles = Article.objects.filter(received_sha256__in=hashes).with_outlets().defer("received", "text")
    for article in articles.order_by("pk"):
        found.setdefault(article.received_sha256, []).append(article)
    return found


def _same(row: Incoming, candidates: Sequence[Article]) -> Article | None:
    """The article that this text is already: at the same address, or without one at an outlet that can be the same."""
    at_address = (article for article in candidates if row.url and article.url == row.url)
    without = (
        article
        for article in candidates
        if not (row.url and article.url)
        and (not row.outlet or article.outlet.is_unknown or article.outlet.name.casefold() == row.outlet.casefold())
    )
    return next(at_address, None) or next(without, None)


def _must_be_sound(row: Incoming) -> None:
    try:
        row.must_be_sound()
    except ImportRefused as refusal:
        raise refusal.within("", row.row) from None


def _follow_addresses(articles: Sequence[Article]) -> None:
    """Have each new text at a known address follow the text that stands there."""
    addresses = [article.url for article in articles if article.url]
    newest = Article.objects.filter(url__in=addresses).newest_at_address().with_outlets().defer("received")
    by_address = {article.url: article for article in newest}
    for article in articles:
        article.previous = by_address.get(article.url)


def _store(articles: list[Article], batch: ImportBatch | None) -> list[Placed]:
    if not articles:
        return []
    prints = [fingerprint(article.text) for article in articles]
    for article, own in zip(articles, prints, strict=True):
        article.batch, article.fingerprint_count = batch, len(own)
    placed = place(articles, prints)
    _store_stories([one.article.story for one in placed])
    Article.objects.bulk_update([article for one in placed for article in one.changed], ["relation"])
    Article.objects.bulk_create(articles)
    index(articles, prints)
    return placed


def _store_stories(stories: Sequence[Story]) -> None:
    """Store each story once: new ones under a free slug, known ones with the title of their new original."""
    new = list({id(story): story for story in stories if not story.pk}.values())
    for story, slug in zip(new, unique_slugs(Story, [story.title for story in new]), strict=True):
        story.slug = slug
    Story.objects.bulk_create(new)
    Story.objects.bulk_update({story.pk: story for story in stories}.values(), ["title"])


def _taken(placed: Placed, row: Incoming) -> Outcome:
    done = Done.NEW_VERSION if placed.article.previous else Done.CREATED
    return Outcome(placed.article, done, row.row, placed.because)


def _known(row: Incoming, article: Article, outlets: Outlets) -> Outcome:
    """Have what is now given beside a known text change its record: never the text, nor what a person set since."""
    earlier = {f["what"]: f["value"] for f in article.findings if f["because"].startswith(GIVEN)}
    changes = {}
    if row.url and not row.outlet and article.outlet.is_unknown:
        row = replace(row, outlet=outlets.at_address(row.url).name)
    for name, what in WHATS.items():
        new, old = getattr(row, name), getattr(article, name)
        if new and str(new) not in (str(old or ""), earlier.get(what)):
            changes[name] = (str(old or ""), str(new))
            setattr(article, name, outlets.named(new, domain_of(row.url)) if name == "outlet" else new)
    if not changes:
        return Outcome(article, Done.UNCHANGED, row.row)
    replaced = {WHATS[name] for name in changes}
    kept = [f for f in article.findings if not (f["because"].startswith(GIVEN) and f["what"] in replaced)]
    told = [as_given(name, new, before=old).as_json() for name, (old, new) in changes.items()]
    article.findings = told + kept
    article.save(update_fields=[*changes, "findings"])
    return Outcome(article, Done.CHANGED, row.row, changes=changes)
