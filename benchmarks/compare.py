"""The comparison engine beside its peers, in one run on one machine.

    python -m benchmarks.compare [--shared ../shared] [--pairs 120]

Peers that are not installed are left out.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import regex
from diff_match_patch import diff_match_patch

from factcheck.compare import compare
from factcheck.compare.words.wordsigns import signs_of, written

TOKEN = regex.compile(r"\w+|\s+|[^\w\s]")


class Kept(NamedTuple):
    """What a tool says stands unchanged in the version, and how often it cuts a word in two."""

    characters: int
    cut_words: int


class Case(NamedTuple):
    """Two texts; if known, where like paragraphs stand in both, and how many of them moved."""

    original: str
    version: str
    links: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    moved: int = 0


Tool = Callable[[str, str], Kept]


# The tools


def ours(original: str, version: str) -> Kept:
    kept = cut = 0
    for row in compare(original, version).rows:
        if row.original and row.version:
            kept += visible(row.version.of(version)) - sum(visible(edit.version.of(version)) for edit in row.edits)
            for edit in row.edits:
                cut += sum(inside_word(original, at) for at in edit.original)
                cut += sum(inside_word(version, at) for at in edit.version)
    return Kept(kept, cut)


def dmp_characters(original: str, version: str) -> Kept:
    differ = diff_match_patch()
    runs = differ.diff_main(original, version)
    differ.diff_cleanupSemantic(runs)
    return of_runs(original, version, ((operation, len(run)) for operation, run in runs))


def dmp_words(original: str, version: str) -> Kept:
    left, right = TOKEN.findall(original), TOKEN.findall(version)
    signs = signs_of([*left, *right])
    words = {sign: word for word, sign in signs.items()}
    runs = diff_match_patch().diff_main(written(left, signs), written(right, signs), checklines=False)
    sizes = ((operation, sum(len(words[sign]) for sign in run)) for operation, run in runs)
    return of_runs(original, version, sizes)


def fast_dmp(original: str, version: str) -> Kept:
    from fast_diff_match_patch import diff

    signs = {"=": 0, "-": -1, "+": 1}
    runs = diff(original, version, timelimit=1, checklines=False, cleanup="Semantic")
    return of_runs(original, version, ((signs[operation], size) for operation, size in runs))


def difflib_words(original: str, version: str) -> Kept:
    left, right = TOKEN.findall(original), TOKEN.findall(version)
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return Kept(sum(visible("".join(right[b.b : b.b + b.size])) for b in blocks), 0)


def git_words(original: str, version: str) -> Kept:
    shown = run_on_files(["git", "diff", "--no-index", "--word-diff=porcelain", "-U100000"], original, version)
    body = shown.partition("\n@@")[2].splitlines()[1:] if shown else [f" {version}"]
    return Kept(sum(visible(line) for line in body if line.startswith(" ")), 0)


def dwdiff_words(original: str, version: str) -> Kept:
    return Kept(visible(run_on_files(["dwdiff", "--no-deleted", "--no-inserted"], original, version)), 0)


def tools() -> dict[str, Tool]:
    found: dict[str, Tool] = {"ours": ours, "diff-match-patch, characters": dmp_characters}
    found["diff-match-patch, words"] = dmp_words
    if find_spec("fast_diff_match_patch"):
        found["fast-diff-match-patch"] = fast_dmp
    found["difflib, words"] = difflib_words
    if shutil.which("dwdiff"):
        found["dwdiff"] = dwdiff_words
    if shutil.which("git"):
        found["git diff --word-diff"] = git_words
    return found


def run_on_files(command: list[str], original: str, version: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("a", original), ("b", version)):
            Path(folder, name).write_text(text)
        return subprocess.run([*command, "a", "b"], cwd=folder, capture_output=True, text=True, check=False).stdout


# What is counted


def visible(text: str) -> int:
    return len("".join(text.split()))


def inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def of_runs(original: str, version: str, runs: Iterable[tuple[int, int]]) -> Kept:
    """From runs of characters: kept (0), only in the original (-1), only in the version (1)."""
    kept = cut = i = j = 0
    for operation, size in runs:
        if operation == 0:
            kept += visible(version[j : j + size])
            cut += inside_word(original, i) + inside_word(version, j)
            cut += inside_word(original, i + size) + inside_word(version, j + size)
        i += size * (operation <= 0)
        j += size * (operation >= 0)
    return Kept(kept, cut)


def moves_recognised(case: Case) -> int:
    """How many of the paragraphs that moved are told; of two that changed places either may be named."""
    moved = [row for row in compare(case.original, case.version).rows if row.moved and row.original and row.version]
    told = sum(
        2 * sum(min(overlap(row.original, here), overlap(row.version, there)) for row in moved)
        > min(here[1] - here[0], there[1] - there[0])
        for here, there in case.links
    )
    return min(told, case.moved)


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


# The texts


def seed_pair(shared: Path) -> Case:
    original, version = (next((shared / "seeds").glob(f"{number}_*.txt")).read_text() for number in ("000", "001"))
    return Case(original, version)


def reprints(shared: Path, count: int) -> list[Case]:
    """So many pairs from all over the list, which begins with the most alike."""
    lines = (shared / "corpora/reprints/paragraph_links.jsonl").read_text().splitlines()
    count = min(count, len(lines))
    return [reprint(json.loads(lines[at * len(lines) // count])) for at in range(count)]


def reprint(row: dict) -> Case:
    places = [list(paragraph_places(row[side])) for side in ("paras_a", "paras_b")]
    links = tuple((places[0][i], places[1][j]) for i, j, *_ in row["links"])
    moved = sum(is_moved for *_, is_moved in row["links"])
    return Case("\n\n".join(row["paras_a"]), "\n\n".join(row["paras_b"]), links, moved)


def paragraph_places(paragraphs: list[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for paragraph in paragraphs:
        yield start, start + len(paragraph)
        start += len(paragraph) + 2


def invented(words: int, seed: int = 1) -> Case:
    """A text of made-up words and a version with sentences cut, changed and moved."""
    chance = random.Random(seed)
    vocabulary = ["".join(chance.choices("bdfgklmnprstvzaeiouaeiou", k=chance.randint(2, 9))) for _ in range(5000)]
    frequency = [1 / (rank + 3) for rank in range(len(vocabulary))]
    sentences = []
    while words > 0:
        size = chance.randint(8, 32)
        sentences.append(chance.choices(vocabulary, frequency, k=size))
        words -= size
    version = [changed(sentence, vocabulary, chance) for sentence in sentences if chance.random() > 0.1]
    cut = len(version) // 3
    return Case(article(sentences), article(version[cut:] + version[:cut]))


def changed(sentence: list[str], vocabulary: list[str], chance: random.Random) -> list[str]:
    if chance.random() < 0.6:
        return sentence
    return [word if chance.random() > 0.1 else chance.choice(vocabulary) for word in sentence]


def article(sentences: list[list[str]]) -> str:
    texts = [" ".join(sentence).capitalize() + "." for sentence in sentences]
    return "\n\n".join(" ".join(texts[at : at + 3]) for at in range(0, len(texts), 3))


# The tables


def milliseconds(tool: Callable[[str, str], object], case: Case) -> float:
    """The best of three runs, of fewer where they take long: what else the machine does is not the tool's."""
    taken: list[float] = []
    while len(taken) < 3 and sum(taken) < 300:
        began = time.perf_counter()
        tool(case.original, case.version)
        taken.append((time.perf_counter() - began) * 1000)
    return min(taken)


