from django.urls import reverse

from tests.desk.reading import as_read
from tests.factories import (
    ArticleFactory,
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
