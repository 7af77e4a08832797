"""What people see and say of an outlet's blocks: where they stand, and whether they are its furniture.

What is said counts for articles that come in later. Those that are stored keep their text; each can be mended.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from factcheck.articles.editing import received_lines
from factcheck.articles.models import Article, Block
from factcheck.articles.reading.outlet_lines import hash_of
from factcheck.ledger.chain import record


class CannotSettle(Exception):
    """A decision that was taken already; the message says so."""


@dataclass(frozen=True, slots=True)
class BlockHere:
    """A block in one article: where its line begins in the received text, and whether the reading text has it."""

    block: Block
    start: int
    is_in: bool


def blocks_in(article: Article) -> list[BlockHere]:
    """The lines of an article that are blocks of its outlet."""
    lines = [(hash_of(line.text), line) for line in received_lines(article)]
    hashes = array("q", {known_as for known_as, _ in lines})
    found = Block.objects.filter(outlet=article.outlet_id, hash__among=hashes).counted().select_related("decided_by")
    blocks = {block.hash: block for block in found}
    return [BlockHere(blocks[known_as], line.start, line.is_in) for known_as, line in lines if known_as in blocks]


@transaction.atomic
def settle(block: Block, *, is_furniture: bool, actor: User) -> Block:
    """Have a block be left out of its outlet's articles from now on, or never. Raises CannotSettle."""
    block = Block.objects.select_for_update(of=("self",)).select_related("outlet").get(pk=block.pk)
    state = Block.State.RECOGNISED if is_furniture else Block.State.DECLINED
    if block.decided_at and block.state == state:
        raise CannotSettle(f"Somebody decided this already: {block.get_state_display()}.")
    block.state, block.decided_by, block.decided_at = state, actor, timezone.now()
    block.save(update_fields=["state", "decided_by", "decided_at"])
    act = "accepted" if is_furniture else "declined"
    record(f"furniture.{act}", actor=actor, on=block, outlet=block.outlet.name)
    return block
