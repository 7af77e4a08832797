"""The guard over all that is left out of a text: what may be the article's own words stays, with a question.

A rule that takes a line for a link, an appeal or a caption can be wrong. Where the line denies, quotes or is long, the
price of an error is a paper blamed for cutting it, so a person decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from factcheck.articles.reading.corrections import is_correction
from factcheck.articles.reading.findings import Line, TextFinding, What, lines_of
from factcheck.articles.reading.furniture import left_out, summed_up
from factcheck.articles.reading.head import site_in_title
from factcheck.articles.reading.prose import is_paragraph, why_kept
from factcheck.languages.sentences import noted

BY_RULE = (What.FURNITURE, What.LINK, What.CAPTION, What.CREDIT)


def without_doubtful(received: str, findings: Iterable[TextFinding], *, headline: str) -> Iterator[TextFinding]:
    """The findings, none of which leaves out by a rule what only a person should; `headline` said again is no loss."""
    for finding in findings:
        lines = _lines_in(received, finding) if finding.leaves_out and finding.what in BY_RULE else []
        if doubts := _doubts(lines, headline):
            yield from _divided(received, finding, lines, doubts)
        else:
            yield finding


def _divided(
    received: str, finding: TextFinding, lines: Iterable[Line], doubts: Mapping[int, str]
) -> Iterator[TextFinding]:
    """A finding that leaves out the lines without doubts only, and a question about each of the others."""
    for is_doubtful, run in groupby(lines, lambda line: line.start in doubts):
        part = list(run)
        if is_doubtful:
            yield from (_question(received, line, doubts[line.start], finding.because) for line in part)
        else:
            yield left_out(received, finding.what, part[0], part[-1], finding.because)


def _doubts(lines: Sequence[Line], headline: str) -> dict[int, str]:
    """Why lines should stay, by where they start. One doubt about a part of the page is one about all its prose."""
    doubts = {line.start: why for line in lines if (why := _doubt(line.text, headline))}
    if any(is_paragraph(line.text) for line in lines if line.start in doubts):
        beside = noted("it is prose, and what stands beside it may be the article's")
        doubts = {line.start: beside for line in lines if is_paragraph(line.text)} | doubts
    return doubts


def _lines_in(received: str, finding: TextFinding) -> list[Line]:
    """The lines of a finding, each placed in the received text; the last stops where the finding ends."""
    lines = lines_of(received[finding.start : finding.end])
    return [Line(line.start + finding.start, line.stop + finding.start, line.text) for line in lines]


def _doubt(line: str, headline: str) -> str:
    if headline and site_in_title(line, headline) is not None:
        return ""
    return noted("it is a correction") if is_correction(line) else why_kept(line)


def _question(received: str, line: Line, why: str, because: str) -> TextFinding:
    end = line.start + len(line.text)
    asked = noted(
        "%(because)s, but %(why)s: it stays in the text until a person leaves it out", because=because, why=why
    )
    return TextFinding(What.QUESTION, summed_up(received, line.start, end), line.start, end, asked)
