import pytest
from django.urls import reverse

from tests.desk.reading import as_read
from tests.factories import ArticleFactory, StatementFactory, StoryFactory

HEADLINE = "The bridge may close"
ORIGINAL = """The council may close the old bridge on Monday, three engineers said.

“Nobody told me anything,” the mayor said by telephone."""
REPRINT = "The council will close the old bridge on Monday, three engineers said."


@pytest.fixture
def story(db):
    story = StoryFactory(slug="bridge")
    original = ArticleFactory(
        story=story, text=ORIGINAL, outlet__name="The Harbour Times", published_on="2026-03-01", headline=HEADLINE
    )
    ArticleFactory(
        story=story, text=REPRINT, reprint=True, outlet__name="The Echo", published_on="2026-03-02", headline=HEADLINE
    )
    StatementFactory(article=original, exact="Nobody told me anything")
    return story


def test_a_story_shows_which_version_left_a_statement_out(story, desk):
    html = as_read(desk.get(reverse("desk:story", args=["bridge"])).content.decode())

    assert "Nobody told me anything" in html
    assert '<span aria-hidden="true">□</span> left out' in html


def test_the_strip_of_a_version_is_told_in_words(story, desk):
    html = as_read(desk.get(reverse("desk:story", args=["bridge"])).content.decode())

    assert "The Echo, reprint, 2 March 2026: sentences: 1 edited, 1 left out; headline kept;" in html


def test_a_story_with_one_version_says_what_will_stand_here(desk):
    article = ArticleFactory()

    html = as_read(desk.get(reverse("desk:compare", args=[article.story.slug])).content.decode())

    assert "one version so far" in html


def test_two_versions_stand_side_by_side_with_their_words_marked(story, desk):
    html = as_read(desk.get(reverse("desk:compare", args=["bridge"])).content.decode())

    assert '<del class="substantive">may</del>' in html
    assert '<ins class="substantive">will</ins>' in html
    assert "2 changes that matter: “may” → “will” (how sure); ““Nobody told me anything,”" in html


def test_the_address_keeps_every_choice(story, desk):
    original, reprint = story.versions

    response = desk.get(
        reverse("desk:compare", args=["bridge"]),
        {"original": reprint.pk, "version": original.pk, "show": "substantive", "view": "inline"},
    )

    page = response.context["page"]
    assert (page.original, page.version) == (reprint, original)
    assert 'class="comparison inline"' in response.content.decode()


def test_choices_that_do_not_exist_fall_back_to_the_usual_ones(story, desk):
    response = desk.get(reverse("desk:compare", args=["bridge"]), {"original": "x", "show": "<b>", "view": "no"})

    assert response.status_code == 200
    assert response.context["page"].original == story.original


def test_htmx_gets_the_comparison_alone(story, desk):
    html = desk.get(reverse("desk:compare", args=["bridge"]), headers={"HX-Request": "true"}).content.decode()

    assert html.strip().startswith('<div id="comparison"')


@pytest.mark.parametrize(
    ("language", "original", "version", "told"),
    [
        ("es", "El puente es seguro.", "El puente no es seguro.", "“no” added (denial or negation)"),
        ("pl", "Most jest bezpieczny.", "Most nie jest bezpieczny.", "kinds of changes in words were not judged"),
    ],
)
def test_versions_are_judged_in_the_language_of_the_original_or_said_not_to_be(
    language, original, version, told, desk, db
):
    story = StoryFactory(slug="puente")
    ArticleFactory(story=story, text=original, language=language)
    ArticleFactory(story=story, text=version, language=language, reprint=True)

    html = as_read(desk.get(reverse("desk:compare", args=["puente"])).content.decode())

    assert told in html


def test_markup_in_an_article_is_shown_as_text(desk):
    article = ArticleFactory(text="<script>alert(1)</script> stood there.")
    ArticleFactory(story=article.story, reprint=True, text="<b>alert</b> stood there.")

    html = desk.get(reverse("desk:compare", args=[article.story.slug])).content.decode()

    assert "<script>alert" not in html
    assert "<b>alert" not in html


