"""Learn which signs speak for a denial and what it denies being worth seeing side by side, from labelled statements.

    python -m scripts.learned.contest_weights        writes learned/contest_weights.txt

The statements stand in the articles of ../shared/corpora/reprints, on the side of them that is looked at; the pairs are
those of the corpus and of `labelled_statements.txt`, which knows them by their places. An example is a denial of one
statement that the other says some of, seen from either side; it is so where the pair contradicts or qualifies.
What the weights are worth is counted on each fifth of the stories with weights learned from the other four.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.split_corpora import DOCUMENTS, first_names, part_of
from factcheck.compare import Span
from factcheck.compare.clashing import Rarity, Said, gist, said_in
from factcheck.compare.clashing.contests import LEAST_CHANCE, Contradicted
from factcheck.compare.clashing.topics import SharedTopic
from scripts.learned.data import LEARNED, Origin, rows, write
from scripts.learned.regression import Example, Pace, Weights, chance, fit

ORIGIN = Origin(
    "pairs of statements in bodies of the Fake News Challenge (2017), those that are looked at",
    "none stated with the data; only weights of signs are kept here, no text",
    "2026-11",
    "contest_weights",
)
PACE = Pace(rounds=60, rate=0.3, restraint=1.0, rarest=12)
LABELS = Path(__file__).with_name("labelled_statements.txt")
CORPUS = "conflicts/pairs.jsonl"
WORTH_SHOWING = {"contradicts", "qualifies"}
FOLDS = 5


class Labelled(NamedTuple):
    """Two statements, what people say they are to each other, and the story that they are of."""

    first: Said
    second: Said
    labels: frozenset[str]
    story: str

    @property
    def is_worth_showing(self) -> bool:
        return not self.labels.isdisjoint(WORTH_SHOWING)

    @property
    def fold(self) -> int:
        return sha256(self.story.encode()).digest()[0] % FOLDS


def files(shared: Path) -> Mapping[Path, str]:
    """The file of weights, by where it belongs. Raises DataMissing without the articles."""
    pairs = labelled(shared)
    signs = signs_of(pairs)
    weights = learned(pairs, signs)
    entries = [f"{weight:.2f} {sign}" for sign, weight in sorted(weights.items())]
    text = ORIGIN.text(
        "How much a sign speaks for two statements being worth seeing side by side: its weight, the sign.",
        entries,
        scores=cross_validated(pairs, signs),
    )
    return {LEARNED / "contest_weights.txt": text}


def labelled(shared: Path) -> list[Labelled]:
    """The labelled pairs of the side that is looked at."""
    corpora = shared / "corpora"
    texts = {row["id"]: row["text"] for row in rows(corpora / "reprints/articles.jsonl")}
    story = first_names(corpora)
    looked_at = (row for row in rows(corpora / CORPUS) if part_of(row, DOCUMENTS[CORPUS], story) == "look")
    return [
        Labelled(*(_said(texts, side) for side in sides), labels, story.get(sides[0][0], sides[0][0]))
        for *sides, labels in (*map(_of_corpus, looked_at), *_of_lines())
    ]


type Side = tuple[str, int, int, str]


def _of_corpus(row: Mapping[str, Any]) -> tuple[Side, Side, frozenset[str]]:
    one, two = ((side["article"], *side["span"], side["source"]) for side in (row["one"], row["two"]))
    return one, two, frozenset(row["label"])


def _of_lines() -> Iterator[tuple[Side, Side, frozenset[str]]]:
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        labels, *places, source = (*line.split(" | "), "")[:4]
        one, two = ((article, int(start), int(end), source) for article, start, end in map(str.split, places))
        yield one, two, frozenset(labels.split("/"))


def _said(texts: Mapping[str, str], side: Side) -> Said:
    article, start, end, source = side
    return replace(said_in(texts[article], Span(start, end)), source=source, article=article)


def signs_of(pairs: Sequence[Labelled]) -> list[list[Mapping[str, float]]]:
    """Of each pair the signs of every denial that the other statement says some of."""
    said = {one for pair in pairs for one in (pair.first, pair.second)}
    counts = Counter(key for one in said for key in gist(one).own)
    return [[*_contests(pair, len(said), counts)] for pair in pairs]


def _contests(pair: Labelled, statements: int, counts: Mapping[str, int]) -> Iterator[Mapping[str, float]]:
    """As the desk asks: how rare terms are is known of those of the statement that it suggests for."""
    for asking in (pair.first, pair.second):
        known = gist(asking)
        rarity = Rarity(statements, {key: counts.get(key, 0) for key in known.own.keys() | known.around})
        one, other = gist(pair.first), gist(pair.second)
        topic = SharedTopic(one, other, rarity, is_one_paragraph=pair.first.around == pair.second.around)
        for denying, beside in ((one, other), (other, one)):
            for denial in denying.denials:
                contradicted = Contradicted(topic, denial, denying, beside)
                if contradicted.contest():
                    yield contradicted.signs


def learned(pairs: Iterable[Labelled], signs: Iterable[Iterable[Mapping[str, float]]]) -> Weights:
    examples = [Example(some, pair.is_worth_showing) for pair, each in zip(pairs, signs, strict=True) for some in each]
    return fit(examples, PACE)


def cross_validated(pairs: Sequence[Labelled], signs: Sequence[Sequence[Mapping[str, float]]]) -> str:
    """What the weights are worth on stories that they were not learned from."""
    count: Counter[str] = Counter()
    known = list(zip(pairs, signs, strict=True))
    for fold in range(FOLDS):
        others = [both for both in known if both[0].fold != fold]
        weights = learned(*zip(*others, strict=True))
        for pair, each in known:
            if pair.fold == fold:
                is_told = any(chance(weights, some) >= LEAST_CHANCE for some in each)
                count["worth"] += pair.is_worth_showing
                count["told"] += is_told
                count["right"] += is_told and pair.is_worth_showing
    return (
        f"worth showing {count['right'] / count['told']:.2f} of {count['told']} told, "
        f"told {count['right'] / count['worth']:.2f} of {count['worth']} worth showing, "
        f"cross-validated over {FOLDS} parts of the stories, {len(pairs)} pairs"
    )


if __name__ == "__main__":
    write(files)