def print_tools(cases: list[Case]) -> None:
    total, moves = sum(visible(case.version) for case in cases), sum(case.moved for case in cases)
    print(f"{'':30}{'median ms':>10}{'95th ms':>10}{'unchanged':>11}{'moves':>10}{'words cut':>11}")
    for name, tool in tools().items():
        times = sorted(milliseconds(tool, case) for case in cases)
        results = [tool(case.original, case.version) for case in cases]
        kept = sum(result.characters for result in results) / total
        recognised = f"{sum(map(moves_recognised, cases))} of {moves}" if tool is ours else "none"
        print(
            f"{name:30}{statistics.median(times):>10.2f}{times[int(len(times) * 0.95)]:>10.2f}"
            f"{kept:>11.1%}{recognised:>10}{sum(result.cut_words for result in results):>11}"
        )


def print_growth() -> None:
    print(f"{'words':>10}{'ms':>10}{'ms per 1,000 words':>22}{'memory, MB':>13}")
    for words in (1_000, 2_000, 5_000, 10_000, 20_000, 50_000):
        taken = milliseconds(compare, invented(words))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << (20 if sys.platform == "darwin" else 10))
        print(f"{words:>10,}{taken:>10.1f}{taken / words * 1000:>22.2f}{memory:>13.0f}")


def machine() -> str:
    return f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores, {platform.system()}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with seeds/ and corpora/")
    parser.add_argument("--pairs", type=int, default=120, help="reprint pairs to compare at most")
    arguments = parser.parse_args()
    print(machine())
    print("\nGrowth, on invented texts: two of so many words each")
    print_growth()
    if not (arguments.shared / "corpora").is_dir():
        sys.exit(f"\nNo texts in {arguments.shared}: say with --shared where seeds/ and corpora/ are.")
    print("\nThe seed pair")
    print_tools([seed_pair(arguments.shared)])
    cases = reprints(arguments.shared, arguments.pairs)
    print(f"\n{len(cases)} pairs of reprints")
    print_tools(cases)


if __name__ == "__main__":
    main()
