import pytest

from tests.factories import ArticleFactory

TEXT = "The mayor said the bridge is safe. Nobody was hurt.\n\n“It will hold,” she said. 🌉 An engineer disagreed."


@pytest.fixture
def article(db):
    return ArticleFactory(text=TEXT, headline="Bridge is safe, says mayor")
