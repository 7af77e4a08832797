import pytest
from django.urls import reverse

from factcheck.claims.models import Claim, Conflict, DismissedSuggestion, Position, Statement
from factcheck.desk.articles.page import article_page
from factcheck.ledger.models import Entry
from tests.desk.articles.conftest import TEXT
from tests.desk.reading import as_read
from tests.factories import ArticleFactory, ConflictFactory, PositionFactory, SourceFactory, StatementFactory


def selected(words, **fields):
    return {
        "exact": words,
        "start": TEXT.index(words),
        "source": "Maria Klein",
        "kind": "person",
        "people": 1,
        "manner": "indirect",
        "is_on_record": "on",
        **fields,
    }


def test_selected_words_become_a_statement_with_its_source_and_its_position(article, desk):
    response = desk.post(
        article.get_absolute_url(), selected("the bridge is safe", claim="The bridge is safe.", stance="supports")
    )

    statement = Statement.objects.get()
    assert response.url == f"{article.get_absolute_url()}?claim=The+bridge+is+safe.#statement-{statement.pk}"
    assert (statement.exact, statement.source.name, statement.manner) == (
        "the bridge is safe",
        "Maria Klein",
        "indirect",
    )
    assert Position.objects.get().claim == Claim.objects.get(text="The bridge is safe.")


def test_words_behind_an_emoji_are_anchored_in_code_points(article, desk):
    desk.post(article.get_absolute_url(), selected("An engineer disagreed"))

    statement = Statement.objects.get()
    assert TEXT[statement.start : statement.end] == "An engineer disagreed"


def test_a_selection_the_article_does_not_hold_is_answered_and_nothing_typed_is_lost(article, desk):
    response = desk.post(article.get_absolute_url(), {**selected("the bridge is safe"), "exact": "the tunnel is shut"})

    assert response.status_code == 422
    assert "do not stand in this article" in response.content.decode()
    assert 'value="Maria Klein"' in response.content.decode()
    assert not Statement.objects.exists()


def test_a_source_that_breaks_a_rule_leaves_nothing_half_done(article, desk):
    response = desk.post(article.get_absolute_url(), selected("the bridge is safe", source="", manner="direct"))

    assert response.status_code == 422
    assert "Say who speaks" in response.content.decode()


def test_marking_the_same_words_twice_is_told(article, desk):
    desk.post(article.get_absolute_url(), selected("the bridge is safe"))

    response = desk.post(article.get_absolute_url(), selected("the bridge is safe"))

    assert response.status_code == 422
    assert "marked as a statement already" in response.content.decode()


def test_htmx_gets_the_workspace_alone(article, desk):
    response = desk.post(article.get_absolute_url(), selected("the bridge is safe"), headers={"HX-Request": "true"})

    html = response.content.decode()
    assert html.strip().startswith('<div id="workspace"')
    assert "<mark" in html


def test_without_a_mouse_a_sentence_is_chosen_from_a_list(article, desk):
    page = desk.get(reverse("desk:sentences", args=[article.pk])).content.decode()
    fields = {**selected("Nobody was hurt."), "exact": "", "sentence": "35-51"}

    desk.post(reverse("desk:sentences", args=[article.pk]), fields)

    assert 'value="35-51"' in page
    assert Statement.objects.get().exact == "Nobody was hurt."


def test_words_of_a_sentence_are_marked_without_a_mouse(article, desk):
    fields = {**selected("the bridge is safe"), "sentence": "0-34"}

    desk.post(reverse("desk:sentences", args=[article.pk]), fields)

    statement = Statement.objects.get()
    assert (statement.exact, statement.start) == ("the bridge is safe", TEXT.index("the bridge is safe"))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"sentence": "35-51"}, "do not stand in the sentence"),
        ({}, "Choose the sentence that holds the statement."),
    ],
)
def test_a_choice_that_holds_no_statement_is_told_and_nothing_typed_is_lost(fields, told, article, desk):
    response = desk.post(reverse("desk:sentences", args=[article.pk]), {**selected("the bridge is safe"), **fields})

    assert response.status_code == 422
    assert told in response.content.decode()
    assert 'value="Maria Klein"' in response.content.decode()
    assert not Statement.objects.exists()


