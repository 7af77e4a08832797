"""Words of a text that are not the quotation's to the letter, and read alike: another form of a number or of a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from factcheck.compare.findings import Span
from factcheck.compare.language.languages import ENGLISH
from factcheck.compare.language.numbers import tokens_at
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Word
from factcheck.compare.lexicon import words_of
from factcheck.compare.locating.search import PAPERS_OWN, Kept, Search
from factcheck.compare.words.folded_words import fold_word, spelled
from factcheck.compare.words.plain_words import read, settled

EDGE = 3  # words at either end that may be one word more or less in the text
AMPERSAND = regex.compile(r"\s*&\s*")
# CLDR, the patterns of lists: "and" in the languages that write & for it.
ANDS = frozenset(["and", "e", "en", "et", "i", "och", "og", "und", "y"])
# Words whose other form is no other name: "Dr" for "Doctor", "Sept" for "September".
FORMS_OF_ONE = words_of("en/words/titles") | words_of("en/words/months") | words_of("en/words/days") | {"okay"}
# Quirk et al., 3.32: 's is "is" or "has", 'd is "would" or "had"; these words follow the perfect alone.
CLITICS = {"'s": ("is", "has"), "'d": ("would", "had")}
PERFECT = frozenset(["been", "had", "got", "better"])
REACH = 2  # words behind a contraction that tell how it reads
# House styles leave out letters of a swear word: the first stays, and often the last ones.
STARRED = regex.compile(r"\b(\p{L}{1,2})(?:[*•∗]+|[-–_.]{2,}|—+)(\p{L}{0,5})(?!\w)")


def with_rereadings(search: Search, runs: list[Kept]) -> list[Kept]:
    """The runs, joined by those gaps whose two sides read alike."""
    if not runs:
        return []
    head, tail = runs[0], runs[-1]
    rest, room = search.size - tail.end, len(search.given.words) - tail.until
    before = [Kept(0, head.start, head.at - width, head.at) for width in _widths(head.start, head.at)]
    after = [Kept(tail.end, tail.end + rest, tail.until, tail.until + width) for width in _widths(rest, room)]
    found = [*_first_alike(search, before), head]
    for left, right in pairwise(runs):
        found += [*_first_alike(search, [between(left, right)]), right]
    return _joined([*found, *_first_alike(search, after)])


def reads_alike(search: Search, parts: Sequence[Span]) -> bool:
    """Whether a quotation and the parts of the text that it stands in read alike as a whole: "£3 million" for "£3m".

    Names have to be the same, and contractions that may read as two things.
    """
    wanted = settled(read(search.quote, Span(0, len(search.quote))))
    given = [word for part in parts for word in settled(read(search.text, part))]
    if [word.plain for word in wanted] != [word.plain for word in given]:
        return False
    return not any(map(_is_name_or_ambiguous, _others(search, parts)))


def _others(search: Search, parts: Sequence[Span]) -> Iterator[str]:
    """The words, as written, that only one of the quotation and its place in the text has."""
    places = [span for span in search.given.spans if any(part.start <= span.start < part.end for part in parts)]
    sides = [_by_word(search.quote, search.wanted.spans), _by_word(search.text, places)]
    for word in sides[0].keys() ^ sides[1].keys():
        yield sides[0].get(word) or sides[1][word]


def _by_word(text: str, places: Sequence[Span]) -> dict[str, str]:
    return {spelled(fold_word(place.of(text))): place.of(text) for place in places}


def _is_name_or_ambiguous(word: str) -> bool:
    plain = [one.plain for one in settled(read(word, Span(0, len(word))))]
    if any(clitic in word.replace("’", "'") for clitic in CLITICS):
        return True
    return word[:1].isupper() and len(word) > 1 and FORMS_OF_ONE.isdisjoint(plain)


def between(left: Kept, right: Kept) -> Kept:
    return Kept(left.end, right.start, left.until, right.at)


def _widths(words: int, room: int) -> list[int]:
    """How many words of the text may read like so many words at an end of the quotation."""
    return [width for width in (words, words - 1, words + 1) if 0 < words <= EDGE and 0 < width <= room]


def _first_alike(search: Search, gaps: list[Kept]) -> list[Kept]:
    return next(([alike] for gap in gaps if (alike := _alike(search, gap))), [])


def _alike(search: Search, gap: Kept) -> Kept | None:
    """A gap as a run, if both sides read alike: "can not" for "cannot", "per cent" for "%", "he is" for "he's".

    Another form of a name ("Islamic State" for "ISIS") is another word where somebody is quoted.
    """
    wanted, given = search.wanted, search.given
    if _is_ampersand(search, gap):
        return gap
    sides = wanted.words[gap.start : gap.end], given.words[gap.at : gap.until]
    if not all(sides) or PAPERS_OWN in sides[1]:
        return None
    if len({spelled("".join(words)) for words in sides}) == 1:
        return gap
    place = Span(wanted.spans[gap.start].start, wanted.spans[gap.end - 1].end)
    other = Span(given.spans[gap.at].start, given.spans[gap.until - 1].end)
    if _is_starred(search.quote, place, search.text, other) or _is_starred(search.text, other, search.quote, place):
        return gap
    if search.language != ENGLISH:
        return gap if _has_same_numbers(search, place, other) else None
    return gap if _reads_as(search, gap, place, other) else None


def _reads_as(search: Search, gap: Kept, place: Span, other: Span) -> bool:
    """Whether two words or more are the same but for a contraction, or are forms of a number or of what is no name."""
    texts = place.of(search.quote), other.of(search.text)
    words = read(search.quote, place), read(search.text, other)
    following = search.wanted.words[gap.end : gap.end + REACH]
    if _may_agree(words, texts, following):
        return True
    left, right = map(settled, words)
    return _may_agree((left, right), texts, following) and not _may_name(texts, [word.plain for word in left])


def _may_agree(words: tuple[list[Word], list[Word]], texts: tuple[str, str], following: Sequence[str]) -> bool:
    wanted, given = (
        _expansions([word.plain for word in side], text, following) for side, text in zip(words, texts, strict=True)
    )
    return any(side and side in given for side in wanted)


def _may_name(texts: tuple[str, str], plain: list[str]) -> bool:
    """Whether what differs is in capitals, and so perhaps two names of one thing."""
    if not any(map(str.isupper, "".join(texts))):
        return False
    return not is_number(plain[0]) and FORMS_OF_ONE.isdisjoint(plain)


def _expansions(plain: list[str], written: str, following: Sequence[str]) -> list[list[str]]:
    """What words may read as: with "is" or "has" for 's, with "has" alone before "been"."""
    for clitic, (first, second) in CLITICS.items():
        if clitic in written.replace("’", "'"):
            perfect = [second if word == first else word for word in plain]
            return [perfect] if not PERFECT.isdisjoint(following) else [plain, perfect]
    return [plain]


