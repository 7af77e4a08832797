"""The headline of a web page: the one its readers see, and beside it the one it gives to search engines.

Names of the site and of its sections that stand behind a headline are taken off.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from factcheck.articles.reading.credit_line import day_in
from factcheck.articles.reading.head import TITLE_JOINT
from factcheck.articles.reading.prose import same_words
from factcheck.languages.sentences import noted

KICKERS = ("kicker", "overline", "eyebrow", "roofline", "dachzeile", "topline", "supertitle", "spitzmarke")
# Where no headline stands: beside the article, and in the path through the site, which often ends with one in an h1.
OUTSIDE = "ancestor::aside or ancestor::footer or ancestor::noscript or ancestor::template or ancestor::nav"
IN_PATH = (
    "ancestor::*[contains(@class, 'breadcrumb')] or (count(../a) > 1 and count(../*[not(self::svg)]) = count(../a) + 1)"
)
HEADINGS = f"//h1[not({OUTSIDE} or {IN_PATH})]"
SECOND_HEADINGS = f"//h2[(ancestor::article or ancestor::main) and not({OUTSIDE})]"
SHOWN = noted("it is the heading that the page's readers see")
IN_PAGE = noted("it stands in the page where such things do")
IN_TITLE = noted("the page's title gives it")
JOINTS_OF_NAMES = "|»"
MOST_OF_A_NAME = 4  # words
LEAST_SHARED = 0.34  # of a heading's words, with what the page calls its article elsewhere
SOFT_HYPHEN = "\xad"
BEFORE_MARK = re.compile(r" (?=[,.:;]( |$))")


class Headlines(NamedTuple):
    """The headline that readers see, and another that the page gives elsewhere; each with where it stands."""

    shown: tuple[str, str]
    other: tuple[str, str]


def headlines_in(tree: Any, given: Sequence[tuple[str, str]], *, names: Collection[str]) -> Headlines:
    """Out of a page's heading and what is `given` elsewhere, as value and because, what is believed first first.

    `names` are those of the site.
    """
    headings = [words for words, _ in _headings(tree)]
    known = [*headings, *(value for value, _ in given)]
    parted = [(without_site(value, names=names, known=known), because) for value, because in given]
    first = parted[0] if parted else ("", "")
    heading = _heading(tree, [value for value, _ in parted], names)
    if not heading:
        return Headlines(first, ("", ""))
    same = next((one for one in parted if same_words(one[0], heading)), None)
    shown = same or (heading, SHOWN)
    others = (one for one in parted if _letters(one[0]) != _letters(shown[0]) and one[1] not in (IN_PAGE, IN_TITLE))
    return Headlines(shown, next(others, ("", "")))


def without_site(headline: str, *, names: Iterable[str], known: Iterable[str] = ()) -> str:
    """A headline without the site, section or day behind it: a known name, or what only this one of several has."""
    for joint in reversed(list(TITLE_JOINT.finditer(headline))):
        front, back = headline[: joint.start()].strip(), headline[joint.end() :].strip()
        is_name = any(same_words(back, name) for name in names) or day_in(back) is not None
        is_alone = any(same_words(front, one) for one in known)
        is_section = joint[0].strip() in JOINTS_OF_NAMES and len(back.split()) <= MOST_OF_A_NAME and " " in front
        if front and (is_name or is_alone or is_section):
            headline = front
    return headline


def _heading(tree: Any, given: Sequence[str], names: Collection[str]) -> str:
    """The heading that shares most words with what the page calls its article; else one inside the article.

    Where there is none, a second heading of the article that the page calls it by.
    """
    best = ("", 0.0)
    for words, is_inside in _headings(tree, given, names=names):
        shared = max((_shared(words, one) for one in given), default=0.0)
        if shared < LEAST_SHARED and not (is_inside and words.count(" ") >= 2):
            continue
        if " " not in words and shared < 1:
            continue
        if not best[0] or shared > best[1]:
            best = words, shared
    if best[0]:
        return best[0]
    second = {_letters(words) for words, _ in _headings(tree, given, names=names, among=SECOND_HEADINGS)}
    return next((one for one in given if _letters(one) in second), "")


def _headings(
    tree: Any, given: Sequence[str] = (), *, names: Collection[str] = (), among: str = HEADINGS
) -> Iterator[tuple[str, bool]]:
    """The words of each heading that is no name of the site, and whether it stands in an article.

    A kicker is no part of a heading that is `given` without it, unless it is given with it too.
    """
    for heading in tree.xpath(among):
        kickers = {kicker for kicker in heading.iterdescendants() if _is_kicker(kicker)}
        said = heading.xpath(".//text()[not(ancestor::script or ancestor::style)]")
        words = _joined(said)
        alone = _joined(text for text in said if kickers.isdisjoint([_holder(text), *_holder(text).iterancestors()]))
        words = alone if kickers and any(same_words(alone, one) for one in given) else words
        words = without_site(words, names=names, known=given) if given else words
        if not any(same_words(words, one) for one in given):
            words = next((one for one in given if words.casefold().endswith(f" {one.casefold()}")), words)
        if words and not any(same_words(words, name) for name in names):
            yield words, next(heading.iterancestors("article", "main"), None) is not None


def _joined(pieces: Iterable[str]) -> str:
    """The words of a heading's pieces; those of two elements are two words."""
    words = " ".join(" ".join(pieces).replace(SOFT_HYPHEN, "").split())
    return BEFORE_MARK.sub("", words)


def _holder(text: Any) -> Any:
    """The element inside which a text stands; a tail stands inside the parent of the element before it."""
    return text.getparent().getparent() if text.is_tail else text.getparent()


def _is_kicker(element: Any) -> bool:
    said = (element.get("class") or "").casefold()
    return any(word in said for word in KICKERS)


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _shared(one: str, other: str) -> float:
    words, others = one.casefold().split(), set(other.casefold().split())
    return sum(word in others for word in words) / len(words)
