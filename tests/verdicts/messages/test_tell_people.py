"""Who is told of each act, of what, and who is not."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from factcheck.claims.models import Claim
from factcheck.ledger.chain import record
from factcheck.ledger.models import Entry
from factcheck.verdicts.assignments import assign
from factcheck.verdicts.comments import comment
from factcheck.verdicts.draft_verdict import Draft, add_evidence, revise
from factcheck.verdicts.join_claims import join
from factcheck.verdicts.messages.choose_deliveries import choose_deliveries, deliveries_of
from factcheck.verdicts.models import Delivery, Evidence, Message, Revision, Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.retract_verdict import retract_urgently
from factcheck.verdicts.review_verdict import send_back, submit
from factcheck.verdicts.undo_acts import undo
from tests.factories import AssignmentFactory, ClaimFactory, CommentFactory, UserFactory, VerdictFactory

Kind = Message.Kind


@pytest.fixture
def desk(db):
    """People by login: ann began the verdict, ben changed it last, cid has the claim; rita, rolf may review."""
    roles = {"ann": "editor", "ben": "editor", "cid": "editor", "eve": "editor", "rita": "reviewer", "rolf": "reviewer"}
    return {login: UserFactory(username=login, first_name=login.title(), **{roles[login]: True}) for login in roles}


@pytest.fixture
def verdict(desk):
    verdict = VerdictFactory(author=desk["ann"], last_editor=desk["ben"])
    AssignmentFactory(claim=verdict.claim, assignee=desk["cid"])
    return verdict


def told(kind=None):
    """Who has a message of this kind, by login."""
    messages = Message.objects.filter(kind=kind) if kind else Message.objects.all()
    return sorted(messages.values_list("recipient__username", flat=True))


def what():
    return set(Message.objects.values_list("what", flat=True))


def in_review(verdict, by):
    submit(verdict, editor=by)
    Message.objects.all().delete()
    return Verdict.objects.get(pk=verdict.pk)


def edited(verdict, by, conclusion="Inspectors opened it again."):
    before = Draft(verdict.rating, verdict.conclusion, verdict.reasoning)
    return revise(verdict, editor=by, base=before, draft=Draft(verdict.rating, conclusion, verdict.reasoning))


def published(verdict, desk):
    """Public by rita, submitted by ann."""
    publish(in_review(verdict, desk["ann"]), reviewer=desk["rita"])
    return Verdict.objects.get(pk=verdict.pk)


class TestAssigning:
    def test_tells_who_gets_the_claim_until_when(self, desk):
        assign(ClaimFactory(), editor=desk["ann"], assignee=desk["ben"], due_on=date(2099, 5, 4))

        assert told(Kind.ASSIGNED) == told() == ["ben"]
        assert what() == {"assigned this claim to you, due on 4 May 2099"}

    def test_tells_who_had_it_before(self, desk):
        claim = AssignmentFactory(assignee=desk["ben"]).claim

        assign(claim, editor=desk["ann"], assignee=desk["eve"])

        assert (told(Kind.ASSIGNED), told(Kind.TASK_CHANGED)) == (["eve"], ["ben"])
        assert "gave this claim of yours to Eve" in what()

    def test_to_nobody_tells_who_had_it(self, desk):
        claim = AssignmentFactory(assignee=desk["ben"]).claim

        assign(claim, editor=desk["ann"], assignee=None)

        assert (told(), what()) == (["ben"], {"took this claim off you"})

    @pytest.mark.parametrize(
        ("task", "said"),
        [
            ({"due_on": date(2099, 5, 4)}, "made this claim of yours due on 4 May 2099"),
            ({"priority": 3}, "made this claim of yours of high priority"),
            ({"priority": 1, "due_on": date(2099, 5, 4)}, "due on 4 May 2099 and of low priority"),
        ],
    )
    def test_anew_tells_what_changed(self, desk, task, said):
        claim = AssignmentFactory(assignee=desk["ben"]).claim

        assign(claim, editor=desk["ann"], **task)

        assert told(Kind.TASK_CHANGED) == told() == ["ben"]
        assert said in what().pop()

    def test_of_a_claim_that_nobody_has_tells_nobody(self, desk):
        assign(ClaimFactory(), editor=desk["ann"], priority=3)

        assert told() == []

    def test_to_oneself_tells_nobody(self, desk):
        assign(ClaimFactory(), editor=desk["ann"], assignee=desk["ann"])

        assert told() == []

    def test_taken_back_tells_both(self, desk):
        claim = AssignmentFactory(assignee=desk["ben"]).claim
        assign(claim, editor=desk["ann"], assignee=desk["eve"])
        Message.objects.all().delete()

        undo(Entry.objects.filter(act="claim.assigned"), editor=desk["ann"])

        assert (told(Kind.ASSIGNED), told(Kind.TASK_CHANGED)) == (["ben"], ["eve"])


class TestReview:
    def test_is_asked_of_reviewers_who_may_approve(self, desk, verdict):
        submit(verdict, editor=desk["ann"])

        assert told(Kind.TO_REVIEW) == told() == ["rita", "rolf"]

    def test_is_not_asked_of_the_reviewer_who_changed_it_last(self, desk, verdict):
        edited(verdict, desk["rita"])

        submit(verdict, editor=desk["ann"])

        assert told() == ["rolf"]

    def test_is_not_asked_of_whoever_asks_for_it(self, desk, verdict):
        submit(verdict, editor=desk["rolf"])

        assert told() == ["rita"]

    def test_of_a_change_says_so(self, desk, verdict):
        changed = edited(published(verdict, desk), desk["ben"])
        Message.objects.all().delete()

        submit(changed, editor=desk["ben"])

        assert what() == {"submitted a change of this public verdict for review"}

    @pytest.mark.parametrize("end", [send_back, publish, edited])
    def test_asks_nobody_any_more_once_it_ended(self, desk, verdict, end):
        submit(verdict, editor=desk["ann"])
        waiting = Verdict.objects.get(pk=verdict.pk)

        if end is edited:
            edited(waiting, desk["eve"])
        else:
            end(waiting, reviewer=desk["rita"], note="Name the inspector." if end is send_back else "")

        assert not Message.objects.filter(kind=Kind.TO_REVIEW).unread().exists()

    def test_that_goes_on_keeps_asking_when_another_verdict_s_ends(self, desk, verdict):
        submit(verdict, editor=desk["ann"])

        publish(VerdictFactory(in_review=True), reviewer=desk["rita"])

        assert Message.objects.filter(kind=Kind.TO_REVIEW, verdict=verdict).unread().count() == 2


class TestAVerdictOfYours:
    @pytest.mark.parametrize(
        ("act", "kind", "said"),
        [
            (lambda v, by: send_back(v, reviewer=by, note="Name the inspector."), Kind.SENT_BACK, "sent this verdict"),
            (lambda v, by: publish(v, reviewer=by), Kind.PUBLISHED, "published this verdict"),
        ],
    )
    def test_sent_back_or_published_tells_author_last_editor_submitter_and_assignee(
        self, desk, verdict, act, kind, said
    ):
        act(in_review(verdict, desk["eve"]), desk["rita"])

        assert told(kind) == told() == ["ann", "ben", "cid", "eve"]
        assert said in what().pop()

    @pytest.mark.parametrize(
        ("kind", "said"),
        [
            (Revision.Kind.UPDATED, "published an update of this verdict"),
            (Revision.Kind.CORRECTED, "published a correction of this verdict"),
            (Revision.Kind.CLARIFIED, "published a clarification of this verdict"),
        ],
    )
    def test_changed_in_public_tells_what_the_change_is(self, desk, verdict, kind, said):
        changed = in_review(edited(published(verdict, desk), desk["ben"]), desk["ben"])

        publish(changed, reviewer=desk["rita"], kind=kind, note="The report came out.")

        assert told(Kind.CORRECTED) == told() == ["ann", "ben", "cid"]
        assert what() == {said}

    def test_retracted_tells_also_who_approved_it(self, desk, verdict):
        public = published(verdict, desk)
        Message.objects.all().delete()

        retract_urgently(public, reviewer=desk["rolf"], note="The minutes were forged.")

        assert told(Kind.RETRACTED) == told() == ["ann", "ben", "cid", "rita"]

    def test_changed_in_review_by_somebody_else_tells_that_it_is_a_draft_again(self, desk, verdict):
        edited(in_review(verdict, desk["ann"]), desk["eve"])

        assert told(Kind.SENT_BACK) == told() == ["ann", "cid"]  # who changed it last now is who did it
        assert "in review, so it is a draft again" in what().pop()

    def test_given_evidence_in_review_tells_the_same(self, desk, verdict):
        document = Evidence(title="Report", url="https://inspectors.example/report")

        add_evidence(in_review(verdict, desk["ann"]), document, editor=desk["eve"])

        assert told(Kind.SENT_BACK) == told() == ["ann", "cid"]

    def test_changed_as_a_draft_tells_nobody(self, desk, verdict):
        edited(verdict, desk["eve"])

        assert told() == []

    def test_taken_back_because_its_ground_changed_tells_also_who_changed_the_ground(self, desk, verdict):
        waiting = in_review(verdict, desk["ann"])
        Claim.objects.filter(pk=waiting.claim.pk).update(text="The bridge was never safe.")

        record("claim.changed", actor=desk["ann"], on=Claim.objects.get(pk=waiting.claim.pk))

        assert told(Kind.SENT_BACK) == told() == ["ann", "ben", "cid"]
        assert Message.objects.first().actor is None

    def test_is_no_business_of_who_left_the_desk(self, desk, verdict):
        desk["ann"].groups.clear()
        desk["cid"].is_active = False
        desk["cid"].save()

        publish(in_review(verdict, desk["ben"]), reviewer=desk["rita"])

        assert told() == ["ben"]


class TestAComment:
    def test_on_a_claim_tells_who_has_it_and_who_works_on_its_verdict(self, desk, verdict):
        comment("Who saw the report?", on=verdict.claim, author=desk["eve"])

        assert told(Kind.COMMENTED) == told() == ["ann", "ben", "cid"]

    def test_tells_whose_verdict_it_is_on(self, desk, verdict):
        comment("Too strong.", on=verdict, author=desk["eve"])

        assert told(Kind.COMMENTED) == told() == ["ann", "ben", "cid"]

    def test_tells_its_author_nothing(self, desk, verdict):
        comment("Too strong, @ann.", on=verdict, author=desk["ann"])

        assert told() == ["ben", "cid"]

    def test_tells_those_whom_it_names_once_even_if_it_is_theirs(self, desk, verdict):
        comment("@cid and @Rita, too strong. @cid?", on=verdict, author=desk["eve"])

        assert told(Kind.MENTIONED) == ["cid", "rita"]
        assert told(Kind.COMMENTED) == ["ann", "ben"]

    def test_on_a_claim_that_nobody_has_tells_nobody(self, desk):
        comment("Who saw the report? Not @somebody.", on=ClaimFactory(), author=desk["eve"])

        assert told() == []

    def test_names_nobody_outside_the_desk(self, desk):
        UserFactory(username="reader")

        comment("@reader, hello.", on=ClaimFactory(), author=desk["eve"])

        assert told() == []


def test_an_act_that_is_not_done_tells_nobody(desk, verdict):
    with transaction.atomic():
        assign(ClaimFactory(), editor=desk["ann"], assignee=desk["ben"])
        transaction.set_rollback(True)

    assert told() == []


def test_two_acts_tell_twice(desk):
    claim = ClaimFactory()

    assign(claim, editor=desk["ann"], assignee=desk["ben"])
    assign(claim, editor=desk["eve"], priority=3)

    assert told() == ["ben", "ben"]
    assert [message.actor.username for message in Message.objects.order_by("pk")] == ["ann", "eve"]


def test_who_wants_no_message_of_a_kind_gets_none(desk, verdict):
    choose_deliveries(desk["rita"], ways={Kind.TO_REVIEW: Delivery.Way.NONE})

    submit(verdict, editor=desk["ann"])

    assert told() == ["rolf"]


def test_mails_are_usual_for_what_is_to_be_done_and_the_rest_comes_on_the_desk(editor):
    ways = deliveries_of(editor)

    by_mail = {kind for kind, way in ways.items() if way == Delivery.Way.MAIL}
    assert by_mail == {Kind.ASSIGNED, Kind.SENT_BACK, Kind.MENTIONED}
    assert set(ways) == set(Kind.values)


def test_a_choice_is_changed_and_the_other_kinds_stay(editor):
    choose_deliveries(editor, ways={Kind.ASSIGNED: Delivery.Way.NONE, Kind.PUBLISHED: Delivery.Way.MAIL})
    choose_deliveries(editor, ways={Kind.ASSIGNED: Delivery.Way.DESK})

    ways = deliveries_of(editor)
    assert (ways[Kind.ASSIGNED], ways[Kind.PUBLISHED]) == (Delivery.Way.DESK, Delivery.Way.MAIL)


def test_messages_move_with_a_claim_that_is_joined_into_another(desk):
    claim, other = ClaimFactory(), ClaimFactory()
    assign(claim, editor=desk["ann"], assignee=desk["ben"])

    join(claim, into=other, editor=desk["ann"])

    assert Message.objects.get(recipient=desk["ben"]).claim == other


def test_the_database_itself_refuses_a_second_message_of_one_comment(editor):
    said = CommentFactory()
    Message.objects.create(recipient=editor, kind=Kind.COMMENTED, what="x", claim=said.claim, comment=said)

    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.create(recipient=editor, kind=Kind.MENTIONED, what="y", claim=said.claim, comment=said)


def test_telling_many_reviewers_asks_the_database_as_often_as_telling_one(desk, verdict, django_assert_max_num_queries):
    with django_assert_max_num_queries(100) as few:
        submit(verdict, editor=desk["ann"])
    for _ in range(20):
        UserFactory(reviewer=True)
    send_back(verdict, reviewer=desk["rita"], note="Name the inspector.")

    with django_assert_max_num_queries(len(few)):
        submit(verdict, editor=desk["ann"])
