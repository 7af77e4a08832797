import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.contrib.messages.storage.fallback import FallbackStorage
from django.test import RequestFactory
from django.urls import reverse

from factcheck.claims.models import Source, SourceAlias
from factcheck.ledger.admin import RecordedAdmin
from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from tests.factories import ConflictFactory, OutletFactory, PositionFactory, SourceFactory, UserFactory

PASSWORD = "a bridge over nine rivers"


@pytest.fixture
def client(administrator, as_user):
    return as_user(administrator)


def page(name, *args):
    return reverse(f"admin:{name}", args=args)


def account(user, **changed):
    """What the page of a person sends."""
    names = ("username", "first_name", "last_name", "email")
    joined = {"date_joined_0": f"{user.date_joined:%Y-%m-%d}", "date_joined_1": f"{user.date_joined:%H:%M:%S}"}
    joined |= {f"initial-{name}": value for name, value in joined.items()}
    sent = {name: getattr(user, name) for name in names} | joined | {"is_active": "on"} | changed
    return {name: value for name, value in sent.items() if value != ""}


def acts():
    return list(Entry.objects.order_by("pk").values_list("act", flat=True))


def test_what_a_person_is_called_and_may_do_is_never_changed_without_an_entry(client, administrator):
    person = UserFactory(username="ana", role="Editors")
    reviewers, right = Group.objects.get(name="Reviewers"), Permission.objects.get(codename="add_rating")
    rights = {"is_staff": "on", "is_superuser": "on", "groups": [reviewers.pk], "user_permissions": [right.pk]}

    response = client.post(
        page("auth_user_change", person.pk), account(person, username="ana.ruiz", first_name="Ana", **rights)
    )

    assert response.status_code == 302
    entry = Entry.objects.on(person).get()
    changes = entry.details["changes"]
    assert (entry.act, entry.actor) == ("user.changed", administrator)
    assert changes["username"] == ["ana", "ana.ruiz"]
    assert changes["first_name"] == [person.first_name, "Ana"]
    assert changes["groups"] == ["Editors", "Reviewers"]
    assert changes["is_superuser"] == ["False", "True"]
    assert changes["user_permissions"] == ["", str(right)]


def test_closing_an_account_is_an_entry(client):
    person = UserFactory()

    client.post(page("auth_user_change", person.pk), account(person, is_active=""))

    assert Entry.objects.on(person).get().details["changes"] == {"is_active": ["True", "False"]}


def test_of_a_password_the_ledger_says_only_that_it_was_changed(client, administrator):
    person = UserFactory()

    sent = {"password1": PASSWORD, "password2": PASSWORD, "usable_password": "true", "set-password": ""}
    client.post(page("auth_user_password_change", person.pk), sent)

    entry = Entry.objects.on(person).get()
    assert User.objects.get(pk=person.pk).check_password(PASSWORD)
    assert (entry.act, entry.actor, entry.details) == ("user.password_changed", administrator, {"is_usable": True})


def test_a_password_that_is_refused_leaves_no_entry(client):
    person = UserFactory()

    client.post(page("auth_user_password_change", person.pk), {"password1": "a", "password2": "b"})

    assert not Entry.objects.exists()


def test_a_person_is_made_and_removed_with_an_entry_each_and_no_hash_of_a_password(client):
    sent = {"username": "ana", "usable_password": "true", "password1": PASSWORD, "password2": PASSWORD}
    client.post(page("auth_user_add"), sent)
    person = User.objects.get(username="ana")

    client.post(page("auth_user_delete", person.pk), {"post": "yes"})

    made, removed = Entry.objects.order_by("pk")
    assert (made.act, made.details["changes"]) == ("user.made", {"username": ["", "ana"]})
    assert (removed.act, removed.details["was"]["username"]) == ("user.removed", "ana")
    assert person.password not in str([made.details, removed.details])


