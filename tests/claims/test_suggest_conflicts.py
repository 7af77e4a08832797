from pathlib import Path

import pytest
from django.core.management import call_command

from factcheck.articles.intake.batches import import_file
from factcheck.articles.models import Article
from factcheck.claims.carriage import sentence_around
from factcheck.claims.mark_statement import find_selection, mark
from factcheck.claims.models import Conflict, Statement, StatementTerm
from factcheck.claims.name_source import name_source
from factcheck.claims.settle_conflict import settle
from factcheck.claims.suggest_conflicts import suggest_for
from factcheck.claims.take_position import take_position
from factcheck.claims.term_index import terms
from factcheck.compare import find_attributions
from tests.factories import ArticleFactory, ClaimFactory, SourceFactory, StatementFactory, StoryFactory

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
PHRASES = (
    *("contingency plans are being drawn up", "not planning to go anywhere"),
    *("possibility of him going to Mexico", "offered Maduro asylum"),
    *("discarded option", "considered asking for refuge"),
)
NO_SEEDS = "The five documents lie outside the repository, in ../shared/seeds, and are not there."

OFFER = "Turland has offered Governor Voss asylum"
DENIAL = "Turland has not offered Governor Voss asylum"
STORY = (
    "Governor Voss of Norland is losing her hold on the islands.\n\n"
    f"{OFFER}, two people with knowledge of the talks said.\n\n"
    f"{DENIAL}, an official in the capital said. The ferry runs as usual."
)


def marked(words, *, text=None, article=None, **known):
    """The words marked as somebody's statement."""
    article = article or ArticleFactory(text=text or f"{words}.")
    span = find_selection(article.text, exact=words)
    return mark(article, span=span, manner="indirect", editor=None, **{"source": SourceFactory(), **known})


def pairs():
    return [(conflict.first, conflict.second) for conflict in Conflict.objects.order_by("pk")]


def test_a_statement_that_denies_another_is_suggested_with_the_reason(db):
    article = ArticleFactory(text=STORY)
    offer = marked(OFFER, article=article)

    denial = marked(DENIAL, article=article)

    conflict = Conflict.objects.get()
    assert (conflict.first, conflict.second, conflict.state) == (offer, denial, "suggested")
    assert conflict.denying == denial
    assert conflict.relation == "contradicts"
    assert conflict.because == "both about Turland, Voss and asylum; the second denies “asylum”"
    assert 0 < conflict.score <= 1


def test_statements_on_other_matters_are_not_suggested(db):
    marked("The ferry runs as usual on Sundays")

    marked(DENIAL)

    assert not Conflict.objects.exists()


def test_the_likeliest_conflict_stands_first(db):
    marked("Mexland has offered Governor Voss asylum")
    offer = marked(OFFER)

    denial = marked(DENIAL)

    assert Conflict.objects.suggested().filter(second=denial).first().first == offer


@pytest.mark.parametrize("state", ["open", "explained", "dismissed"])
def test_what_somebody_settled_stays_as_it_is(editor, state):
    marked(OFFER)
    denial = marked(DENIAL)
    settle(Conflict.objects.get(), state=state, explanation="Both papers say so.", editor=editor)
    before = Conflict.objects.values().get()

    suggest_for(denial)

    assert Conflict.objects.values().get() == before


def test_a_dismissed_pair_does_not_come_back_by_another_version_of_the_story(editor):
    story = StoryFactory()
    offer, reprinted = (
        ArticleFactory(story=story, text=f"{OFFER}.{end}", reprint=bool(end)) for end in ("", " More on Sunday.")
    )
    marked(OFFER, article=offer)
    marked(DENIAL)
    settle(Conflict.objects.get(), state="dismissed", editor=editor)

    marked(OFFER, article=reprinted)

    assert [state for (state,) in Conflict.objects.values_list("state")] == ["dismissed"]


def test_the_same_words_in_two_papers_are_suggested_once_and_the_own_article_comes_first(db):
    story = StoryFactory()
    original, reprint = (ArticleFactory(story=story, text=STORY, reprint=is_reprint) for is_reprint in (False, True))
    offers = [marked(OFFER, article=article) for article in (original, reprint)]

    denial = marked(DENIAL, article=reprint)

    assert pairs() == [(offers[1], denial)]


def test_positions_against_each_other_are_suggested_whatever_the_words(editor):
    claim = ClaimFactory(text="The bridge is safe.")
    denial, support = marked("Nobody should cross it"), marked("Inspectors found the pillars whole")
    take_position(support, claim=claim, stance="supports", editor=editor)

    take_position(denial, claim=claim, stance="denies", editor=editor)

    assert Conflict.objects.get().because == "One supports and one denies “The bridge is safe.”"


