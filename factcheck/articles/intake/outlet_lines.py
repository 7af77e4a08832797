"""Recognising an outlet's furniture: a line that stands in many of its last articles, whatever they report.

Lines are counted by story, since the versions of one story repeat them rightly, and among an outlet's last articles
only, which are read again when an import meets the outlet: nothing has to be counted back when a batch is undone.
An article is without the blocks that were recognised from those before it; those before it keep their text. What is
left out depends on the order in which articles come in, and not on whether they come at once or in parts. What people
decided counts from when an import first meets an outlet.
"""

from __future__ import annotations

from collections import Counter, OrderedDict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.db import connection
from django.db.models import Exists, OuterRef

from factcheck.articles.intake.workers import Prepared
from factcheck.articles.models import Article, Block, Holding, Outlet
from factcheck.articles.reading.findings import ArticleReading, TextFinding, What
from factcheck.articles.reading.furniture import left_out
from factcheck.articles.reading.outlet_lines import NONE, Trimmed, doubt_about, edges_of, line_of, trim
from factcheck.articles.versions.sketch import prints_of
from factcheck.languages.sentences import noted

AMONG = 20  # articles of an outlet, those that came last
REMEMBERED = 500  # outlets; what is known of others is read again


@dataclass(slots=True)
class LastArticle:
    """One of an outlet's last articles: the lines at its edges, and its story; below 0, one that is not stored yet."""

    edges: tuple[int, ...]
    story: int
    article: int = 0


@dataclass(frozen=True, slots=True)
class OutletText:
    """A text of an outlet, prepared without such lines of the outlet as are known.

    Of one that `is_exported` none is left out: the desk that exported it knew its outlet.
    """

    outlet: Outlet
    received: str
    prepared: Prepared
    is_exported: bool = False

    @property
    def reading(self) -> ArticleReading:
        """What is drafted: the findings of the text itself, and the text that is left of it."""
        return replace(self.prepared.reading, text=self.prepared.trimmed.text)

    def without(self, blocks: frozenset[int]) -> OutletText:
        """The same text, with these blocks left out."""
        before = self.prepared.trimmed
        if self.is_exported or before.blocks == blocks:
            return self
        trimmed = trim(self.received, self.prepared.reading, blocks)
        prints = self.prepared.prints if trimmed.text == before.text else prints_of(trimmed.text)
        return replace(self, prepared=self.prepared._replace(trimmed=trimmed, prints=prints))


class KnownOutlet:
    """What is known of one outlet: its blocks, in how many articles each stands, and the last articles."""

    def __init__(self, outlet: Outlet) -> None:
        self.outlet = outlet
        self.blocks: dict[int, Block] = {}
        self.counts: dict[int, int] = {}
        self.furniture = NONE
        self.last: deque[LastArticle] = deque()
        self.holders: Counter[int] = Counter()

    def learn(self, block: Block, articles: int) -> None:
        self.blocks[block.hash], self.counts[block.hash] = block, articles
        if block.is_furniture:
            self.furniture |= {block.hash}

    def add(self, entry: LastArticle) -> list[int]:
        """Have an article be the last; which of its lines stand in many stories by now, and are no blocks yet."""
        self.last.append(entry)
        self.holders.update(entry.edges)
        if len(self.last) > AMONG:
            self._forget(self.last.popleft())
        many = (line for line in entry.edges if self.holders[line] >= Block.MANY and line not in self.blocks)
        return [line for line in many if len({one.story for one in self.holding(line)}) >= Block.MANY]

    def holding(self, line: int) -> list[LastArticle]:
        return [entry for entry in self.last if line in entry.edges]

    def _forget(self, entry: LastArticle) -> None:
        for line in entry.edges:
            self.holders[line] -= 1
            if not self.holders[line]:
                del self.holders[line]


