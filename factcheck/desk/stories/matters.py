"""What a version left out or changed that matters, told in lines: who, what became of the words, and in which row.

Denials stand first, then marked statements that are missing, then those with other words, then what nobody marked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from factcheck.articles.models import Article
from factcheck.claims.carriage import Matrix
from factcheck.claims.fates import StatementFate, fate_where_absent, words_for_lack, words_for_more
from factcheck.claims.spot_statements import Spotted, spot_statements
from factcheck.claims.utterances import Telling
from factcheck.compare import Row, RowKind, Span
from factcheck.compare.display import ONE_SIDED, QuotedChange, Shown, ShownRow

AS_IT_WAS = (StatementFate.FIRST, StatementFate.INTACT, StatementFate.SPLIT, StatementFate.APART)
LACKS = (StatementFate.LEFT_OUT, StatementFate.NOT_YET, StatementFate.ABSENT)


@dataclass(frozen=True)
class WeightyChange:
    """One thing that a version did to what was said: `chip` says what, `fate` what of it where words are gone or new.

    `row` is the number of its row in the comparison, from 1; `is_against` says that the words deny a claim of the desk.
    """

    row: int
    who: str
    words: str
    chip: str
    fate: StatementFate | None
    is_denial: bool
    is_marked: bool = False
    is_against: bool = False

    @property
    def rank(self) -> tuple[bool, bool, bool, bool, int]:
        """What sorts it: denials that are gone, marked words that are gone, marked words, the rest."""
        is_gone = self.fate in LACKS
        return not (self.is_denial and is_gone), not is_gone, not self.is_against, not self.is_marked, self.row


@dataclass(frozen=True)
class ComparedPair:
    """The two articles of a comparison; their texts stand in it behind their headlines, if both have one."""

    original: Article
    version: Article
    shown: Shown

    @property
    def has_headlines(self) -> bool:
        return bool(self.original.headline and self.version.headline)

    @property
    def lack(self) -> StatementFate:
        return fate_where_absent(self.version, carriers=[self.original])

    @property
    def words_for_lack(self) -> str:
        return words_for_lack(self.version, base=self.original)

    @property
    def words_for_more(self) -> str:
        return words_for_more(self.version, base=self.original)

    def place(self, article: Article, span: Span | None) -> Span | None:
        """A row's place in the reading text of one of the two; None where it has none, and in a headline."""
        head = len(f"{article.headline}\n\n") if self.has_headlines else 0
        return Span(span.start - head, span.end - head) if span and span.start >= head else None


def matters_of(pair: ComparedPair, matrix: Matrix, denying: Collection[int]) -> list[WeightyChange]:
    """What matters in a comparison; `denying` are the keys of the statements that deny a claim."""
    marked = list(_marked(pair, matrix, denying))
    told = {matter.row for matter in marked}
    others = _unmarked(pair, matrix, told)
    return sorted([*marked, *others], key=lambda matter: matter.rank)


def _marked(pair: ComparedPair, matrix: Matrix, denying: Collection[int]) -> Iterator[WeightyChange]:
    for row in matrix.rows:
        cells = {cell.article.pk: cell for cell in row.cells}
        before, after = cells.get(pair.original.pk), cells.get(pair.version.pk)
        if not before or not after or after.fate in AS_IT_WAS or not (before.fate.is_carried or after.fate.is_carried):
            continue
        at = _row_of(pair, before, after)
        if at:
            number, shown = at
            statement = row.utterance.statement
            is_against = any(one.pk in denying for one in row.utterance.statements)
            is_denial = is_against or (shown.row.kind in ONE_SIDED and _is_denied(pair, shown.row, matrix))
            said, chip = (statement.speaker, statement.exact), str(after.fate.label)
            yield WeightyChange(number, *said, chip, after.fate, is_denial, is_marked=True, is_against=is_against)


def _row_of(pair: ComparedPair, before: Telling, after: Telling) -> tuple[int, ShownRow] | None:
    """The row in which an utterance stands, in the original if it is there, else in the version."""
    for telling, side in ((before, "original"), (after, "version")):
        for start, end in telling.places:
            for number, shown in enumerate(pair.shown.rows, start=1):
                place = pair.place(telling.article, getattr(shown.row, side))
                if place and place.start < end and start < place.end:
                    return number, shown
    return None


def _unmarked(pair: ComparedPair, matrix: Matrix, told: Collection[int]) -> Iterator[WeightyChange]:
    spotted = {article.pk: spot_statements(article.text, language=article.language) for article in _sides(pair)}
    for number, changes in groupby(pair.shown.substantive, key=lambda change: change.row):
        if number not in told:
            is_denial = _is_denied(pair, pair.shown.rows[number - 1].row, matrix)
            yield _unmarked_matter(pair, number, list(changes), spotted, is_denial=is_denial)


def _unmarked_matter(
    pair: ComparedPair,
    number: int,
    changes: Sequence[QuotedChange],
    spotted: Mapping[int, Sequence[Spotted]],
    *,
    is_denial: bool,
) -> WeightyChange:
    row = pair.shown.rows[number - 1].row
    article, place = _place(pair, row)
    said = (one for one in spotted[article.pk] if place and one.span.start < place.end and place.start < one.span.end)
    who = next((one.source.name for one in said if one.source.name), "")
    if row.kind == RowKind.CUT:
        return WeightyChange(number, who, changes[0].removed, pair.words_for_lack, pair.lack, is_denial)
    if row.kind == RowKind.ADDED:
        return WeightyChange(number, who, changes[0].added, pair.words_for_more, StatementFate.ADDED, is_denial)
    chip = ", ".join(dict.fromkeys(kind for change in changes for kind in change.kinds))
    return WeightyChange(number, who, "; ".join(change.words for change in changes), chip, None, is_denial=False)


def _sides(pair: ComparedPair) -> tuple[Article, Article]:
    return pair.original, pair.version


def _place(pair: ComparedPair, row: Row) -> tuple[Article, Span | None]:
    """Where a row stands: in the original if it has it, else in the version."""
    article, span = (pair.original, row.original) if row.original else (pair.version, row.version)
    return article, pair.place(article, span)


def _is_denied(pair: ComparedPair, row: Row, matrix: Matrix) -> bool:
    """Whether somebody denies something in a row."""
    article, place = _place(pair, row)
    return any(place and one.start < place.end and place.start < one.end for one in matrix.denied_in(article))
