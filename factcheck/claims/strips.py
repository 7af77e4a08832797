"""One picture of a story: a strip for each version, with one bar for each sentence of the original.

A strip holds no words of any article, so it may be shown to everybody and be kept with a published page. What it says
of a version is what `fates` lets a page say. It writes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from django.utils.dateformat import format as formatted

from factcheck.articles.models import Article, RecordedComparison, Story
from factcheck.claims.fates import StatementFate, fate_where_absent, words_for_lack, words_for_more
from factcheck.claims.strip_picture import StripPicture
from factcheck.claims.utterances import Telling, Utterance
from factcheck.compare.sentence_rows import KeptSentence, SentenceFate, SentenceRow

STATES = list(SentenceFate)
BEFORE_ALL = -1  # where what was added before the first sentence stands
WORDS_OF_NAME = 3
LONGEST_NAME = 32  # letters of who speaks, in a label that has to fit a phone


@dataclass(frozen=True, slots=True)
class Bar:
    """One sentence of the original in one version, or one that the version added.

    `is_marked` says that a statement is marked in it. `is_left_out` is said where a version may be blamed for the
    lack; `label` says what of, and is the same in bars that stand for one thing. `row` counts the rows of the
    comparison with the original from 1.
    """

    state: SentenceFate
    is_denial: bool = False
    is_marked: bool = False
    is_moved: bool = False
    is_headline: bool = False
    is_left_out: bool = False
    label: str = ""
    row: int | None = None

    def as_json(self) -> list[Any]:
        flags = sum(is_set << bit for bit, is_set in enumerate(self._flags))
        return [STATES.index(self.state), flags, self.row, *([self.label] if self.label else [])]

    @classmethod
    def read(cls, kept: Sequence[Any]) -> Self:
        state, flags, row, *label = kept
        denial, marked, moved, headline, left_out = (bool(flags >> bit & 1) for bit in range(5))
        return cls(STATES[state], denial, marked, moved, headline, left_out, "".join(label), row)

    @property
    def _flags(self) -> tuple[bool, ...]:
        return self.is_denial, self.is_marked, self.is_moved, self.is_headline, self.is_left_out


@dataclass(frozen=True, slots=True)
class Strip:
    """What one version made of the original: `bars` in the original's order, those it added where they stand.

    `article` is the key of the version, `url` its address at the publisher; `cut_as` says what may be said of the
    sentences that it lacks, `added_as` of those that it has more.
    """

    outlet: str
    relation: str
    published_on: date | None
    headline: str
    article: int
    url: str
    is_base: bool
    cut_as: str
    added_as: str
    bars: tuple[Bar, ...]

    @property
    def picture(self) -> StripPicture:
        return StripPicture(self)

    @property
    def labels(self) -> list[str]:
        """What stands out in it, in words, each once: marked denials first."""
        labelled = (bar for bar in self.bars if bar.label)
        in_order = sorted(labelled, key=lambda bar: (not bar.is_marked, not bar.is_denial))
        return list(dict.fromkeys(bar.label for bar in in_order))

    @property
    def description(self) -> str:
        """The strip in words: “Harbour Times, reprint, 15 February 2019: 12 sentences kept, 8 edited, 35 left out”."""
        when = formatted(self.published_on, "j F Y") if self.published_on else "undated"
        told = "; ".join(filter(None, [self._counted, self._told_headline, *self._told_marks, *self.labels]))
        return f"{self.outlet}, {self.relation}, {when}: {told}."

    def as_json(self) -> dict[str, Any]:
        return {
            "outlet": self.outlet,
            "relation": self.relation,
            "published_on": self.published_on and self.published_on.isoformat(),
            "headline": self.headline,
            "article": self.article,
            "url": self.url,
            "is_base": self.is_base,
            "cut_as": self.cut_as,
            "added_as": self.added_as,
            "bars": [bar.as_json() for bar in self.bars],
        }

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Self:
        """The strip that `as_json` gave."""
        on = kept["published_on"]
        bars = tuple(map(Bar.read, kept["bars"]))
        return cls(**{**kept, "published_on": on and date.fromisoformat(on), "bars": bars})

    @property
    def _counted(self) -> str:
        counts = Counter(bar.state for bar in self.bars if not bar.is_headline)
        if self.is_base:
            return f"{counts.total()} sentences"
        words = {state: state.value for state in SentenceFate}
        words |= {SentenceFate.CUT: self.cut_as, SentenceFate.ADDED: self.added_as}
        told = [f"{counts[state]} {words[state]}" for state in SentenceFate if counts[state]]
        moved = sum(bar.is_moved for bar in self.bars)
        return ", ".join(["sentences: " + told[0], *told[1:], *([f"{moved} moved"] if moved else [])]) if told else ""

    @property
    def _told_headline(self) -> str:
        states = (bar.state for bar in self.bars if bar.is_headline and not self.is_base)
        return next((f"headline {state.value}" for state in states), "")

    @property
    def _told_marks(self) -> Iterator[str]:
        """How many denials and marked statements the strip has, of those that stand in the original."""
        there = [bar for bar in self.bars if bar.state != SentenceFate.CUT]
        for words, number in (
            ("denying something", sum(bar.is_denial for bar in there)),
            ("marked", sum(bar.is_marked for bar in there)),
        ):
            if number:
                yield f"{number} of them {words}"


@dataclass(frozen=True, slots=True)
class _Mark:
    """What is marked in a story once, and what became of it in each version, by the version's key."""

    name: str
    is_denial: bool
    tellings: Mapping[int, Telling]

    def fate_in(self, version: Article) -> StatementFate | None:
        telling = self.tellings.get(version.pk)
        return telling.fate if telling else None

    def is_carried_in(self, version: Article) -> bool:
        fate = self.fate_in(version)
        return fate is not None and fate.is_carried

    def touches(self, sentence: KeptSentence, version: Article) -> bool:
        """Whether its words, or some of them, stand in a sentence of the version."""
        telling = self.tellings.get(version.pk)
        return telling is not None and any(
            start < sentence.span.end and sentence.span.start < end for start, end in telling.places
        )


