"""`manage.py forget_readers`: delete mail addresses that readers left with letters, those kept long enough or one."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from factcheck.verdicts.letters.forget_readers import forget_old_addresses, forget_reader


class Command(BaseCommand):
    help = (
        "Deletes the mail addresses that readers left longer ago than LETTER_ADDRESS_DAYS. With an address, deletes "
        "that one, and the words of the letters that nobody else left an address with."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", nargs="?", default="", help="of somebody who wants to be forgotten")

    def handle(self, *, address: str, **options: Any) -> None:
        if address:
            letters = forget_reader(address)
            self.stdout.write(f"{letters} letter{'' if letters == 1 else 's'} of this address forgotten.")
            return
        count = forget_old_addresses()
        self.stdout.write(f"{count} address{'' if count == 1 else 'es'} deleted.")
