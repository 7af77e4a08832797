"""What each bar of a strip may say: what a version made of a sentence, as `fates` lets a page say it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import override

from factcheck.articles.models import Article
from factcheck.claims.fates import StatementFate, fate_where_absent, words_for_lack, words_for_more
from factcheck.claims.strips.strip import Bar, Strip, Strips
from factcheck.claims.utterances import Telling, Utterance
from factcheck.compare.sentence_rows import KeptSentence, SentenceFate, SentenceRow
from factcheck.languages.catalogues import WRITTEN_IN

BEFORE_ALL = -1  # where what was added before the first sentence stands
LONGEST_NAME = 56  # letters of who speaks, in a label


@override(WRITTEN_IN)  # what is sealed follows nobody's language; pages tell it in theirs
def strips_from(
    versions: Sequence[Article],
    rows: Mapping[int, Sequence[SentenceRow]],
    utterances: Iterable[Utterance] = (),
    *,
    denying: Collection[int] = (),
    shows_unmarked: bool = False,
) -> Strips:
    """A strip for the first of `versions`, and one for each other whose comparison with it is in `rows`, by its key.

    `utterances` are what is marked, `denying` the keys of the statements that deny a claim. What nobody marked is
    pointed out only if `shows_unmarked`: readers are told nothing of it.
    """
    first, *others = versions
    compared = next(iter(rows.values()))
    sentences = sorted((one for row in compared if not row.is_headline for one in row.original), key=lambda s: s.span)
    marks = [_mark(one, denying) for one in utterances]
    base = _Base(first, sentences, marks, _marks_by_sentence(sentences, marks, first), shows_unmarked)
    strips = [_strip(one, first, _Version(one, base).bars(rows[one.pk])) for one in others if one.pk in rows]
    return Strips([_strip(first, first, base.bars()), *strips])


@dataclass(frozen=True, slots=True)
class _Mark:
    """What is marked in a story once, and what became of it in each version, by the version's key."""

    name: str
    is_denial: bool
    tellings: Mapping[int, Telling]

    def fate_in(self, version: Article) -> StatementFate | None:
        telling = self.tellings.get(version.pk)
        return telling.fate if telling else None

    def places_in(self, version: Article) -> Sequence[Sequence[int]]:
        """Where its words begin and end in a version."""
        telling = self.tellings.get(version.pk)
        return telling.places if telling else ()


@dataclass(frozen=True, slots=True)
class _Base:
    """The text that all are compared with, by sentence, and what is marked in the story."""

    article: Article
    sentences: Sequence[KeptSentence]
    marks: Sequence[_Mark]
    marked: Mapping[int, list[_Mark]]  # by where a sentence starts: what is marked in it
    shows_unmarked: bool

    def marks_in(self, sentence: KeptSentence) -> list[_Mark]:
        return self.marked.get(sentence.span.start, [])

    def is_denial(self, sentence: KeptSentence, marks: Sequence[_Mark]) -> bool:
        """Whether a person said that what is marked denies a claim; for the desk, also whether it was found to."""
        return (sentence.is_denial and self.shows_unmarked) or any(mark.is_denial for mark in marks)

    def bars(self) -> Iterator[Bar]:
        """The base's own: all there, what is marked and what denies told apart."""
        yield Bar(SentenceFate.KEPT, is_headline=True)
        for sentence in self.sentences:
            marks = self.marks_in(sentence)
            yield Bar(SentenceFate.KEPT, is_denial=self.is_denial(sentence, marks), is_marked=bool(marks))


