import pytest
from django.urls import reverse

from factcheck.ledger.chain import record
from factcheck.verdicts.messages.choose_deliveries import deliveries_of
from factcheck.verdicts.models import Delivery, Message
from factcheck.verdicts.review_verdict import submit
from tests.desk.reading import as_read
from tests.factories import ClaimFactory, CommentFactory, MessageFactory, UserFactory, VerdictFactory

HTMX = {"HX-Request": "true"}


def read(desk, name="inbox", **query):
    return as_read(desk.get(reverse(f"desk:{name}"), query).content.decode())


def test_a_message_says_who_did_what_to_which_claim_and_when(desk, editor):
    comment = CommentFactory(claim=ClaimFactory(text="The <b>bridge</b> is safe."))
    message = MessageFactory(recipient=editor, comment=comment)

    html = read(desk)

    assert f"{comment.author.first_name} commented on this claim of yours" in html
    assert f'<a href="/desk/messages/{message.pk}/">The &lt;b&gt;bridge&lt;/b&gt; is safe.</a>' in html
    assert f'datetime="{comment.created_at:%Y-%m-%dT%H:%M}' in html


def test_what_nobody_asked_for_is_said_of_the_desk(desk, editor):
    record("verdict.reopened", actor=None, on=VerdictFactory(author=editor))

    assert "The desk took this verdict out of review" in read(desk)


def test_the_newest_message_stands_first_and_the_rest_on_further_pages(desk, editor):
    for number in range(51):
        MessageFactory(recipient=editor, what=f"wrote comment {number:02}")

    first = read(desk)
    newest, oldest = Message.objects.first().pk, Message.objects.last().pk
    second = read(desk, after=newest - 49)

    assert first.index("wrote comment 50") < first.index("wrote comment 49") < first.index("wrote comment 01")
    assert "wrote comment 00" not in first
    assert "Older" in first
    assert f"/desk/messages/{oldest}/" in second


def test_a_list_without_messages_says_what_will_come(desk):
    html = read(desk)

    assert "No message yet. What concerns you comes here" in html
    assert "Mark all as read" not in html


def test_the_messages_of_others_are_not_shown_and_cannot_be_followed(desk):
    other = MessageFactory()

    assert f"/desk/messages/{other.pk}/" not in read(desk)
    assert desk.get(reverse("desk:message", args=[other.pk])).status_code == 404
    other.refresh_from_db()
    assert not other.is_read


@pytest.mark.parametrize("page", ["home", "claims", "ledger", "inbox", "keys"])
def test_the_menu_of_every_page_counts_what_waits(desk, editor, page):
    assert "waiting</span>" not in read(desk, page)
    for _ in range(2):
        MessageFactory(recipient=editor)
    MessageFactory()

    assert '<span class="count">2</span> <span class="visually-hidden">waiting</span>' in read(desk, page)


def test_more_than_99_are_not_counted_out(desk, editor):
    first = MessageFactory(recipient=editor)
    more = [CommentFactory(claim=first.claim, author=first.comment.author) for _ in range(99)]
    Message.objects.bulk_create(
        [Message(recipient=editor, kind=first.kind, what="x", claim=first.claim, comment=one) for one in more]
    )

    assert '<span class="count">99+</span>' in read(desk)


@pytest.mark.parametrize("on", ["claim", "verdict"])
def test_following_a_message_leads_to_what_it_is_about_and_calls_it_read(desk, editor, on):
    comment = CommentFactory(on_verdict=True) if on == "verdict" else CommentFactory()
    claim = comment.verdict.claim if comment.verdict else comment.claim
    message = MessageFactory(recipient=editor, comment=comment, claim=claim, verdict=comment.verdict)

    response = desk.get(reverse("desk:message", args=[message.pk]))

    assert response.url == f"{reverse(f'desk:{on}', args=[comment.subject.slug])}#comments"
    message.refresh_from_db()
    assert message.is_read


def test_following_a_message_reads_what_led_to_the_same_page_before_and_nothing_else(desk, editor):
    claim = ClaimFactory()
    earlier, followed, later = (MessageFactory(recipient=editor, comment=CommentFactory(claim=claim)) for _ in range(3))
    elsewhere, of_another = MessageFactory(recipient=editor), MessageFactory(comment=earlier.comment)

    desk.get(reverse("desk:message", args=[followed.pk]))

    unread = set(Message.objects.unread())
    assert unread == {later, elsewhere, of_another}


