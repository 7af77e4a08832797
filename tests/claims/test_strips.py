"""The picture of a story, over random families: fair to every version, and told in words as it is drawn."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles.models import Article, Outlet
from factcheck.claims.carriage import carriage_matrix
from factcheck.claims.fates import is_before
from factcheck.claims.models import Carriage, Position, Statement
from factcheck.claims.strips import Strips
from factcheck.claims.strips.bars import strips_from
from factcheck.claims.utterances import Utterance
from factcheck.compare import locate
from factcheck.compare.sentence_rows import SentenceFate, VersionText, sentence_rows
from tests.factories import ArticleFactory, PositionFactory, SourceFactory, StatementFactory, StoryFactory

SENTENCES = [
    "The council closed the old bridge on Monday after cracks were found in two pillars.",
    "Engineers expect repairs to last until the spring of next year, three people said.",
    "The bridge was never in danger, said Ana Ruiz, the mayor of the town.",
    "Bus lines nine and eleven are diverted through the harbour district for now.",
    "“Nobody warned us,” the head of the harbour office said by telephone on Tuesday.",
    "Shops on the northern bank say that they have lost half of their customers.",
]
EDITED = {one: one.replace("the ", "the very ") for one in SENTENCES}
DENIAL = SENTENCES[2]


def strips_in(story, **more):
    matrix = carriage_matrix(story)
    denying = Position.objects.denying_in(story)
    return matrix.strips(matrix.utterances, denying=denying, **more)


def version(story, sentences, day, **more):
    return ArticleFactory(
        story=story, text="\n\n".join(sentences), published_on=day and date(2026, 3, day), headline="A bridge", **more
    )


def test_a_marked_denial_that_a_reprint_left_out_is_a_labelled_gap_in_its_place(db):
    story = StoryFactory()
    original = version(story, SENTENCES, 1, outlet__name="The Wire")
    version(story, SENTENCES[:2], 2, reprint=True, outlet__name="The Echo")
    marked = StatementFactory(article=original, exact="The bridge was never in danger", source__name="Ana Ruiz")
    PositionFactory(statement=marked, denies=True)

    wire, echo = strips_in(story)

    assert [bar.is_denial for bar in wire.bars] == [False, False, False, True, False, False, False]
    assert [bar.is_left_out for bar in echo.bars] == [False, False, False, True, False, False, False]
    assert echo.description == (
        "The Echo, reprint, 2 March 2026: sentences: 2 kept, 4 left out; headline kept; denial by Ana Ruiz: left out."
    )


def test_readers_are_told_nothing_of_what_nobody_marked(db):
    story = StoryFactory()
    version(story, SENTENCES, 1)
    version(story, SENTENCES[:2], 2, reprint=True)

    assert not any(bar.is_denial or bar.label for strip in strips_in(story) for bar in strip.bars)
    assert "denial by Ana Ruiz: left out" in strips_in(story, shows_unmarked=True)[1].labels


def test_what_a_later_text_added_stands_where_it_stands_there(db):
    story = StoryFactory()
    version(story, [SENTENCES[0], SENTENCES[3]], 1)
    later = version(story, [SENTENCES[0], SENTENCES[5], SENTENCES[3]], 2, relation="update")
    StatementFactory(article=later, exact=SENTENCES[5], source=SourceFactory(name="Shopkeepers"))

    bars = strips_in(story)[1].bars

    assert [bar.state.value for bar in bars] == ["kept", "kept", "added", "kept"]
    assert bars[2].label == "words of Shopkeepers: added"


def test_statements_stand_in_the_order_of_the_original_and_additions_where_they_were_added(db):
    story = StoryFactory()
    original = version(story, [SENTENCES[0], SENTENCES[3], SENTENCES[4]], 1)
    later = version(story, [SENTENCES[0], SENTENCES[5], SENTENCES[3], SENTENCES[4]], 2, relation="update")
    for article, sentence in ((original, 4), (later, 5), (original, 0)):
        StatementFactory(article=article, exact=SENTENCES[sentence])

    rows = carriage_matrix(story).rows

    assert [row.utterance.statement.exact for row in rows] == [SENTENCES[0], SENTENCES[5], SENTENCES[4]]


def test_no_two_labels_of_a_strip_stand_on_one_line(db):
    story = StoryFactory()
    original = version(story, SENTENCES, 1)
    version(story, SENTENCES[:1], 2, reprint=True)
    for number, sentence in enumerate(SENTENCES[1:]):
        StatementFactory(article=original, exact=sentence, source=SourceFactory(name=f"Speaker {number}"))

    labels = strips_in(story)[1].picture.labels

    assert [label.y for label in labels] == [13, 31, 49]
    assert labels[-1].words.endswith(", and 2 more")


days = st.none() | st.integers(1, 3)
relations = st.sampled_from(["copy", "update", "derived"])
texts = st.lists(st.sampled_from([*SENTENCES, *EDITED.values()]), min_size=1, max_size=7, unique=True)
members = st.lists(st.tuples(days, relations, st.booleans(), texts), min_size=1, max_size=4)
marks = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 6), st.booleans()), max_size=3)


@given(texts, days, members, marks, st.booleans())
def test_no_picture_says_left_out_of_a_version_that_may_not_be_blamed(text, day, versions, marked, shows_unmarked):
    articles, strips = _drawn(text, day, versions, marked, shows_unmarked)
    by_key = {article.pk: article for article in articles}

    for strip in strips:
        article = by_key[strip.article]
        if "left out" in _told(strip):
            assert article.relation in ("copy", "update")
            assert article.published_on
            assert not article.outlet.is_unknown
            assert any(is_before(other, article) for other in articles)
    told = any("left out" in _told(strip) for strip in strips)
    assert told or "left out" not in render_to_string("compare/strips.html", {"strips": strips})


@given(texts, days, members, marks, st.booleans())
def test_a_miniature_draws_every_kind_of_bar_in_few_shapes(text, day, versions, marked, shows_unmarked):
    _, strips = _drawn(text, day, versions, marked, shows_unmarked)

    for picture in (strip.picture for strip in strips):
        drawn = re.findall(r'<rect class="([^"]+)" x="([^"]+)" y="[^"]+" width="([^"]+)"', picture.runs)
        assert {classes for classes, *_ in drawn} == {shape.classes for shape in picture.shapes}
        assert len(drawn) <= len(picture.shapes)
        assert all(float(x) >= 0 and float(x) + float(width) <= 100.01 for _, x, width in drawn)


@given(texts, days, members, marks, st.booleans())
def test_a_picture_s_text_says_the_same_as_the_picture(text, day, versions, marked, shows_unmarked):
    _, strips = _drawn(text, day, versions, marked, shows_unmarked)

    for strip in strips:
        counted = Counter(bar.state for bar in strip.bars if not bar.is_headline)
        words = {"kept": "kept", "edited": "edited", "cut": strip.cut_as, "added": strip.added_as}
        if strip.is_base:
            assert f": {counted.total()} sentence" in strip.description
        else:
            told = {
                word: int(number)
                for number, word in re.findall(r"(\d+) (" + "|".join(words.values()) + ")", strip.description)
            }
            assert told == {words[state.value]: number for state, number in counted.items()}
        assert all(label.words.split(", and ")[0] in strip.description for label in strip.picture.labels)
        assert all(bar.label in strip.description for bar in strip.bars if bar.is_left_out)
        assert len([s for s in strip.picture.shapes if "added" not in s.classes]) == sum(
            bar.state != SentenceFate.ADDED for bar in strip.bars
        )


@given(texts, days, members, marks, st.booleans())
def test_a_picture_is_kept_and_read_again_as_it_was_and_every_bar_lies_in_it(
    text, day, versions, marked, shows_unmarked
):
    _, strips = _drawn(text, day, versions, marked, shows_unmarked)

    assert Strips.read(json.loads(json.dumps(strips.as_json()))) == strips
    for shape in (shape for strip in strips for shape in strip.picture.shapes):
        assert shape.x >= 0
        assert shape.x + shape.width <= 100.01


def _told(strip):
    drawn = [*(label.words for label in strip.picture.labels), *(shape.words for shape in strip.picture.shapes)]
    return " ".join([strip.description, *drawn, *(bar.label for bar in strip.bars)])


def _drawn(text, day, versions, marked, shows_unmarked):
    articles = [_article(1, text, day, "original", is_known=True)]
    articles += [
        _article(key, words, on, relation, is_known=known)
        for key, (on, relation, known, words) in enumerate(versions, 2)
    ]
    original = VersionText("", articles[0].text)
    rows = {article.pk: sentence_rows(original, VersionText("", article.text)) for article in articles[1:]}
    said = {(which % len(articles), number): denies for which, number, denies in marked}
    utterances = [
        _utterance(key, articles[which], number, articles) for key, (which, number) in enumerate(said, start=1)
    ]
    denying = {key for key, denies in enumerate(said.values(), start=1) if denies}
    in_order = sorted(articles, key=Article.version_order)
    return articles, strips_from(in_order, rows, utterances, denying=denying, shows_unmarked=shows_unmarked)


def _article(key, sentences, day, relation, *, is_known):
    outlet = Outlet(name=f"Paper {key}" if is_known else Outlet.UNKNOWN)
    text, on = "\n\n".join(sentences), day and date(2026, 3, day)
    return Article(pk=key, story_id=1, outlet=outlet, relation=relation, published_on=on, text=text)


def _utterance(key, article, number, articles):
    sentences = article.text.split("\n\n")
    exact = sentences[number % len(sentences)]
    start = article.text.index(exact)
    said = Statement(pk=key, article=article, exact=exact, start=start, end=start + len(exact), manner="own_words")
    found = [(other, locate(exact, other.text)) for other in articles if other != article]
    said._prefetched_objects_cache = {
        "carriages": [
            Carriage(article=other, status=place.status.value, spans=[list(span) for span in place.spans])
            for other, place in found
        ]
    }
    return Utterance(said, [])


def test_two_things_added_at_one_place_share_a_bar_and_have_a_label_each(db):
    story = StoryFactory()
    version(story, [SENTENCES[0]], 1)
    later = version(story, [SENTENCES[0], SENTENCES[3], SENTENCES[5]], 2, relation="update")
    for name, sentence in (("Drivers", 3), ("Shopkeepers", 5)):
        StatementFactory(article=later, exact=SENTENCES[sentence], source=SourceFactory(name=name))

    picture = strips_in(story)[1].picture

    assert sum(shape.is_added for shape in picture.shapes) == 1
    assert [label.words for label in picture.labels] == ["words of Drivers: added", "words of Shopkeepers: added"]


@pytest.mark.parametrize(
    ("first", "day", "relation", "outlet", "notes"),
    [
        (1, 2, "copy", "The Echo", []),
        (1, 2, "derived", "The Echo", []),
        (1, None, "copy", "The Echo", ["The Echo has no date, so it is not known what stood there first."]),
        (None, 2, "copy", "The Echo", ["The Wire has no date, so it is not known what stood there first."]),
        (
            2,
            1,
            "copy",
            "The Echo",
            ["The Echo came out before the original: what is not in it was not there yet."],
        ),
        (1, 2, "copy", Outlet.UNKNOWN, ["What is not in the version of a paper not known is held against nobody."]),
    ],
)
def test_why_nothing_is_held_against_a_version_stands_once_below_the_picture(db, first, day, relation, outlet, notes):
    story = StoryFactory()
    version(story, SENTENCES, first, outlet__name="The Wire")
    version(story, SENTENCES[:2], day, relation=relation, outlet__name=outlet)

    strips = strips_in(story)

    assert list(strips.notes) == notes
    assert [render_to_string("compare/strips.html", {"strips": strips}).count(note) for note in notes] == [1] * len(
        notes
    )


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Drivers", "denial by Drivers: left out"),
        ("James Ross", "denial by James Ross: left out"),
        ("an official", "denial by an official: left out"),
        ("State Agency (SA)", "denial by State Agency (SA): left out"),
    ],
)
def test_a_label_names_whoever_speaks_without_putting_the_name_into_another_form(db, name, label):
    story = StoryFactory()
    original = version(story, SENTENCES, 1)
    version(story, SENTENCES[:2], 2, reprint=True)
    PositionFactory(statement=StatementFactory(article=original, exact=DENIAL, source__name=name), denies=True)

    assert strips_in(story)[1].labels == [label]


def test_readers_are_told_of_a_denial_only_where_a_person_said_that_it_denies_a_claim(db):
    story = StoryFactory()
    original = version(story, SENTENCES, 1)
    version(story, SENTENCES[:2], 2, reprint=True)
    PositionFactory(statement=StatementFactory(article=original, exact=DENIAL, source__name="Ana Ruiz"))

    assert strips_in(story)[1].labels == ["words of Ana Ruiz: left out"]
    assert strips_in(story, shows_unmarked=True)[1].labels[0] == "denial by Ana Ruiz: left out"