def test_a_suggestion_that_a_changed_position_takes_the_ground_from_is_withdrawn(editor):
    claim = ClaimFactory()
    one, other = marked("Nobody should cross it"), marked("Inspectors found the pillars whole")
    take_position(one, claim=claim, stance="supports", editor=editor)
    take_position(other, claim=claim, stance="denies", editor=editor)

    take_position(other, claim=claim, stance="supports", editor=editor)

    assert not Conflict.objects.exists()


def test_a_source_that_changed_its_word_is_suggested_as_a_reversal(db):
    voss = SourceFactory(name="Anna Voss")
    marked("I will stay in Norland as governor", source=voss, said_on="2019-03-01")

    marked("I would leave Norland as governor", source=voss, said_on="2019-06-01")

    conflict = Conflict.objects.get()
    assert conflict.relation == "reverses"
    assert conflict.because.startswith("the same source on Norland")


def test_anonymous_people_are_never_taken_for_the_same_source(db):
    four = SourceFactory(anonymous=True)
    marked(OFFER, source=four)

    marked(DENIAL, source=four)

    assert Conflict.objects.get().relation == "contradicts"


def test_statements_that_came_by_an_import_are_found_too(db):
    imported = StatementFactory(article=ArticleFactory(text=f"{OFFER}."), exact=OFFER)

    denial = marked(DENIAL)

    assert pairs() == [(imported, denial)]
    assert set(terms(imported)) < set(StatementTerm.objects.filter(statement=imported).values_list("term", flat=True))


def test_the_command_suggests_for_all_statements(db, capsys):
    for words in (OFFER, DENIAL):
        StatementFactory(article=ArticleFactory(text=f"{words}."), exact=words)

    call_command("suggest_conflicts")

    assert Conflict.objects.count() == 1
    assert "2 statements" in capsys.readouterr().out


def test_suggesting_costs_the_same_number_of_queries_for_any_number_of_statements(db, django_assert_max_num_queries):
    for number in range(12):
        marked(OFFER, text=f"{OFFER}, paper {number} writes.")
    denial = marked(DENIAL)

    with django_assert_max_num_queries(22):
        suggest_for(denial)


def test_the_demonstration_s_conflicts_are_found(db, settings):
    settings.IS_DEMONSTRATION = True
    call_command("load_demo", verbosity=0)
    Conflict.objects.all().delete()

    call_command("suggest_conflicts", verbosity=0)

    found = [
        {conflict.first.exact, conflict.second.exact}
        for conflict in Conflict.objects.suggested().with_statements()[:10]
    ]
    assert stands(found, "plans for a hurried departure", "not planning to go anywhere")
    assert stands(found, "no offer of asylum", "Mexico has offered")
    assert stands(found, "Cuba looks ruled out", "friends in places like Cuba")
    reversal = Conflict.objects.get(relation="reverses")
    assert stands([{reversal.first.exact, reversal.second.exact}], "Maduro says he will stay", "he would leave")


@pytest.mark.skipif(not SEEDS.is_dir(), reason=NO_SEEDS)
def test_the_conflicts_of_the_five_documents_are_among_the_first_ten(db):
    for path in sorted(SEEDS.glob("*.txt")):
        import_file(path, actor=None)

    for article in Article.objects.order_by("pk"):
        mark_what_is_said(article)

    found = [
        {conflict.first.exact, conflict.second.exact}
        for conflict in Conflict.objects.suggested().with_statements()[:10]
    ]
    assert Statement.objects.count() > 80
    plans, denial, conversations, no_offer, discarded, consultancy = PHRASES
    assert stands(found, plans, denial)
    assert stands(found, conversations, no_offer)
    assert stands(found, discarded, consultancy)


def mark_what_is_said(article):
    """Marks every utterance that the engine finds in an article, and the sentences that an editor would not miss."""
    for one in {one.content: one for one in find_attributions(article.text)}.values():
        name = one.source.of(article.text) if one.source else ""
        kind = "person" if name[:1].isupper() else "anonymous"
        source = name_source(name, kind=kind, story=article.story, editor=None) if name else None
        mark(article, span=one.content, manner="indirect" if source else "own_words", source=source, editor=None)
    for phrase in PHRASES:
        if phrase in article.text and not article.statements.filter(exact__contains=phrase).exists():
            span = sentence_around(article.text, find_selection(article.text, exact=phrase))
            mark(article, span=span, manner="own_words", editor=None)


def stands(found, *quotes):
    """Whether the words of some pair hold one quote each."""
    return any(
        all(any(quote in words for words in pair) for quote in quotes) and len(pair) == len(quotes) for pair in found
    )
