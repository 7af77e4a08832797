"""Names tell the room: no module is a bare -ing word, and no class name stands for two things."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = [path for path in sorted(ROOT.glob("factcheck/**/*.py")) if "migrations" not in path.parts]
TEMPLATES = sorted(ROOT.glob("templates/**/*.html"))
NOUNS = {"editing", "encoding", "incoming"}  # things, though they end like acts: factcheck/articles says what they are
NAMED_BY_THE_FRAMEWORK = {"Command", "Config", "Factory", "Meta", "Migration"}
LONGEST_LINE = 120
NETWORK = {"socket", "http.client", "urllib.request", "urllib3", "requests", "httpx", "aiohttp", "ftplib", "asyncio"}
CONNECTS = "factcheck/articles/web/connection.py"  # it checks the address that it connects to


def bare_acts(names):
    return [name for name in names if name.endswith("ing") and "_" not in name and name not in NOUNS]


def classes_of(tree, outer=""):
    """The qualified names of the classes that a module defines at its top or inside one another."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and node.name not in NAMED_BY_THE_FRAMEWORK:
            yield outer + node.name
            yield from classes_of(node, f"{outer}{node.name}.")


def doubles(sources):
    """Each class name that stands in two places, with the places; `sources` is place → code."""
    places = defaultdict(list)
    for place, source in sources.items():
        for name in classes_of(ast.parse(source)):
            places[name].append(place)
    return {name: found for name, found in places.items() if len(found) > 1}


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (node.module or "", *(f"{node.module}.{name.name}" for name in node.names))


def test_one_module_alone_opens_connections_to_addresses_that_people_name():
    connecting = [
        str(path.relative_to(ROOT)) for path in MODULES if not NETWORK.isdisjoint(imported(ast.parse(path.read_text())))
    ]

    assert connecting == [CONNECTS]


def test_no_module_is_named_after_a_bare_act():
    assert not bare_acts(path.stem for path in MODULES)


def test_no_class_name_stands_for_two_things():
    found = doubles({str(path.relative_to(ROOT)): path.read_text() for path in MODULES})

    assert not found


def test_no_line_of_a_template_is_too_long():
    too_long = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in TEMPLATES
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if len(line) > LONGEST_LINE
    ]

    assert not too_long


def test_an_act_is_noticed_and_a_noun_let_through():
    assert bare_acts(["taking", "undo_acts", "encoding", "american_spelling", "rows"]) == ["taking"]


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("class Row: ...", "class Row: ...", ["Row"]),
        ("class Row:\n class Fate: ...", "class Case:\n class Fate: ...", []),
        ("class Row:\n class Meta: ...", "class Case:\n class Meta: ...", []),
        ("class Command: ...", "class Command: ...", []),
    ],
)
def test_a_class_name_that_stands_twice_is_noticed_nested_ones_by_their_qualified_name(first, second, names):
    assert list(doubles({"first.py": first, "second.py": second})) == names
