import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from factcheck.ledger.models import Entry
from tests.factories import UserFactory

PASSWORD = "a bridge over nine rivers"


def test_an_administrator_who_is_made_from_the_terminal_is_an_entry(db, monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    UserFactory(administrator=True)

    call_command("createsuperuser", interactive=False, username="ana", email="ana@desk.example", verbosity=0)

    entry = Entry.objects.get()
    made = User.objects.get(username="ana")
    assert (entry.act, entry.actor, entry.subject_id) == ("user.made", None, made.pk)
    assert entry.details["changes"]["is_superuser"] == ["False", "True"]
    assert made.password not in str(entry.details)


def test_an_account_that_is_refused_there_leaves_no_entry(administrator):
    with pytest.raises(CommandError, match="already taken"):
        call_command("createsuperuser", interactive=False, username=administrator.username, email="a@desk.example")

    assert not Entry.objects.exists()


def test_a_password_that_is_changed_from_the_terminal_is_an_entry_for_that_person(db, monkeypatch, capsys):
    person, _ = UserFactory(), UserFactory()
    monkeypatch.setattr("getpass.getpass", lambda prompt="": PASSWORD)

    call_command("changepassword", person.username)

    entry = Entry.objects.get()
    assert (entry.act, entry.actor, entry.subject_id) == ("user.password_changed", None, person.pk)
    assert User.objects.get(pk=person.pk).check_password(PASSWORD)
