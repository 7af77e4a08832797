"""Texts for the properties of the comparison engine: articles, their versions, page furniture, and what must hold."""

from __future__ import annotations

from collections import Counter

import regex
from hypothesis import strategies as st

from factcheck.compare.words.segments import words

WORDS = regex.findall(
    r"\S+",
    """
    the of to a and he she said council mayor bridge river school harbour budget closed opened voted planned reported
    U.S. U.N. a.m. Mr. don’t won't city's part-time state-of-the-art U.S.-led AT&T example.org
    café nai\u0308ve Zoe\u0308 大桥 市议会 สะพาน المدينة الجسر 👩\u200d👩\u200d👧 🇫🇮
    $35,000,000 3.5 10,000 40% 1980s 12/10/2014 -5 € “quoted” (so) -- — ;
    """,
)
SPEECH = regex.findall(
    r"\S+",
    """
    I we I we he she it they think hope know believe doubt may might reportedly apparently alleged
    said says denied admitted claimed confirmed told according to by not no never n't hasn't nobody neither nor
    police spokesman ministry Mr Dr former acting president Ruiz Pat Hale Tarn Norland official sources
    killed hurt arrested charged plans will has done only except if unless because after on Monday at 7 p.m. 3
    five percent nearly most half million more than up to " " “ ” “ ” ‘ ’ ' `` '' … ( [ ] ) - – , : ?
    """,
)
FURNITURE = (  # one list for each end of each text: none has a word in common with the rest
    ["Subscribe qxnewsletter qxtoday.", "Qxadvert", "Qxlogin qxregister"],
    ["Qfshare qfstory", "Qftrending qfnow.", "Qfcomment qfpolicy qfterms."],
    ["Zxmenu", "Zxweather zxtoday: zxsunny.", "Zxbreaking zxalert!"],
    ["Zqmore zqstories", "Zqfollow zqus. Zqcontact zqus.", "Zqprivacy"],
)

# A sign that belongs to what follows it, were it only a space, is no letter of any word.
PREPENDED = "".join(sign for sign in map(chr, range(0x20000)) if regex.match(r"\p{GCB=Prepend}", sign))

strings = st.text(st.characters(codec="utf-8", exclude_characters=PREPENDED))
sentences = st.builds(
    lambda parts, end: " ".join(parts) + end,
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=14),
    st.sampled_from([".", ".", ".", "?", "!", ".”", "。", ""]),
)
paragraphs = st.lists(sentences, min_size=1, max_size=4).map(" ".join)
articles = st.lists(paragraphs, max_size=6).map("\n\n".join)
furniture = st.tuples(
    *[st.permutations(lines).flatmap(lambda some: st.integers(0, 3).map(lambda n: some[:n])) for lines in FURNITURE]
)


@st.composite
def versions(draw):
    """An article and what another paper might make of it."""
    original = draw(st.lists(paragraphs, min_size=1, max_size=6))
    version = draw(st.permutations(original)) if draw(st.booleans()) else list(original)
    version = [draw(_edited(paragraph)) for paragraph in version if draw(st.integers(0, 5))]
    return "\n\n".join(original), "\n\n".join(version)


@st.composite
def reports(draw):
    """A sentence of words that carry how sure, who says so and what was quoted, marks unpaired, and an edit of it."""
    body = " ".join(draw(st.lists(st.sampled_from(SPEECH), min_size=4, max_size=16)))
    heads, tails = (
        st.sampled_from(["", '"', "I think", "“We hope", "Ruiz said"]),
        st.sampled_from([".", '."', ",” he said."]),
    )
    return tuple(f"{draw(heads)} {text}{draw(tails)}" for text in (body, draw(_edited(body, SPEECH))))


def _edited(paragraph, words=WORDS):
    parts = paragraph.split(" ")
    replaced = st.tuples(st.integers(0, len(parts) - 1), st.sampled_from([*words, "", ".", "\n\n"]))
    return st.lists(replaced, max_size=3).map(lambda changes: _replace(parts, changes))


def _replace(parts, changes):
    parts = list(parts)
    for at, word in changes:
        parts[at] = word
    return " ".join(parts)


def faults(comparison, original, version):
    """What in a comparison does not add up."""
    found = Counter()
    for side, text in (("original", original), ("version", version)):
        seen = Counter(at for row in comparison.rows if getattr(row, side) for at in range(*getattr(row, side)))
        found[f"{side} not covered once"] += sum(seen[at] != 1 for at in range(len(text)) if not text[at].isspace())
        breaks = {match.start() for match in regex.finditer(r"\X", text)} | {len(text)}
        found[f"{side} graphemes divided"] += sum(at not in breaks for at in boundaries(comparison, side))
    found["rows not rebuilt"] += sum(
        rebuilt(row, original, version) != [word.of(version) for word in words(version, row.version)]
        for row in comparison.rows
        if row.original and row.version
    )
    return +found


def boundaries(comparison, side):
    for row in comparison.rows:
        for span in (getattr(row, side), *(getattr(edit, side) for edit in row.edits)):
            yield from span or ()


def rebuilt(row, original, version):
    """The words of a row's original with its edits applied."""
    result, at = [], row.original.start
    for edit in row.edits:
        result += [word.of(original) for word in words(original, (at, edit.original.start))]
        result += [word.of(version) for word in words(version, edit.version)]
        at = edit.original.end
    return result + [word.of(original) for word in words(original, (at, row.original.end))]
