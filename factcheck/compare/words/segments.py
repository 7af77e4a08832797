"""Where paragraphs, sentences and words begin and end.

Rules over characters, the same for every language: no model, no dictionary beyond the word lists in
`lexicon/`. Every character that is not white space lies in exactly one paragraph, one sentence and one word.
"""

from __future__ import annotations

import re
from zlib import crc32

import regex

from factcheck.compare.findings import Span
from factcheck.compare.lexicon import words_of

ABBREVIATIONS = words_of("en/words/abbreviations")
SENTENCE_STARTERS = words_of("en/words/sentence_starters")

# Characters. Longer sentences are divided: they come from scraped lists, transcripts and scripts without full stops.
LONGEST = 1500

SPACE = r"[\s\x1c-\x1f]"  # what str.isspace() says, so that both mean the same white space
ACCENTED_SPACE = r"\p{Zs}(?=[\p{M}\p{GCB=SpacingMark}\u200D])"  # one grapheme with its accent, so no white space
SPACELESS = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
LETTERS = rf"[[\p{{L}}\p{{N}}\p{{M}}\p{{Cf}}]--{SPACELESS}]*+"
BROKEN = r"(?<=\p{Ll})[-\u2010\u00ad]\r?\n(?=\p{Ll})"  # a word broken at the end of a line
JOINED = (
    rf"(?:(?:{BROKEN}|['’ʼ\-‐‑·&_]|(?<=\p{{L}})\.(?=\p{{Ll}}|\p{{L}}\.))[[\p{{L}}\p{{N}}]--{SPACELESS}]{LETTERS})*+"
)

LINE = r"[^\n\r\u2028\u2029]*+"
PARAGRAPH = regex.compile(
    rf"(?:{ACCENTED_SPACE})?+(?!{SPACE})\S{LINE}(?:(?<=\p{{Ll}}[-\u2010\u00ad])\r?\n(?=\p{{Ll}}){LINE})*+", regex.V1
)

WORD = regex.compile(
    rf"""
    (?: (?={ACCENTED_SPACE}) | (?!{SPACE}) )
    (?:
      \p{{GCB=Prepend}}*+
      (?:
        (?: (?<![\w.,]) [+\-−.] (?=\p{{Sc}}?\d) )?+ \p{{Sc}}?+ \d++ (?:[.,:/]\d++)*+ [%°\p{{Sc}}]?+ {LETTERS} {JOINED}
                                                          # 3.5, 10,000, $35,000,000, -5, 40%, 8pm, 1980s, 10-year-old
      | (?:\p{{L}}\.){{2,}}+ {JOINED}                     # U.S., a.m., U.S.-led
      | {SPACELESS}                                       # scripts without spaces: one sign at a time
      | [\p{{L}}\p{{N}}] {LETTERS} {JOINED}               # don’t, part-time, AT&T, example.org, Ph.D
      | --++ | \.\.\.++
      | \X
      )
      [\p{{Grapheme_Extend}}\p{{GCB=SpacingMark}}\u200D]*+
    | \X
    )
    """,
    regex.VERBOSE | regex.V1,
)

CLOSERS = r"[\"'”’»)\]]*+"
SENTENCE_END = regex.compile(
    rf"""
      (?<![.!?…]) (?P<mark>[.!?…]++) {CLOSERS} (?={SPACE})
    | (?<=\p{{Ll}}\p{{Ll}}) [.!?] ["'”’]?+ (?=["'“‘]?+\p{{Lu}}\p{{Ll}})  # the space was lost on the way
    | [。！？] ["'”’」』）]*+
    | [؟۔।] {CLOSERS} (?={SPACE})
    """,
    regex.VERBOSE | regex.V1,
)
SENTENCE_START = regex.compile(
    rf"""
    {SPACE}++ ["'“‘«„‚»‹`(\[—–-]*+
    (?: (?P<word>[\p{{Lu}}\p{{Lt}}][\p{{L}}\p{{M}}]*+) (?P<point>\.)? | \p{{Lo}} | [\p{{Sc}}\d] )
    """,
    regex.VERBOSE | regex.V1,
)
END_MARK = re.compile("[.!?…。！？؟۔।]")  # lines without one need no closer look
NUMBER_NEXT = regex.compile(r"\.\s?\d")
LAST_WORD = regex.compile(r"([\p{L}.]+)\.$")


def paragraphs(text: str) -> list[Span]:
    """The lines of a text that hold anything but white space, without the white space around them."""
    return [Span(m.start(), m.start() + len(m.group().rstrip())) for m in PARAGRAPH.finditer(text)]


def sentences(text: str) -> list[Span]:
    """The sentences of a text; none reaches over the end of its paragraph."""
    found = []
    for paragraph in paragraphs(text):
        for sentence in _sentences_in(text, paragraph):
            found += [sentence] if sentence.end - sentence.start <= LONGEST else _divided(text, sentence)
    return found


def words(text: str, within: Span | None = None) -> list[Span]:
    """The words, numbers and marks of a text in order, white space left out; no grapheme is divided."""
    start, end = within or (0, len(text))
    found: list[Span] = []
    for match in WORD.finditer(text, start, end):
        span = Span._make(match.span())
        if match.group() == "." and found and found[-1].end == span.start and _is_abbreviated(text, found[-1]):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def _is_abbreviated(text: str, word: Span) -> bool:
    """Whether the full stop behind a word belongs to it; that of "no." does before a number only."""
    letters = word.of(text).lower()
    return letters in ABBREVIATIONS and (letters != "no" or bool(NUMBER_NEXT.match(text, word.end)))


def _sentences_in(text: str, paragraph: Span) -> list[Span]:
    if not END_MARK.search(text, paragraph.start, paragraph.end):
        return [paragraph]
    found, start = [], paragraph.start
    for end in SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        if end["mark"] and not _ends_sentence(text, start, end):
            continue
        found.append(Span(start, end.end()))
        start = _after_space(text, end.end(), paragraph.end)
    if start < paragraph.end:
        found.append(Span(start, paragraph.end))
    return found


def _ends_sentence(text: str, start: int, end: regex.Match[str]) -> bool:
    following = SENTENCE_START.match(text, end.end())
    if not following:
        return False
    starts_one = (following["word"] or "").lower() in SENTENCE_STARTERS and not following["point"]
    if end["mark"] != "." or starts_one:
        return True
    word = LAST_WORD.search(text, max(start, end.start() - 20), end.start() + 1)
    return not word or (len(word.group(1)) > 1 and word.group(1).lower() not in ABBREVIATIONS)


def _after_space(text: str, at: int, end: int) -> int:
    match = WORD.search(text, at, end)
    return match.start() if match else end


def _divided(text: str, sentence: Span) -> list[Span]:
    """A sentence in parts of hardly more than LONGEST characters.

    Where to divide is read from the words themselves (those whose checksum ends in zeros), not counted from the
    start, so that two versions of one long text are divided at the same words.
    """
    parts, start, end = [], sentence.start, sentence.start
    for word in words(text, sentence):
        size = end - start
        if size >= LONGEST or (size >= LONGEST // 4 and _is_joint(word.of(text))):
            parts.append(Span(start, end))
            start = word.start
        end = word.end
    return [*parts, Span(start, sentence.end)]


def _is_joint(word: str) -> bool:
    return crc32(word.encode("utf-8", "surrogatepass")) % 64 == 0
