"""What acts are called where people read them: each in plain words, in one place."""

import ast
import re
from pathlib import Path

import pytest
from django.utils import timezone

import factcheck
from factcheck.ledger.acts import ACTS, words_of
from factcheck.ledger.chain import record
from factcheck.ledger.models import Entry
from factcheck.verdicts.messages.news import NEWS_OF
from factcheck.verdicts.undo_acts import UNDO
from tests.desk.reading import as_read
from tests.factories import ClaimFactory

CODE = re.compile(r"[a-z]+\.[a-z_]+")


def recorded_names():
    """The names of acts that stand as such in a call that records them."""
    for path in Path(factcheck.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("record", "recorded")
            ):
                yield from (one.value for one in node.args if isinstance(one, ast.Constant))


def test_every_act_that_is_recorded_or_can_be_undone_or_told_has_words():
    names = {*recorded_names(), *UNDO, *NEWS_OF}

    assert len(names) > 80
    assert all(words_of(name, kind="account") for name in names)


def test_no_words_are_a_code_and_no_two_acts_are_called_alike():
    called = [str(words) for words in ACTS.values()]

    assert not [words for words in called if "_" in words or CODE.search(words)]
    assert len(set(called)) == len(ACTS)


def test_an_act_without_words_is_refused(db):
    with pytest.raises(KeyError):
        record("claim.twisted", actor=None, on=ClaimFactory())


def test_the_desk_and_the_administration_show_words_and_no_code(as_user, editor, administrator):
    on = {"subject_type": "claims.claim", "subject_id": 1, "subject_name": "The bridge is safe", "at": timezone.now()}
    acts = enumerate((*ACTS, "claim.changed"), start=1)
    Entry.objects.bulk_create(Entry(pk=n, act=act, previous_hash=f"{n - 1}", hash=f"{n}", **on) for n, act in acts)

    looking = (editor, "/desk/ledger/"), (administrator, "/admin/ledger/entry/")
    pages = [as_read(as_user(person).get(path).content.decode()) for person, path in looking]

    for page in pages:
        assert "claim changed" in page
        assert not [act for act in ACTS if f">{act}<" in page]


def test_an_act_of_a_release_that_this_one_does_not_know_stands_as_it_was_written(db):
    assert str(Entry(act="claim.twisted", subject_type="claims.claim", subject_name="It")) == "claim.twisted · It"
