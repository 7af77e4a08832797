"""Taking rows in: each becomes an article of an outlet, in a story, or is an article that is known already.

Where an article goes is decided in `versions.placement`, unless the row itself says so; what a page says of itself
is found by `reading.article`. Rows are taken many at once, so that the queries are few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from factcheck.articles.formats.incoming import ImportRefused, Incoming
from factcheck.articles.intake.exported_rows import place_as_given
from factcheck.articles.intake.new_article import (
    GIVEN,
    WHATS,
    Outlets,
    came_beside,
    domain_of,
    draft,
    given,
    headline_to_read,
)
from factcheck.articles.intake.outlet_lines import NewText, Recogniser
from factcheck.articles.intake.refused_rows import line_of
from factcheck.articles.intake.workers import Prepared, Text, prepare, prepare_all
from factcheck.articles.models import Article, ImportBatch, ImportRow, Outcome, Story, sha256_of
from factcheck.articles.versions.fingerprint_index import index
from factcheck.articles.versions.placement import Placed, place
from factcheck.articles.versions.suggestions import suggest
from factcheck.slugs import unique_slugs

TOGETHER = 200  # rows taken at once
MOST_CHARACTERS = 4_000_000  # of rows taken at once, but for the last


@dataclass(frozen=True, slots=True)
class TakenRow:
    """What became of one row; `because` says of a new article why it is in its story."""

    article: Article
    outcome: Outcome
    row: int | None = None
    because: str = ""
    changes: dict[str, tuple[str, str]] = field(default_factory=dict)  # field → before, after
    file: str = ""
    is_joined: bool = False  # to a story that was there before


class Numbered(NamedTuple):
    """A sound row, its number in the whole file, and what was worked out of its text ahead."""

    number: int
    incoming: Incoming
    prepared: Prepared | None = None


class Refused(NamedTuple):
    """A row that cannot be taken, and its number in the whole file."""

    number: int
    refusal: ImportRefused


def together(
    rows: Iterable[Numbered | Refused], blocks_of: Callable[[Incoming], frozenset[int]]
) -> Iterator[list[Numbered | Refused]]:
    """Rows to take at once; a text or an address that comes again waits until the first is stored.

    Rows that say in which story they belong stand among themselves. `blocks_of` tells what is known of a row's outlet.
    """
    held: list[Numbered | Refused] = []
    seen: set[str] = set()
    kinds: set[bool] = set()
    size = 0
    for row in _prepared(rows, blocks_of):
        incoming = row.incoming if isinstance(row, Numbered) else None
        keys = {incoming.received, incoming.url} - {""} if incoming else set()
        kind = {bool(incoming.story)} if incoming else set()
        if len(held) == TOGETHER or size > MOST_CHARACTERS or len(kinds | kind) > 1 or seen & keys:
            yield held
            held, seen, kinds, size = [], set(), set(), 0
        held.append(row)
        seen |= keys
        kinds |= kind
        size += len(incoming.received) if incoming else 0
    if held:
        yield held


class Intake:
    """One import: the outlets it has met, and its batch, if it has one, with what each row did."""

    def __init__(self, batch: ImportBatch | None = None) -> None:
        self.batch = batch
        self.outlets = Outlets()
        self.recogniser = Recogniser()
        self.renamed: dict[str, str] = {}  # stories whose name was taken
        self.did: list[ImportRow] = []

    def blocks_of(self, incoming: Incoming) -> frozenset[int]:
        """The blocks of a row's outlet, as far as both are known by now."""
        return self.recogniser.furniture_of(self.outlets.met(incoming))

    def take(self, rows: Sequence[Numbered], refused: Sequence[Refused] = ()) -> list[TakenRow]:
        """Store the rows. What they did to stored rows is noted with the batch, and which rows were refused."""
        stored = _stored(rows)
        known = [_same(row.incoming, stored.get(sha256_of(row.incoming.received), [])) for row in rows]
        new = [row for row, same in zip(rows, known, strict=True) if not same]
        placed = iter(self._store(new))
        taken = [
            self._known(row, same) if same else _taken(next(placed), row.incoming)
            for row, same in zip(rows, known, strict=True)
        ]
        if self.batch:
            ImportRow.objects.bulk_create([*self.did, *(_refused(self.batch, row) for row in refused)])
        self.did = []
        return taken

    def _store(self, rows: Sequence[Numbered]) -> list[Placed]:
        if not rows:
            return []
        texts = [self._text(row) for row in rows]
        self.recogniser.leave_out(texts)
        articles = [draft(row.incoming, text.outlet, text.reading) for row, text in zip(rows, texts, strict=True)]
        _follow_addresses(articles)
        prints = [text.prints_of(article.text) for text, article in zip(texts, articles, strict=True)]
        placed = self._place(rows, articles, prints)
        self.recogniser.learn(texts, articles)
        prints = [_settled(*one) for one in zip(rows, texts, articles, prints, strict=True)]
        for article, own in zip(articles, prints, strict=True):
            article.batch, article.fingerprint_count = self.batch, len(own)
        self._note_moved(rows, placed)
        _store_stories(placed)
        Article.objects.bulk_update([article for one in placed for article in one.changed], ["relation"])
        Article.objects.bulk_create(articles)
        self.recogniser.store(articles)
        index(articles, prints)
        suggest(placed)
        return placed

    def _text(self, row: Numbered) -> NewText:
        prepared = row.prepared or prepare([_text_of(row, self.blocks_of)])[0]
        outlet = self.outlets.publisher(row.incoming, prepared and prepared.reading)
        return NewText(outlet, row.incoming.received, prepared)

    def _place(
        self, rows: Sequence[Numbered], articles: Sequence[Article], prints: Sequence[Sequence[int]]
    ) -> list[Placed]:
        if rows[0].incoming.story:
            return place_as_given(articles, [row.incoming for row in rows], self.renamed)
        return place(articles, prints)

    def _note_moved(self, rows: Sequence[Numbered], placed: Sequence[Placed]) -> None:
        """Note which stored articles are versions of a new original now, and what their story was called."""
        movers = [(row.number, one) for row, one in zip(rows, placed, strict=True) if one.changed]
        if not movers or not self.batch:
            return
        moved = {article.pk for _, one in movers for article in one.changed}
        relations = dict(Article.objects.filter(pk__in=moved).values_list("pk", "relation"))
        titles = dict(
            Story.objects.filter(pk__in=[one.article.story_id for _, one in movers]).values_list("pk", "title")
        )
        for number, one in movers:
            for article in one.changed:
                self._note(number, article, {"relation": relations[article.pk]}, {"relation": article.relation})
            story = one.article.story
            if story.pk and titles[story.pk] != story.title:
                self._note(number, story, {"title": titles[story.pk]}, {"title": story.title})

    def _note(self, number: int, subject: Article | Story, before: dict[str, Any], after: dict[str, Any]) -> None:
        if self.batch and before != after:
            label = subject._meta.label_lower
            self.did.append(
                ImportRow(
                    batch=self.batch,
                    number=number,
                    fate=Outcome.CHANGED,
                    subject_type=label,
                    subject_id=subject.pk,
                    before=before,
                    after=after,
                )
            )

    def _known(self, numbered: Numbered, article: Article) -> TakenRow:
        """Have what is now given beside a known text change its record: never the text, nor what a person set since."""
        row = numbered.incoming
        earlier = {f["what"]: f["value"] for f in article.findings if came_beside(f)}
        changes: dict[str, tuple[str, str]] = {}
        if row.url and not row.outlet and article.outlet.is_unknown:
            row = replace(row, outlet=self.outlets.at_address(row.url).name)
        for name, what in WHATS.items():
            new, old = getattr(row, name), getattr(article, name)
            if new and str(new) not in (str(old or ""), earlier.get(what)):
                changes[name] = (str(old or ""), str(new))
        if not changes:
            return TakenRow(article, Outcome.UNCHANGED, row.row, file=row.file)
        before = as_stored(article, [*changes, "findings"])
        for name in changes:
            new = getattr(row, name)
            setattr(article, name, self.outlets.named(new, domain_of(row.url)) if name == "outlet" else new)
        article.findings = _findings_of_change(row, article, changes)
        article.save(update_fields=[*changes, "findings"])
        if "outlet" in changes:
            article.holdings.all().delete()
        self._note(numbered.number, article, before, as_stored(article, [*changes, "findings"]))
        return TakenRow(article, Outcome.CHANGED, row.row, changes=changes, file=row.file)


