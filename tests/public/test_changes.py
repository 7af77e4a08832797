from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.verdicts.changes import changed_paragraphs, changes_between

TEXTS = st.text(alphabet="ab .\n", max_size=60)


def shown(before, after):
    """The paragraphs with words taken out in [brackets] and words put in in {braces}."""
    signs = {"removed": "[%s]", "added": "{%s}", "kept": "%s"}
    return [
        " ".join(
            "»" * sentence.is_moved + "".join(signs[run.state] % run.text for run in sentence.runs)
            for sentence in paragraph
        )
        for paragraph in changed_paragraphs(before, after)
    ]


def letters(texts):
    return "".join("".join(texts).split())


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("She denies it in writing.", "She denies it by telephone.", ["She denies it [in writing] {by telephone}."]),
        ("It is safe.", "It is not safe.", ["It is {not} safe."]),
        ("One stays.\n\nTwo goes.", "One stays.", ["One stays.", "[Two goes.]"]),
        ("One stays.", "One stays.\n\nTwo comes.", ["One stays.", "{Two comes.}"]),
        ("", "All of it is new.", ["{All of it is new.}"]),
        ("It shut. She left. He came late.", "He came late. It shut. She left.", ["»He came late. It shut. She left."]),
    ],
)
def test_two_texts_are_shown_as_one(before, after, expected):
    assert shown(before, after) == expected


@given(TEXTS, TEXTS)
def test_every_word_of_both_texts_is_shown(before, after):
    sentences = [sentence for paragraph in changed_paragraphs(before, after) for sentence in paragraph]
    runs = [run for sentence in sentences for run in sentence.runs]

    assert letters(run.text for run in runs if run.state != "removed") == letters([after])
    assert sorted(letters(run.text for run in runs if run.state != "added")) == sorted(letters([before]))


def test_added_evidence_and_links_are_told(published, release):
    published.evidence.last().delete()
    release(published, kind="updated", note="Less.", reasoning="See [the plan](https://city.example/plan).")

    after, before = published.revisions.all()
    changes = changes_between(before, after)

    assert [exhibit.title for exhibit in changes.exhibits_out] == ["Minutes of the council"]
    assert changes.exhibits_in == []
    assert changes.links_out == ["https://city.example/minutes"]
    assert changes.links_in == ["https://city.example/plan"]
    assert changes.quotations_out == changes.quotations_in == []


def test_a_statement_that_the_desk_tied_to_the_claim_since_is_told(published, release):
    position = published.claim.positions.last()
    position.delete()
    release(published, kind="updated", note="One statement less.", conclusion="Shorter.")

    after, before = published.revisions.all()
    changes = changes_between(before, after)

    assert [quotation.exact for quotation in changes.quotations_out] == ["Nobody is closing anything"]


def test_a_revision_that_says_the_same_has_no_changes(published):
    revision = published.revisions.get()

    assert changes_between(revision, revision).is_empty
