import pytest

from factcheck.claims.mark_statement import mark
from factcheck.claims.models import Claim, Conflict, Position, Source, Statement
from factcheck.claims.name_source import name_source
from factcheck.claims.settle_conflict import settle
from factcheck.claims.take_position import state_claim, take_position
from factcheck.claims.undo_acts import drop_claim, drop_source, unmark, unsettle, withdraw_position
from factcheck.compare import Span
from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.ledger.undo import CannotUndo
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    ConflictFactory,
    PositionFactory,
    StatementFactory,
    UserFactory,
    VerdictFactory,
)


def act_on(row):
    return Entry.objects.on(row).first()


@pytest.fixture
def marked(editor):
    return mark(ArticleFactory(), span=Span(0, 9), manner="own_words", editor=editor)


def test_a_marked_statement_is_removed_again(marked, editor):
    unmark(act_on(marked), editor=editor)

    assert not Statement.objects.exists()
    assert [entry.act for entry in Entry.objects.all()] == ["statement.unmarked", "statement.marked"]
    assert verify() == 2


def test_a_statement_with_a_position_stays_marked(marked, editor):
    PositionFactory(statement=marked, claim__text="The bridge is safe.")

    with pytest.raises(CannotUndo, match="has a position on “The bridge is safe"):
        unmark(act_on(marked), editor=editor)


def test_a_statement_that_a_verdict_rests_on_stays_marked(marked, editor):
    VerdictFactory().evidence.create(statement=marked)

    with pytest.raises(CannotUndo, match="A verdict rests on this statement by now"):
        unmark(act_on(marked), editor=editor)

    assert Entry.objects.count() == 1


def test_a_statement_that_made_a_claim_stays_marked(marked, editor):
    ClaimFactory(origin=marked)

    with pytest.raises(CannotUndo, match="is the origin of"):
        unmark(act_on(marked), editor=editor)


def test_a_statement_in_a_settled_conflict_stays_marked(marked, editor):
    conflict = ConflictFactory(first=marked, second=StatementFactory())
    settle(conflict, state="open", editor=editor)

    with pytest.raises(CannotUndo, match="settled a conflict"):
        unmark(act_on(marked), editor=editor)


def test_conflicts_suggested_for_a_statement_go_with_it(marked, editor):
    ConflictFactory(first=marked, second=StatementFactory())

    unmark(act_on(marked), editor=editor)

    assert not Conflict.objects.exists()


def test_what_is_undone_is_not_undone_twice(marked, editor):
    entry = act_on(marked)
    unmark(entry, editor=editor)

    with pytest.raises(CannotUndo, match="gone already"):
        unmark(entry, editor=editor)


def test_a_position_is_withdrawn_and_what_it_made_suspicious_with_it(editor):
    claim, denial, support = ClaimFactory(), StatementFactory(), StatementFactory()
    take_position(support, claim=claim, stance="supports", editor=editor)
    position = take_position(denial, claim=claim, stance="denies", editor=editor)
    assert Conflict.objects.exists()

    withdraw_position(act_on(position), editor=editor)

    assert [position.statement for position in claim.positions.all()] == [support]
    assert not Conflict.objects.exists()


def test_a_changed_position_becomes_what_it_was(editor):
    claim, statement = ClaimFactory(), StatementFactory()
    take_position(statement, claim=claim, stance="supports", editor=editor)
    position = take_position(statement, claim=claim, stance="denies", editor=editor)

    withdraw_position(act_on(position), editor=editor)

    assert Position.objects.get().stance == "supports"
    assert act_on(position).act == "position.restored"


def test_a_position_that_somebody_changed_since_stays(editor):
    claim, statement = ClaimFactory(), StatementFactory()
    entry = act_on(take_position(statement, claim=claim, stance="supports", editor=editor))
    take_position(statement, claim=claim, stance="denies", editor=UserFactory(editor=True, first_name="Ada"))

    with pytest.raises(CannotUndo, match=r"Ada .*has changed this since"):
        withdraw_position(entry, editor=editor)


def test_a_settled_conflict_is_as_open_as_before(editor):
    conflict = ConflictFactory()
    settle(conflict, state="explained", explanation="They mean two bridges.", editor=editor)

    unsettle(act_on(conflict), editor=editor)

    conflict.refresh_from_db()
    assert (conflict.state, conflict.explanation) == ("suggested", "")
    with pytest.raises(CannotUndo, match="undone already"):
        unsettle(Entry.objects.get(act="conflict.explained"), editor=editor)


def test_a_claim_stated_on_the_way_is_dropped_unless_it_is_of_use(editor):
    idle, used = (state_claim(f"Bridge {name} is safe.", editor=editor) for name in ("A", "B"))
    PositionFactory(claim=used)

    for claim in (idle, used):
        drop_claim(act_on(claim), editor=editor)

    assert list(Claim.objects.all()) == [used]


def test_a_claim_with_a_verdict_is_of_use(editor):
    claim = state_claim("The bridge is safe.", editor=editor)
    VerdictFactory(claim=claim)

    drop_claim(act_on(claim), editor=editor)

    assert Claim.objects.exists()
    assert verify() == 1


def test_a_source_named_on_the_way_is_dropped_unless_somebody_quotes_it(editor):
    story = ArticleFactory().story
    idle, quoted = (name_source(name, kind="person", story=story, editor=editor) for name in ("Ada Bell", "Cy Dorn"))
    StatementFactory(source=quoted)

    for source in (idle, quoted):
        drop_source(act_on(source), editor=editor)

    assert Source.objects.get() == quoted
