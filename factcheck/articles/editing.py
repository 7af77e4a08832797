"""What a person says of a stored article, or of the lines that its outlet puts around many.

The received text stays as it came; the reading text is made from it anew. Once statements stand on the reading text
it stays too: their places are counted in it. What is said of an outlet's lines counts for articles that come in later.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.articles.models import Article, Block, Outlet
from factcheck.articles.reading.findings import Line, TextFinding, What, joined, lines_of
from factcheck.articles.reading.outlet_lines import hash_of
from factcheck.articles.registry import stories_changed, why_text_stays
from factcheck.articles.versions.fingerprint_index import index
from factcheck.articles.versions.record_comparisons import forget_comparisons
from factcheck.languages.sentences import noted
from factcheck.ledger.chain import record
from factcheck.ledger.people import name_of

COMPARED_BY = {"headline", "language"}  # what a comparison reads beside the text


class CannotMend(Exception):
    """A reading text that has to stay as it is; the message says why."""


class CannotSettle(Exception):
    """A decision about a line that was taken already; the message says so."""


@dataclass(frozen=True, slots=True)
class ReceivedLine:
    """One line of a received text; `finding` is why it is left out, None where it is the article's."""

    start: int
    text: str
    finding: TextFinding | None

    @property
    def is_in(self) -> bool:
        return self.finding is None


@dataclass(frozen=True, slots=True)
class BlockHere:
    """A block in one article: where its line begins in the received text, and whether the reading text has it."""

    block: Block
    start: int
    is_in: bool


def received_lines(article: Article) -> list[ReceivedLine]:
    """The received text line by line, each with what became of it."""
    out = _leaving_out(article)
    return [ReceivedLine(line.start, line.text, _finding_of(line, out)) for line in lines_of(article.received)]


def blocks_in(article: Article) -> list[BlockHere]:
    """The lines of an article that are blocks of its outlet."""
    lines = [(hash_of(line.text), line) for line in received_lines(article)]
    hashes = array("q", {known_as for known_as, _ in lines})
    found = Block.objects.filter(outlet=article.outlet_id, hash__among=hashes).counted().select_related("decided_by")
    blocks = {block.hash: block for block in found}
    return [BlockHere(blocks[known_as], line.start, line.is_in) for known_as, line in lines if known_as in blocks]


@transaction.atomic
def correct_record(article: Article, *, actor: User, **fields: Any) -> Article:
    """Set what is known of an article beside its text: headline, byline, agency, published_on, outlet, language.

    An outlet that is not stored yet comes in with it. Raises ValidationError for a value that no article can have.
    """
    article = Article.objects.select_for_update(no_key=True, of=("self",)).select_related("outlet").get(pk=article.pk)
    changed = {name: value for name, value in fields.items() if getattr(article, name) != value}
    if not changed:
        return article
    told = {name: [str(getattr(article, name) or ""), str(value or "")] for name, value in changed.items()}
    for name, value in changed.items():
        if isinstance(value, Outlet) and value.pk is None:
            value.full_clean()
            value.save()
        setattr(article, name, value)
    article.full_clean()
    article.save(update_fields=list(changed))
    if "outlet" in changed:
        article.holdings.all().delete()
    record("article.corrected", actor=actor, on=article, changes=told)
    if COMPARED_BY.intersection(changed) and forget_comparisons(article):
        stories_changed([article.story_id])
    return article


@transaction.atomic
def choose_lines(article: Article, *, kept: Collection[int], actor: User) -> Article:
    """Have the article be the lines of its received text that begin at `kept`.

    Raises CannotMend if something stands on its text already, such as a statement, or if no line would be left.
    """
    article = Article.objects.select_for_update(no_key=True, of=("self",)).get(pk=article.pk)
    lines = lines_of(article.received)
    wanted = [line for line in lines if line.start not in kept]
    if wanted == [line for line in lines if _finding_of(line, _leaving_out(article))]:
        return article
    if because := why_text_stays(article.pk):
        raise CannotMend(because)
    if len(wanted) == len(lines):
        raise CannotMend(_("At least one line has to be the article."))
    told = [TextFinding(**finding) for finding in article.findings if not finding["leaves_out"]]
    left_out = list(_left_out(wanted, _leaving_out(article), by=name_of(actor)))
    article.findings = [finding.as_json() for finding in (*told, *left_out)]
    article.text = joined(article.received, left_out)
    article.save(update_fields=["findings", "text"])
    index([article])
    forget_comparisons(article)
    record("article.mended", actor=actor, on=article, left_out=[[f.start, f.end] for f in left_out])
    stories_changed([article.story_id])
    return article


@transaction.atomic
def settle(block: Block, *, is_furniture: bool, actor: User) -> Block:
    """Have a block be left out of its outlet's articles from now on, or never. Raises CannotSettle."""
    block = Block.objects.select_for_update(no_key=True, of=("self",)).select_related("outlet").get(pk=block.pk)
    state = Block.State.RECOGNISED if is_furniture else Block.State.DECLINED
    if block.decided_at and block.state == state:
        raise CannotSettle(_("Somebody decided this already: %(state)s.") % {"state": block.get_state_display()})
    block.state, block.decided_by, block.decided_at = state, actor, timezone.now()
    block.save(update_fields=["state", "decided_by", "decided_at"])
    act = "accepted" if is_furniture else "declined"
    record(f"furniture.{act}", actor=actor, on=block, outlet=block.outlet.name)
    return block


def _left_out(lines: Sequence[Line], known: Sequence[TextFinding], *, by: str) -> Iterator[TextFinding]:
    """A finding for each line left out: with the reason it had, or because somebody said so."""
    for line in lines:
        finding = _finding_of(line, known)
        what, because = (
            (finding.what, finding.because) if finding else (What.FURNITURE, noted("left out by %(by)s", by=by))
        )
        yield TextFinding(what, line.text[:200], line.start, line.stop, because, leaves_out=True)


def _leaving_out(article: Article) -> list[TextFinding]:
    return [TextFinding(**finding) for finding in article.findings if finding["leaves_out"]]


def _finding_of(line: Line, findings: Sequence[TextFinding]) -> TextFinding | None:
    return next((finding for finding in findings if finding.start <= line.start < finding.end), None)
