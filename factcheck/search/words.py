"""What somebody typed into a search field, read: words, "phrases" and beginnings* of words, which must all be there.

A word stands for all its English forms; in quotation marks, or in another language, it stands for itself.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

import regex
from django.http import HttpRequest
from django.utils.translation import gettext as _

from factcheck.compare.language.inflection import forms_of

LONGEST = 200  # characters typed
MOST_TERMS = 16
QUOTES = '"“”„«»'
LETTER = r"[\p{L}\p{N}\p{M}]"  # or a digit
WORD = regex.compile(rf"{LETTER}+")
BEGUN = regex.compile(rf"{LETTER}{{3}}$")  # three letters: fewer begin too many words
TERM = regex.compile(rf"[{QUOTES}]([^{QUOTES}]*)[{QUOTES}]?(\*?)|([^\s{QUOTES}]+)")


class NotAQuery(Exception):
    """Nothing can be looked up by what was typed; the message tells the person why and what to do."""


@dataclass(frozen=True)
class SearchTerm:
    """Words that stand next to each other in this order; the last may be only the beginning of a word.

    `is_exact` says that no other form will do in place of a word that stands alone.
    """

    words: tuple[str, ...]
    is_prefix: bool = False
    is_exact: bool = False

    @property
    def forms(self) -> list[SearchTerm]:
        """What is looked for: the words as they are, and each other form of one word that stands alone."""
        if self.is_exact or len(self.words) > 1:
            return [self]
        return [self, *(SearchTerm((form,), is_exact=True) for form in forms_of(self.words[0])[1:])]


@dataclass(frozen=True)
class Query:
    """The terms that must all be found; an empty query asks for nothing."""

    terms: tuple[SearchTerm, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)

    def each(self) -> list[Query]:
        return [Query((term,)) for term in self.terms]


def read(typed: str) -> Query:
    """The query that was typed, in small letters. Raises NotAQuery."""
    parts = TERM.findall(unicodedata.normalize("NFC", typed).lower())
    found = [_term(quoted or bare, is_prefix=bool(star), is_quoted=bool(quoted)) for quoted, star, bare in parts]
    terms = tuple(dict.fromkeys(term for term in found if term.words))
    if typed.strip() and not terms:
        raise NotAQuery(_("“{typed}” holds no letter and no digit. Type a word.").format(typed=typed.strip()[:40]))
    if len(terms) > MOST_TERMS:
        told = _("These are {number} words and phrases; look for at most {most} at once.")
        raise NotAQuery(told.format(number=len(terms), most=MOST_TERMS))
    return Query(terms)


@dataclass(frozen=True)
class Words:
    """The search field of a list: what was typed, the query that it is, or why it is none."""

    typed: str
    query: Query = Query()
    problem: str = ""


def words_of(request: HttpRequest) -> Words:
    """What `?q=` of an address asks for."""
    typed = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST]
    try:
        return Words(typed, read(typed))
    except NotAQuery as problem:
        return Words(typed, problem=str(problem))


def unfinished(typed: str) -> str:
    """What is typed so far, the last word taken for the beginning of one if nothing stands behind it."""
    return f"{typed}*" if BEGUN.search(typed) else typed


def words_in(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return WORD.findall(unicodedata.normalize("NFC", text).lower())


def _term(typed: str, *, is_prefix: bool, is_quoted: bool) -> SearchTerm:
    words = tuple(WORD.findall(typed))
    return SearchTerm(words, is_prefix or typed.endswith("*"), is_exact=is_quoted and len(words) == 1)


def fold(text: str) -> str:
    """Text without accents and capitals."""
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not "\u0300" <= c <= "\u036f")


@cache
def fold_letter(letter: str) -> str:
    """One character folded to one character, so that places in a text stay the same."""
    folded = unicodedata.normalize("NFC", fold(letter))
    return folded if len(folded) == 1 else letter
