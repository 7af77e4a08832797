"""Which of the languages that the engine has lists of a text is written in: by its script, else by its function words.

A caller who knows the language says so; this mends a wrong guess, such as English for a text without one English word.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from factcheck.compare.lexicon import words_of

LOOKED_AT = 2_000  # characters
SCRIPTS = {  # languages by a range of signs that only they have among those with lists
    "th": re.compile("[\u0e00-\u0e7f]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "ja": re.compile("[\u3040-\u30ff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "uk": re.compile("[іїєґІЇЄҐ]"),
    "ru": re.compile("[\u0400-\u04ff]"),
}
LATIN = re.compile("[a-zA-Z]")
LATIN_LANGUAGES = ("es", "fr", "de", "pt", "it")
WORD = re.compile(r"[^\W\d_]+")


def language_in(text: str, *, default: str) -> str:
    """The tag of the language that a text seems to be in; `default` where nothing speaks against it."""
    beginning = text[:LOOKED_AT]
    letters = len(LATIN.findall(beginning))
    by_script = [tag for tag, signs in SCRIPTS.items() if len(signs.findall(beginning)) > letters]
    if by_script and default not in by_script:
        return _by_signs(beginning, by_script)
    if by_script or not letters:
        return default
    return _by_function_words(beginning, default)


def _by_signs(text: str, tags: list[str]) -> str:
    """Japanese writes Chinese signs too, and Ukrainian Russian ones: one sign of their own decides."""
    own = [tag for tag in ("ja", "uk") if SCRIPTS[tag].search(text)]
    return next((tag for tag in own if {"ja": "zh", "uk": "ru"}[tag] in tags), tags[0])


def _by_function_words(text: str, default: str) -> str:
    words = Counter(WORD.findall(text.lower()))
    base = default.lower().partition("-")[0]
    scores = {tag: sum(words[word] for word in _function_words(tag)) for tag in {base, "en", *LATIN_LANGUAGES}}
    best = max(sorted(scores), key=lambda tag: scores[tag])
    return best if scores[best] > 2 * scores[base] else default


@cache
def _function_words(tag: str) -> frozenset[str]:
    if tag == "en":
        return words_of("en/words/function_words")
    return words_of(f"{tag}/function_words") if tag in LATIN_LANGUAGES else frozenset()
