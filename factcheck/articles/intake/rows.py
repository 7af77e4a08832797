"""Taking rows in: each becomes an article of an outlet, in a story, or is an article that is known already.

A new row goes from value to value: read, given its outlet, freed of the outlet's furniture, drafted, placed, stored.
Where an article goes is decided in `versions.placement`, unless the row itself says so; what a page says of itself
is found by `reading.article`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from factcheck.articles.formats.incoming import Incoming
from factcheck.articles.intake.exported_rows import StoriesAsGiven
from factcheck.articles.intake.known_texts import Changes, change, changes_of, known_as, with_outlet
from factcheck.articles.intake.new_article import Outlets, draft
from factcheck.articles.intake.new_rows import store_new
from factcheck.articles.intake.outlet_lines import OutletText, Recogniser
from factcheck.articles.intake.parts import Numbered, Refused
from factcheck.articles.intake.planned_tables import PlannedTables
from factcheck.articles.intake.refused_rows import line_of
from factcheck.articles.journal import Journal, as_stored
from factcheck.articles.models import Article, ImportBatch, Outcome, Story, StoryAlias
from factcheck.articles.registry import stories_changed
from factcheck.articles.versions.fingerprint_index import index
from factcheck.articles.versions.placement import Placed, Shelf
from factcheck.articles.versions.suggestions import suggest
from factcheck.slugs import unique_slugs


@dataclass(frozen=True, slots=True)
class TakenRow:
    """What became of one row; `because` says of a new article why it is in its story."""

    article: Article
    outcome: Outcome
    row: int | None = None
    because: str = ""
    changes: Changes = field(default_factory=dict)
    file: str = ""
    is_joined: bool = False  # to a story that was there before


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row that becomes an article: its text at its outlet, and the article that it follows at its address."""

    number: int
    incoming: Incoming
    text: OutletText
    previous: Article | None = None

    @property
    def prints(self) -> Sequence[int]:
        return self.text.prepared.prints


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row whose article, not stored yet, has its story."""

    new: NewRow
    placed: Placed

    @property
    def article(self) -> Article:
        return self.placed.article

    @property
    def has_other_versions(self) -> bool:
        """Whether its story was there before, or came in with more rows than this one."""
        return self.placed.story_key > 0 or not self.article.is_original

    @property
    def taken(self) -> TakenRow:
        incoming, article = self.new.incoming, self.article
        outcome = Outcome.NEW_VERSION if article.previous else Outcome.CREATED
        is_joined = bool(self.placed.changed) or not article.is_original
        because = self.placed.because
        return TakenRow(article, outcome, incoming.row, because, file=incoming.file, is_joined=is_joined)


type Place = Callable[[Article, NewRow], Placed]


class Intake:
    """One import: the outlets it has met, what it knows of their lines, its journal, and how the tables grow."""

    def __init__(self, batch: ImportBatch | None = None) -> None:
        self.batch = batch
        self.outlets = Outlets()
        self.recogniser = Recogniser()
        self.renamed: dict[str, str] = {}  # stories whose name was taken
        self.journal = Journal(batch)
        self.tables = PlannedTables()

    def blocks_of(self, incoming: Incoming) -> frozenset[int]:
        """The blocks of a row's outlet, as far as both are known by now."""
        return self.recogniser.furniture_of(self.outlets.met(incoming))

    def take(self, rows: Sequence[Numbered], refused: Sequence[Refused] = ()) -> list[TakenRow]:
        """Store the rows. What they did to stored rows is noted with the batch, and which rows were refused."""
        known = known_as([row.incoming for row in rows])
        new = iter(self._take_new([row for row, article in zip(rows, known, strict=True) if not article]))
        taken = [
            self._known(row, article) if article else next(new).taken for row, article in zip(rows, known, strict=True)
        ]
        for row in refused:
            _note_refused(self.journal, row)
        self.journal.store()
        return taken

    def _known(self, numbered: Numbered, article: Article) -> TakenRow:
        row = with_outlet(numbered.incoming, article, self.outlets)
        changes = changes_of(article, row)
        if not changes:
            return TakenRow(article, Outcome.UNCHANGED, row.row, file=row.file)
        before = as_stored(article, [*changes, "findings"])
        change(article, row, changes, self.outlets)
        self.journal.changed(numbered.number, article, before=before)
        return TakenRow(article, Outcome.CHANGED, row.row, changes=changes, file=row.file)

    def _take_new(self, rows: Sequence[Numbered]) -> list[PlacedRow]:
        if not rows:
            return []
        at_outlets = [self._at_outlet(row) for row in rows]
        without_furniture = self._without_furniture(_following_addresses(at_outlets))
        placed = self._drafted_and_placed(without_furniture)
        self._note_changed(placed)
        _store_stories([row.placed for row in placed])
        self._store_articles(placed)
        index([row.article for row in placed], [row.new.prints for row in placed])
        suggest([row.placed for row in placed])
        stories_changed({row.article.story_id for row in placed if row.has_other_versions})
        self.tables.grow(len(placed))
        return placed

    def _at_outlet(self, row: Numbered) -> NewRow:
        prepared = row.read()
        outlet = self.outlets.publisher(row.incoming, prepared.reading)
        text = OutletText(outlet, row.incoming.received, prepared, row.incoming.is_exported)
        return NewRow(row.number, row.incoming, text)

    def _without_furniture(self, rows: Sequence[NewRow]) -> list[NewRow]:
        self.recogniser.meet(row.text.outlet for row in rows)
        return [replace(row, text=self.recogniser.without_furniture(row.text)) for row in rows]

    def _drafted_and_placed(self, rows: Sequence[NewRow]) -> list[PlacedRow]:
        """Draft and place the rows one by one: what is recognised in some is left out of those after them."""
        placed: list[PlacedRow] = []
        with self._places_for(rows) as place:
            for row in rows:
                new = replace(row, text=self.recogniser.without_furniture(row.text))
                placed.append(PlacedRow(new, place(self._drafted(new), new)))
                self.recogniser.learn(new.text, story_key=placed[-1].placed.story_key)
        return placed

    @contextmanager
    def _places_for(self, rows: Sequence[NewRow]) -> Iterator[Place]:
        if rows[0].incoming.story:
            given = StoriesAsGiven([row.incoming for row in rows], self.renamed)
            yield lambda article, new: given.place(article, new.incoming)
        else:
            shelf = Shelf([row.prints for row in rows], [row.previous for row in rows if row.previous])
            yield lambda article, new: shelf.place(article, new.prints)
            shelf.close()

    def _drafted(self, row: NewRow) -> Article:
        article = draft(row.incoming, row.text.outlet, row.text.reading, self.recogniser.left_out_of(row.text))
        article.previous, article.batch, article.fingerprint_count = row.previous, self.batch, len(row.prints)
        return article

    def _store_articles(self, rows: Sequence[PlacedRow]) -> None:
        articles = [row.article for row in rows]
        Article.objects.bulk_update([article for row in rows for article in row.placed.changed], ["relation"])
        for article in articles:
            article.story = article.story  # which has its key by now
        store_new(articles)
        self.recogniser.store(articles)

    def _note_changed(self, rows: Sequence[PlacedRow]) -> None:
        """Note which stored articles are versions of a new original now, and what their story was called."""
        movers = [row for row in rows if row.placed.changed]
        if not movers or not self.batch:
            return
        moved = {article.pk for row in movers for article in row.placed.changed}
        relations = dict(Article.objects.filter(pk__in=moved).values_list("pk", "relation"))
        stories = [row.article.story_id for row in movers]
        titles = dict(Story.objects.filter(pk__in=stories).values_list("pk", "title"))
        for row in movers:
            number, story = row.new.number, row.article.story
            for article in row.placed.changed:
                self.journal.changed(number, article, before={"relation": relations[article.pk]})
            if story.pk:
                self.journal.changed(number, story, before={"title": titles[story.pk]})


