"""`manage.py verify_ledger`: prove the chain of acts, and every published revision and import that it vouches for."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factcheck.ledger.chain import Anchor, ChainBroken, verify


class Command(BaseCommand):
    help = "Proves that no ledger entry, published revision or import was changed. Ends with 1 and names each that was."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--anchor", metavar="NUMBER:HASH", help="what ledger_head printed once, kept elsewhere")

    def handle(self, *args: Any, anchor: str | None, **options: Any) -> None:
        try:
            count = verify(Anchor.read(anchor) if anchor else None)
        except ValueError as unreadable:
            raise CommandError(str(unreadable), returncode=2) from None
        except ChainBroken as broken:
            raise CommandError("\n".join(broken.faults)) from None
        self.stdout.write(
            f"All {count} entries, and the revisions and imports they vouch for, stand as they were written."
        )
