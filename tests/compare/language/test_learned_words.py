"""The files made of WordNet and CLDR, and the scripts that make them."""

import re
from pathlib import Path

import pytest

from factcheck.compare import lexicon
from scripts.learned import spellout, wordnet
from scripts.learned.data import DataMissing

LEARNED = Path(lexicon.__file__).parent / "learned"
FILES = sorted([*LEARNED.glob("wordnet_*.txt"), *LEARNED.glob("cldr_*.txt")])
HEADING = re.compile(
    r"# [A-Z][^\n]+\.\n# data: [^\n]+\n# licence: [^\n]+\n# date: \d{4}-\d\d\n"
    r"# command: python -m scripts\.learned\.(?:wordnet|cldr)\n# entries: (\d+)\n# scores: none: extracted\n"
)
RULES = """<ldml><rbnf><rulesetGrouping><ruleset type="spellout-cardinal">
<rbnfrule value="-x">minus →→;</rbnfrule>
<rbnfrule value="0">zero;</rbnfrule><rbnfrule value="1">one;</rbnfrule><rbnfrule value="2">two;</rbnfrule>
<rbnfrule value="3">three;</rbnfrule><rbnfrule value="20">twenty[-→→];</rbnfrule>
<rbnfrule value="100">←← hundred[ and →→];</rbnfrule>
<rbnfrule value="1000">←← $(cardinal,one{thousand}other{thousands})$[ →→];</rbnfrule>
<rbnfrule value="1000000">=#,##0=;</rbnfrule>
</ruleset></rulesetGrouping></rbnf></ldml>"""


@pytest.fixture
def rules(tmp_path):
    path = tmp_path / "rules.xml"
    path.write_text(RULES, encoding="utf-8")
    return spellout.rules_of(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_says_what_it_is_of_and_how_many_entries_it_has(path):
    text = path.read_text(encoding="utf-8")

    heading = HEADING.match(text)

    assert heading
    assert int(heading[1]) == len(text[heading.end() :].splitlines())
    assert len(text.encode()) < 1_000_000


@pytest.mark.slow
def test_the_files_are_what_the_script_makes_of_wordnet():
    try:
        made = wordnet.files(Path())
    except DataMissing as missing:
        pytest.skip(str(missing))

    assert {path.name: text for path, text in made.items()} == {
        path.name: path.read_text(encoding="utf-8") for path in LEARNED.glob("wordnet_*")
    }


def test_a_script_without_its_data_names_the_package_to_install(monkeypatch, tmp_path):
    monkeypatch.setattr("scripts.learned.wordnet_data.HOME", tmp_path)

    with pytest.raises(DataMissing, match="wordnet-base"):
        wordnet.files(Path())


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "zero"), (3, "three"), (20, "twenty"), (23, "twenty-three"), (203, "two hundred and three"), (10**6, "")],
)
def test_numbers_are_spelled_by_the_rules(rules, number, words):
    assert spellout.spelled(number, "spellout-cardinal", rules) == words


def test_scales_are_the_words_of_the_rules_in_every_form(rules):
    assert list(spellout.scales("spellout-cardinal", rules)) == [
        (100, "hundred"),
        (1000, "thousand"),
        (1000, "thousands"),
    ]
