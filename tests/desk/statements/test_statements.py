import re

import pytest
from django.urls import reverse

from tests.desk.reading import as_read
from tests.factories import (
    ArticleFactory,
    ConflictFactory,
    PositionFactory,
    StatementFactory,
    StoryFactory,
)


def test_a_statement_s_page_shows_the_words_that_another_version_has_instead(desk):
    story = StoryFactory()
    original = ArticleFactory(story=story, text="The bridge may be closed on Monday for repairs, she said.")
    ArticleFactory(story=story, reprint=True, text="The bridge will be closed on Monday for repairs, she said.")
    statement = StatementFactory(article=original, exact="The bridge may be closed on Monday for repairs")

    html = as_read(desk.get(reverse("desk:statement", args=[statement.pk])).content.decode())

    assert '<del class="substantive">may</del>' in html
    assert '<ins class="substantive">will</ins>' in html


def test_what_editors_judged_stands_before_what_is_suggested_and_all_behind_the_sixth_is_folded(desk):
    earlier, statement = StatementFactory(), StatementFactory()
    suggested = [ConflictFactory(first=statement, score=score / 10) for score in range(1, 8)]
    explained = ConflictFactory(first=statement, state="explained", explanation="Years lie between the two.")
    opened = ConflictFactory(first=earlier, second=statement, state="open")
    ConflictFactory(first=statement, state="dismissed", score=1)

    shown, folded = conflicts_on_page(desk, statement).split("<summary>and 3 more</summary>")

    likeliest = [conflict.pk for conflict in reversed(suggested)]
    assert numbers_of_conflicts(shown) == [opened.pk, explained.pk, *likeliest[:4]]
    assert numbers_of_conflicts(folded) == likeliest[4:]


def test_of_a_conflict_a_statement_s_page_shows_only_the_other_side(desk):
    text = "The bridge is safe, he said. It is about to fall, she said."
    one = StatementFactory(article__text=text, exact="The bridge is safe")
    other = StatementFactory(article__text=text, exact="It is about to fall")
    ConflictFactory(first=one, second=other)

    for own, against in ((one, other), (other, one)):
        conflicts = conflicts_on_page(desk, own)
        assert against.exact in conflicts
        assert own.exact not in conflicts


@pytest.mark.parametrize(
    ("because", "told_on_first", "told_on_second"),
    [
        ("both about bridge; the first denies “safe”", "This statement denies “safe”", "Ana Torres denies “safe”"),
        ("both about bridge; the second doubts “safe”", "Ole Lund doubts “safe”", "This statement doubts “safe”"),
        ("One supports and one denies “It is safe.”", "Ole Lund denies “It is safe.”", "This statement denies “It is"),
    ],
)
def test_who_of_the_two_denies_is_told_on_the_page_of_either(desk, because, told_on_first, told_on_second):
    first = StatementFactory(source__name="Ana Torres")
    second = StatementFactory(source__name="Ole Lund")
    claim = PositionFactory(statement=first, claim__text="It is safe.").claim
    PositionFactory(statement=second, claim=claim, denies=True)
    ConflictFactory(first=first, second=second, because=because)

    assert told_on_first in conflicts_on_page(desk, first)
    assert told_on_second in conflicts_on_page(desk, second)


def conflicts_on_page(desk, statement):
    html = as_read(desk.get(reverse("desk:statement", args=[statement.pk])).text)
    return html[html.index('<h2 id="conflicts">') :]


def numbers_of_conflicts(html):
    return [int(number) for number in re.findall(r'<li id="conflict-(\d+)"', html)]
