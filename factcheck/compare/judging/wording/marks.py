"""What marks and capitals alone change: who speaks, which are meant, whether it is asked, denied or another word.

Asked of rows whose words read alike. After Quirk et al., A Comprehensive Grammar of English (1985): 7.21 on "more" and
what it compares, 11.4 on questions, 15.54 on comment clauses, 17.22 on clauses that say which are meant; and after the
entries on hyphens of the Guardian's and the Associated Press's style books.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from factcheck.compare.findings import EditKind
from factcheck.compare.judging.row.sides import RowSide
from factcheck.compare.judging.row.tenses import MODALS, is_past
from factcheck.compare.judging.row.turned_round import BE
from factcheck.compare.judging.wording.house_style import same_style
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import carries_content
from factcheck.compare.lexicon import words_of

COMMA, AND = ",", "and"
ASKS = regex.compile(r"\?[\"”’')\]]*\s*$")
NO_COMMA = regex.compile(r"(?:^|(?<=[.!?:;“\"]\s?))\W*no\b(?P<comma>,?)", regex.IGNORECASE)
COMPARED = regex.compile(r"\b(?:more|most|less|least|fewer|better)(?P<joint>[-‐\s])(?=\p{Ll})", regex.IGNORECASE)
ABOUT = regex.compile(r"(?<=[\p{L}\p{N}])(?P<joint>[-‐\s])odd\b", regex.IGNORECASE)
# Somebody and who that is, before "and": without the comma behind it another is named (Quirk et al. 1985, 17.66).
LISTED = regex.compile(
    r"(?<=\p{Lu}[\p{L}’'-]+, )(?:my|his|her|their|our|\p{Lu}[\p{L}-]+['’]s)(?: [\p{L}-]+){1,4}(?P<comma>,?) and\b"
)
# Without a comma it is the reason, or the manner, that is denied (Quirk et al. 1985, 8.86, 10.65).
NOT_BECAUSE = regex.compile(
    r"(?:\b(?:not|never|no)|n['’]t)\b[^.;:?!\n]{1,80}?(?P<comma>,?)\s(?:because|as\s\p{Ll}{2,}ed\b)", regex.IGNORECASE
)
# How many there are, or how old: "five year-old boats".
AGED = regex.compile(
    r"(?<!\b(?:an?|the|his|her|their|its) )\b(?:\d+|\p{L}+)(?P<joint>[-‐\s])(?:year|month|week|day|hour)-old\b",
    regex.IGNORECASE,
)
# Places and bodies that are called by a colour or a point of the compass: "the West Bank", "the west bank".
NAMED = regex.compile(
    r"(?<=\p{Ll}\s)(?P<both>(?:white|black|red|green|blue|yellow|golden|gold|ivory|west|east|north|south|big|great) "
    r"(?:bank|house|cross|crescent|sea|coast|lake|river|hill|square|street|gate|guard|park|bay|wing|end|side))\b",
    regex.IGNORECASE,
)
RELATIVE = frozenset(["who", "which", "whose", "whom"])
LONGEST_SPEAKER = 6  # words
NO_SPEAKER = BE | MODALS | {"has", "have", "had", "do", "does", "did", "that", "not"}
COURTESY = {"mr": "man", "mrs": "woman", "ms": "woman", "miss": "woman", "mme": "woman"}
TITLED = regex.compile(r"\b(?P<title>Mr|Mrs|Ms|Miss|Mme)\.?\s+(?P<name>\p{Lu}[\p{L}’'-]+)")
OTHER_IN_CAPITALS = words_of("en/judging/other_in_capitals")
MERE_FORM = regex.compile(r"[\"“”„‘’'«»—–.]|\s+$|^\s+")  # of quotations, of dashes and of what is abbreviated
HONORIFIC = regex.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mme)\b")
INSIDE = regex.compile(
    r"(?<=[\p{Ll},;]\s)\p{L}+(?=\s\p{Ll}|\s\p{Lu}{2}|[.,;:!?]|$)"
)  # of a sentence, and no part of a name
PLURALS = frozenset(["people", "men", "women", "children"])


def may_tell_otherwise(phrases: tuple[str, str]) -> bool:
    """Whether a comma, a hyphen, a capital, a place or a courtesy title differs between two phrases that read alike."""
    left, right = (MERE_FORM.sub("", phrase) for phrase in phrases)
    if left == right:
        return False
    letters = [[letter for letter in phrase if letter.isalpha()] for phrase in (left.casefold(), right.casefold())]
    return letters[0] == letters[1] or not all(letters) or any(map(HONORIFIC.search, phrases))


def told_by_marks(left: RowSide, right: RowSide) -> frozenset[EditKind]:
    """The kinds of what two rows tell otherwise though their words read alike."""
    sides = left, right
    found = set()
    if _speaks_another(*sides):
        found.add(EditKind.ATTRIBUTION)
    if _differ(NO_COMMA, "comma", sides):
        found.add(EditKind.NEGATION)
    if _whole_or_part(*sides) or _differ(COMPARED, "joint", sides) or _differ(ABOUT, "joint", sides):
        found.add(EditKind.FACT)
    if _differ(LISTED, "comma", sides):
        found.add(EditKind.FACT)
    if _differ(NOT_BECAUSE, "comma", sides):
        found.add(EditKind.NEGATION)
    if _differ(AGED, "joint", sides) or _joins_others(*sides):
        found.add(EditKind.FACT)
    if _differ(NAMED, "both", sides, by_case=True):
        found.add(EditKind.NAME)
    if _is_titled_otherwise(*sides) or _other_in_capitals(*sides):
        found.add(EditKind.NAME)
    return frozenset(found)


def changes_places(left: RowSide, right: RowSide) -> bool:
    """Whether the same words give what is said to another speaker: "The guild, the port said, lied"."""
    return _plain(left.words) == _plain(right.words) and _speaks_another(left, right)


def asks_otherwise(left: RowSide, right: RowSide) -> bool:
    """Whether one row asks what the other states."""
    asks = [ASKS.search(side.text, side.span.start, side.span.end) for side in (left, right)]
    if bool(asks[0]) == bool(asks[1]):
        return False
    asking, telling = (left, right) if asks[0] else (right, left)
    is_spoken = any(q.end >= asking.span.end - 1 for q in asking.quotations)
    return not is_spoken and (
        same_style(asking.words[:-1], telling.words) or _plain(asking.words[:-1]) == _plain(telling.words)
    )


def _plain(words: Sequence[Word]) -> list[str]:
    """Words in no order: a question turns subject and verb round."""
    return sorted(word.plain for word in words)


def _differ(pattern: regex.Pattern[str], group: str, sides: Sequence[RowSide], *, by_case: bool = False) -> bool:
    """Whether a mark stands in as many places of both rows that a pattern finds, and is another in one of them.

    `by_case`: whether it is a capital that differs, and there is another at its side.
    """
    found = [
        [match[group].strip() for match in pattern.finditer(side.text, side.span.start, side.span.end)]
        for side in sides
    ]
    if by_case:
        found = [["".join(letter for letter in text if letter.isupper()) for text in side] for side in found]
    return len(found[0]) == len(found[1]) and found[0] != found[1]


def _speaks_another(left: RowSide, right: RowSide) -> bool:
    """Whether the only words of saying have another subject: "The union, said the company, left"."""
    if len(left.cues) != 1 or len(right.cues) != 1:
        return False
    speakers = [{word.plain for word in _speaker(side, side.cues[0][0])} for side in (left, right)]
    named = [{word.plain for word in side.words} for side in (right, left)]
    is_named_in_both = all(speaker and speaker <= words for speaker, words in zip(speakers, named, strict=True))
    return is_named_in_both and speakers[0].isdisjoint(speakers[1])


def _speaker(side: RowSide, cue: range) -> list[Word]:
    """The words of content before words of saying, or, where a mark stands there, those behind them up to the next."""
    before: list[Word] = []
    for at in range(cue.start - 1, -1, -1):
        if _mark_between(side, at, at + 1):
            break
        before.append(side.words[at])
    if before or cue.start == 0:
        return _of_content(before)
    behind: list[Word] = []
    for at in range(cue.stop, len(side.words)):
        behind.append(side.words[at])
        if _mark_between(side, at, at + 1):
            break
    is_subject = len(behind) <= LONGEST_SPEAKER and not any(
        word.plain in NO_SPEAKER or is_past(word.plain) for word in behind
    )
    return _of_content(behind) if is_subject else []


def _of_content(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if carries_content(word.plain)]


def _mark_between(side: RowSide, at: int, behind: int) -> str:
    """The marks between two words of a row that stand side by side; of the last, those behind it."""
    end = side.words[behind].start if behind < len(side.words) else side.span.end
    return regex.sub(r"[\s.'’-]|\p{L}|\p{N}", "", side.text[side.words[at].end : end])


def _whole_or_part(left: RowSide, right: RowSide) -> bool:
    """Whether a comma before "who" says of all what else is said of some: "passengers, who slept, were hurt"."""
    here, there = _commas(left), _commas(right)
    return len(here) == len(there) and here != there


def _commas(side: RowSide) -> list[bool]:
    """Of each clause that "who", "which" or a form in -ing opens behind a plural, whether a comma stands before it."""
    return [
        COMMA in _mark_between(side, at - 1, at)
        for at, word in enumerate(side.words)
        if at and (word.plain in RELATIVE or word.plain.endswith("ing")) and _is_plural(side, side.words[at - 1])
    ]


def _is_plural(side: RowSide, noun: Word) -> bool:
    is_common = noun.plain.endswith("s") and not noun.plain.endswith(("ss", "us", "is")) and not side.is_name(noun)
    return is_common or noun.plain in PLURALS


def _joins_others(left: RowSide, right: RowSide) -> bool:
    """Whether "and" joins others of the same words: "he and his wife, Orla," and "he, his wife and Orla"."""
    ways = [[word.plain for word in side.words] for side in (left, right)]
    rest = [[plain for plain in way if plain != AND] for way in ways]
    return rest[0] == rest[1] and len(ways[0]) == len(ways[1]) and ways[0] != ways[1]


def _is_titled_otherwise(left: RowSide, right: RowSide) -> bool:
    """Whether somebody is a man on one side and a woman on the other by the courtesy title: "Mr Dask", "Ms Dask"."""
    here, there = _titles(left), _titles(right)
    return any(here[name] != there[name] for name in here.keys() & there.keys())


def _titles(side: RowSide) -> dict[str, str]:
    found = TITLED.finditer(side.text, side.span.start, side.span.end)
    return {match["name"]: COURTESY[match["title"].lower()] for match in found}


def _other_in_capitals(left: RowSide, right: RowSide) -> bool:
    """Whether a word has a capital on one side alone, and is another with it: "labour", "Labour"."""
    here, there = _forms_inside(left), _forms_inside(right)
    return any(here[word].isdisjoint(there[word]) for word in here.keys() & there.keys())


def _forms_inside(side: RowSide) -> dict[str, set[bool]]:
    """Whether the words that are others in capitals have one, inside a sentence."""
    found: dict[str, set[bool]] = {}
    for match in INSIDE.finditer(side.text, side.span.start, side.span.end):
        word = match.group()
        if word.lower() in OTHER_IN_CAPITALS:
            found.setdefault(word.lower(), set()).add(word[0].isupper())
    return found
