"""No word list was written from the texts at hand: what the seeds say and no other text does is in no list."""

from importlib.resources import files
from pathlib import Path

import pytest
import regex

from factcheck.compare.words.folded_words import fold

SHARED = Path(__file__).resolve().parents[3] / "shared"
WORD = regex.compile(r"[\p{L}'’-]+(?: [\p{L}'’-]+)+")


def entries():
    """Every entry of several words in the lists written by hand, with the list it stands in."""
    for path in sorted(Path(str(files("factcheck.compare.lexicon"))).rglob("*.txt")):
        if "learned" in path.parts:
            continue
        for line in path.read_text("utf-8").splitlines():
            for entry in regex.split(r"[,:|/]", line.partition("#")[0]):
                if WORD.fullmatch(entry.strip()):
                    yield path.name, entry.strip()


def read(folder):
    texts = (
        path.read_text("utf-8", errors="replace") for path in folder.rglob("*") if path.suffix in (".txt", ".jsonl")
    )
    return " ".join(" ".join(fold(text).words) for text in texts)


@pytest.mark.slow
def test_no_entry_stands_in_the_seeds_and_nowhere_in_the_corpora():
    if not (SHARED / "seeds").is_dir() or not (SHARED / "corpora").is_dir():
        pytest.skip("The seeds and the corpora stand outside the repository, and are not here.")
    seeds, corpora = f" {read(SHARED / 'seeds')} ", f" {read(SHARED / 'corpora')} "

    only_there = [
        (name, entry)
        for name, entry in entries()
        if (phrase := f" {' '.join(fold(entry).words)} ") in seeds and phrase not in corpora
    ]

    assert not only_there
