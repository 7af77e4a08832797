"""The scripts that write learned files, and what is committed of them."""

import random
import re
import sys
from pathlib import Path

import pytest

from scripts.learned import __main__ as learned
from scripts.learned import content_ends, contest_weights, stance_weights
from scripts.learned.data import LEARNED, SHARED, DataMissing, Origin
from scripts.learned.regression import ALWAYS, Example, Pace, chance, fit

HEADING = re.compile(
    r"# [A-Z][^\n]+\.\n# data: [^\n]+\n# licence: [^\n]+\n# date: \d{4}-\d\d\n"
    r"# command: python -m scripts\.learned\.(\w+)\n# entries: (\d+)\n# scores: [^\n]+\n"
)
PACE = Pace(rounds=20, rate=0.3, restraint=1.0)


def examples(count=400):
    """Examples that are so where "wet" is there, nine times in ten; "red" says nothing."""
    chosen = random.Random(5)
    made = []
    for _ in range(count):
        wet, red = chosen.random() < 0.5, chosen.random() < 0.5
        signs = {name: 1.0 for name, there in (("wet", wet), ("red", red)) if there}
        made.append(Example(signs, wet if chosen.random() < 0.9 else not wet))
    return made


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of learned files with one script that makes one of them."""
    path = tmp_path / "some.txt"
    path.write_text("as the script writes it", "utf-8")
    monkeypatch.setattr(learned, "made", lambda shared: iter([{path: "as the script writes it"}]))
    return path


@pytest.mark.parametrize("path", sorted(LEARNED.glob("*.txt")), ids=lambda path: path.stem)
def test_a_learned_file_says_what_it_was_made_of_and_what_it_is_worth(path):
    text = path.read_text("utf-8")

    heading = HEADING.match(text)

    assert heading
    assert (Path(learned.__file__).parent / f"{heading[1]}.py").is_file()
    assert int(heading[2]) == len(text[heading.end() :].splitlines())


def test_regression_tells_the_sign_that_counts_from_the_one_that_does_not():
    weights = fit(examples(), PACE)

    assert chance(weights, {ALWAYS: 1.0, "wet": 1.0}) > 0.8
    assert chance(weights, {ALWAYS: 1.0}) < 0.2
    assert abs(weights["red"]) < 0.5


def test_regression_leaves_rare_signs_out():
    weights = fit([*examples(), Example({"blue": 1.0}, True)], PACE._replace(rarest=2))

    assert "blue" not in weights
    assert "wet" in weights


def test_the_same_examples_give_the_same_weights():
    assert fit(examples(), PACE) == fit(examples(), PACE)


def test_the_check_passes_files_that_are_what_their_script_writes(folder, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["learned", "--check"])

    learned.main()

    assert folder.read_text("utf-8") == "as the script writes it"


def test_the_check_fails_for_a_file_changed_by_hand_and_leaves_it_as_it_is(folder, monkeypatch):
    folder.write_text("changed by hand", "utf-8")
    monkeypatch.setattr(sys, "argv", ["learned", "--check"])

    with pytest.raises(SystemExit, match=r"some\.txt is not what its script writes"):
        learned.main()

    assert folder.read_text("utf-8") == "changed by hand"


def test_without_check_every_file_is_written_again(folder, monkeypatch):
    folder.write_text("changed by hand", "utf-8")
    monkeypatch.setattr(sys, "argv", ["learned"])

    learned.main()

    assert folder.read_text("utf-8") == "as the script writes it"


@pytest.mark.parametrize("module", [content_ends, contest_weights, stance_weights])
def test_a_script_whose_data_is_absent_says_so_in_a_sentence(module, tmp_path):
    with pytest.raises(DataMissing, match=r"^there is no .+\.jsonl: .+\.$"):
        module.files(tmp_path)


def test_labelled_statements_are_known_by_their_places_and_not_by_their_words():
    lines = contest_weights.LABELS.read_text("utf-8").splitlines()
    place = r"(train|test)-\d+ \d+ \d+"
    row = re.compile(rf"[a-z/]+ \| {place} \| {place}( \| one source)?")

    assert all(line.startswith("# ") or row.fullmatch(line) for line in lines)


@pytest.mark.slow
@pytest.mark.parametrize("module", [contest_weights, stance_weights])
def test_weights_are_what_their_script_writes(module):
    if not (SHARED / "corpora/stances").is_dir():
        pytest.skip("The labelled texts are not on this machine.")

    for path, text in module.files(SHARED).items():
        assert path.read_text("utf-8") == text


def test_a_heading_counts_entries_and_says_that_extracted_files_have_no_scores():
    text = Origin("Some data", "MIT", "2020-01", "some").text("A word.", ["one", "two"])

    assert "# entries: 2\n# scores: none: extracted\none\ntwo\n" in text
