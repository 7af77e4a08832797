"""Tries every regular expression of the product on texts made to hold it up: `python -m tests.hostile_texts`.

Each is applied as the code applies it, to long runs of the characters that it knows, by themselves and in turn. It
prints those that take longer than a text of this length may, in seconds of the processor: what grows with the square
of a text's length takes a hundred times as long as what grows with it.
"""

from __future__ import annotations

import ast
import importlib
import os
import pkgutil
import re
import sys
import time
from collections import defaultdict
from itertools import permutations
from pathlib import Path

import django
import regex

LENGTH = 4000
MOST = 0.02  # seconds
TRIES = 3
METHODS = {"match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"}
AT_ONE_PLACE = {"match", "fullmatch"}
USUAL = ' \na A0."'
BOUNDED = {  # applied to texts of so many characters at most
    "factcheck.compare.attributions.mentions.NAME_END": 300,
    "factcheck.compare.judging.page.datelines.DATELINE": 120,
    "factcheck.compare.words.segments.LAST_WORD": 21,
}
NO_SIGN = re.compile(r"\\[pP]\{\w+\}|\\[a-zA-Z]|\(\?[a-zA-Z:P<=!]*>?|\{[\d,]*\}")


def patterns():
    """Every pattern that stands in a module of the product, by the name that it has there."""
    import factcheck

    for found in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
        if ".migrations" not in found.name:
            for name, value in vars(importlib.import_module(found.name)).items():
                if isinstance(value, (re.Pattern, regex.Pattern)):
                    yield f"{found.name}.{name}", value


def methods():
    """How each pattern is applied, by the same names."""
    used = defaultdict(set)
    for path in Path("factcheck").rglob("*.py"):
        tree = ast.parse(path.read_text())
        module = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
        known = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                known |= {name.asname or name.name: f"{node.module}.{name.name}" for name in node.names}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in METHODS:
                used[known.get(node.value.id, f"{module}.{node.value.id}")].add(node.attr)
    return used


def hostile_texts(pattern, length):
    written = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
    signs = [sign for sign in dict.fromkeys(NO_SIGN.sub("", written)) if not sign.isalnum()][:12]
    letters = [sign for sign in dict.fromkeys(NO_SIGN.sub("", written)) if sign.isalnum()][:4]
    known = list(dict.fromkeys([*USUAL, *signs, *letters]))
    parts = [*known, *("".join(two) for two in permutations(known[:10], 2)), *(f"Aa{sign}" for sign in known)]
    for part in parts:
        yield part * (length // len(part))
    for first, second in permutations(known[:8], 2):
        yield first + second * length


def seconds(apply, text):
    began = time.process_time()
    found = apply(text)
    if found is not None and not isinstance(found, (re.Match, regex.Match)):
        for _ in found:
            pass
    return time.process_time() - began


def slowest(name, pattern, used):
    """The longest time that a hostile text takes, and its beginning."""
    worst = (0.0, "")
    length = BOUNDED.get(name, LENGTH)
    applied = {method if method in AT_ONE_PLACE else "finditer" for method in used or {"finditer"}}
    for text in hostile_texts(pattern.pattern, length):
        given = text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text
        for method in applied:
            apply = getattr(pattern, method)
            if seconds(apply, given) > MOST:
                worst = max(worst, (min(seconds(apply, given) for _ in range(TRIES)), text[:8]))
    return worst


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    used, tried = methods(), set()
    for name, pattern in patterns():
        if (pattern.pattern, pattern.flags) not in tried:
            tried.add((pattern.pattern, pattern.flags))
            took, text = slowest(name, pattern, used[name])
            if took > MOST:
                sys.stdout.write(f"{name} takes {took:.2f} s on {text!r}…\n")
    sys.stdout.write(f"{len(tried)} patterns\n")


if __name__ == "__main__":
    main()