@pytest.mark.parametrize("name", ["story", "compare"])
def test_a_story_page_asks_at_most_15_queries(name, story, desk, django_assert_max_num_queries):
    desk.get(reverse("desk:story", args=["bridge"]))

    with django_assert_max_num_queries(15):
        desk.get(reverse(f"desk:{name}", args=["bridge"]))


def test_a_version_without_a_date_leaves_open_what_stood_there_first(story, desk):
    story.articles.filter(relation="copy").update(published_on=None)

    html = as_read(desk.get(reverse("desk:story", args=["bridge"])).content.decode())

    assert "has no date, so it is not known what stood there first" in html
    assert "left out</span>" not in html


def matters(desk, **asked):
    return desk.get(reverse("desk:compare", args=["bridge"]), asked).context["page"].matters


def test_a_denial_that_the_version_left_out_stands_before_everything_else_it_changed(story, desk):
    first, second = matters(desk)

    assert (first.chip, first.is_denial, first.is_marked) == ("left out", True, True)
    assert first.words == "Nobody told me anything"
    assert second.words == "“may” → “will”"


def test_an_earlier_version_is_not_said_to_have_left_out_what_a_later_one_has(story, desk):
    original, reprint = story.versions

    turned = matters(desk, original=reprint.pk, version=original.pk)

    assert "left out" not in [matter.chip for matter in turned]
    html = as_read(desk.get(reverse("desk:compare", args=["bridge"]), {"original": reprint.pk}).content.decode())
    assert "What differs in The Harbour Times and matters" in html


def test_what_nobody_marked_is_told_with_who_says_it(desk):
    story = StoryFactory(slug="bridge")
    denial = "Ana Torres, who chairs the committee, denied that the bridge is unsafe."
    ArticleFactory(story=story, text=f"The bridge is old. {denial}", published_on="2026-03-01")
    ArticleFactory(story=story, text="The bridge is old.", reprint=True, published_on="2026-03-02")

    matter = matters(desk)[0]

    assert (matter.who, matter.is_denial, matter.is_marked) == ("Ana Torres", True, False)


def test_house_style_is_hidden_and_counted_until_it_is_asked_for(desk):
    story = StoryFactory(slug="bridge")
    ArticleFactory(story=story, text="The programme’s colour is grey, the mayor said.", headline=HEADLINE)
    ArticleFactory(story=story, text="The program's color is gray, the mayor said.", headline=HEADLINE, reprint=True)

    hidden = as_read(desk.get(reverse("desk:compare", args=["bridge"])).content.decode())
    shown = as_read(desk.get(reverse("desk:compare", args=["bridge"]), {"show": "all"}).content.decode())

    assert " house style change" in hidden
    assert "<del" not in hidden.partition('class="comparison side"')[2]
    assert " house style change" not in shown
    assert "<del" in shown.partition('class="comparison side"')[2]


def test_every_row_that_changed_leads_to_marking_its_words_and_to_its_place_in_the_article(story, desk):
    html = as_read(desk.get(reverse("desk:compare", args=["bridge"])).content.decode())

    original, reprint = story.versions
    assert f'href="{original.get_absolute_url()}?words=0-69#chosen" data-mark>Mark this' in html
    assert f'href="{reprint.get_absolute_url()}?words=0-70#chosen" data-mark>Mark this' in html
    assert f'href="{original.get_absolute_url()}#paragraph-71">Open in the article' in html


def test_a_row_whose_words_are_marked_leads_to_the_statement(story, desk):
    html = as_read(desk.get(reverse("desk:compare", args=["bridge"])).content.decode())

    statement = story.original.statements.get()
    assert f'<a class="said" href="{statement.get_absolute_url()}"' in html


def test_the_headlines_stand_first_and_are_said_to_be_headlines(story, desk):
    html = as_read(desk.get(reverse("desk:compare", args=["bridge"])).content.decode())

    first = html[html.index('id="row-1"') :].partition('id="row-2"')[0]
    assert "Headline" in first
    assert "the same in both" in first
