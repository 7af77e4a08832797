"""Changing what was inferred of a received text: which of its lines are the article.

The received text stays as it came; the reading text is made from it anew. Once statements stand on the reading text
it stays too: their places are counted in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.articles.models import Article
from factcheck.articles.reading.findings import Finding, Line, What, joined, lines_of
from factcheck.articles.registry import stories_changed
from factcheck.articles.versions.fingerprint_index import index
from factcheck.ledger.chain import record
from factcheck.ledger.people import name_of


class CannotMend(Exception):
    """A reading text that has to stay as it is; the message says why."""


@dataclass(frozen=True, slots=True)
class ReceivedLine:
    """One line of a received text; `finding` is why it is left out, None where it is the article's."""

    start: int
    text: str
    finding: Finding | None

    @property
    def is_in(self) -> bool:
        return self.finding is None


def received_lines(article: Article) -> list[ReceivedLine]:
    """The received text line by line, each with what became of it."""
    out = _leaving_out(article)
    return [ReceivedLine(line.start, line.text, _finding_of(line, out)) for line in lines_of(article.received)]


@transaction.atomic
def correct_record(article: Article, *, actor: User, **fields: Any) -> Article:
    """Set what is known of an article beside its text: headline, byline, agency, published_on, outlet.

    Raises ValidationError for a value that no article can have.
    """
    article = Article.objects.select_for_update(of=("self",)).select_related("outlet").get(pk=article.pk)
    changed = {name: value for name, value in fields.items() if getattr(article, name) != value}
    if not changed:
        return article
    told = {name: [str(getattr(article, name) or ""), str(value or "")] for name, value in changed.items()}
    for name, value in changed.items():
        setattr(article, name, value)
    article.full_clean()
    article.save(update_fields=list(changed))
    if "outlet" in changed:
        article.holdings.all().delete()
    record("article.corrected", actor=actor, on=article, changes=told)
    return article


@transaction.atomic
def choose_lines(article: Article, *, kept: Collection[int], actor: User) -> Article:
    """Have the article be the lines of its received text that begin at `kept`.

    Raises CannotMend if a statement is marked in it already, or if no line would be left.
    """
    article = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
    lines = lines_of(article.received)
    wanted = [line for line in lines if line.start not in kept]
    if wanted == [line for line in lines if _finding_of(line, _leaving_out(article))]:
        return article
    if article.statements.exists():
        raise CannotMend("Statements are marked in this article, and their places are counted in its text.")
    if len(wanted) == len(lines):
        raise CannotMend("At least one line has to be the article.")
    told = [Finding(**finding) for finding in article.findings if not finding["leaves_out"]]
    left_out = list(_left_out(wanted, _leaving_out(article), by=name_of(actor)))
    article.findings = [finding.as_json() for finding in (*told, *left_out)]
    article.text = joined(article.received, left_out)
    article.save(update_fields=["findings", "text"])
    index([article])
    record("article.mended", actor=actor, on=article, left_out=[[f.start, f.end] for f in left_out])
    stories_changed([article.story_id])
    return article


def _left_out(lines: Sequence[Line], known: Sequence[Finding], *, by: str) -> Iterator[Finding]:
    """A finding for each line left out: with the reason it had, or because somebody said so."""
    for line in lines:
        finding = _finding_of(line, known)
        what, because = (finding.what, finding.because) if finding else (What.FURNITURE, f"left out by {by}")
        yield Finding(what, line.text[:200], line.start, line.stop, because, leaves_out=True)


def _leaving_out(article: Article) -> list[Finding]:
    return [Finding(**finding) for finding in article.findings if finding["leaves_out"]]


def _finding_of(line: Line, findings: Sequence[Finding]) -> Finding | None:
    return next((finding for finding in findings if finding.start <= line.start < finding.end), None)
