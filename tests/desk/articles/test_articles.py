import pytest
from django.urls import reverse

from factcheck.claims.margin_notes import notes_of
from factcheck.claims.models import Agreement, Claim, Conflict, DismissedSuggestion, Position, Statement
from factcheck.desk.articles.page import article_page
from factcheck.desk.articles.paragraphs import paragraphs_with_notes
from factcheck.ledger.models import Entry
from tests.desk.reading import as_read
from tests.factories import ArticleFactory, ConflictFactory, PositionFactory, SourceFactory, StatementFactory

TEXT = "The mayor said the bridge is safe. Nobody was hurt.\n\n“It will hold,” she said. 🌉 An engineer disagreed."


@pytest.fixture
def article(db):
    return ArticleFactory(text=TEXT, headline="Bridge is safe, says mayor")


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

    conflict = Conflict.objects.get()
    told = f'It may clash with what Maria Klein says. <a href="{conflict.get_absolute_url()}">'
    assert told in html


def test_the_article_s_statements_stand_with_their_claims_and_conflicts(article, desk):
    tied = PositionFactory(statement=StatementFactory(article=article, exact="the bridge is safe"), denies=True)
    loose = StatementFactory(article=article, exact="An engineer disagreed")
    conflict = ConflictFactory(first=loose, second__source__name="Ana Torres")

    html = as_read(desk.get(article.get_absolute_url()).content.decode())

    first, second = html.split('<li class="note"')[1:3]
    assert str(tied.claim) in first
    assert "Tie it to a claim" in second
    assert f"may clash with Ana Torres, {conflict.second.article.outlet}" in second
    assert f'<a href="{conflict.get_absolute_url()}">Ana Torres</a>' in second


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


def test_overlapping_statements_are_shown_without_nesting(article):
    outer = StatementFactory(article=article, exact="The mayor said the bridge is safe")
    inner = StatementFactory(article=article, exact="the bridge is safe. Nobody")

    pieces = paragraphs_with_notes(article.text, notes_of(article))[0].pieces

    assert [(piece.text, [note.statement for note in piece.notes]) for piece in pieces] == [
        ("The mayor said ", [outer]),
        ("the bridge is safe", [outer, inner]),
        (". Nobody", [inner]),
        (" was hurt.", []),
    ]


def test_articles_are_found_by_their_words(article, desk):
    ArticleFactory(headline="Something else", text="About a tunnel.")

    html = desk.get(reverse("desk:articles"), {"q": "engineer"}).content.decode()

    assert "Bridge is safe" in html
    assert "Something else" not in html


def test_a_desk_without_articles_says_how_they_come_in(db, desk):
    assert "Add the first" in desk.get(reverse("desk:articles")).content.decode()


def test_who_else_says_what_a_statement_says_stands_beside_it_with_a_link(article, desk):
    own = StatementFactory(article=article, exact="the bridge is safe")
    other = StatementFactory(source=SourceFactory(name="Ole Lund"))
    Agreement.objects.create(first=own, second=other, score=0.8)

    page = as_read(desk.get(article.get_absolute_url()).content.decode())

    assert "<summary>also: 1 paper</summary>" in page
    assert f'<a href="{other.get_absolute_url()}">Ole Lund</a>, {other.article.outlet}' in page


def test_of_many_who_say_the_same_six_are_named_and_the_others_counted(article, desk):
    own = StatementFactory(article=article, exact="the bridge is safe")
    for _ in range(8):
        Agreement.objects.create(first=own, second=StatementFactory(), score=0.8)

    assert "and 2 more" in as_read(desk.get(article.get_absolute_url()).content.decode())


def test_who_says_the_contrary_of_a_claim_in_another_article_stands_beside_the_words(article, desk):
    own = PositionFactory(statement=StatementFactory(article=article, exact="the bridge is safe"))
    PositionFactory(claim=own.claim, denies=True, statement__source__name="Ana Torres")

    [note] = notes_of(article)

    [against] = note.against
    assert (against.verb, against.statement.speaker) == ("contradicted by", "Ana Torres")
    assert note.also == []


def test_a_reprint_s_own_words_are_no_second_paper(article):
    reprint = ArticleFactory(text=TEXT, story=article.story, reprint=True, url="https://reprint.example/1")
    claim = PositionFactory(statement=StatementFactory(article=article, exact="the bridge is safe")).claim
    PositionFactory(claim=claim, statement=StatementFactory(article=reprint, exact="the bridge is safe"))

    assert [note.also for note in notes_of(article)] == [[]]


def test_what_is_marked_in_another_version_stands_in_the_margin_of_this_one(article, desk):
    reprint = ArticleFactory(text=TEXT, story=article.story, reprint=True, url="https://reprint.example/1")
    statement = StatementFactory(article=article, exact="the bridge is safe")

    [note] = notes_of(reprint)
    html = as_read(desk.get(reprint.get_absolute_url()).content.decode())

    assert (note.statement, note.is_own) == (statement, False)
    assert f"marked in {article.outlet}" in html
    assert f'class="carried" id="statement-{statement.pk}"' in html


def test_a_version_that_left_a_statement_out_stands_beside_its_words(desk):
    original = ArticleFactory(text=TEXT, published_on="2026-03-01")
    StatementFactory(article=original, exact="the bridge is safe")
    reprint = ArticleFactory(
        story=original.story, text="Nobody was hurt.", reprint=True, published_on="2026-03-02", outlet__name="The Echo"
    )

    html = as_read(desk.get(original.get_absolute_url()).content.decode())

    assert f'<a class="fate cut" href="{reprint.get_absolute_url()}">' in html
    assert "left out by The Echo" in html


def test_words_and_their_note_lead_to_one_another(article, desk):
    statement = StatementFactory(article=article, exact="the bridge is safe")

    html = as_read(desk.get(article.get_absolute_url()).content.decode())

    assert f'<mark id="statement-{statement.pk}">the bridge is safe</mark><a class="ref"' in html
    assert f'href="#note-{statement.pk}"' in html
    assert f'href="#statement-{statement.pk}"' in html


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