def test_a_mail_leads_through_signing_in_to_its_message(client, editor):
    address = reverse("desk:message", args=[MessageFactory(recipient=editor).pk])

    response = client.get(address)

    assert response.url == f"{reverse('login')}?next={address}"


def test_a_message_is_for_people_of_the_desk(db, as_user):
    person = UserFactory()

    response = as_user(person).get(reverse("desk:message", args=[MessageFactory(recipient=person).pk]))

    assert response.status_code == 403


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_all_are_marked_as_read_but_what_came_since_the_page_was_opened(desk, editor, headers):
    shown = MessageFactory(recipient=editor)
    since, of_another = MessageFactory(recipient=editor), MessageFactory()

    response = desk.post(reverse("desk:read_all"), {"until": shown.pk}, headers=headers, follow=True)

    html = as_read(response.content.decode())
    assert set(Message.objects.unread()) == {since, of_another}
    assert "1 message marked as read." in html
    assert '<span class="count">1</span>' in html
    assert html.lstrip().startswith('<section id="inbox"' if headers else "<!doctype html>")


@pytest.mark.parametrize("until", ["", "x", "-1", "9" * 40, "²"])
def test_a_broken_form_marks_nothing_that_is_not_the_person_s(desk, until):
    other = MessageFactory()

    response = desk.post(reverse("desk:read_all"), {"until": until})

    other.refresh_from_db()
    assert (response.status_code, other.is_read) == (302, False)


@pytest.mark.parametrize("count", [1, 50])
def test_the_list_asks_the_database_as_often_for_many_messages_as_for_one(
    desk, editor, count, django_assert_num_queries
):
    for _ in range(count):
        MessageFactory(recipient=editor)

    with django_assert_num_queries(5):  # session, person with the unread, rights; the newest, the page
        desk.get(reverse("desk:inbox"))


def test_the_desk_s_first_page_asks_at_most_15_queries_with_messages(as_user, reviewer, django_assert_max_num_queries):
    submit(VerdictFactory(), editor=UserFactory(editor=True))
    MessageFactory(recipient=reviewer)
    client = as_user(reviewer)

    with django_assert_max_num_queries(15):
        client.get(reverse("desk:home"))


class TestPreferences:
    def ways(self, **changed):
        return {**{kind: Delivery.usual(kind) for kind in Message.Kind.values}, **changed}

    def test_show_what_is_usual(self, desk):
        html = read(desk, "deliveries")

        assert 'name="assigned" value="mail" id="id_assigned_0" required checked' in html
        assert 'name="to_review" value="desk" id="id_to_review_1" required checked' in html

    def test_are_kept(self, desk, editor):
        response = desk.post(reverse("desk:deliveries"), self.ways(to_review="mail", assigned="none"), follow=True)

        kept = deliveries_of(editor)
        assert "Saved." in response.content.decode()
        assert (kept["to_review"], kept["assigned"], kept["mentioned"]) == ("mail", "none", "mail")

    def test_that_cannot_be_give_back_what_was_chosen(self, desk, editor):
        response = desk.post(reverse("desk:deliveries"), self.ways(to_review="mail", assigned="pigeon"))

        html = as_read(response.content.decode())
        assert response.status_code == 422
        assert "pigeon is not one of the available choices" in html
        assert 'name="to_review" value="mail" id="id_to_review_0" required checked' in html
        assert deliveries_of(editor)["to_review"] == "desk"

    def test_say_where_mails_go(self, desk, editor, settings):
        assert "No mail address of yours is known here" in read(desk, "deliveries")

        editor.email = "ruth@desk.example"
        editor.save()
        assert "Mails go to <b>ruth@desk.example</b>" in read(desk, "deliveries")

        settings.SENDS_MAIL = False
        assert "This site sends no mail" in read(desk, "deliveries")

    @pytest.mark.parametrize(("state", "is_said"), [("failed", True), ("sent", False)])
    def test_say_when_the_last_mail_could_not_be_delivered(self, desk, editor, state, is_said):
        MessageFactory(recipient=editor, mail="failed")
        MessageFactory(recipient=editor, mail=state)
        MessageFactory(recipient=editor)

        assert ("could not be delivered" in read(desk, "deliveries")) is is_said
