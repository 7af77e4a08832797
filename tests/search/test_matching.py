"""What the databases' indexes of words find; they follow every change by themselves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from factcheck.articles.models import Article, sha256_of
from factcheck.claims.models import Claim, Source, SourceAlias, Statement
from factcheck.search.matches import Beside, matching
from factcheck.search.words import NotAQuery, read
from factcheck.verdicts.models import Revision, Verdict
from tests.factories import ArticleFactory, ClaimFactory, SourceFactory, StatementFactory, VerdictFactory

TEXT = "Türkiye has offered to take in Maduro, the minister's aide said. “He isn’t going,” Klimov/Moscow replied."


def finds(typed, text=TEXT):
    article = ArticleFactory(headline="A headline", text=text)
    return matching(Article.objects.all(), read(typed)).filter(pk=article.pk).exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed",
    [
        "maduro",
        "MADURO offered",
        "turkiye",
        "Türkiye",
        "Tu\u0308rkiye",
        '"offered to take in"',
        '"isn\'t going"',
        "klimov moscow",
        "off*",
        '"take in mad"*',
        "headline aide",
        "minister’s",
        "offer",
        "replies offers",
    ],
)
def test_an_article_is_found_by(typed):
    assert finds(typed)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed", ['"offer"', '"offer to take in"', "adur*", '"take Maduro in"', "maduro cuba", '"in take"']
)
def test_an_article_is_not_found_by(typed):
    assert not finds(typed)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("35,000,000", "They sent $35,000,000 abroad."),
        ("1e5", "The constant is 1e5 there."),
        ("and/or", "Russia and/or Cuba"),
        ("U.S.", "The U.S. denied it."),
        ("desk@paper.example", "Write to desk@paper.example today."),
        ("snake_case", "the snake case stays"),
        ("b", "<b>bold</b>"),
        ("Кремль", "Как сообщил Кремль вчера"),
        ("российский", "Российский депутат"),
        ("नमस्ते", "उसने नमस्ते कहा"),
        ("أحمد", "قال أحمد"),
        ("한국", "그는 한국 에서 왔다"),
        ("mañana", "No es manana"),
    ],
)
def test_both_databases_read_the_same_words(typed, text):
    assert finds(typed, text)


@pytest.mark.django_db
def test_words_far_into_a_long_text_are_found_and_a_very_long_one_is_stored():
    long = " ".join(f"{n:x}word" for n in range(120_000))

    assert finds("500word", long)


@pytest.mark.django_db
def test_rows_stored_in_bulk_are_found():
    like = ArticleFactory()
    made = Article(
        outlet=like.outlet, story=like.story, relation="copy", headline="In bulk", text="Zebra", received="Zebra"
    )
    made.received_sha256 = sha256_of("Zebra")

    Article.objects.bulk_create([made])

    assert list(matching(Article.objects.all(), read("zebra"))) == [made]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("factory", "field"),
    [
        (ArticleFactory, "headline"),
        (SourceFactory, "name"),
        (SourceFactory, "role"),
        (StatementFactory, "exact"),
        (ClaimFactory, "text"),
        (VerdictFactory, "conclusion"),
        (VerdictFactory, "reasoning"),
    ],
)
def test_the_index_follows_a_row_that_is_changed_or_removed(factory, field):
    row = factory()
    rows = type(row).objects
    rows.filter(pk=row.pk).update(**{field: "An okapi"})
    assert list(matching(rows.all(), read("okapi"))) == [row]

    rows.filter(pk=row.pk).update(**{field: "A tapir"})

    assert not matching(rows.all(), read("okapi")).exists()
    assert matching(rows.all(), read("tapir")).exists()
    rows.filter(pk=row.pk).delete()
    assert not matching(rows.all(), read("tapir")).exists()


@pytest.mark.django_db
def test_a_word_of_a_row_beside_counts_as_the_row_s_own():
    said = StatementFactory(source=SourceFactory(name="Andrey Klimov"), exact="the bridge is safe")
    StatementFactory()
    beside = [Beside("source", Source)]

    found = matching(Statement.objects.all(), read("klimov bridge"), beside=beside)

    assert list(found) == [said]


@pytest.mark.django_db
def test_a_source_is_found_by_another_name_of_its_own():
    source = SourceFactory(name="The president")
    SourceAlias.objects.create(source=source, name="Okapi")

    assert list(matching(Source.objects.all(), read("okapi"), beside=[Beside("pk", SourceAlias, "source")])) == [source]


@pytest.mark.django_db
def test_several_indexes_can_be_asked_in_one_query():
    verdict = VerdictFactory(claim=ClaimFactory(text="Okapis sleep."), conclusion="They do at night.")

    found = matching(Verdict.objects.select_related("claim"), read("okapis night"), beside=[Beside("claim", Claim)])

    assert list(found) == [verdict]
    assert not matching(Revision.objects.all(), read("okapis")).exists()


class AnythingTyped(TestCase):
    @settings(max_examples=80)
    @given(st.text(max_size=40))
    def test_whatever_is_typed_is_answered(self, typed):
        try:
            query = read(typed)
        except NotAQuery:
            return

        assert list(matching(Article.objects.all(), query)) == []
