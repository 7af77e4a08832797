"""`manage.py take_off_second_step LOGIN`: let somebody in whose phone is lost, where no administrator can."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from factcheck.people.second_step import take_off_second_step


class Command(BaseCommand):
    help = "Takes the second step of signing in off an account whose owner lost phone and recovery codes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("login", help="the name that the person signs in with")

    def handle(self, *args: Any, login: str, **options: Any) -> None:
        person = User.objects.filter(username=login).first()
        if person is None:
            raise CommandError(f"Nobody signs in as “{login}”.")
        take_off_second_step(person, actor=None)
        self.stdout.write(f"{login} signs in with the password alone now, until a second step is set up again.")
