import pytest

from factcheck.articles.models.languages import language_choices, language_name


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("es", "Spanish"),
        ("es_MX", "Mexican Spanish"),
        ("es-CL", "Spanish (es-CL)"),
        ("zh", "Chinese"),
        ("zh-Hant", "Traditional Chinese"),
        ("tlh", "tlh"),
    ],
)
def test_a_language_is_called_by_its_name_where_it_has_one(tag, name):
    assert language_name(tag) == name


def test_the_language_that_is_chosen_stands_among_the_choices():
    assert ("es-CL", "Spanish (es-CL)") in language_choices("es-CL")
    assert ("de", "German") in language_choices("tlh")