def test_refused_words_go_on_standing_beside_the_form(article, desk):
    response = desk.post(article.get_absolute_url(), selected("the bridge is safe", source=""))

    quoted = as_read(response.content.decode()).partition("<blockquote data-selection")[2]
    assert quoted.startswith(' aria-live="polite">the bridge is safe</blockquote>')


def test_a_suggestion_fills_the_form_for_the_editor_to_change(desk):
    SourceFactory(name="Ana Torres", role="engineer")
    words = "the repairs took too long"
    article = ArticleFactory(text=f"Ana Torres, who chairs the committee, said {words}. It rained.")

    html = as_read(desk.get(article.get_absolute_url(), {"spotted": article.text.index(words)}).content.decode())

    form = html[html.index('id="statement-form"') : html.index("</form>", html.index('id="statement-form"'))]
    assert f'aria-live="polite">{words}</blockquote>' in form
    assert 'value="Ana Torres"' in form
    assert "The desk knows" in form
    assert not Statement.objects.exists()


def test_a_suggested_denial_denies_until_the_editor_says_otherwise(desk):
    words = "the repairs took too long"
    article = ArticleFactory(text=f"It rained. Ana Torres denied that {words}.")

    response = desk.get(article.get_absolute_url(), {"words": f"11-{len(article.text)}"})

    assert response.context["form"]["stance"].value() == "denies"


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_the_claim_is_kept_for_the_next_statement_and_its_verdict_is_one_step_away(headers, article, desk):
    fields = selected("the bridge is safe", claim="The bridge is safe.", stance="supports")

    response = desk.post(article.get_absolute_url(), fields, headers=headers, follow=True)

    assert response.context["form"]["claim"].value() == "The bridge is safe."
    assert not response.context["form"]["exact"].value()
    assert reverse("desk:begin_verdict", args=["the-bridge-is-safe"]) in response.content.decode()


@pytest.mark.parametrize(("fields", "is_kept"), [({"accepted": "1"}, True), ({}, False)])
def test_accepting_a_suggestion_leaves_the_form_as_it_is_and_marking_empties_it(fields, is_kept, article, desk):
    response = desk.post(
        article.get_absolute_url(), selected("the bridge is safe", **fields), headers={"HX-Request": "true"}
    )

    assert ("hx-preserve" in response.content.decode()) == is_kept


def test_marking_leads_to_what_the_statement_may_clash_with(article, desk):
    claim = {"claim": "The bridge is safe."}
    desk.post(article.get_absolute_url(), selected("the bridge is safe", **claim, stance="supports"))

    denial = selected("An engineer disagreed", **claim, source="Ana Torres", stance="denies")
    html = desk.post(article.get_absolute_url(), denial, follow=True).content.decode()

    address = Conflict.objects.get().get_absolute_url()
    assert f'It may clash with what Maria Klein says. <a href="{address}?back={address}">' in html


def test_the_reading_page_costs_the_same_for_any_number_of_statements(article, desk, django_assert_max_num_queries):
    for words in TEXT.split()[:8]:
        ConflictFactory(first=StatementFactory(article=article, exact=words))
        PositionFactory(statement=article.statements.last())

    with django_assert_max_num_queries(15):
        desk.get(article.get_absolute_url())


def test_anonymous_people_of_one_story_are_one_source_and_those_of_another_are_not(article, desk):
    four = {"source": "four people with knowledge of the talks", "kind": "anonymous", "people": 4}
    reprint = ArticleFactory(text=TEXT, story=article.story, reprint=True, url="https://reprint.example/1")
    elsewhere = ArticleFactory(text=TEXT, url="https://elsewhere.example/1")

    for marked in (article, reprint, elsewhere):
        desk.post(marked.get_absolute_url(), selected("the bridge is safe", **four))

    first, second, third = Statement.objects.order_by("pk")
    assert first.source == second.source
    assert first.source != third.source


