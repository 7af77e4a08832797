import re

import pytest
from django.urls import reverse

from factcheck.claims.models import Conflict
from tests.factories import (
    ArticleFactory,
    ConflictFactory,
    SourceFactory,
    StatementFactory,
    StoryFactory,
)

NEXT = re.compile(r'href="([^"]*)" data-key="n"')
LISTED = re.compile(r'<li id="conflict-(\d+)"')


def said_in(story, **what):
    return StatementFactory(article=ArticleFactory(story=story, reprint=story.articles.exists()), **what)


def test_a_conflict_shows_both_sides_with_the_sentences_around_them(desk):
    text = "It rained. The bridge is safe, she said. Nobody was hurt."
    conflict = ConflictFactory(first=StatementFactory(article=ArticleFactory(text=text), exact="The bridge is safe"))

    html = desk.get(conflict.get_absolute_url()).content.decode()

    assert "It rained." in html
    assert "<mark>The bridge is safe</mark>" in html
    assert "Nobody was hurt." in html


def test_a_conflict_names_the_paper_that_carries_only_one_of_the_two(desk):
    story = StoryFactory()
    whole = ArticleFactory(story=story, text="The bridge is safe, he said.\n\nIt is not, she said.")
    ArticleFactory(story=story, reprint=True, text="The bridge is safe, he said.", outlet__name="The Echo")
    first = StatementFactory(article=whole, exact="The bridge is safe")
    second = StatementFactory(article=whole, exact="It is not")

    html = desk.get(ConflictFactory(first=first, second=second).get_absolute_url()).content.decode()

    only_one = html[html.index("<b>Only this one</b>") :]
    assert "The Echo" in only_one[:200]


def test_next_and_next_again_walks_down_the_list_and_ends_there(desk):
    last, third, second, first = (ConflictFactory(score=score) for score in (0.2, 0.5, 0.5, 0.9))
    ConflictFactory(score=0.4, state="open")

    walked = [first.get_absolute_url()]
    for _ in range(4):
        walked += NEXT.findall(desk.get(walked[-1]).text)

    on_the_way = [conflict.get_absolute_url() for conflict in (first, second, third, last)]
    assert walked == [*on_the_way, reverse("desk:conflicts")]


@pytest.mark.parametrize(("state", "is_divided"), [("suggested", True), ("open", False)])
def test_suggestions_that_are_less_likely_stand_under_a_heading_of_their_own(desk, state, is_divided):
    less, likely = (ConflictFactory(score=score, state=state) for score in (0.4, 0.6))

    html = desk.get(reverse("desk:conflicts"), {"state": state}).text

    places = [html.find(mark) for mark in (f'id="conflict-{likely.pk}"', "Less likely", f'id="conflict-{less.pk}"')]
    assert (places == sorted(places) and min(places) > 0) is is_divided


def test_who_judged_a_suggestion_gets_the_next_one_and_is_told_which_was_judged(desk):
    judged = ConflictFactory(score=0.5, first__source__name="Ana Torres", second__source__name="Ole Lund")
    ConflictFactory(score=0.9)
    following = ConflictFactory(score=0.4)

    response = desk.post(judged.get_absolute_url(), {"state": "dismissed"}, follow=True)

    assert response.redirect_chain == [(following.get_absolute_url(), 302)]
    link = f'<a href="{judged.get_absolute_url()}">Ana Torres and Ole Lund</a>'
    assert f"The conflict is dismissed. It was between {link}" in response.text
    assert ">Undo</button>" in response.text


def test_who_judges_the_last_suggestion_or_one_judged_before_stays_with_it(desk):
    ConflictFactory(score=0.9)
    last = ConflictFactory(score=0.1)
    judged = ConflictFactory(score=0.5, state="open")

    for conflict in (judged, last):
        assert desk.post(conflict.get_absolute_url(), {"state": "open"}).url == conflict.get_absolute_url()


def test_who_judges_a_suggestion_elsewhere_goes_back_there(desk):
    conflict = ConflictFactory(score=0.5)
    ConflictFactory(score=0.4)
    back = conflict.first.get_absolute_url()

    assert desk.post(conflict.get_absolute_url(), {"state": "open", "back": back}).url == back


@pytest.fixture
def denial(db):
    """A statement that is suggested to deny three others, the second of them likeliest."""
    denying, *others = StatementFactory.create_batch(4)
    return [
        ConflictFactory(first=denying, second=other, denying=denying, score=score)
        for other, score in zip(others, (0.5, 0.9, 0.7), strict=True)
    ]


def test_what_one_statement_denies_is_listed_once_with_its_likeliest_conflict(desk, denial):
    other = ConflictFactory(score=0.6)

    html = desk.get("/desk/conflicts/").content.decode()

    assert [f'id="conflict-{one.pk}"' in html for one in denial] == [False, True, False]
    assert "It denies 2 more statements" in html
    assert f'id="conflict-{other.pk}"' in html


def test_the_next_likeliest_of_a_denial_is_listed_once_the_first_is_settled(desk, denial):
    desk.post(denial[1].get_absolute_url(), {"state": "dismissed"})

    html = desk.get("/desk/conflicts/").content.decode()

    assert f'id="conflict-{denial[2].pk}"' in html
    assert "It denies one more statement" in html