class Recogniser:
    """What an import knows of its outlets' blocks, and learns while articles come in."""

    def __init__(self) -> None:
        self.outlets: OrderedDict[int, KnownOutlet] = OrderedDict()
        self.entries: list[LastArticle] = []
        self.made: list[Block] = []
        self.held: list[tuple[LastArticle, Block]] = []

    def furniture_of(self, outlet: Outlet | None) -> frozenset[int]:
        """An outlet's blocks as far as they are known without asking the database."""
        known = self.outlets.get(outlet.pk) if outlet else None
        return known.furniture if known else NONE

    def meet(self, outlets: Iterable[Outlet]) -> None:
        """Have what the database knows of these outlets known here: their blocks and their last articles."""
        self._meet({outlet.pk: outlet for outlet in outlets if not outlet.is_unknown})

    def without_furniture(self, text: OutletText) -> OutletText:
        """A text without the blocks of its outlet that are known by now."""
        return text.without(self.furniture_of(text.outlet))

    def left_out_of(self, text: OutletText) -> list[TextFinding]:
        """The blocks of its outlet that a text is without, as findings."""
        known = self.outlets.get(text.outlet.pk)
        return list(_left_out(text, known)) if known else []

    def learn(self, text: OutletText, *, story_key: int) -> None:
        """Take in the lines at the edges of a new article, not stored yet; what is recognised counts for the next."""
        trimmed = text.prepared.trimmed
        entry = LastArticle(trimmed.edges, story_key)
        self.entries.append(entry)
        if known := self.outlets.get(text.outlet.pk):
            self._hold(entry, trimmed, known)
            for line in known.add(entry):
                self._recognise(line, line_of(trimmed.text, line), known)

    def store(self, articles: Iterable[Article]) -> None:
        """Store the blocks that were recognised, and what blocks stand in these articles, which are stored by now."""
        for entry, article in zip(self.entries, articles, strict=True):
            entry.story, entry.article = article.story_id, article.pk
        Block.objects.bulk_create(
            self.made, update_conflicts=True, unique_fields=["outlet", "hash"], update_fields=["hash"]
        )
        _insert({(entry.article, block.pk) for entry, block in self.held})
        self.entries, self.made, self.held = [], [], []

    def _meet(self, outlets: dict[int, Outlet]) -> None:
        """Read what is not known of outlets: their blocks and their last articles."""
        unmet = {pk: KnownOutlet(outlet) for pk, outlet in outlets.items() if pk not in self.outlets}
        for block in Block.objects.filter(outlet__in=unmet).counted():
            unmet[block.outlet_id].learn(block, block.articles)
        has_articles = Exists(Article.objects.filter(outlet=OuterRef("pk")))
        for pk in Outlet.objects.filter(has_articles, pk__in=unmet).order_by().values_list("pk", flat=True):
            for entry in _last_articles(pk):
                unmet[pk].add(entry)
        self.outlets.update(unmet)
        for pk in outlets:
            self.outlets.move_to_end(pk)
        while len(self.outlets) > max(REMEMBERED, len(outlets)):
            self.outlets.popitem(last=False)

    def _hold(self, entry: LastArticle, trimmed: Trimmed, known: KnownOutlet) -> None:
        for line in {*trimmed.edges, *(block for block, _ in trimmed.left_out)}:
            if block := known.blocks.get(line):
                self.held.append((entry, block))
                known.counts[line] += 1

    def _recognise(self, line: int, text: str, known: KnownOutlet) -> None:
        outlet = known.outlet
        doubt = doubt_about(text, names=[outlet.name.removeprefix("The "), outlet.domain])
        state = Block.State.ASKED if doubt else Block.State.RECOGNISED
        block = Block(outlet=outlet, hash=line, text=text, state=state, doubt=doubt)
        holding = known.holding(line)
        known.learn(block, len(holding))
        self.made.append(block)
        self.held += [(entry, block) for entry in holding]


def _left_out(text: OutletText, known: KnownOutlet) -> Iterator[TextFinding]:
    for block, line in text.prepared.trimmed.left_out:
        because = noted(
            "it stands in %(counts)s other articles of %(outlet)s",
            counts=f"{known.counts[block]:,}",
            outlet=known.outlet,
        )
        yield left_out(text.received, What.FURNITURE, line, line, because)


def _last_articles(outlet: int) -> Iterator[LastArticle]:
    """An outlet's last articles in the order in which they came."""
    last = Article.objects.filter(outlet=outlet).order_by("-pk").values_list("pk", "story_id", "text")[:AMONG]
    for article, story, text in reversed(last):
        yield LastArticle(edges_of(text), story, article)


def _insert(rows: Iterable[tuple[int, int]]) -> None:
    """Add pairs of article and block; the table's own statement, many times cheaper than model objects."""
    ordered = sorted(rows)
    into = f"INSERT INTO {Holding._meta.db_table} (article_id, block_id)"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            columns = [[article for article, _ in ordered], [block for _, block in ordered]]
            unnested = "SELECT * FROM unnest(%s::bigint[], %s::bigint[])"
            cursor.execute(f"{into} {unnested} ON CONFLICT DO NOTHING", columns)
        else:
            cursor.executemany(f"{into} VALUES (%s, %s) ON CONFLICT DO NOTHING", ordered)