def _prepared(
    rows: Iterable[Numbered | Refused], blocks_of: Callable[[Incoming], frozenset[int]]
) -> Iterator[Numbered | Refused]:
    for row, found in prepare_all(rows, lambda row: _text_of(row, blocks_of)):
        yield row._replace(prepared=found) if isinstance(row, Numbered) else row


def _text_of(row: Numbered | Refused, blocks_of: Callable[[Incoming], frozenset[int]]) -> Text | None:
    if isinstance(row, Refused) or row.incoming.findings is not None:
        return None
    return Text(row.incoming.received, headline_to_read(row.incoming), blocks_of(row.incoming))


def _settled(row: Numbered, text: NewText, article: Article, prints: Sequence[int]) -> Sequence[int]:
    """Give an article what is told of its outlet's blocks; one that is shorter by some that were recognised only while
    it found its story is drafted again. The fingerprints of its text as it is to be stored.
    """
    if text.is_shorter:
        again = draft(row.incoming, text.outlet, text.reading)
        if article.is_original and article.story.title == article.headline[:300]:
            article.story.title = again.headline[:300]
        article.headline, article.text, article.findings = again.headline, again.text, again.findings
        prints = text.prints_of(article.text)
    article.findings = [*article.findings, *(finding.as_json() for finding in text.found)]
    return prints