@dataclass(frozen=True, slots=True)
class _Version:
    """One version beside the base: what its bars may say."""

    article: Article
    base: _Base

    def bars(self, rows: Iterable[SentenceRow]) -> Iterator[Bar]:
        """One for each sentence of the base, in its order, and those that were added behind the one they follow."""
        places: dict[int, list[Bar]] = {BEFORE_ALL: []}
        at = BEFORE_ALL
        for row in rows:
            if row.is_headline:
                yield Bar(row.fate, is_headline=True, row=row.number)
                continue
            for sentence in row.original:
                places.setdefault(sentence.span.start, []).insert(0, self._bar(row, sentence))
                at = at if row.is_moved else sentence.span.start
            if not row.original:
                places.setdefault(at, []).extend(self._added(row, sentence) for sentence in row.version)
        for place in sorted(places):
            yield from places[place]

    def _bar(self, row: SentenceRow, sentence: KeptSentence) -> Bar:
        """What the version made of a sentence of the base."""
        marks = self.base.marks_in(sentence)
        is_denial = self.base.is_denial(sentence, marks)
        bar = Bar(row.fate, is_denial, bool(marks), row.is_moved, row=row.number)
        fates = [fate for mark in marks if (fate := mark.fate_in(self.article))]
        if StatementFate.LEFT_OUT in fates:
            gone = [mark for mark in marks if mark.fate_in(self.article) == StatementFate.LEFT_OUT]
            lost = max(gone, key=lambda mark: mark.is_denial)
            is_lost_denial = self.base.is_denial(sentence, [lost])
            label = _label(lost.name, StatementFate.LEFT_OUT, is_denial=is_lost_denial)
            return replace(bar, state=SentenceFate.CUT, is_left_out=True, label=label)
        if any(fate.is_carried for fate in fates):
            return replace(bar, state=SentenceFate.EDITED) if bar.state == SentenceFate.CUT else bar
        if fates:
            return replace(bar, state=SentenceFate.CUT)
        return self._unmarked(bar, row, sentence) if is_denial else bar

    def _unmarked(self, bar: Bar, row: SentenceRow, sentence: KeptSentence) -> Bar:
        """The same of a denial that nobody followed into the version."""
        lacks = bar.state == SentenceFate.CUT and not row.was_received
        if not lacks or fate_where_absent(self.article, carriers=[self.base.article]) != StatementFate.LEFT_OUT:
            return bar
        label = _label(sentence.denied_by or "", StatementFate.LEFT_OUT, is_denial=True)
        return replace(bar, is_left_out=True, label=label)

    def _added(self, row: SentenceRow, sentence: KeptSentence) -> Bar:
        marks = _marks_by_sentence([sentence], self.base.marks, self.article).get(sentence.span.start, [])
        is_denial = self.base.is_denial(sentence, marks)
        bar = Bar(SentenceFate.ADDED, is_denial, bool(marks), row=row.number)
        new = next((mark for mark in marks if mark.fate_in(self.article) == StatementFate.ADDED), None)
        return replace(bar, label=_label(new.name, StatementFate.ADDED, is_denial=is_denial)) if new else bar


def _marks_by_sentence(
    sentences: Iterable[KeptSentence], marks: Iterable[_Mark], version: Article
) -> dict[int, list[_Mark]]:
    """The marks whose words, or some of them, stand in each sentence of a version, by where it starts."""
    found: dict[int, list[_Mark]] = {}
    placed = [(mark, start, end) for mark in marks for start, end in mark.places_in(version)]
    for span in (sentence.span for sentence in sentences):
        touching = [mark for mark, start, end in placed if start < span.end and span.start < end]
        if touching:
            found[span.start] = [*{id(mark): mark for mark in touching}.values()]
    return found


def _mark(utterance: Utterance, denying: Collection[int]) -> _Mark:
    is_denial = any(statement.pk in denying for statement in utterance.statements)
    tellings = {telling.article.pk: telling for telling in utterance.tellings}
    return _Mark(utterance.statement.speaker, is_denial, tellings)


def _strip(article: Article, base: Article, bars: Iterable[Bar]) -> Strip:
    return Strip(
        outlet=article.outlet.public_name,
        relation=str(article.get_relation_display()).lower(),
        published_on=article.published_on,
        headline=article.headline,
        article=article.pk,
        url=article.url,
        is_base=article.pk == base.pk,
        cut_as=words_for_lack(article, base=base),
        added_as=words_for_more(article, base=base),
        bars=tuple(bars),
    )


def _label(name: str, fate: StatementFate, *, is_denial: bool) -> str:
    """What stands out, in a line: “denial by Ana Ruiz: left out”; no name has to be put into the possessive."""
    if not name:
        return f"{'a denial' if is_denial else 'marked words'}: {fate.label}"
    return f"{'denial by' if is_denial else 'words of'} {_short(name)}: {fate.label}"


def _short(name: str) -> str:
    if len(name) <= LONGEST_NAME:
        return name
    return f"{name[:LONGEST_NAME].rpartition(' ')[0] or name[:LONGEST_NAME]} …"