@pytest.mark.parametrize("state", ["open", "dismissed"])
def test_all_that_a_statement_is_suggested_to_deny_is_settled_and_undone_at_once(desk, denial, state):
    settled = desk.post(f"/desk/conflicts/{denial[1].pk}/likewise/", {"state": state}, follow=True).content.decode()

    assert f"3 conflicts are {state}." in settled
    assert set(Conflict.objects.values_list("state", flat=True)) == {state}

    desk.post(re.search(r'action="(/desk/undo/[\d-]+/)"', settled)[1])

    assert set(Conflict.objects.values_list("state", flat=True)) == {"suggested"}


def test_nothing_is_settled_without_saying_how(desk, denial):
    page = desk.post(f"/desk/conflicts/{denial[1].pk}/likewise/", {"state": "explained"}, follow=True)

    assert "Say that they clash, or that they do not." in page.content.decode()
    assert set(Conflict.objects.values_list("state", flat=True)) == {"suggested"}


def test_a_suggestion_is_shown_with_its_sentence_where_the_denial_stands(desk):
    text = "It rained. The council denied that the bridge is safe, it said. Nobody was hurt."
    denying = StatementFactory(article=ArticleFactory(text=text), exact="the bridge is safe")
    ConflictFactory(first=denying, denying=denying)

    html = desk.get("/desk/conflicts/").content.decode()

    assert '<span class="context">The council denied that </span><mark>the bridge is safe</mark>' in html
    assert "Denies it" in html
    assert "It rained" not in html


def test_the_list_shows_the_conflicts_of_one_story_or_source_and_says_how_many_there_are(desk):
    bridge, school = StoryFactory(title="The bridge"), StoryFactory(title="The school")
    torres, moe = SourceFactory(name="Ana Torres"), SourceFactory(name="Kim Moe")
    of_bridge = ConflictFactory(first=said_in(bridge, source=torres), second=said_in(bridge))
    of_both = ConflictFactory(first=said_in(bridge, source=torres), second=said_in(school))
    of_school = ConflictFactory(first=said_in(school, source=moe), second=said_in(school))

    def listed(**asked):
        html = desk.get(reverse("desk:conflicts", query=asked)).content.decode()
        return {int(pk) for pk in LISTED.findall(html)}, " ".join(html.split())

    assert listed()[0] == {of_bridge.pk, of_both.pk, of_school.pk}
    found, html = listed(story=bridge.slug)
    assert found == {of_bridge.pk, of_both.pk}
    assert "The bridge · 2" in html
    assert "The school · 2" in html
    assert "Ana Torres · 2" in html
    assert "Kim Moe ·" not in html
    assert listed(source=torres.slug, story=school.slug)[0] == {of_both.pk}
    found, html = listed(source=torres.slug, state="open")
    assert not found
    assert "No conflict fits." in html


def test_a_statement_that_denies_others_in_many_stories_is_listed_in_each_of_them(desk):
    denying = StatementFactory()
    bridge, school = StoryFactory(), StoryFactory()
    likelier = ConflictFactory(first=denying, second=said_in(bridge), denying=denying, score=0.9)
    other = ConflictFactory(first=denying, second=said_in(school), denying=denying, score=0.4)

    for story, conflict in ((bridge, likelier), (school, other)):
        html = desk.get(reverse("desk:conflicts", query={"story": story.slug})).text
        assert [int(pk) for pk in LISTED.findall(html)] == [conflict.pk]


def test_who_walks_down_a_narrowed_list_stays_in_it(desk):
    story = StoryFactory()
    first = ConflictFactory(first=said_in(story), score=0.9)
    ConflictFactory(score=0.5)
    last = ConflictFactory(first=said_in(story), score=0.4)
    address = f"{first.get_absolute_url()}?story={story.slug}"

    assert NEXT.findall(desk.get(address).text) == [f"{last.get_absolute_url()}?story={story.slug}"]
    assert desk.post(address, {"state": "dismissed"}).url == f"{last.get_absolute_url()}?story={story.slug}"


@pytest.mark.parametrize("asked", [{"story": "nowhere"}, {"source": "no\0body"}, {"story": "", "source": ""}])
def test_an_address_that_leads_nowhere_narrows_nothing(desk, asked):
    conflict = ConflictFactory()

    html = desk.get(reverse("desk:conflicts", query=asked)).text

    assert [int(pk) for pk in LISTED.findall(html)] == [conflict.pk]


def test_the_words_that_a_reason_names_are_bold_in_both_statements_in_any_form(desk):
    text = "The guild denied that it is planning to close the pier. A clerk spoke of <plans> for the pier."
    article = ArticleFactory(text=text)
    first = StatementFactory(article=article, exact="it is planning to close the pier")
    second = StatementFactory(article=article, exact="<plans> for the pier")
    ConflictFactory(first=first, second=second, because="both about pier; the first denies “plans”")

    html = desk.get(reverse("desk:conflicts")).text

    assert "it is <b>planning</b> to close the pier" in html
    assert "&lt;<b>plans</b>&gt; for the pier" in html


def test_a_claim_that_a_reason_quotes_whole_makes_no_word_bold(desk):
    statement = StatementFactory(article=ArticleFactory(text="The bridge is safe."), exact="The bridge is safe")
    ConflictFactory(first=statement, because="One supports and one denies “The old bridge in Tarn is safe for cars.”")

    assert "<mark>The bridge is safe</mark>" in desk.get(reverse("desk:conflicts")).text
