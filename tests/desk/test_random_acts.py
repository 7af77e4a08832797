"""Random people press random buttons of the desk and the admin site, with pages that are long out of date, and load
fixtures. Whatever they do, nothing fails, the rules of review hold, and the record proves itself.
"""

from __future__ import annotations

import itertools
import os
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from factcheck.articles.fixtures.load import CannotCarryOut, carry_out
from factcheck.articles.formats.incoming import ImportRefused
from factcheck.articles.models import Article, ImportBatch, Story
from factcheck.claims.models import Claim, Position, Source, Statement
from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.verdicts.models import Rating, Revision, Schedule, SecondOpinion, Submission, Verdict
from factcheck.verdicts.schedule_verdict import publish_due
from factcheck.verdicts.snapshot import Snapshot
from tests.desk.random_people import altered_fixture, open_page, press
from tests.factories import ArticleFactory, ClaimFactory, PositionFactory, StatementFactory, UserFactory, VerdictFactory

ORIGINAL = "The mayor said the bridge is safe. An inspector denied that the bridge is safe. Nobody was hurt."
REPRINT = "The mayor said the bridge is safe. Nobody was hurt."
EXAMPLES, STEPS = {"quick": (3, 20), "many": (120, 50)}.get(os.environ.get("PROPERTIES", ""), (5, 25))
chances = st.randoms(use_true_random=True)


