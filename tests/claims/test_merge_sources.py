import pytest

from factcheck.claims.like_names import asked_about, like_named
from factcheck.claims.merge_sources import CannotMerge, merge, tell_apart
from factcheck.claims.models import Conflict, Source, Statement
from factcheck.claims.name_source import add_alias, name_source
from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.ledger.undo import CannotUndo
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.undo_acts import undo
from tests.factories import ClaimFactory, PositionFactory, SourceFactory, StatementFactory, StoryFactory, VerdictFactory
from tests.verdicts.ticking import publish_ticked


@pytest.fixture
def two(db):
    """One person under two names, each with a statement."""
    short = SourceFactory(name="Maduro", slug="maduro", role="Venezuelan leader")
    whole = SourceFactory(name="Nicolás Maduro", slug="nicolas-maduro", role="president")
    StatementFactory(source=short)
    StatementFactory(source=whole, role="")
    return short, whole


def test_everything_said_under_either_name_is_one_source_s(two, editor):
    short, whole = two

    merge(short, into=whole, editor=editor)

    assert set(whole.statements.all()) == set(Statement.objects.all())
    assert Source.objects.known_as("Maduro").get() == Source.objects.known_as("Nicolás Maduro").get() == whole
    assert Source.objects.at_address("maduro").get() == whole
    assert name_source("Maduro", kind="person", story=StoryFactory(), editor=editor) == whole


def test_what_a_paper_called_the_speaker_is_kept(two, editor):
    said = two[0].statements.get()

    merge(two[0], into=two[1], editor=editor)

    assert Statement.objects.get(pk=said.pk).role == "Venezuelan leader"


def test_a_merger_is_one_entry_and_is_taken_back_to_the_letter(two, editor):
    short, whole = two
    add_alias(short, "N. Maduro M.", editor=editor)
    facts = list(Source.objects.order_by("pk").values())
    said = list(Statement.objects.order_by("pk").values("pk", "source", "role"))

    entry = merge(short, into=whole, editor=editor)
    assert Entry.objects.exclude(act="source.alias_added").get() == entry
    undo([entry], editor=editor)

    assert list(Source.objects.order_by("pk").values()) == facts
    assert list(Statement.objects.order_by("pk").values("pk", "source", "role")) == said
    assert Source.objects.known_as("N. Maduro M.").get() == Source.objects.at_address("maduro").get() == short
    assert not whole.aliases.exists()
    assert verify() == 3


def test_what_was_done_to_the_source_since_keeps_it_merged(two, editor):
    entry = merge(two[0], into=two[1], editor=editor)
    add_alias(two[1], "Maduro Moros", editor=editor)

    with pytest.raises(CannotUndo, match="has changed this since"):
        undo([entry], editor=editor)


def test_what_one_said_against_the_other_is_a_reversal_once_they_are_one(two, editor):
    claim = ClaimFactory()
    PositionFactory(claim=claim, statement=two[0].statements.get())
    PositionFactory(claim=claim, statement=two[1].statements.get(), denies=True)

    merge(two[0], into=two[1], editor=editor)

    assert Conflict.objects.get().relation == "reverses"


def test_a_review_ends_and_a_published_page_keeps_the_name_it_had(two, editor, reviewer, as_user):
    in_review = PositionFactory(statement=two[0].statements.get())
    public = PositionFactory(
        statement__source=two[0], statement__article=StatementFactory().article, statement__exact="Nobody"
    )
    waiting = VerdictFactory(claim=in_review.claim, in_review=True)
    published = VerdictFactory(claim=public.claim, in_review=True)
    publish_ticked(published, reviewer=reviewer)

    merge(two[0], into=two[1], editor=editor)

    assert Verdict.objects.get(pk=waiting.pk).is_draft
    assert Verdict.objects.out_of_step().get() == published
    page = as_user(editor).get(published.get_absolute_url()).text
    assert "Maduro" in page
    assert "Nicolás" not in page


def test_people_whom_no_paper_names_are_never_merged(two, editor):
    with pytest.raises(CannotMerge, match="within one story only"):
        merge(SourceFactory(anonymous=True), into=two[0], editor=editor)
    with pytest.raises(CannotMerge, match="the same source"):
        merge(two[0], into=two[0], editor=editor)


@pytest.mark.parametrize(
    ("name", "kind", "other"),
    [
        ("Maduro", "person", "Nicolás Maduro"),
        ("Nicolas Maduro", "person", "Nicolás Maduro"),
        ("N. Maduro", "person", "Nicolás Maduro"),
        ("Klimof", "person", "Klimov"),
        ("Kremlin", "organisation", "the Kremlin"),
    ],
)
def test_names_that_may_be_one_are_asked_about(name, kind, other, db):
    known = SourceFactory(name=other, kind=kind)

    assert like_named(name) == [known]
    assert asked_about(SourceFactory(name=name, kind=kind)) == [known]


@pytest.mark.parametrize(
    ("name", "kind", "other", "other_kind"),
    [
        ("Ana Torres", "person", "Ana Bell", "person"),
        ("Bank of Russia", "organisation", "Russia", "organisation"),
        ("Maduro", "person", "Maduro", "organisation"),
        ("four people", "anonymous", "four people", "anonymous"),
    ],
)
def test_names_that_are_two_are_not_asked_about(name, kind, other, other_kind, db):
    SourceFactory(name=other, kind=other_kind)

    assert asked_about(SourceFactory(name=name, kind=kind)) == []


def test_a_name_that_a_source_has_besides_is_asked_about_too(db, editor):
    known = SourceFactory(name="The Kremlin", kind="organisation")
    add_alias(known, "Presidential Administration", editor=editor)

    assert like_named("Presidential Administration", kind="organisation") == [known]


def test_two_that_a_person_told_apart_are_not_asked_about_again_until_that_is_undone(two, editor):
    entry = tell_apart(two[0], other=two[1], editor=editor)

    assert asked_about(two[0]) == asked_about(two[1]) == []
    with pytest.raises(CannotMerge, match="said so already"):
        tell_apart(two[1], other=two[0], editor=editor)

    undo([entry], editor=editor)
    assert asked_about(two[0]) == [two[1]]
