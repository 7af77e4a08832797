"""Learn the weights of lexicon/learned/content_ends.txt from labelled articles, and say what they are worth on others.

    python -m scripts.weigh_ends --shared ../shared            cross-validate over five fixed parts of the articles
    python -m scripts.weigh_ends --shared ../shared --write    learn from all of them and write the file

Logistic regression with L2 by AdaGrad, in a fixed order: the same articles give the same file.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import exp, gcd, sqrt
from pathlib import Path

from factcheck.compare.attributions import extents, find_attributions
from factcheck.compare.attributions.clauses import Sentence
from factcheck.compare.attributions.extents import Place, places
from factcheck.compare.attributions.verbs import Cue

TARGET = Path(extents.__file__).parents[1] / "lexicon" / "learned" / "content_ends.txt"
HEADING = "# How much each sign speaks for what is said ending at a place: weight, sign. Made by scripts/weigh_ends.py."
FOLDS = 5
ROUNDS = 6
RATE = 0.3
SHRINK = 3.0
RAREST = 8
LEAST_WEIGHT = 0.05

type Weights = dict[str, float]
type Example = tuple[tuple[str, ...], bool]  # the signs of a place, and whether the content ends there


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    lines = (arguments.shared / "corpora/attributions/articles.jsonl").read_text().splitlines()
    articles = [json.loads(line) for line in lines]
    examples = [examples_of(article) for article in articles]
    if arguments.write:
        write(learned(examples))
        return
    total: Counter[str] = Counter()
    for fold in range(FOLDS):
        use(learned([some for number, some in enumerate(examples) if number % FOLDS != fold]))
        for article in articles[fold::FOLDS]:
            total += counts(article)
    print(f"direct found    {total['direct found'] / total['direct']:.3f}")
    print(f"indirect found  {total['indirect found'] / total['indirect']:.3f}")
    print(f"precision       {(total['direct found'] + total['indirect found']) / total['said']:.3f}")


def examples_of(article: dict) -> list[Example]:
    """Every place passed before the end that the labels give, and that end, of each utterance the rules find."""
    found: list[Example] = []
    for sentence, at, cue in asked_of(article["text"]):
        gold = labelled(article, sentence[cue.verb].start)
        if gold is None or not near(sentence[at].start, gold):
            continue
        some = list(places(sentence, at, cue))
        right = min(range(len(some)), key=lambda number: abs(sentence[some[number].end - 1].end - gold[1]))
        found += [(place.signs, number == right) for number, place in enumerate(some[:-1]) if number <= right]
    return found


def asked_of(text: str) -> list[tuple[Sentence, int, Cue]]:
    """What `content_end` is asked while a text is read."""
    asked: list[tuple[Sentence, int, Cue]] = []

    def listening(sentence: Sentence, at: int, cue: Cue) -> Iterator[Place]:
        asked.append((sentence, at, cue))
        return places(sentence, at, cue)

    extents.places = listening
    find_attributions(text)
    extents.places = places
    return asked


def labelled(article: dict, verb: int) -> tuple[int, int] | None:
    """The content that the labels give to the verb at a position of the text."""
    for one in article["attributions"]:
        if one["content"] and one["cue"] and outline(one["cue"])[0] <= verb < outline(one["cue"])[1]:
            return outline(one["content"])
    return None


def outline(parts: Sequence[Sequence[int]]) -> tuple[int, int]:
    return min(part[0] for part in parts), max(part[1] for part in parts)


def near(start: int, gold: tuple[int, int]) -> bool:
    """Whether content from `start` to the right end would count as found."""
    return start < gold[1] and shared((start, gold[1]), gold) >= 0.5


def shared(one: tuple[int, int], other: tuple[int, int]) -> float:
    both = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return both / (max(one[1], other[1]) - min(one[0], other[0]))


def learned(examples: Iterable[Iterable[Example]]) -> Weights:
    rows = [row for some in examples for row in some]
    known = Counter(sign for signs, _ in rows for sign in signs)
    weight = {sign: 0.0 for sign, count in known.items() if count >= RAREST}
    weight["always"] = -1.5
    seen = dict.fromkeys(weight, 1.0)
    step = next(step for step in range(7919, 7919 + len(rows)) if gcd(step, len(rows)) == 1)
    at = 0
    for number in range(ROUNDS):
        rate = RATE / sqrt(1 + number)
        for _ in rows:
            at = (at + step) % len(rows)
            signs, ends = rows[at]
            active = [sign for sign in (*signs, "always") if sign in weight]
            error = 1 / (1 + exp(-sum(weight[sign] for sign in active))) - ends
            for sign in active:
                slope = error + (SHRINK * weight[sign] / known[sign] if sign != "always" else 0)
                seen[sign] += slope * slope
                weight[sign] -= rate * slope / sqrt(seen[sign])
    return weight


def use(weights: Weights) -> None:
    extents.weights = lambda: weights


def write(weights: Weights) -> None:
    lines = [f"{weight:.2f} {sign}" for sign, weight in sorted(weights.items()) if abs(weight) >= LEAST_WEIGHT]
    TARGET.write_text("\n".join([HEADING, *lines]) + "\n", "utf-8")


def counts(article: dict) -> Counter[str]:
    """What is labelled, what is said and what of it is right in one article, as shared/evals/run.py counts it."""
    text = article["text"]
    said = [tuple(one.content) for one in find_attributions(text)]
    total = Counter({"said": len(said)})
    for one in article["attributions"]:
        if not one["content"]:
            continue
        gold = outline(one["content"])
        group = "direct" if text[gold[0] : gold[1]].lstrip()[:1] in "\"“'‘" else "indirect"
        total[group] += 1
        best = max(said, key=lambda span: shared(span, gold), default=(0, 0))
        if shared(best, gold) >= 0.5:
            said.remove(best)
            total[f"{group} found"] += 1
    return total


if __name__ == "__main__":
    main()
