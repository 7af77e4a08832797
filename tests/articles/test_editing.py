import pytest

from factcheck.articles.editing import CannotMend, choose_lines, correct_record, received_lines
from factcheck.articles.formats.incoming import Incoming
from factcheck.articles.intake.batches import import_article
from factcheck.ledger.models import Entry
from tests.factories import StatementFactory

RECEIVED = """The Bridge Is Closed

The council closed the old bridge on Monday after an inspection found cracks in two pillars.

Read more: What the harbour did next

Shops on the eastern bank fear for their winter trade, and buses will go around by the ring road.
"""


@pytest.fixture
def article(editor):
    return import_article(Incoming(received=RECEIVED, outlet="The Echo"), actor=editor).article


def starts(article, *, of):
    return {line.start for line in received_lines(article) if any(words in line.text for words in of)}


def test_every_line_says_whether_it_is_the_article_s_and_if_not_why(article):
    told = {line.text[:12]: line.finding and line.finding.what for line in received_lines(article)}

    assert told == {"The Bridge I": "headline", "The council ": None, "Read more: W": "link", "Shops on the": None}


def test_a_line_left_out_by_mistake_is_taken_back_and_one_that_is_not_the_article_is_left_out(article, editor):
    mended = choose_lines(article, kept=starts(article, of=["Read more", "The council"]), actor=editor)

    assert mended.text.startswith("The council closed")
    assert mended.text.endswith("What the harbour did next")
    assert "Shops" not in mended.text
    assert mended.received == RECEIVED
    reasons = {line.text[:5]: line.finding.because for line in received_lines(mended) if line.finding}
    assert reasons["Shops"] == f"left out by {editor.get_full_name()}"
    assert Entry.objects.on(mended).first().act == "article.mended"


def test_choosing_the_same_lines_changes_nothing(article, editor):
    before = Entry.objects.count()

    choose_lines(article, kept={line.start for line in received_lines(article) if line.is_in}, actor=editor)

    assert Entry.objects.count() == before


def test_a_text_that_statements_stand_on_stays(article, editor):
    StatementFactory(article=article, exact="closed the old bridge")

    with pytest.raises(CannotMend, match="Statements are marked"):
        choose_lines(article, kept=starts(article, of=["The council"]), actor=editor)


def test_something_has_to_be_the_article(article, editor):
    with pytest.raises(CannotMend, match="At least one line"):
        choose_lines(article, kept=set(), actor=editor)


def test_a_corrected_record_is_told_in_the_ledger_and_leaves_the_text_alone(article, editor):
    corrected = correct_record(article, actor=editor, headline="The Old Bridge Is Closed", byline=article.byline)

    assert corrected.headline == "The Old Bridge Is Closed"
    assert Entry.objects.on(corrected).first().details == {
        "changes": {"headline": ["The Bridge Is Closed", "The Old Bridge Is Closed"]}
    }
