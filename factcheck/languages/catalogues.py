"""The catalogues of translated words: where they lie, and which languages they make.

A language is there once a catalogue of it is, so another one needs no line of code. `scripts.catalogues` writes them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from django.conf.locale import LANG_INFO
from django.utils.translation import to_language

WRITTEN_IN = "en"  # the words in the code


def languages_of(halves: Iterable[Path]) -> list[tuple[str, str]]:
    """The code of each language with its own name for itself; the one that the code is written in comes first."""
    folders = {folder.parent.parent.name for half in halves for folder in half.glob("*/LC_MESSAGES/django.mo")}
    codes = [WRITTEN_IN, *sorted(map(to_language, folders - {WRITTEN_IN}))]
    return [(code, own_name(code)) for code in codes]


def own_name(code: str) -> str:
    """Such as “Español”; the code itself of a language that Django has no name for."""
    known = LANG_INFO.get(code) or LANG_INFO.get(code.partition("-")[0]) or {}
    name = str(known.get("name_local", code))
    return name[:1].upper() + name[1:]
