"""Which language a text is in: by CLD2, Chrome's compact language detector, which knows some 160; else by its script.

CLD2 says when it is not sure, as of a few words. Then a script that one of the languages with lists has for itself
tells, or its commonest words; where they do not either, nothing is told.
"""

from __future__ import annotations

import pycld2
import regex

from factcheck.compare.lexicon import words_of
from factcheck.compare.words.accented_words import accented_words

LOOKED_AT = 1_000  # characters
ENGLISH = "en"
LATIN_LANGUAGES = ("es", "fr", "de", "pt", "it")
FEWEST = 2  # common words that tell a language
UNSOUND = regex.compile(r"\p{C}+")  # what CLD2 refuses: controls, halves of signs, places without a sign
LATIN = regex.compile(r"\p{Latin}")
CYRILLIC = r"\p{Cyrillic}"
SCRIPTS = tuple(  # a language with lists, its script, and letters that no other of that script here has
    (tag, regex.compile(script), regex.compile(own))
    for tag, script, own in (
        ("th", r"\p{Thai}", r"\p{Thai}"),
        ("he", r"\p{Hebrew}", r"\p{Hebrew}"),
        ("ar", r"\p{Arabic}", r"\p{Arabic}"),
        ("ja", r"[\p{Han}\p{Hiragana}\p{Katakana}]", r"[\p{Hiragana}\p{Katakana}]"),
        ("zh", r"\p{Han}", r"\p{Han}"),
        ("uk", CYRILLIC, "[іїєґІЇЄҐ]"),
        ("ru", CYRILLIC, CYRILLIC),
    )
)
OTHER_TAGS = {  # CLD2 has some from before 1989, and takes English with strange names for Scots
    "iw": "he",
    "jw": "jv",
    "sco": ENGLISH,
}


def detected_language(text: str) -> str:
    """The tag of the language that a text is in for certain, such as "es" or "zh-Hant"; empty if none is."""
    beginning = UNSOUND.sub(" ", text[:LOOKED_AT])
    is_certain, _, guesses = pycld2.detect(beginning.encode(), isPlainText=True)
    tag: str = guesses[0][1]
    if is_certain and tag != "un" and not tag.startswith("xx"):
        return OTHER_TAGS.get(tag, tag)
    return _by_script(beginning)


def language_in(text: str, *, default: str) -> str:
    """The tag of a text's language where a caller says `default`.

    English is what a caller says who does not know, so a text that is plainly in another language counts for more.
    Whoever says another language is believed.
    """
    if default.lower().partition("-")[0] != ENGLISH:
        return default
    return detected_language(text) or _by_function_words(text) or default


def _by_script(text: str) -> str:
    latin = len(LATIN.findall(text))
    found = (tag for tag, script, own in SCRIPTS if own.search(text) and len(script.findall(text)) > latin)
    return next(found, "")


def _by_function_words(text: str) -> str:
    """The language that has two of a short text's words among its commonest, and more than twice those of English."""
    words = accented_words(text[:LOOKED_AT])
    scores = {tag: sum(word in words_of(f"{tag}/function_words") for word in words) for tag in LATIN_LANGUAGES}
    best = max(LATIN_LANGUAGES, key=lambda tag: scores[tag])
    other = words_of("en/words/function_words") - words_of(f"{best}/function_words")
    return best if scores[best] >= max(FEWEST, 2 * sum(word in other for word in words) + 1) else ""
