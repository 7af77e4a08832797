"""Two articles beside each other, ready to show: what of it matters first, and each row with its ways on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from factcheck.articles.models import Article
from factcheck.claims.carriage import Matrix
from factcheck.claims.fates import is_before
from factcheck.claims.models import Statement
from factcheck.claims.strips import Strip, Strips
from factcheck.compare import Span
from factcheck.compare.display import Show, Shown, ShownRow, show
from factcheck.compare.words.segments import paragraphs
from factcheck.desk.stories.matters import ComparedPair, WeightyChange, matters_of

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


VIEWS = {"side": _("side by side"), "inline": _("one text")}
CHOICES = ("original", "version", "show", "view")  # what an address may say
AT_A_GLANCE = 8  # matters that are listed before the rest is folded


@dataclass(frozen=True)
class RowPlace:
    """Where one side of a row stands in its article's reading text, and what is marked there."""

    article: Article
    span: Span
    paragraph: int
    statements: Sequence[Statement]

    @property
    def marking_address(self) -> str:
        """Where its words are marked: the article's page, with them in the form."""
        return f"{self.article.get_absolute_url()}?words={self.span.start}-{self.span.end}#chosen"

    @property
    def reading_address(self) -> str:
        return f"{self.article.get_absolute_url()}#paragraph-{self.paragraph}"


@dataclass(frozen=True)
class PageRow:
    """A row of the comparison and its number, from 1; its sides are None where it has none, and in headlines."""

    number: int
    shown: ShownRow
    is_headline: bool
    original: RowPlace | None
    version: RowPlace | None


@dataclass(frozen=True)
class PageGroup:
    """Rows one after another, and those that stand folded behind a line that says what they are."""

    rows: Sequence[PageRow]
    folded: Sequence[PageRow]
    what: str


@dataclass(frozen=True)
class ComparisonPage:
    """Two of the `versions` compared; `only` and `view` are how the reader wants to see it.

    `strips` is the picture of the version beside the original of its story, where that is what is compared.
    """

    versions: Sequence[Article]
    pair: ComparedPair
    strips: Strips
    matters: Sequence[WeightyChange]
    groups: Sequence[PageGroup]
    only: Show = Show.CONTENT
    view: str = "side"

    @property
    def original(self) -> Article:
        return self.pair.original

    @property
    def version(self) -> Article:
        return self.pair.version

    @property
    def comparison(self) -> Shown:
        return self.pair.shown

    @property
    def first_matters(self) -> Sequence[WeightyChange]:
        return self.matters[:AT_A_GLANCE]

    @property
    def further_matters(self) -> Sequence[WeightyChange]:
        return self.matters[AT_A_GLANCE:]

    @property
    def is_version_later(self) -> bool:
        return is_before(self.original, self.version)

    @property
    def hidden_style_changes(self) -> int:
        return 0 if self.only == Show.ALL else self.comparison.style_changes

    @property
    def address_with_all(self) -> str:
        """The same with house style shown."""
        return f"?original={self.original.pk}&version={self.version.pk}&show={Show.ALL}&view={self.view}"

    @property
    def first_change(self) -> int | None:
        """The number of the first row that has a change to see."""
        rows = enumerate(self.comparison.rows, start=1)
        return next((number for number, shown in rows if shown.is_shown), None)

    @property
    def shows(self) -> list[Show]:
        return list(Show)

    @property
    def views(self) -> Mapping[str, _StrOrPromise]:
        return VIEWS


def comparison_page(
    matrix: Matrix, asked: Mapping[str, str], *, strips: Iterable[Strip] = (), denying: Collection[int] = ()
) -> ComparisonPage:
    """What an address asks for: the original and the next version, without house style, unless it says otherwise.

    `strips` are those of the story, `denying` the keys of the statements in it that deny a claim.
    """
    pair, only = _pair(matrix.versions, asked), _only(asked)
    view = asked.get("view", "")
    matters = matters_of(pair, matrix, denying)
    is_recorded = pair.original.is_original and pair.version != pair.original
    shown = Strips(one for one in strips if one.article == pair.version.pk and is_recorded)
    groups = _groups(pair, matrix)
    return ComparisonPage(matrix.versions, pair, shown, matters, groups, only, view if view in VIEWS else "side")


def _only(asked: Mapping[str, str]) -> Show:
    return Show(asked["show"]) if asked.get("show") in Show else Show.CONTENT


def _pair(versions: Sequence[Article], asked: Mapping[str, str]) -> ComparedPair:
    original = _chosen(versions, asked.get("original", "")) or versions[0]
    others = (version for version in versions if version != original)
    version = _chosen(versions, asked.get("version", "")) or next(others, original)
    headlines = original.headline, version.headline
    shown = show(original.text, version.text, language=original.language, only=_only(asked), headlines=headlines)
    return ComparedPair(original, version, shown)


def _chosen(versions: Sequence[Article], wanted: str) -> Article | None:
    return next((version for version in versions if str(version.pk) == wanted), None)


def _groups(pair: ComparedPair, matrix: Matrix) -> list[PageGroup]:
    sides = _RowPlaces(pair.original, pair, matrix), _RowPlaces(pair.version, pair, matrix)
    rows = iter(
        [
            PageRow(
                number,
                shown,
                pair.has_headlines and number == 1,
                sides[0].of(shown.row.original),
                sides[1].of(shown.row.version),
            )
            for number, shown in enumerate(pair.shown.rows, start=1)
        ]
    )
    return [
        PageGroup([next(rows) for _ in group.rows], [next(rows) for _ in group.folded], group.what)
        for group in pair.shown.groups
    ]


class _RowPlaces:
    """One of the two articles: where the paragraphs and the statements stand in it."""

    def __init__(self, article: Article, pair: ComparedPair, matrix: Matrix) -> None:
        self.article = article
        self.pair = pair
        self.starts = [paragraph.start for paragraph in paragraphs(article.text)]
        every = (statement for row in matrix.rows for statement in row.utterance.statements)
        self.statements = [statement for statement in every if statement.article_id == article.pk]

    def of(self, held: Span | None) -> RowPlace | None:
        span = self.pair.place(self.article, held)
        if span is None:
            return None
        marked = [one for one in self.statements if one.start < span.end and span.start < one.end]
        paragraph = max(start for start in self.starts if start <= span.start)
        return RowPlace(self.article, span, paragraph, marked)