def test_articles_are_found_by_their_words(article, desk):
    ArticleFactory(headline="Something else", text="About a tunnel.")

    html = desk.get(reverse("desk:articles"), {"q": "engineer"}).content.decode()

    assert "Bridge is safe" in html
    assert "Something else" not in html


def test_a_desk_without_articles_says_how_they_come_in(db, desk):
    assert "Add the first" in desk.get(reverse("desk:articles")).content.decode()


SPOKEN = "It rained. Ana Torres, who chairs the committee, said the repairs took too long."


def dismissal(article, words="the repairs took too long"):
    start = article.text.index(words)
    return reverse("desk:dismiss_suggestion", args=[article.pk]), {"start": start, "end": start + len(words)}


def test_a_dismissed_suggestion_is_not_made_again(desk):
    article = ArticleFactory(text=SPOKEN)
    assert len(article_page(article).spotted) == 1

    desk.post(*dismissal(article))

    assert article_page(article).spotted == []
    assert len(article_page(ArticleFactory(text=SPOKEN)).spotted) == 1
    assert Entry.objects.first().act == "suggestion.dismissed"


def test_dismissing_a_suggestion_is_undone(desk, editor):
    article = ArticleFactory(text=SPOKEN)
    html = desk.post(*dismissal(article), follow=True).content.decode()
    act = Entry.objects.first()

    desk.post(reverse("desk:undo", args=[str(act.pk)]))

    assert reverse("desk:undo", args=[str(act.pk)]) in html
    assert len(article_page(article).spotted) == 1


def test_dismissing_twice_is_told_and_changes_nothing(desk):
    article = ArticleFactory(text=SPOKEN)
    desk.post(*dismissal(article))

    html = desk.post(*dismissal(article), follow=True).content.decode()

    assert "dismissed already" in html


@pytest.mark.parametrize(("start", "end"), [("x", "3"), ("", ""), ("-1", "4")])
def test_what_are_no_words_cannot_be_dismissed(start, end, article, desk):
    address = reverse("desk:dismiss_suggestion", args=[article.pk])

    html = desk.post(address, {"start": start, "end": end}, follow=True).content.decode()

    assert "These are no words of the article." in html
    assert not DismissedSuggestion.objects.exists()


def test_dismissing_by_htmx_leaves_what_is_typed_in_the_form(desk):
    address, words = dismissal(ArticleFactory(text=SPOKEN))

    html = desk.post(address, words, headers={"HX-Request": "true"}).content.decode()

    assert "hx-preserve" in html
    assert "It is not suggested again." in html


def test_words_named_in_the_address_stand_chosen_in_the_text_and_in_the_form(article, desk):
    html = as_read(desk.get(article.get_absolute_url(), {"words": "35-51"}).content.decode())

    assert 'id="chosen">Nobody was hurt.</span>' in html
    assert 'aria-live="polite">Nobody was hurt.</blockquote>' in html


def test_words_that_hold_a_suggestion_take_over_what_it_knows(desk):
    words = "the repairs took too long"
    article = ArticleFactory(text=f"It rained. Ana Torres, who chairs the committee, said {words}.")

    html = as_read(desk.get(article.get_absolute_url(), {"words": f"11-{len(article.text)}"}).content.decode())

    assert f'aria-live="polite">{words}</blockquote>' in html
    assert 'value="Ana Torres"' in html


@pytest.mark.parametrize("words", ["9-3", "0-99999999", "x-y", "-", "5", "0--1"])
def test_words_that_the_article_does_not_have_choose_nothing(words, article, desk):
    response = desk.get(article.get_absolute_url(), {"words": words})

    assert response.context["page"].chosen is None
