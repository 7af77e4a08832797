"""`manage.py ledger_head`: print how the ledger stands now, to be kept where nobody of the database can change it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from factcheck.ledger.chain import head_of_chain


class Command(BaseCommand):
    help = "Prints NUMBER:HASH of the last ledger entry. Keep it outside the database; verify_ledger --anchor takes it."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(str(head_of_chain()))
