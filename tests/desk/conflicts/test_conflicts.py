from tests.factories import (
    ArticleFactory,
    ConflictFactory,
    StatementFactory,
    StoryFactory,
)


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


def test_a_conflict_leads_to_the_next_suggestion(desk):
    conflict, likely = ConflictFactory(), ConflictFactory(score=0.9)
    ConflictFactory(score=0.95, state="open")

    html = desk.get(conflict.get_absolute_url()).content.decode()

    assert f'<a href="{likely.get_absolute_url()}" data-key="n">Next suggestion' in html
