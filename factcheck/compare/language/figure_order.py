"""Where a figure stands in its phrase, one place for all: "a strike of three days", "a three-day strike".

Measures before and behind what they measure: Huddleston and Pullum, The Cambridge Grammar of the English Language
(2002), 5.3.3 and 5.15; order of adjuncts of source and goal: Quirk et al. (1985), 9.46.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare.language.figure_readers import kind_of, span_of
from factcheck.compare.language.numerals import is_number, value_of
from factcheck.compare.language.phrases import Word

OF = "of"
BEFORE_NOUN = frozenset(["duration", "share", "age"])
BEATS = frozenset(["beat", "beats", "beating", "defeated", "defeats", "defeating", "won", "wins", "winning"])
BEATEN = frozenset(["beaten", "defeated"])
BE = frozenset(["is", "are", "was", "were"])
STRONG = "strong"
LONGEST_NAME = 4  # words
ARTICLES = frozenset(["a", "an", "the"])


def in_one_order(words: Sequence[Word]) -> list[str]:
    """The plain words of `as_told` but for articles, each figure in the place that all ways of putting it share."""
    found: list[str] = []
    for word in words:
        if word.plain in ARTICLES:
            continue
        found.append(word.plain)
        if word.plain == STRONG and len(found) > 1 and is_number(found[-2]):
            found.pop()
        _put_active(found)
        _put_before_noun(found)
        _put_behind_loser(found)
        _put_source_first(found)
    return found


def _put_before_noun(found: list[str]) -> None:
    """A strike of three days as a three-day strike, a man aged 34 as a 34-year-old man."""
    if len(found) > 2 and found[-2] == OF and _goes_before_noun(found[-1]) and found[-3].isalpha():
        noun, _, figure = found[-3:]
        found[-3:] = [figure, noun]
    elif len(found) > 1 and kind_of(found[-1]) == "age" and found[-2].isalpha():
        found[-2:] = found[:-3:-1]


def _goes_before_noun(figure: str) -> bool:
    return kind_of(figure) in BEFORE_NOUN or value_of(figure) is not None


def _put_active(found: list[str]) -> None:
    """Were beaten 3-2 by them as lost 3-2 to them."""
    if (
        found[-1] == "by"
        and len(found) > 3
        and kind_of(found[-2]) == "span"
        and found[-3] in BEATEN
        and found[-4] in BE
    ):
        found[-4:] = ["lost", found[-2], "to"]


def _put_behind_loser(found: list[str]) -> None:
    """Beat them 3-1 as won 3-1 against them."""
    if kind_of(found[-1]) != "span":
        return
    for length in range(2, LONGEST_NAME + 2):
        if len(found) > length and found[-1 - length] in BEATS and all(map(str.isalpha, found[-length:-1])):
            found[-1 - length :] = ["won", found[-1], "against", *found[-length:-1]]
            return


def _put_source_first(found: list[str]) -> None:
    """To 5 from 3 as from 3 to 5."""
    if len(found) > 3 and found[-4] == "to" and found[-2] == "from" and is_number(found[-1]) and is_number(found[-3]):
        goal, source = found[-3], found[-1]
        is_read = value_of(goal) is not None and value_of(source) is not None
        found[-4:] = [span_of(source, goal)] if is_read else ["from", source, "to", goal]