def test_what_a_group_may_do_is_an_entry_and_so_is_its_end(client):
    group, right = Group.objects.create(name="Interns"), Permission.objects.get(codename="review_verdict")

    client.post(page("auth_group_change", group.pk), {"name": "Trainees", "permissions": [right.pk]})
    client.post(page("auth_group_delete", group.pk), {"post": "yes"})

    changed, removed = Entry.objects.order_by("pk")
    assert changed.details["changes"] == {"name": ["Interns", "Trainees"], "permissions": ["", str(right)]}
    assert (removed.act, removed.details["was"]["permissions"]) == ("group.removed", str(right))


def test_each_row_that_is_chosen_in_a_list_and_removed_has_an_entry(client):
    rows = [OutletFactory(name="The Herald"), OutletFactory(name="The Echo")]

    sent = {"action": "delete_selected", "_selected_action": [row.pk for row in rows], "post": "yes"}
    client.post(page("articles_outlet_changelist"), sent)

    assert acts() == ["outlet.removed"] * 2
    assert {entry.details["was"]["name"] for entry in Entry.objects.all()} == {"The Herald", "The Echo"}


def test_what_goes_along_with_a_row_is_named_but_not_what_the_desk_works_out(client):
    position = PositionFactory()
    ConflictFactory(first=position.statement)

    client.post(page("claims_statement_delete", position.statement_id), {"post": "yes"})

    assert sorted(acts()) == ["conflict.removed", "position.removed", "statement.removed"]
    was = Entry.objects.get(act="position.removed").details["was"]
    assert (was["claim"], was["stance"]) == (str(position.claim_id), "supports")
    assert verify() == 3


def test_rows_beside_another_on_its_page_are_recorded_too(administrator):
    source = SourceFactory(name="Ana Ruiz")
    kept, gone = (SourceAlias.objects.create(source=source, name=name) for name in ("A. Ruiz", "Anna Ruiz"))

    edit_with_aliases(administrator, source, kept, gone)

    told = {entry.act: entry.details for entry in Entry.objects.all()}
    assert told["sourcealias.changed"]["changes"] == {"name": ["A. Ruiz", "Ana R."]}
    assert told["sourcealias.made"]["changes"]["name"] == ["", "La Ruiz"]
    assert told["sourcealias.removed"]["was"]["name"] == "Anna Ruiz"
    assert "source.changed" not in told


@pytest.mark.parametrize("model", list(admin.site._registry), ids=lambda model: model._meta.label)
def test_every_page_there_records_what_it_changes_or_changes_nothing(model, administrator, rf):
    pages, request = admin.site._registry[model], rf.get("/")
    request.user = administrator

    is_read_only = not any(
        (pages.has_add_permission(request), pages.has_change_permission(request), pages.has_delete_permission(request))
    )

    assert is_read_only or isinstance(pages, RecordedAdmin)


class AliasInline(admin.TabularInline):
    model = SourceAlias
    extra = 1


class SourceWithAliases(RecordedAdmin):
    inlines = [AliasInline]


def edit_with_aliases(person, source, kept, gone):
    """Send the page of a source with one alias renamed, one removed and one new."""
    fields = {"name": source.name, "slug": source.slug, "kind": "person", "people": 1, "is_on_record": "on"}
    forms = {"aliases-TOTAL_FORMS": 3, "aliases-INITIAL_FORMS": 2, "_continue": "yes"}
    rows = [(kept.pk, "Ana R.", ""), (gone.pk, gone.name, "on"), ("", "La Ruiz", "")]
    for number, (pk, name, is_removed) in enumerate(rows):
        row = {"id": pk, "source": source.pk, "name": name} | ({"DELETE": "on"} if is_removed else {})
        forms |= {f"aliases-{number}-{field}": value for field, value in row.items()}
    request = RequestFactory().post("/", fields | forms)
    request.user, request.session, request._dont_enforce_csrf_checks = person, {}, True
    request._messages = FallbackStorage(request)
    response = SourceWithAliases(Source, admin.site).changeform_view(request, str(source.pk))
    assert response.status_code == 302