def _refused(batch: ImportBatch, row: Refused) -> ImportRow:
    refusal = row.refusal
    place = ", ".join(filter(None, [refusal.file, f"row {refusal.row}" if refusal.row else "", refusal.field]))
    return ImportRow(
        batch=batch,
        number=row.number,
        fate=Outcome.REFUSED,
        place=place[:400],
        reason=f"{refusal.reason} {refusal.remedy}",
        line=line_of(refusal),
    )


def as_stored(article: Article, names: Iterable[str]) -> dict[str, Any]:
    """Values of an article as plain JSON, by the names of its fields."""
    fields = [Article._meta.get_field(name) for name in names]
    values = {field.name: getattr(article, field.attname) for field in fields}  # type: ignore[union-attr]
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items()}


def _findings_of_change(row: Incoming, article: Article, changes: dict[str, tuple[str, str]]) -> list[dict[str, Any]]:
    replaced = {WHATS[name] for name in changes}
    kept = [f for f in article.findings if not (came_beside(f) and f["what"] in replaced)]
    told = [
        given(name, new, because=row.because.get(name, GIVEN), before=old).as_json()
        for name, (old, new) in changes.items()
    ]
    return told + kept


def _stored(rows: Sequence[Numbered]) -> dict[str, list[Article]]:
    """The stored articles that were received as one of these texts, by hash."""
    hashes = [sha256_of(row.incoming.received) for row in rows]
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


def _follow_addresses(articles: Sequence[Article]) -> None:
    """Have each new text at a known address follow the text that stands there."""
    addresses = [article.url for article in articles if article.url]
    newest = Article.objects.filter(url__in=addresses).newest_at_address().with_outlets().defer("received")
    by_address = {article.url: article for article in newest}
    for article in articles:
        article.previous = by_address.get(article.url)


def _store_stories(placed: Sequence[Placed]) -> None:
    """Store each story once: new ones under a free slug, known ones with the title of their new original."""
    retitled = {one.article.story.pk: one.article.story for one in placed if one.changed}
    new = list({id(one.article.story): one.article.story for one in placed if not one.article.story.pk}.values())
    unnamed = [story for story in new if not story.slug]
    for story, slug in zip(unnamed, unique_slugs(Story, [story.title for story in unnamed]), strict=True):
        story.slug = slug
    Story.objects.bulk_create(new)
    Story.objects.bulk_update(retitled.values(), ["title"])


def _taken(placed: Placed, row: Incoming) -> TakenRow:
    outcome = Outcome.NEW_VERSION if placed.article.previous else Outcome.CREATED
    is_joined = bool(placed.changed) or not placed.article.is_original
    return TakenRow(placed.article, outcome, row.row, placed.because, file=row.file, is_joined=is_joined)
