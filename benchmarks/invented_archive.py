"""An invented archive: articles of which it is known which are versions of one another, for measuring.

The sentences are put together from word lists, so they mean nothing; unrelated articles share hardly more than the
lines that their outlets put under everything. Equal sizes and seeds give equal archives, on every machine.

    python -m benchmarks.invented_archive N [--seed SEED] [--output FILE] [--truth FILE]    as JSON Lines to import
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

WORDS = Path(__file__).parent / "words"
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SHAPES = [  # a letter stands for a word of a kind, by `SIGNS`
    "The A N V a A N in P on D",
    "When the N of P V its A N, the A R M said that A N V A N",
    "“ We V the A N B and V a A N ,” said the R M of P",
    "M, a A R from P, V the N and B V # N near the A N",
    "Nearly # A N V the A N of P B, and # N V another",
    "After the A N V the N, R M V A N in P and A N in P",
    "“ No N V this A N ,” M told the A N B. “ The R V # A N .”",
    "A A N from P B V # N, which the N of M V on D",
    "# N and a A N V P B, a A R of the N said",
    "The R M, whose A N V the A N, B V A N for # N",
]
APPEALS = [
    "This {noun} of ours is free for everyone to read because {number} readers pay for it, month after month.",
    "Write to the {noun} desk of {outlet} with corrections, questions and whatever else we should look into.",
    "{outlet} is a member of the {adjective} press council and answers to its {noun} for every line it prints.",
]
RESTYLED = {"“": '"', "”": '"', "harbour": "harbor", "theatre": "theater", "plough": "plow", "licence": "license"}
OUTLETS = 120
IN_FAMILIES = 0.2  # of the texts that are written, how many are reprinted
MOST_VERSIONS = 5
COMES_NEXT = 0.3  # how often a reprint that waits comes before another new text
FIRST_DAY = date(2016, 1, 1)
DAYS_IN_ALL = 3000


@dataclass(frozen=True, slots=True)
class Invented:
    """An article, and the family it belongs to; `family` is the number of the article that the others are made of."""

    number: int
    family: int
    change: str
    outlet: int
    headline: str
    published_on: date
    paragraphs: tuple[str, ...]

    @property
    def url(self) -> str:
        return f"https://paper-{self.outlet}.example/{self.number}"

    def as_row(self) -> dict[str, str]:
        """What an import reads."""
        return {
            "url": self.url,
            "outlet": f"The Paper {self.outlet}",
            "headline": self.headline,
            "published_on": self.published_on.isoformat(),
            "text": "\n\n".join([*self.paragraphs, *_appeals(self.outlet)]),
        }


def archive(size: int, *, seed: int) -> Iterator[Invented]:
    """So many articles, reprints some way behind what they were made of."""
    chance = Random(f"archive {seed}")
    waiting: list[Invented] = []
    for number in range(1, size + 1):
        if waiting and chance.random() < COMES_NEXT:
            yield _reprint(waiting.pop(chance.randrange(len(waiting))), number, chance)
        else:
            article = _article(number, chance)
            waiting += [article] * chance.randint(1, MOST_VERSIONS) * (chance.random() < IN_FAMILIES)
            yield article


def _article(number: int, chance: Random) -> Invented:
    return Invented(
        number=number,
        family=number,
        change="original",
        outlet=chance.randrange(OUTLETS),
        headline=_sentence(chance)[:90].rpartition(" ")[0],
        published_on=FIRST_DAY + timedelta(chance.randrange(DAYS_IN_ALL)),
        paragraphs=tuple(_paragraph(chance) for _ in range(chance.randint(5, 14))),
    )


def _reprint(source: Invented, number: int, chance: Random) -> Invented:
    change = chance.choice(list(CHANGES))
    return Invented(
        number=number,
        family=source.number,
        change=change,
        outlet=(source.outlet + chance.randrange(1, OUTLETS)) % OUTLETS,
        headline=_sentence(chance)[:90].rpartition(" ")[0],
        published_on=source.published_on + timedelta(chance.randint(0, 1)),
        paragraphs=tuple(CHANGES[change](list(source.paragraphs), chance)),
    )


def _trimmed(paragraphs: list[str], chance: Random) -> list[str]:
    return paragraphs[: max(3, int(len(paragraphs) * chance.uniform(0.3, 0.8)))]


def _restyled(paragraphs: list[str], _chance: Random) -> list[str]:
    styled = "\n".join(paragraphs)
    for house, other in RESTYLED.items():
        styled = styled.replace(house, other)
    return styled.split("\n")


def _reordered(paragraphs: list[str], chance: Random) -> list[str]:
    first, *rest = paragraphs
    chance.shuffle(rest)
    return [first, *rest]


def _extended(paragraphs: list[str], chance: Random) -> list[str]:
    return [_paragraph(chance), *paragraphs[: -(len(paragraphs) // 4)], _paragraph(chance)]


def _all_of_it(paragraphs: list[str], chance: Random) -> list[str]:
    return _restyled(_reordered(_trimmed(paragraphs, chance), chance), chance)


CHANGES: dict[str, Callable[[list[str], Random], list[str]]] = {
    "trimmed": _trimmed,
    "restyled": _restyled,
    "reordered": _reordered,
    "extended": _extended,
    "trimmed, reordered and restyled": _all_of_it,
}


def _appeals(outlet: int) -> list[str]:
    """The lines that an outlet puts under every article."""
    chance = Random(outlet)
    noun, adjective, number = SIGNS["N"](chance), SIGNS["A"](chance), chance.randrange(100, 9999)
    paper = f"The Paper {outlet}"
    return [appeal.format(outlet=paper, noun=noun, adjective=adjective, number=number) for appeal in APPEALS]


def _paragraph(chance: Random) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.randint(1, 3)))


def _sentence(chance: Random) -> str:
    words = " ".join(_word(sign, chance) for sign in chance.choice(SHAPES).split())
    words = words.replace("“ ", "“").replace(" ,”", ",”").replace(" .”", ".”")
    return words[:1].upper() + words[1:] + ("" if words.endswith("”") else ".")


def _word(sign: str, chance: Random) -> str:
    kind = SIGNS.get(sign[0]) if len(sign) == 1 or sign[1] in ",." else None
    return kind(chance) + sign[1:] if kind else sign


def _name(chance: Random) -> str:
    return "".join(chance.choices(words("syllables"), k=3)).capitalize()


SIGNS: dict[str, Callable[[Random], str]] = {
    "A": lambda chance: chance.choice(words("adjectives")),
    "N": lambda chance: chance.choice(words("nouns")),
    "V": lambda chance: chance.choice(words("verbs")),
    "B": lambda chance: chance.choice(words("adverbs")),
    "R": lambda chance: chance.choice(words("roles")),
    "D": lambda chance: chance.choice(DAYS),
    "P": _name,
    "M": lambda chance: f"{_name(chance)} {_name(chance)}",
    "#": lambda chance: str(chance.randrange(3, 900)),
}


@cache
def words(kind: str) -> tuple[str, ...]:
    """The words of a kind, from `words/<kind>.txt`."""
    return tuple((WORDS / f"{kind}.txt").read_text("utf-8").split("\n")[:-1])


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Write an invented archive as JSON Lines for import_articles.")
    parser.add_argument("size", type=int, metavar="N", help="how many articles")
    parser.add_argument("--seed", type=int, default=1, help="another number makes another archive")
    parser.add_argument("--output", type=Path, metavar="FILE", help="where to; the standard output if not given")
    parser.add_argument("--truth", type=Path, metavar="FILE", help="also write which articles are versions of which")
    asked = parser.parse_args(arguments)
    with ExitStack() as opened:
        rows = opened.enter_context(asked.output.open("w", encoding="utf-8")) if asked.output else sys.stdout
        families = opened.enter_context(asked.truth.open("w", encoding="utf-8")) if asked.truth else None
        for article in archive(asked.size, seed=asked.seed):
            rows.write(f"{json.dumps(article.as_row(), ensure_ascii=False)}\n")
            if families:
                truth = {"url": article.url, "family": article.family, "change": article.change}
                families.write(f"{json.dumps(truth)}\n")


if __name__ == "__main__":
    main()
