"""README, CONTRIBUTING and docs name only what is there: commands, targets, modules, paths, settings."""

from __future__ import annotations

import ast
import importlib
import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/*.md"))]
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
COMMANDS = set(get_commands())
CODE = re.compile(r"`([^`]+)`|^    (.+)$", re.MULTILINE)  # a span, or a line of an indented block
LINK = re.compile(r"\]\(([^)#]+)\)")
DOTTED = re.compile(r"[a-z_]+(?:\.\w+)+")
PATH = re.compile(r"[\w.-]+(?:/[\w.-]*)+")
NOT_OURS = re.compile(r"(?:https?|postgres|redis|sqlite)://|^/|^\.\./|\.venv/|^Europe/")
MADE_HERE = {".venv", ".build/bom.json", "node_modules", "staticfiles", "media", "demo.sqlite3", "factcheck.sqlite3"}


def missing(text):
    """All that Markdown names in its code and links and that is nowhere."""
    spans = [span or line for span, line in CODE.findall(text)]
    code = "\n".join(spans)
    return [
        *(f"make {name}" for name in re.findall(r"^make ([a-z-]+)", code, re.MULTILINE) if name not in TARGETS),
        *(f"manage.py {name}" for name in re.findall(r"manage\.py ([a-z_]+)", code) if name not in COMMANDS),
        *(f"python -m {name}" for name in re.findall(r"python -m ([\w.]+)", code) if not find_spec(name)),
        *(path for path in LINK.findall(text) if "://" not in path and not exists(path)),
        *(name for name in spans if DOTTED.fullmatch(name) and not (exists(name) or is_importable(name))),
        *(path for path in paths_of(spans) if not exists(path)),
    ]


def paths_of(spans):
    """What looks like a path: a word with a slash in it, in a block or a span."""
    for span in spans:
        for word in span.split():
            path = word.rstrip(",;:.")
            if PATH.fullmatch(path) and not NOT_OURS.search(path):
                yield path


def exists(path):
    """Whether something stands there: at the root, in docs, or, as the map of rooms indents it, in a room."""
    rooms = (ROOT / "factcheck" / name for name in ("articles", "desk", "verdicts"))
    return path in MADE_HERE or any((place / path).exists() for place in (ROOT, ROOT / "docs", *rooms))


def is_importable(name):
    """Whether a dotted name leads to a module or into one; rooms of `factcheck` may be named by their end."""
    module, _, rest = name.partition(".")
    homes = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in ROOT.glob(f"factcheck/**/{module}.py")]
    homes += [".".join(path.relative_to(ROOT).parts) for path in ROOT.glob(f"factcheck/**/{module}") if path.is_dir()]
    return any(leads_to(home, rest) for home in (module, *homes))


def leads_to(module, rest):
    try:
        found = importlib.import_module(module)
        for name in filter(None, rest.split(".")):
            found = getattr(found, name, None) or importlib.import_module(f"{found.__name__}.{name}")
    except (ImportError, AttributeError):
        return False
    return True


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_names_only_what_is_there(document):
    assert not missing(document.read_text())


@pytest.mark.parametrize(
    "text",
    [
        "`make nothing`",
        "    make nothing     a target that is nowhere",
        "`manage.py import_nothing FILE`",
        "    .venv/bin/python manage.py import_nothing",
        "`python -m benchmarks.nothing`",
        "[Nothing](docs/nothing.md)",
        "`factcheck.nothing`",
        "`publish_verdict.nothing`",
        "`factcheck/nothing/`",
        "    factcheck/nothing/      a room that is nowhere",
        "        nothing/            a room that is nowhere",
    ],
)
def test_a_name_of_nothing_is_noticed(text):
    assert missing(text)


def test_every_target_is_listed_by_make_help():
    makefile = (ROOT / "Makefile").read_text()

    described = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))

    assert described == TARGETS
    assert set(" ".join(re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)).split()) == TARGETS


def test_the_table_of_settings_holds_what_the_settings_read():
    tree = ast.parse((ROOT / "factcheck" / "settings.py").read_text())
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    read = {call.args[0].value for call in calls if re.fullmatch(r"env\.\w+", ast.unparse(call.func))}
    first_cells = re.findall(r"^\|([^|]*)\|", (ROOT / "docs" / "settings.md").read_text(), re.MULTILINE)

    told = {name for cell in first_cells for name in re.findall(r"`(\w+)`", cell)}

    assert told == read


def test_the_table_of_commands_holds_every_command_of_ours():
    ours = {name for name, app in get_commands().items() if app.startswith("factcheck.")} - {"migrate"}
    table = (ROOT / "docs" / "operation.md").read_text().partition("## Commands")[2]

    assert set(re.findall(r"`(?:manage\.py )?([a-z_]+)", table)) >= ours


def test_readme_is_read_on_two_screens_and_names_no_folder_that_a_clone_lacks():
    readme = (ROOT / "README.md").read_text()

    assert len(readme.splitlines()) <= 100
    assert "../" not in readme
