"""Learn which signs speak for what is said ending at a place, from articles whose attributions are labelled.

    python -m scripts.learned.content_ends        writes learned/content_ends.txt

An example is a place that the rules of `attributions.extents` pass before the end that the labels give, or that end.
Which places those are depends on how far the words before them reach, so examples are collected twice: with no weights,
then with those learned from the first. The weights that are committed play no part.
What the weights are worth is counted as `evals/run.py attributions` counts it, on each fifth of the articles with
weights learned from the other four.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from factcheck.compare.attributions import extents, find_attributions
from factcheck.compare.attributions.clauses import Sentence
from factcheck.compare.attributions.extents import Place, places
from factcheck.compare.attributions.verbs import Cue
from scripts.learned.data import LEARNED, Origin, rows, write
from scripts.learned.regression import ALWAYS, Example, Pace, Weights, fit

ORIGIN = Origin(
    "PolNeAR 1.0.0 (Newell, Margolin, Ruths 2018), 200 of its articles",
    "none stated with the data; only weights of signs are kept here, no text",
    "2018-05",
    "content_ends",
)
PACE = Pace(rounds=6, rate=0.3, restraint=3.0, rarest=8, always=-1.5)
FOLDS = 5
LEAST_WEIGHT = 0.05
FOUND = 0.5  # of both contents together that they must share

type Article = dict[str, Any]
type Extent = tuple[int, int]


def files(shared: Path) -> Mapping[Path, str]:
    """The file of weights, by where it belongs. Raises DataMissing without the labelled articles."""
    articles = rows(shared / "corpora/attributions/articles.jsonl")
    examples = collected(articles, {ALWAYS: PACE.always})
    examples = collected(articles, learned(examples))
    weights = learned(examples)
    entries = [f"{weight:.2f} {sign}" for sign, weight in sorted(weights.items()) if abs(weight) >= LEAST_WEIGHT]
    scores = cross_validated(articles, examples)
    text = ORIGIN.text(
        "How much a sign speaks for the end of what is said: its weight, the sign.", entries, scores=scores
    )
    return {LEARNED / "content_ends.txt": text}


def cross_validated(articles: Sequence[Article], examples: Sequence[Sequence[Example]]) -> str:
    """What the weights are worth on articles that they were not learned from."""
    total: Counter[str] = Counter()
    for fold in range(FOLDS):
        others = [some for number, some in enumerate(examples) if number % FOLDS != fold]
        with weighed_by(learned(others)):
            for article in articles[fold::FOLDS]:
                total += counts(article)
    direct, indirect = total["direct found"], total["indirect found"]
    return (
        f"direct speech found {direct / total['direct']:.3f}, indirect {indirect / total['indirect']:.3f}, "
        f"precision {(direct + indirect) / total['said']:.3f}, cross-validated over {FOLDS} parts of the articles"
    )


def collected(articles: Sequence[Article], weights: Weights) -> list[list[Example]]:
    """The examples of each article, as they are met while it is read with these weights."""
    with weighed_by(weights):
        return [examples_of(article) for article in articles]


def learned(examples: Iterable[Iterable[Example]]) -> Weights:
    return fit(list(chain.from_iterable(examples)), PACE)


def examples_of(article: Article) -> list[Example]:
    """Every place passed before the end that the labels give, and that end, of each utterance the rules find."""
    found: list[Example] = []
    for sentence, at, cue in asked_of(article["text"]):
        gold = labelled(article, sentence[cue.verb].start)
        if gold is None or not is_near(sentence[at].start, gold):
            continue
        some = list(places(sentence, at, cue))
        right = min(range(len(some)), key=lambda number: abs(sentence[some[number].end - 1].end - gold[1]))
        passed = enumerate(some[: min(right + 1, len(some) - 1)])
        found += [Example(Counter(place.signs), number == right) for number, place in passed]
    return found


def asked_of(text: str) -> list[tuple[Sentence, int, Cue]]:
    """What `content_end` is asked while a text is read."""
    asked: list[tuple[Sentence, int, Cue]] = []

    def listening(sentence: Sentence, at: int, cue: Cue) -> Iterator[Place]:
        asked.append((sentence, at, cue))
        return places(sentence, at, cue)

    with replaced("places", listening):
        find_attributions(text)
    return asked


def weighed_by(weights: Weights):
    return replaced("weights", lambda: weights)


@contextmanager
def replaced(name: str, other: Any) -> Iterator[None]:
    """`attributions.extents` with another function under one of its names."""
    own = getattr(extents, name)
    setattr(extents, name, other)
    try:
        yield
    finally:
        setattr(extents, name, own)


def labelled(article: Article, verb: int) -> Extent | None:
    """The content that the labels give to the verb at a position of the text."""
    for given in article["attributions"]:
        if given["content"] and given["cue"]:
            start, end = outline(given["cue"])
            if start <= verb < end:
                return outline(given["content"])
    return None


def outline(parts: Iterable[Sequence[int]]) -> Extent:
    starts, ends = zip(*parts, strict=True)
    return min(starts), max(ends)


def is_near(start: int, gold: Extent) -> bool:
    """Whether content from `start` to the right end would count as found."""
    return start < gold[1] and shared_part((start, gold[1]), gold) >= FOUND


def shared_part(content: Extent, other: Extent) -> float:
    both = max(0, min(content[1], other[1]) - max(content[0], other[0]))
    return both / (max(content[1], other[1]) - min(content[0], other[0]))


def counts(article: Article) -> Counter[str]:
    """What is labelled, what is said and what of it is right in one article."""
    text = article["text"]
    said = [tuple(attribution.content) for attribution in find_attributions(text)]
    total = Counter({"said": len(said)})
    for given in article["attributions"]:
        if not given["content"]:
            continue
        gold = outline(given["content"])
        manner = "direct" if text[gold[0] : gold[1]].lstrip()[:1] in "\"“'‘" else "indirect"
        total[manner] += 1
        best = max(said, key=lambda content: shared_part(content, gold), default=(0, 0))
        if shared_part(best, gold) >= FOUND:
            said.remove(best)
            total[f"{manner} found"] += 1
    return total


if __name__ == "__main__":
    write(files)
