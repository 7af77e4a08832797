from django.urls import reverse

from factcheck.verdicts.review_verdict import send_back, submit
from tests.factories import AssignmentFactory, ConflictFactory, UserFactory, VerdictFactory


def sent_back(author):
    verdict = VerdictFactory(author=author)
    submit(verdict, editor=author)
    send_back(verdict, reviewer=UserFactory(reviewer=True, first_name="Rita"), note="Name the inspector.")
    verdict.refresh_from_db()
    return verdict


def test_the_note_of_who_sent_a_draft_back_stands_on_it_until_it_is_submitted_again(as_user, editor):
    verdict = sent_back(editor)
    address = reverse("desk:verdict", args=[verdict.slug])

    before = as_user(editor).get(address).content.decode()
    submit(verdict, editor=editor)
    after = as_user(editor).get(address).content.decode()

    assert "Sent back" in before
    assert "Name the inspector." in before
    assert "Rita" in before
    assert "Name the inspector." not in after


def test_what_was_sent_back_stands_first_on_the_author_s_desk_and_on_nobody_else_s(as_user, editor):
    sent_back(editor)
    ConflictFactory(because="The mayor takes it back.")
    assigned = AssignmentFactory(assignee=editor)

    mine = as_user(editor).get(reverse("desk:home")).content.decode()
    another = as_user(UserFactory(editor=True)).get(reverse("desk:home")).content.decode()

    assert mine.index("Name the inspector.") < mine.index("The mayor takes") < mine.index(str(assigned.claim))
    assert "Rita" in mine
    assert "Name the inspector." not in another
