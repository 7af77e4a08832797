"""Invitations: a link works once, for a week, for whom it was made; who may send one is a permission."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from factcheck.ledger.models import Entry
from factcheck.people.invite_people import NotOpen, accept_invitation, draw_secret, find_invitation, invite
from factcheck.people.models import Invitation
from factcheck.people.send_mail import send_invitation
from tests.people.signing_in import PASSWORD, code_of, is_signed_in, sign_in, somebody, without_token

pytestmark = pytest.mark.django_db
ADDRESS = "new@desk.example"


@pytest.fixture
def inviter(reviewer):
    reviewer.user_permissions.add(Permission.objects.get(codename="add_invitation"))
    return reviewer


@pytest.fixture
def secret(inviter):
    return draw_secret(invite(ADDRESS, role="Reviewers", inviter=inviter))


def accept(client, secret, **fields):
    fields = {"login": "new.one", "name": "New One", "password1": PASSWORD, "password2": PASSWORD, **fields}
    return client.post(reverse("invitation", args=[secret]), fields)


def test_where_mail_is_set_up_the_link_is_sent_and_shown_nowhere(inviter, as_user, settings):
    settings.SENDS_MAIL, settings.SITE_URL = True, "https://desk.example"
    client = as_user(inviter)

    response = client.post(reverse("people:people"), {"address": ADDRESS, "role": "Editors"}, follow=True)

    sent = re.search(r"https://desk\.example(/invitations/\S+/)", mail.outbox[0].body)[1]
    assert mail.outbox[0].to == [ADDRESS]
    assert Client().get(sent).status_code == 200
    assert "/invitations/" not in response.content.decode().replace("/desk/people/invitations/", "")


def test_the_link_is_drawn_by_the_worker_that_mails_it_and_waits_in_no_queue(inviter, as_user, settings):
    settings.SENDS_MAIL = True
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    as_user(inviter).post(reverse("people:people"), {"address": ADDRESS, "role": "Editors"})

    queued = DBTaskResult.objects.get()
    told = queued.args_kwargs
    queued.task.call(*told["args"], **told["kwargs"])

    secret = re.search(r"/invitations/(\S+)/", mail.outbox[0].body)[1]
    assert find_invitation(secret).address == ADDRESS
    assert told == {"args": [Invitation.objects.get().pk, "en"], "kwargs": {}}


def test_of_two_links_to_one_invitation_the_later_counts(secret):
    later = draw_secret(Invitation.objects.get())

    assert find_invitation(later)
    with pytest.raises(NotOpen):
        find_invitation(secret)


def test_an_invitation_that_was_revoked_before_its_mail_is_not_mailed(secret, inviter):
    revoked(secret, inviter)

    send_invitation.func(Invitation.objects.get().pk, "en")

    assert not mail.outbox


def test_where_no_mail_is_set_up_the_link_is_shown_once_for_copying(inviter, as_user, settings):
    settings.SENDS_MAIL = False
    client = as_user(inviter)

    html = client.post(reverse("people:people"), {"address": ADDRESS, "role": "Editors"}).content.decode()

    link = re.search(r"http://localhost:8000(/invitations/[\w-]+/)", html)[1]
    assert Client().get(link).status_code == 200
    assert link not in client.get(reverse("people:people")).content.decode()


def test_where_the_mail_cannot_be_sent_the_link_is_shown_instead(inviter, as_user, settings, monkeypatch):
    settings.SENDS_MAIL = True
    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)

    html = as_user(inviter).post(reverse("people:people"), {"address": ADDRESS, "role": "Editors"}).content.decode()

    assert "The mail could not be sent." in html
    assert re.search(r"http://localhost:8000/invitations/[\w-]+/", html)


def test_a_mail_that_a_worker_could_not_send_is_told_and_sent_again(inviter, as_user, settings, monkeypatch):
    settings.SENDS_MAIL = True
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    client, people = as_user(inviter), reverse("people:people")
    client.post(people, {"address": ADDRESS, "role": "Editors"})
    invitation = Invitation.objects.get()

    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
        with pytest.raises(ConnectionRefusedError):
            send_invitation.call(invitation.pk, "en")

    assert "The mail could not be sent (" in client.get(people).text
    Invitation.objects.update(expires_at=timezone.now() - timedelta(days=1))

    answer = client.post(reverse("people:again", args=[invitation.pk]), follow=True).text
    queued = DBTaskResult.objects.latest("enqueued_at").args_kwargs
    send_invitation.call(*queued["args"])

    secret = re.search(r"/invitations/(\S+)/", mail.outbox[0].body)[1]
    assert find_invitation(secret).expires_at > timezone.now() + timedelta(days=6)
    assert f"Sent again to {ADDRESS}. The earlier link leads nowhere now." in answer
    assert "The mail could not be sent (" not in client.get(people).text


def test_where_no_mail_is_set_up_a_new_link_takes_the_place_of_a_lost_one(inviter, as_user, settings, secret):
    settings.SENDS_MAIL = False

    html = as_user(inviter).post(reverse("people:again", args=[Invitation.objects.get().pk])).text

    link = re.search(r"http://localhost:8000(/invitations/[\w-]+/)", html)[1]
    assert Client().get(link).status_code == 200
    assert Client().get(reverse("invitation", args=[secret])).status_code == 404


@pytest.mark.parametrize("ended", ["accepted_at", "revoked_at"])
def test_an_answered_invitation_is_not_sent_again(inviter, as_user, secret, ended):
    Invitation.objects.update(**{ended: timezone.now()})

    html = as_user(inviter).post(reverse("people:again", args=[Invitation.objects.get().pk]), follow=True).text

    assert "This invitation was accepted or revoked already." in html
    assert not mail.outbox


def refuse(*_):
    raise ConnectionRefusedError


def test_a_link_makes_an_account_with_its_role_and_signs_in(client, secret):
    response = accept(client, secret)

    person = User.objects.get(username="new.one")
    assert response.url == reverse("desk:home")
    assert is_signed_in(client)
    assert (person.get_full_name(), person.email) == ("New One", ADDRESS)
    assert [group.name for group in person.groups.all()] == ["Reviewers"]
    assert not person.is_staff


def test_the_ledger_tells_who_invited_whom_without_their_address(client, secret, inviter):
    accept(client, secret)

    acts = [(entry.act, entry.actor.username) for entry in Entry.objects.order_by("pk")]
    assert acts == [("invitation.sent", inviter.username), ("invitation.accepted", "new.one")]
    assert not [entry for entry in Entry.objects.all() if ADDRESS in entry.subject_name + str(entry.details)]


def test_only_the_hash_of_a_link_is_stored(secret):
    assert secret not in str(Invitation.objects.values().get())


def used(secret, inviter):
    accept_invitation(secret, login="somebody", name="Somebody", password=PASSWORD)


def expired(secret, inviter):
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))


def revoked(secret, inviter):
    client = Client()
    client.force_login(inviter)
    client.post(reverse("people:revoke", args=[Invitation.objects.get().pk]))


def replaced(secret, inviter):
    invite(ADDRESS.upper(), role="Editors", inviter=inviter)


@pytest.mark.parametrize("what_became_of_it", [used, expired, revoked, replaced])
def test_a_link_that_cannot_be_used_makes_no_account_and_answers_as_one_that_never_was(
    what_became_of_it, client, secret, inviter
):
    what_became_of_it(secret, inviter)
    before = User.objects.count()

    answers = [accept(client, secret), client.get(reverse("invitation", args=[secret])), accept(client, "made-up")]

    assert User.objects.count() == before
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert len({without_token(answer).replace(secret, "made-up") for answer in answers}) == 1


def test_a_link_works_for_a_week(secret):
    invitation = Invitation.objects.get()

    assert timedelta(days=6, hours=23) < invitation.expires_at - timezone.now() <= timedelta(days=7)


def test_a_login_that_is_taken_is_refused_in_any_spelling_and_nothing_typed_is_lost(client, secret):
    somebody(username="Taken")

    response = accept(client, secret, login="taken")

    assert response.status_code == 422
    assert "cannot be used" in response.content.decode()
    assert 'value="New One"' in response.content.decode()
    assert accept(client, secret).status_code == 302


@pytest.mark.parametrize(
    "fields",
    [
        {"password2": "another"},
        {"password1": "12345678", "password2": "12345678"},
        {"password1": "new@desk.example", "password2": "new@desk.example"},
        {"name": ""},
        {"name": "new@desk.example"},
        {"login": "two words"},
    ],
)
def test_an_account_that_would_not_do_is_not_made_and_the_link_still_works(fields, client, secret):
    assert accept(client, secret, **fields).status_code == 422
    assert accept(client, secret).status_code == 302


def test_where_a_second_step_is_required_the_new_person_sets_it_up_first(client, secret, settings):
    settings.REQUIRE_TOTP = True

    accept(client, secret)
    was_in = is_signed_in(client)
    client.post(reverse("second_step"), {"code": code_of(User.objects.get(username="new.one"))})

    assert not was_in
    assert is_signed_in(client)


def test_who_has_an_account_is_not_made_another(inviter, as_user):
    somebody(email="Here@desk.example")

    response = as_user(inviter).post(reverse("people:people"), {"address": "here@desk.example", "role": "Reviewers"})

    assert response.status_code == 422
    assert not Invitation.objects.exists()


def test_who_is_signed_in_makes_no_second_account_by_the_link_of_another(secret, as_user, editor):
    client = as_user(editor)

    answers = [client.get(reverse("invitation", args=[secret])), accept(client, secret)]

    assert all("for somebody who has no account yet" in answer.content.decode() for answer in answers)
    assert not User.objects.filter(username="new.one").exists()
    assert accept(Client(), secret).status_code == 302


def test_an_invitation_that_was_answered_is_not_revoked(client, secret, inviter, as_user):
    accept(client, secret)

    as_user(inviter).post(reverse("people:revoke", args=[Invitation.objects.get().pk]))

    assert Invitation.objects.get().revoked_at is None


def test_the_account_that_a_link_made_signs_in(client, secret):
    accept(Client(), secret)

    sign_in(client, "new.one")

    assert is_signed_in(client)


def test_a_link_is_accepted_once_though_two_hold_it(secret):
    accept_invitation(secret, login="first", name="First", password=PASSWORD)

    with pytest.raises(NotOpen):
        accept_invitation(secret, login="second", name="Second", password=PASSWORD)


def test_the_page_of_people_asks_as_much_for_many_as_for_one(administrator, as_user, django_assert_max_num_queries):
    for _ in range(5):
        somebody()

    client = as_user(administrator)

    with django_assert_max_num_queries(8):
        client.get(reverse("people:people"))


def test_the_people_of_the_desk_stand_with_the_role_that_an_invitation_names(inviter, editor, as_user):
    html = " ".join(as_user(inviter).get(reverse("people:people")).content.decode().split())

    assert f"editor · signs in as {editor.username}" in html
    assert f"reviewer · signs in as {inviter.username}" in html