def _is_ampersand(search: Search, gap: Kept) -> bool:
    """Whether one side of a gap has "and" and the other a sign for it."""
    if not gap.start or not gap.at or gap.width + gap.inserted != 1:
        return False
    if gap.width:
        return search.wanted.words[gap.start] in ANDS and bool(AMPERSAND.fullmatch(search.text, *search.between(gap)))
    spans = search.wanted.spans
    is_sign = AMPERSAND.fullmatch(search.quote, spans[gap.start - 1].end, spans[gap.end].start)
    return bool(is_sign) and search.given.words[gap.at] in ANDS


def _has_same_numbers(search: Search, place: Span, other: Span) -> bool:
    wanted = [token for token, _ in tokens_at(search.quote, place, search.language)]
    return wanted == [token for token, _ in tokens_at(search.text, other, search.language)]


def _is_starred(text: str, word: Span, other: str, place: Span) -> bool:
    """Whether a text leaves out letters of a word that the other has in full: "f***ing", "b-----d"."""
    starred = STARRED.match(text, word.start)
    if not starred or starred.end() < word.end:
        return False
    head, tail = starred.groups()
    whole = place.of(other).casefold()
    return (
        whole.isalpha()
        and len(whole) > len(head + tail)
        and whole.startswith(head.casefold())
        and whole.endswith(tail.casefold())
    )


def _joined(runs: list[Kept]) -> list[Kept]:
    joined: list[Kept] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and (last.end, last.until) == (run.start, run.at):
            joined[-1] = Kept(last.start, run.end, last.at, run.until)
        else:
            joined.append(run)
    return joined
