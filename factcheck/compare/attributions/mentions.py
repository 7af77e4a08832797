"""How a paper names a source, read apart: the name, what the person is, whether anybody is named, how many speak."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import regex

from factcheck.compare.language.numerals import NUMBER_WORDS, SCALES
from factcheck.compare.lexicon import words_of

UNNAMED = words_of("en/attributions/unnamed_people")
ORGANISATIONS = words_of("en/attributions/organisations")
DOCUMENTS = words_of("en/attributions/documents")
TITLES = words_of("en/words/titles")
HONORIFICS = words_of("en/words/honorifics")

WORD = regex.compile(r"[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'’-]*")
NAME_END = regex.compile(
    r"(?:\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:de|del|da|la|bin|al|van|von|der|el))?\s+)*\p{Lu}[\p{L}\p{M}'’-]*$"
)
PRONOUN = regex.compile(r"he|she|they|it|who|which|that|this|these|those|we|i|you", regex.IGNORECASE)
RELATIVE_END = regex.compile(r", who$")  # "Ana Ruiz, who said …": the mention reaches to its verb
POSTED = regex.compile(  # "Special Envoy to Norway Jane Doe": who is posted where
    r"[^,]*\p{Lu}\p{L}{1,40}+ (?:to|in|for) \p{Lu}[\p{L}.]+"
    r" (?P<name>\p{Lu}[\p{L}\p{M}.'’-]+ \p{Lu}[\p{L}\p{M}.'’-]+)(?=,|$)"
)
APPOSED = regex.compile(  # "The mayor, Jane Doe": what the person is stands before the name
    r"(?P<article>[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?P<role>[^\p{Lu},][^,]*),"
    r" (?P<name>\p{Lu}[\p{L}\p{M}.'’-]+(?: (?:(?:de|del|da|la|bin|al|van|von|der|el) )?\p{Lu}[\p{L}\p{M}.'’-]*)+)"
)
POSSESSIVE = regex.compile(r"\P{Lu}*\p{Lu}[^,]*['’]s\s+")
LONGEST_NAME = 300  # characters; searched for anywhere, its words would be tried from each of them
QUALIFIED = regex.compile(r",|\(|\s(?:who|which|that|familiar|cited|with|close|by|in|at|of|from|for|to)\b")
ARTICLES = frozenset({"a", "an", "the", "one"})
PLURAL_ENDINGS = ("s", "people", "men")
LEAST_PLURAL = 2


class Speaker(StrEnum):
    """What kind of source words name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class SourceMention:
    """A source as it is named: for people without a name, `name` is the paper's words and `people` how many."""

    name: str
    role: str
    speaker: Speaker
    people: int = 1


def read_mention(words: str) -> SourceMention:
    """Read apart how a source is named; a guess for a person to confirm.

    "Russian lawmaker Ivan Petrov, deputy head of a committee" gives the name and both parts of the role; "four people
    with knowledge of the talks" four anonymous people. The name of "he", of "which" and the like is empty.
    """
    words = RELATIVE_END.sub("", " ".join(words.split()))
    if PRONOUN.fullmatch(words):
        return SourceMention("", "", Speaker.PERSON)
    if apposed := APPOSED.fullmatch(words):
        is_organisation = ORGANISATIONS.intersection(apposed["role"].split())
        speaker = Speaker.ORGANISATION if is_organisation else Speaker.PERSON
        return SourceMention(apposed["name"], f"{apposed['article'].lower()} {apposed['role']}", speaker)
    head = QUALIFIED.split(words, maxsplit=1)[0]
    if posted := POSTED.match(words):
        head = posted.group()
    speaker = _speaker(head)
    if speaker == Speaker.ANONYMOUS:
        return SourceMention(words, "", speaker, _how_many(head))
    if speaker != Speaker.PERSON:
        name, _, behind = words.partition(",")
        return SourceMention(name, behind.strip(), speaker)
    name, before = _name_and_role(head)
    behind = words[len(head) :].strip(" ,")
    return SourceMention(name, ", ".join(filter(None, [before, behind])), speaker)


def _speaker(head: str) -> Speaker:
    spoken = [word.casefold() for word in WORD.findall(head)]
    has_title = bool(TITLES.intersection(spoken))
    is_named = _is_named(head)
    if not is_named and (UNNAMED.intersection(spoken) or _are_counted_people(spoken)):
        return Speaker.ANONYMOUS
    if DOCUMENTS.intersection(spoken[-1:]):
        return Speaker.DOCUMENT
    if ORGANISATIONS.intersection(spoken) and not has_title:
        return Speaker.ORGANISATION
    is_person = has_title or (is_named and spoken[0] != "the")
    return Speaker.PERSON if is_person else Speaker.ORGANISATION


def _are_counted_people(spoken: list[str]) -> bool:
    """Whether words are a number, alone or before a plural: "three engineers", but not "two banks"."""
    if NUMBER_WORDS.keys() >= set(spoken):
        return True
    is_counted = any(word in NUMBER_WORDS or word in SCALES or word.isdecimal() for word in spoken[:2])
    return is_counted and spoken[-1].endswith(PLURAL_ENDINGS) and spoken[-1].removesuffix("s") not in ORGANISATIONS


def _is_named(head: str) -> bool:
    """Whether the words end in a name; "A" of "A person" and a word that only begins the sentence are none."""
    found = _name_end(head)
    return found is not None and not all(word.casefold() in UNNAMED | ARTICLES for word in found.group().split())


def _name_end(head: str) -> regex.Match[str] | None:
    return NAME_END.search(head, max(0, len(head) - LONGEST_NAME))


def _how_many(head: str) -> int:
    spoken = [word.casefold() for word in WORD.findall(head)]
    numbers = (str(SCALES[word]) if word in SCALES else NUMBER_WORDS.get(word, word).strip("#") for word in spoken)
    told = next((int(number) for number in numbers if number.isdecimal() and int(number)), 0)
    is_plural = any(word in UNNAMED and word.endswith(PLURAL_ENDINGS) for word in spoken)
    return told or (LEAST_PLURAL if is_plural else 1)


def _name_and_role(head: str) -> tuple[str, str]:
    """The name that ends the words, without titles, and the role before it: "Turkey's President" and the name."""
    found = _name_end(head)
    at = found.start() if found else 0
    if posted := POSTED.match(head):
        at = posted.start("name")
    elif possessive := POSSESSIVE.match(head, at):
        at = possessive.end()
    words = head[at:].split()
    titles = 0
    while titles < len(words) - 1 and words[titles].casefold().strip(".") in TITLES | HONORIFICS:
        titles += 1
    kept = (word for word in words[:titles] if word.casefold().strip(".") in TITLES)
    return " ".join(words[titles:]), " ".join([head[:at].strip(), *kept]).strip()
