"""No word list was written from the texts at hand: what the seeds say and no other text does is in no list."""

from importlib.resources import files
from itertools import product
from pathlib import Path

import pytest
import regex

from factcheck.compare.words.folded_words import fold

SHARED = Path(__file__).resolve().parents[3] / "shared"
WORD = regex.compile(r"[\p{L}'’-]+(?: [\p{L}'’-]+)*")


def entries():
    """Every entry of the lists written by hand, with the list it stands in."""
    for path in sorted(Path(str(files("factcheck.compare.lexicon"))).rglob("*.txt")):
        if "learned" in path.parts:
            continue
        for line in path.read_text("utf-8").splitlines():
            for entry in regex.split(r"[,:|/]", line.partition("#")[0]):
                if WORD.fullmatch(entry.strip()):
                    yield path.name, entry.strip()


def wordings_of_pages():
    """Every line of the lists of page furniture, as all the forms that it stands for, with the list it stands in.

    One list holds names, and what scripts write from other sources stands in a folder of its own.
    """
    for path in sorted(Path(str(files("factcheck.articles.reading.lexicon"))).glob("*.txt")):
        if path.stem == "agencies":
            continue
        for line in path.read_text("utf-8").splitlines():
            if entry := line.partition("#")[0].strip():
                choices = (word.split("/") for word in entry.split(" "))
                yield path.name, [" ".join(words) for words in product(*choices)]


def read(folder):
    texts = (
        path.read_text("utf-8", errors="replace") for path in folder.rglob("*") if path.suffix in (".txt", ".jsonl")
    )
    return " ".join(" ".join(fold(text).words) for text in texts)


def test_every_list_written_by_hand_says_where_it_comes_from():
    folders = [Path(str(files(room))) for room in ("factcheck.compare.lexicon", "factcheck.articles.reading.lexicon")]
    lists = [path for folder in folders for path in folder.rglob("*.txt") if "learned" not in path.parts]

    assert not [path.name for path in lists if "\n# source: " not in f"\n{path.read_text('utf-8')}"]


@pytest.mark.slow
def test_no_entry_stands_in_the_seeds_and_nowhere_in_the_corpora():
    if not (SHARED / "seeds").is_dir() or not (SHARED / "corpora").is_dir():
        pytest.skip("The seeds and the corpora stand outside the repository, and are not here.")
    seeds, corpora = f" {read(SHARED / 'seeds')} ", f" {read(SHARED / 'corpora')} "

    def stands_in(text, entry):
        return f" {' '.join(fold(entry).words)} " in text

    only_there = [
        (name, entry) for name, entry in entries() if stands_in(seeds, entry) and not stands_in(corpora, entry)
    ]
    only_there += [
        (name, forms)
        for name, forms in wordings_of_pages()
        if any(stands_in(seeds, form) for form in forms) and not any(stands_in(corpora, form) for form in forms)
    ]

    assert not only_there
