"""The demonstration: what it holds, that it is loaded once and only where it belongs, and whose words it uses."""

from __future__ import annotations

import json
import re

import pytest
from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.http import HttpRequest

from factcheck.articles.fixtures.load import counted, preview
from factcheck.articles.models import Article, Fingerprint, ImportBatch, Outcome, Outlet, Story
from factcheck.claims.balance import weigh
from factcheck.claims.models import Carriage, Claim, Conflict, Position, Source, Statement
from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.verdicts.management.commands import load_demo
from factcheck.verdicts.models import Evidence, Verdict
from tests.factories import OutletFactory

SEEDS = settings.BASE_DIR.parent / "shared" / "seeds"
FIXTURES = ("demo.json", "demo_verdicts.json", "demo_correction.json")
BORROWED = 12  # words in a row

pytestmark = pytest.mark.django_db


@pytest.fixture
def demonstration(settings):
    settings.IS_DEMONSTRATION = True


@pytest.fixture
def loaded(demonstration):
    call_command("load_demo", verbosity=0)


def test_it_refuses_to_make_known_passwords_outside_a_demonstration(settings):
    settings.IS_DEMONSTRATION = False

    with pytest.raises(CommandError, match="DEMONSTRATION=1"):
        call_command("load_demo")

    assert not User.objects.exists()


def test_it_refuses_a_database_that_is_in_use(demonstration):
    OutletFactory()

    with pytest.raises(CommandError, match="in use"):
        call_command("load_demo")


def test_loading_it_again_changes_nothing(loaded, capsys):
    before = Entry.objects.count()

    call_command("load_demo")

    assert "already" in capsys.readouterr().out
    assert Entry.objects.count() == before


def test_new_rows_get_keys_after_those_of_the_demonstration(loaded):
    assert OutletFactory().pk > 6


@pytest.mark.parametrize(
    ("role", "may_edit", "may_review", "may_administer"),
    [("editor", True, False, False), ("reviewer", True, True, False), ("administrator", True, True, True)],
)
def test_three_people_can_sign_in(loaded, role, may_edit, may_review, may_administer):
    person = authenticate(HttpRequest(), username=role, password="demo")

    assert person.get_full_name()
    assert person.has_perm("verdicts.change_verdict") == may_edit
    assert person.has_perm("verdicts.review_verdict") == may_review
    assert person.is_superuser == may_administer


def test_the_administrators_import_takes_every_row_of_it():
    file = SimpleUploadedFile("demo.json", (load_demo.FIXTURES / "demo.json").read_bytes())

    outcomes = preview(ImportBatch(name=file.name, file=file))

    assert counted(outcomes) == {Outcome.CREATED: len(outcomes)}


def test_every_row_keeps_the_rules_of_its_model(loaded):
    for model in (Outlet, Story, Article, Source, Statement, Claim, Position, Conflict, Verdict, Evidence):
        for row in model.objects.all():
            row.full_clean()


def test_every_statement_stands_in_its_article_between_its_prefix_and_suffix(loaded):
    for statement in Statement.objects.select_related("article"):
        quote = statement.prefix + statement.exact + statement.suffix
        start = statement.start - len(statement.prefix)

        assert statement.article.text[start : start + len(quote)] == quote


def test_every_article_is_in_the_index_of_fingerprints(loaded):
    assert Fingerprint.objects.values("article").distinct().count() == Article.objects.count() == 8


def test_the_reprint_leaves_out_the_denial_and_carries_the_plans_and_the_president_s_own_word(loaded):
    reprint = Article.objects.get(outlet__name="Harbour Times", story__slug="where-could-maduro-run")

    became = {c.statement.exact: c.status for c in Carriage.objects.filter(article=reprint)}

    assert became["He is not planning to go anywhere"] == Carriage.Status.CUT
    assert became["Mexico has made Maduro no offer of asylum"] == Carriage.Status.CUT
    assert became["plans for a hurried departure are being prepared in case he needs one"] != Carriage.Status.CUT
    assert became["In public Maduro says he will stay"] != Carriage.Status.CUT


def test_four_people_in_two_papers_are_four_people_in_one_story(loaded):
    claim = Claim.objects.get(text__startswith="In February 2019, plans")

    supports = weigh(claim).supports

    assert (len(supports.positions), supports.weight.stories, supports.weight.unnamed) == (2, 1, 4)


def test_the_desk_has_verdicts_at_every_stage_and_a_contested_claim_without_one(loaded):
    stages = [verdict.status for verdict in Verdict.objects.order_by("pk")]
    open_claim = Claim.objects.contested().get(verdict=None)

    assert stages == ["published", "published", "in_review", "draft"]
    assert open_claim.text == "Cuba would take in Nicolás Maduro if he left Venezuela."
    assert set(Conflict.objects.values_list("state", flat=True)) == set(Conflict.State.values)


def test_the_corrected_verdict_keeps_its_first_state_and_says_what_changed(loaded):
    corrected = Verdict.objects.get(claim__text__startswith="In February 2019, plans")

    now, first = corrected.revisions.order_by("-number")

    assert (first.kind, first.rating_label) == ("published", "Mostly true")
    assert (now.kind, now.rating_label) == ("corrected", "Disputed")
    assert "eight people" in first.reasoning.casefold()
    assert "eight people" in now.note
    assert len(now.evidence) > len(first.evidence)


def test_every_act_of_review_is_in_the_ledger(loaded):
    acts = Entry.objects.order_by("pk").values_list("act", flat=True)

    assert verify() == len(acts)
    assert [act for act in acts if act in ("verdict.submitted", "verdict.published")] == [
        *["verdict.submitted"] * 3,
        *["verdict.published"] * 2,
        "verdict.submitted",
        "verdict.published",
    ]


def test_nothing_in_it_is_borrowed_from_the_documents_that_it_retells():
    if not SEEDS.is_dir():
        pytest.skip(f"{SEEDS} is not here, so there is nothing to compare the demonstration with.")
    runs = {run for path in SEEDS.glob("*.txt") for run in runs_of_words(path.read_text("utf-8"))}
    told = [text for name in FIXTURES for text in texts_in(json.loads((load_demo.FIXTURES / name).read_text("utf-8")))]

    borrowed = {run for text in [*told, load_demo.CORRECTION] for run in runs_of_words(text)} & runs

    assert borrowed == set()


def runs_of_words(text):
    words = re.findall(r"\w+", text.casefold())
    return {" ".join(words[at : at + BORROWED]) for at in range(len(words) - BORROWED + 1)}


def texts_in(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_in(item)
