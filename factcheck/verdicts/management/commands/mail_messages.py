"""`manage.py mail_messages`: send the mails that wait, from a cron job where no worker tries failed ones again."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from factcheck.verdicts.letters.mail_answers import mail_answers
from factcheck.verdicts.messages.mail_messages import mail_messages


class Command(BaseCommand):
    help = "Sends the mails to people of the desk and answers to readers that are due, those that failed before too."

    def handle(self, **options: Any) -> None:
        count = mail_messages.call() + mail_answers.call()
        self.stdout.write(f"{count} message{'' if count == 1 else 's'} mailed.")
