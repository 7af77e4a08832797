import pytest

from factcheck.articles.versions.dismiss_denial import CannotDismiss, dismiss
from factcheck.claims.dropped_denials import dropped_denials
from factcheck.ledger.models import Entry
from factcheck.verdicts.undo_acts import undo
from tests.factories import ArticleFactory, StatementFactory, StoryFactory

KEPT = "The council may close the old bridge on Monday, three engineers said."
DENIAL = "The bridge is not in danger, said Ana Ruiz, the mayor."


@pytest.fixture
def story(db):
    story = StoryFactory()
    ArticleFactory(story=story, text=f"{KEPT}\n\n{DENIAL}", published_on="2026-03-01")
    ArticleFactory(story=story, text=KEPT, reprint=True, published_on="2026-03-02")
    return story


def test_a_denial_that_a_reprint_left_out_is_found_with_who_speaks(story):
    denial = dropped_denials().get()

    assert (denial.version, denial.original) == (story.versions[1], story.versions[0])
    assert (denial.speaker, denial.words) == ("Ana Ruiz", DENIAL)


def test_what_somebody_marked_needs_no_finding(story):
    StatementFactory(article=story.original, exact="The bridge is not in danger")

    assert not dropped_denials().exists()


def test_what_somebody_dismissed_is_not_found_again_and_stands_in_the_ledger(story, editor):
    dismiss(dropped_denials().get(), actor=editor)

    assert not dropped_denials().exists()
    assert Entry.objects.first().act == "denial.dismissed"


def test_nothing_is_dismissed_twice(story, editor):
    denial = dropped_denials().get()
    dismiss(denial, actor=editor)

    with pytest.raises(CannotDismiss, match="already"):
        dismiss(denial, actor=editor)


def test_dismissing_is_undone_by_the_person_who_did_it(story, editor):
    dismiss(dropped_denials().get(), actor=editor)

    undo(Entry.objects.filter(act="denial.dismissed"), editor=editor)

    assert dropped_denials().count() == 1