def _note_refused(journal: Journal, row: Refused) -> None:
    refusal = row.refusal
    place = ", ".join(filter(None, [refusal.file, f"row {refusal.row}" if refusal.row else "", refusal.field]))
    journal.refused(row.number, place=place, reason=f"{refusal.reason} {refusal.remedy}", line=line_of(refusal))


def _following_addresses(rows: Sequence[NewRow]) -> list[NewRow]:
    """Have each new text at a known address follow the text that stands there."""
    addresses = [row.incoming.url for row in rows if row.incoming.url]
    newest = Article.objects.filter(url__in=addresses).newest_at_address().with_outlets().defer("received")
    by_address = {article.url: article for article in newest}
    return [replace(row, previous=by_address.get(row.incoming.url)) for row in rows]


def _store_stories(placed: Sequence[Placed]) -> None:
    """Store each story once: new ones under a free slug, known ones with the title of their new original."""
    retitled = {one.story_key: one.article.story for one in placed if one.changed and one.story_key > 0}
    new = list({one.story_key: one.article.story for one in placed if one.story_key < 0}.values())
    unnamed = [story for story in new if not story.slug]
    slugs = unique_slugs(Story, [story.title for story in unnamed], besides=StoryAlias)
    for story, slug in zip(unnamed, slugs, strict=True):
        story.slug = slug
    store_new(new)
    Story.objects.bulk_update(retitled.values(), ["title"])
