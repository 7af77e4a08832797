"""Loads the demonstration data, and takes its verdicts through review as people of a desk would.

The rows of fixtures/demo.json are saved as they are; administrators can import that file too. The verdicts of
fixtures/demo_verdicts.json are written, submitted, published and, with fixtures/demo_correction.json, corrected by
the desk's own acts, so that ledger and revisions are real.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core import serializers
from django.core.management.base import BaseCommand, CommandError
from django.core.management.color import no_style
from django.db import connection, models, transaction

from factcheck.articles.models import Article, Outlet, Story
from factcheck.articles.versions.fingerprint_index import index
from factcheck.articles.versions.record_comparisons import record_comparisons
from factcheck.claims.follow_statements import follow
from factcheck.claims.models import Claim, Conflict, Statement
from factcheck.claims.set_topics import set_topics
from factcheck.claims.settle_conflict import settle
from factcheck.claims.show_claim import show
from factcheck.claims.suggest_conflicts import suggest_for
from factcheck.verdicts.checklist import checklist
from factcheck.verdicts.draft_verdict import Draft, add_evidence, draft, revise
from factcheck.verdicts.models import Evidence, Revision, Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.review_verdict import submit

FIXTURES: Path = settings.BASE_DIR / "fixtures"
EDITOR = "editor"
PASSWORD = "demo"  # noqa: S105 - known to everybody, so the command refuses to run outside a demonstration
PLANS, MEXICO, TURKEY = 1, 2, 3  # the claims whose verdicts go beyond a draft
TOPICS = {
    PLANS: ["Venezuela", "Presidency"],
    MEXICO: ["Venezuela", "Mexico", "Asylum"],
    TURKEY: ["Venezuela", "Turkey", "Asylum"],
    4: ["Venezuela", "Russia", "Asylum"],
    5: ["Venezuela", "Cuba", "Asylum"],
}
OVERLOOKED = 1  # the conflict that is confirmed only after the first verdict, which is then corrected
CORRECTION = (
    "The first version counted eight people in two papers. Both papers printed one story, and its four people are the "
    "same four. It had also missed that the Harbour Times leaves out a denial under a name. The rating changes from "
    "“Mostly true” to “Disputed”."
)


class Command(BaseCommand):
    help = "Load the demonstration into an empty database: invented papers, verdicts, three people to sign in as."

    def handle(self, **options: Any) -> None:
        if not settings.IS_DEMONSTRATION:
            raise CommandError(
                "load_demo makes an administrator whose password everybody knows, so it runs on a demonstration only. "
                "If this is one, set DEMONSTRATION=1."
            )
        if Outlet.objects.filter(domain="meridian.example").exists():
            self.stdout.write("The demonstration is loaded already.")
            return
        if Outlet.objects.exists() or User.objects.exists():
            raise CommandError("This database is in use. Name an empty one with DATABASE_URL for the demonstration.")
        load()
        self.stdout.write(
            f"The demonstration is loaded. Sign in as editor, reviewer or administrator; the password is {PASSWORD}."
        )


@transaction.atomic
def load() -> None:
    """Fill an empty database."""
    editor, reviewer = create_people()
    save(list(rows_of("demo.json")), editor=editor)
    index(Article.objects.all())
    record_comparisons(list(Story.objects.values_list("pk", flat=True)))
    follow(Statement.objects.all())
    for statement in Statement.objects.with_articles().order_by("pk"):
        suggest_for(statement)
    for claim, names in TOPICS.items():
        set_topics(Claim.objects.get(pk=claim), names=names, editor=editor)
    write(rows_of("demo_verdicts.json"), editor=editor)
    for claim in (PLANS, MEXICO, TURKEY):
        submit(verdict_on(claim), editor=editor)
    for claim in (PLANS, MEXICO):
        review(verdict_on(claim), reviewer=reviewer)
    for contested in Claim.objects.contested().undecided():
        show(contested, editor=reviewer)
    overlooked = Conflict.objects.get(pk=OVERLOOKED)
    settle(overlooked, state=Conflict.State.OPEN, explanation=overlooked.explanation, editor=editor)
    write(rows_of("demo_correction.json"), editor=editor)
    corrected = submit(verdict_on(PLANS), editor=editor)
    review(corrected, reviewer=reviewer, kind=Revision.Kind.CORRECTED, note=CORRECTION)


def create_people() -> tuple[User, User]:
    """The three people to sign in as; returns the editor and the reviewer."""
    users = User.objects
    editor = users.create_user(EDITOR, password=PASSWORD, first_name="Ruth", last_name="Okafor")
    reviewer = users.create_user("reviewer", password=PASSWORD, first_name="Daniel", last_name="Sorensen")
    users.create_superuser("administrator", password=PASSWORD, first_name="Amara", last_name="Nunez")
    editor.groups.add(Group.objects.get(name="Editors"))
    reviewer.groups.add(Group.objects.get(name="Reviewers"))
    return editor, reviewer


def rows_of(name: str) -> Iterator[models.Model]:
    for row in serializers.deserialize("json", (FIXTURES / name).read_text("utf-8")):
        yield row.object


def save(rows: list[models.Model], *, editor: User) -> None:
    """Save rows with the keys that the file gives them, and have the database count on from there."""
    for row in rows:
        if isinstance(row, Statement | Claim):
            row.created_by = editor
        row.save(force_insert=True)
    statements = connection.ops.sequence_reset_sql(no_style(), list({type(row) for row in rows}))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def write(rows: Iterable[models.Model], *, editor: User) -> None:
    """Have the editor write verdicts and their evidence; a row of evidence follows its verdict."""
    written: dict[int, Verdict] = {}
    for row in rows:
        if isinstance(row, Verdict):
            verdict = draft(row.claim, author=editor)
            new = Draft(row.rating, row.conclusion, row.reasoning)
            base = Draft(verdict.rating, verdict.conclusion, verdict.reasoning)
            written[row.pk] = revise(verdict, editor=editor, base=base, draft=new)
        elif isinstance(row, Evidence):
            verdict, row.pk = written[row.verdict_id], None
            add_evidence(verdict, row, editor=editor)


def review(verdict: Verdict, *, reviewer: User, kind: str = "", note: str = "") -> None:
    """Have the reviewer look at all that the checklist asks, and publish."""
    ticked = [finding.key for finding in checklist(verdict).to_tick]
    publish(verdict, reviewer=reviewer, kind=kind, note=note, ticked=ticked)


def verdict_on(claim: int) -> Verdict:
    return Verdict.objects.get(claim=claim)