@dataclass(frozen=True, slots=True)
class _Base:
    """The text that all are compared with, by sentence, and what is marked in the story."""

    article: Article
    sentences: Sequence[KeptSentence]
    marks: Sequence[_Mark]
    shows_unmarked: bool

    def marks_in(self, sentence: KeptSentence) -> list[_Mark]:
        return [mark for mark in self.marks if mark.touches(sentence, self.article)]

    def is_denial(self, sentence: KeptSentence, marks: Sequence[_Mark]) -> bool:
        return (sentence.is_denial and bool(marks or self.shows_unmarked)) or any(mark.is_denial for mark in marks)

    def bars(self) -> Iterator[Bar]:
        """The base's own: all there, what is marked and what denies told apart."""
        yield Bar(SentenceFate.KEPT, is_headline=True)
        for sentence in self.sentences:
            marks = self.marks_in(sentence)
            yield Bar(SentenceFate.KEPT, is_denial=self.is_denial(sentence, marks), is_marked=bool(marks))


def strips_of(
    story: Story, utterances: Iterable[Utterance] = (), *, denying: Collection[int] = (), shows_unmarked: bool = False
) -> list[Strip]:
    """A strip for each version, the original first, then by day; none where nothing is compared yet.

    `utterances` are what is marked, `denying` the keys of the statements that deny a claim. What nobody marked is
    pointed out only if `shows_unmarked`: readers are told nothing of it. Give the story with articles and outlets.
    """
    versions = story.versions
    compared = RecordedComparison.objects.current().filter(version__story=story)
    rows = {comparison.version_id: comparison.sentence_rows for comparison in compared}
    if not rows or not versions[0].is_original:
        return []
    return strips_from(versions, rows, utterances, denying=denying, shows_unmarked=shows_unmarked)


def strips_from(
    versions: Sequence[Article],
    rows: Mapping[int, Sequence[SentenceRow]],
    utterances: Iterable[Utterance] = (),
    *,
    denying: Collection[int] = (),
    shows_unmarked: bool = False,
) -> list[Strip]:
    """The same of versions whose `rows` are at hand, by the version's key: each beside the first of `versions`."""
    first, *others = versions
    compared = next(iter(rows.values()))
    sentences = sorted((one for row in compared if not row.is_headline for one in row.original), key=lambda s: s.span)
    base = _Base(first, sentences, [_mark(one, denying) for one in utterances], shows_unmarked)
    strips = [_strip(first, first, base.bars())]
    return strips + [_strip(one, first, _Version(one, base).bars(rows[one.pk])) for one in others if one.pk in rows]


def _mark(utterance: Utterance, denying: Collection[int]) -> _Mark:
    is_denial = any(statement.pk in denying for statement in utterance.statements)
    tellings = {telling.article.pk: telling for telling in utterance.tellings}
    return _Mark(utterance.statement.speaker, is_denial, tellings)


def _strip(article: Article, base: Article, bars: Iterable[Bar]) -> Strip:
    return Strip(
        outlet=article.outlet.public_name,
        relation=article.get_relation_display().lower(),
        published_on=article.published_on,
        headline=article.headline,
        article=article.pk,
        url=article.url,
        is_base=article.pk == base.pk,
        cut_as=words_for_lack(article, base=base),
        added_as=words_for_more(article, base=base),
        bars=tuple(bars),
    )


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
            lost = next(mark for mark in marks if mark.fate_in(self.article) == StatementFate.LEFT_OUT)
            label = _label(lost.name, StatementFate.LEFT_OUT, is_denial=is_denial)
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
        marks = [mark for mark in self.base.marks if mark.touches(sentence, self.article)]
        is_denial = self.base.is_denial(sentence, marks)
        bar = Bar(SentenceFate.ADDED, is_denial, bool(marks), row=row.number)
        new = next((mark for mark in marks if mark.fate_in(self.article) == StatementFate.ADDED), None)
        return replace(bar, label=_label(new.name, StatementFate.ADDED, is_denial=is_denial)) if new else bar


def _label(name: str, fate: StatementFate, *, is_denial: bool) -> str:
    """What stands out, short enough for a phone: “Ana Ruiz’s denial: left out”."""
    what = "denial" if is_denial else "words"
    if not name:
        return f"{'a denial' if is_denial else 'marked words'}: {fate.label}"
    if len(name.split()) <= WORDS_OF_NAME and name[0].isupper():
        return f"{name}’s {what}: {fate.label}"
    return f"{what} {'by' if is_denial else 'of'} {_short(name)}: {fate.label}"


def _short(name: str) -> str:
    if len(name) <= LONGEST_NAME:
        return name
    return f"{name[:LONGEST_NAME].rpartition(' ')[0] or name[:LONGEST_NAME]} …"