class RandomActs(RuleBasedStateMachine):
    """A desk of five people, one story in two papers and two claims, on which anybody does anything."""

    pages = Bundle("pages")

    def __init__(self):
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.numbers = itertools.count(1)
        self.released = {}

    def teardown(self):
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    @initialize(chance=chances)
    def a_desk(self, chance):
        roles = [{"editor": True}, {"editor": True}, {"reviewer": True}, {"reviewer": True}, {"administrator": True}]
        self.people = [UserFactory(**role) for role in roles]
        self.clients = [Client() for _ in self.people]
        for client, person in zip(self.clients, self.people, strict=True):
            client.force_login(person)
        original = ArticleFactory(text=ORIGINAL, published_on=date(2026, 3, 1))
        reprint = ArticleFactory(text=REPRINT, story=original.story, reprint=True, published_on=date(2026, 3, 2))
        another = ArticleFactory(text="A bridge is closed, the mayor said. Nobody knows for how long.")
        StatementFactory(article=another, exact="A bridge is closed", source__name="The mayor of the town")
        said = StatementFactory(article=original, exact="The mayor said the bridge is safe.")
        denied = StatementFactory(article=original, exact="An inspector denied that the bridge is safe.")
        claims = [ClaimFactory(origin=said), ClaimFactory(origin=denied)]
        for claim in claims:
            PositionFactory(claim=claim, statement=said)
            PositionFactory(claim=claim, statement=denied, stance=Position.Stance.DENIES)
        for claim in claims:
            VerdictFactory(claim=claim, author=chance.choice(self.people[:2]))
        self.rows = [*claims, original, reprint, said, denied, said.source, original.outlet, original.story]
        self.rows += [*Position.objects.all(), *Rating.objects.all()[:2], *self.people]

    @rule(target=pages, chance=chances)
    def open_a_page(self, chance):
        return open_page(chance.choice(self.clients), chance.choice([*self.addresses()]))

    @rule(target=pages, page=pages, chance=chances)
    def press_a_button(self, page, chance):
        return self.press(page, [button for button in page.buttons if button.method == "post"] or page.buttons, chance)

    @rule(target=pages, chance=chances)
    def administer(self, chance):
        row = chance.choice(self.rows)
        page = open_page(
            self.clients[-1], reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
        )
        return self.press(page, page.offers("Save"), chance)

    @rule(target=pages, chance=chances)
    def submit(self, chance):
        return self.take_step(chance, Verdict.objects.filter(status="draft"), "Submit for review")

    @rule(target=pages, chance=chances)
    def publish(self, chance):
        return self.take_step(chance, Verdict.objects.awaiting_review(), "Approve and publish")

    @rule(target=pages, chance=chances)
    def do_anything_to_a_verdict(self, chance):
        return self.take_step(chance, Verdict.objects.all(), "")

    @rule(target=pages, chance=chances)
    def schedule(self, chance):
        return self.take_step(chance, Verdict.objects.awaiting_review(), "Approve and schedule")

    @rule()
    def the_time_of_what_is_scheduled_comes(self):
        approved = dict(Schedule.objects.waiting().values_list("verdict", "sha256"))
        for revision in publish_due(datetime(2091, 1, 1, tzinfo=UTC)):
            assert Snapshot.of_revision(revision).sha256() == approved[revision.verdict_id]

    @rule(target=pages, page=pages, chance=chances)
    def publish_what_was_seen_a_while_ago(self, page, chance):
        return self.press(page, page.offers("Approve and publish"), chance)

    @rule(chance=chances)
    def load_a_fixture(self, chance):
        row = chance.choice(self.rows)
        row = type(row).objects.filter(pk=row.pk).first()
        if row is None:
            return
        file = ContentFile(altered_fixture(row, at_random=chance, words=self.words), name="rows.json")
        batch = ImportBatch.objects.create(name="rows.json", sha256="0" * 64, shape="fixture", file=file)
        with suppress(CannotCarryOut, ImportRefused):  # refused whole, which is an answer
            carry_out(batch, actor=self.people[-1])

    @invariant()
    def the_record_proves_itself(self):
        verify()

    @invariant()
    def no_revision_ever_changes(self):
        now = {revision.pk: revision.sha256(Revision.columns()) for revision in Revision.objects.all()}
        assert now.items() >= self.released.items()
        self.released = now

    @invariant()
    def every_story_has_versions_and_one_original(self):
        for story in Story.objects.prefetch_related("articles"):
            assert sum(article.is_original for article in story.articles.all()) == 1

    @invariant()
    def every_statement_stands_where_its_article_has_it(self):
        for statement in Statement.objects.select_related("article"):
            assert statement.article.text[statement.start : statement.end] == statement.exact

    @invariant()
    def each_state_has_what_it_needs(self):
        for verdict in Verdict.objects.select_related("current"):
            if verdict.is_in_review:
                assert verdict.rating
                assert verdict.conclusion
                assert Submission.objects.latest_of(verdict)
            if verdict.status == Verdict.Status.PUBLISHED:
                assert verdict.current
                assert verdict.reviewer_id != verdict.last_editor_id
            assert verdict.is_withdrawn == bool(verdict.current and verdict.current.is_retraction)

    @invariant()
    def readers_see_what_was_released_and_nothing_else(self):
        for verdict in Verdict.objects.select_related("current", "claim"):
            page = Client().get(verdict.get_absolute_url())
            assert page.status_code == (200 if verdict.current else 404)
            if verdict.current:
                assert escape(verdict.current.claim_text) in page.text
                assert verdict.current.is_retraction or escape(verdict.current.conclusion) in page.text
            if not verdict.revisions.filter(conclusion=verdict.conclusion).exists():
                assert not verdict.conclusion or escape(verdict.conclusion) not in page.text

    def press(self, page, offered, chance):
        """Press one of the buttons. What that publishes is what the page showed, and not by who wrote it last."""
        if not offered:
            return page
        before = set(Revision.objects.values_list("pk", flat=True))
        after = press(page, chance.choice(offered), at_random=chance, words=self.words)
        for revision in Revision.objects.exclude(pk__in=before).exclude(kind=Revision.Kind.RETRACTED):
            assert Snapshot.of_revision(revision).sha256() == page.seen
            assert revision.verdict.last_editor.pk != Entry.objects.on(revision).get().actor_id
        return after

    def take_step(self, chance, verdicts, label):
        """Somebody opens one of the verdicts and presses a button with this label, if the page offers it to them."""
        verdict = chance.choice([*verdicts.order_by("pk")] or [None])
        if verdict is None:
            return multiple()
        page = open_page(chance.choice(self.clients), reverse("desk:verdict", args=[verdict.slug]))
        return self.press(page, page.offers(label), chance)

    def addresses(self):
        """Pages that a person may open; not all of them may be opened by everybody."""
        yield from map(reverse, ("desk:home", "desk:claims", "desk:verdicts", "desk:conflicts", "desk:ledger"))
        yield from map(reverse, ("desk:add_articles", "desk:search", "desk:versions", "desk:inbox", "desk:deliveries"))
        yield from (reverse("desk:opinion", args=[key]) for key in SecondOpinion.objects.values_list("pk", flat=True))
        for slug in Verdict.objects.values_list("slug", flat=True):
            yield from (reverse(f"desk:{page}", args=[slug]) for page in ("verdict", "ask_opinion"))
        for slug in Claim.objects.values_list("slug", flat=True):
            yield from (reverse(f"desk:{page}", args=[slug]) for page in ("claim", "reword_claim"))
        for key in Statement.objects.values_list("pk", flat=True):
            pages = ("statement", "correct_statement", "withdraw_statement")
            yield from (reverse(f"desk:{page}", args=[key]) for page in pages)
        for key in Article.objects.values_list("pk", flat=True):
            yield reverse("desk:article", args=[key])
            yield reverse("desk:place", args=[key], query={"q": "bridge"})
        for slug in Story.objects.values_list("slug", flat=True):
            yield reverse("desk:story", args=[slug])
            yield reverse("desk:mend_story", args=[slug], query={"q": "bridge"})
        names = [*Source.objects.named().values_list("slug", flat=True)]
        for slug in names:
            yield reverse("desk:source", args=[slug])
            yield from (reverse("desk:merge_source", args=[slug], query={"into": other}) for other in names)
        for row in self.rows:
            for act in ("change", "delete"):
                yield reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{act}", args=[row.pk])

    def words(self):
        return f"Words {next(self.numbers)} of a test."


@pytest.mark.slow
@pytest.mark.django_db
def test_whatever_people_do_the_rules_hold_and_the_record_proves_itself(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        RandomActs,
        settings=hypothesis_settings(max_examples=EXAMPLES, stateful_step_count=STEPS, suppress_health_check=checks),
    )
